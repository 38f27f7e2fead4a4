"""smart-host password: the secret of the smart host, which no setting holds."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import read_password, session_of
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name
from posthouse_server.settings.schema import SmartHost, SmartHostAuthentication

app = typer.Typer(help="The server that takes all outgoing mail.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """The server that takes all outgoing mail."""


@app.command()
def password(context: typer.Context,
             remove: Annotated[bool, typer.Option("--remove", help="Forget the password.")] = False) -> None:
    """Keep the password (or OAuth 2.0 client secret) that is read from standard input, for the host and user in force."""
    session = session_of(context)
    with session.store() as store:
        host = store.settings.load().settings.smtp.smart_host
    if not host.host or not host.username:
        raise SecretsError("The smart host and its user come first: posthousectl settings set "
                           "smtp.smart_host.host=NAME smtp.smart_host.username=LOGIN")
    secret = "" if remove else read_password()
    if not secret and not remove:
        raise SecretsError("A password is needed on standard input; to forget the one that is kept, say --remove.")
    secrets = Secrets(session.folder)
    secrets.set(smart_host_secret_name(host.host, host.username), secret)
    facts = {"host": host.host, "username": host.username, "kept": not remove}
    whose = f"The password of {host.username} at {host.host}"
    if remove:
        session.show(facts, f"{whose} is forgotten.")
    else:
        where = secrets.where()
        session.show({**facts, "where": where}, f"{whose} is kept in {where}.{_hint(host)}")


def _hint(host: SmartHost) -> str:
    if host.authentication is not SmartHostAuthentication.NONE:
        return ""
    return "\nThe smart host is used without a login yet: posthousectl settings set smtp.smart_host.authentication=password"
