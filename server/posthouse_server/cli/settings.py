"""settings show, settings set."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from posthouse_server.cli.session import session_of, who
from posthouse_server.settings import Settings, SettingsError, get_path, set_paths, to_json

app = typer.Typer(help="Show and change settings.", no_args_is_help=True)


@app.command()
def show(context: typer.Context, path: Annotated[str, typer.Argument(help="Such as smtp.relay; empty: all.")] = "") -> None:
    """Print the settings in the store, or the part at a path."""
    session = session_of(context)
    with session.store() as store:
        loaded = store.settings.load()
    if loaded.fault:
        typer.echo(f"posthousectl: {loaded.fault} Revision {loaded.revision.number} is shown.", err=True)
    value = get_path(loaded.settings, path)
    typer.echo(value if isinstance(value, str) and not session.is_json else to_json(value))


@app.command("set")
def set_(context: typer.Context,
         changes: Annotated[list[str], typer.Argument(metavar="PATH=VALUE...", help="A value is JSON, or plain text.")],
         comment: Annotated[str, typer.Option(help="Why, for the history.")] = "") -> None:
    """Change settings; all of one call are one revision."""
    session = session_of(context)
    wanted = dict(_parse(change) for change in changes)
    with session.store() as store:
        before = store.settings.load()
        revision = store.settings.change(lambda settings: set_paths(settings, wanted), who(), comment)
        after = store.settings.load().settings
    for warning in _warnings(before.settings, after):
        typer.echo(f"posthousectl: {warning}", err=True)
    nothing = f"Nothing has changed; revision {revision.number} has these values already."
    session.show(revision, nothing if revision == before.revision else f"Revision {revision.number}: {revision.summary}")


def _warnings(before: Settings, after: Settings) -> list[str]:
    """Return what a person might not have meant."""
    found = []
    public = _public_addresses(after)
    if public > _public_addresses(before):
        found.append(f"Warning: {public:,} public addresses can now relay without a password.")
    if not after.smtp.inbound.listeners:
        found.append("Warning: without a listener nobody can connect.")
    return found


def _public_addresses(settings: Settings) -> int:
    relay = settings.smtp.relay
    if not (relay.enabled and relay.allow_privileged_ip_ranges):
        return 0
    return sum(item.network.public_count() for item in relay.privileged_ip_ranges)


def _parse(change: str) -> tuple[str, Any]:
    path, equals, text = change.partition("=")
    if not equals or not path:
        raise SettingsError(f"{change!r} is not PATH=VALUE, such as smtp.relay.enabled=false.")
    try:
        return path, json.loads(text)
    except ValueError:
        return path, text
