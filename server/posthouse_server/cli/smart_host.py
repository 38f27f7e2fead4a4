"""smart-host list, way, password: the servers that take outgoing mail, and their secrets, which no setting holds."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import read_password, session_of, table
from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.policy.smart_hosts import SmartHostRules
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.settings.schema import ChosenSmartHost, SmartHost, SmartHostAuthentication

app = typer.Typer(help="The servers that take outgoing mail.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """The servers that take outgoing mail."""


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the smart host of all mail and, in the order in which they are asked, those for some mail."""
    session = session_of(context)
    with session.store() as store:
        smtp = store.settings.load().settings.smtp
    hosts = [*smtp.smart_hosts, *([smtp.smart_host] if smtp.smart_host.host else [])]
    session.show([_facts(host) for host in hosts], lambda: table(
        ("Name", "Server", "TLS", "Login", "For senders", "For recipients", "State"),
        [(host.name if isinstance(host, ChosenSmartHost) else "", host.place, host.tls.value,
          host.username if host.logs_in else "", *_whom(host), "on" if host.enabled else "off") for host in hosts],
        "There is no smart host: mail goes straight to the servers of its recipients."))


@app.command()
def way(context: typer.Context,
        recipient: Annotated[str, typer.Option("--recipient", metavar="ADDRESS", help="Who shall get the message.")],
        sender: Annotated[str, typer.Option("--sender", metavar="ADDRESS", help="Who sends it; empty: a notification.")] = "",
        ) -> None:
    """Say by which smart host a message would leave."""
    session = session_of(context)
    with session.store() as store:
        smtp = store.settings.load().settings.smtp
    whom = [_address(text) if text else "" for text in (sender, recipient)]
    host: SmartHost | None = SmartHostRules(smtp.smart_hosts).choose(whom[0], whom[1])
    if host is None and smtp.smart_host.enabled:
        host = smtp.smart_host
    session.show({"smart_host": _facts(host) if host is not None else None}, _sentence(host))


@app.command()
def password(context: typer.Context,
             remove: Annotated[bool, typer.Option("--remove", help="Forget the password.")] = False,
             name: Annotated[str, typer.Option("--for", metavar="NAME", help="Of the smart host with this name, or this host, "
                             "among those for some mail.")] = "") -> None:
    """Keep the password (or OAuth 2.0 client secret) that is read from standard input, for the host and user in force."""
    session = session_of(context)
    with session.store() as store:
        settings = store.settings.load().settings
    host = _named(settings, name) if name else settings.smtp.smart_host
    if not host.host or not host.username:
        raise SecretsError("The smart host and its user come first: posthousectl settings set "
                           "smtp.smart_host.host=NAME smtp.smart_host.username=LOGIN" if not name else
                           f"The smart host {host.title} has no user name, so it has no password.")
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


def _named(settings: Settings, name: str) -> SmartHost:
    """Return a smart host for some mail by its name, its host or its place; raises SettingsError."""
    found = [host for host in settings.smtp.smart_hosts
             if name.lower() in (text.lower() for text in (host.name, host.title, host.place, host.host) if text)]
    if len({(host.host, host.username) for host in found}) == 1:
        return found[0]
    known = ", ".join(host.title for host in settings.smtp.smart_hosts) or "none"
    why = "Several smart hosts have that host" if found else "There is no such smart host for some mail"
    raise SettingsError(f"{why}; known are: {known}.")


def _address(text: str) -> str:
    try:
        return str(parse_address(text))
    except AddressError as error:
        raise SettingsError(f"{error}.") from error


def _facts(host: SmartHost) -> dict[str, object]:
    """Return what JSON shows of one; it holds no secret."""
    return host.model_dump(mode="json")


def _whom(host: SmartHost) -> tuple[str, str]:
    if not isinstance(host, ChosenSmartHost):
        return "all others", "all others"
    return ", ".join(host.for_senders) or "any", ", ".join(host.for_recipients) or "any"


def _sentence(host: SmartHost | None) -> str:
    if host is None:
        return "No smart host: it goes straight to the servers of its recipient."
    return f"The smart host {host.title}" + (f" ({host.place})." if host.title != host.place else ".")


def _hint(host: SmartHost) -> str:
    if host.authentication is not SmartHostAuthentication.NONE:
        return ""
    if isinstance(host, ChosenSmartHost):
        return "\nIt is used without a login yet: choose an authentication for it."
    return "\nThe smart host is used without a login yet: posthousectl settings set smtp.smart_host.authentication=password"
