"""settings show, settings set."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Annotated, Any

import typer

from posthouse_server.cli.session import local_time, session_of, who
from posthouse_server.cli.spans import parse_span
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure import exposure
from posthouse_server.settings import Settings, SettingsError, get_path, set_paths, to_json
from posthouse_server.store.clock import now

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
         comment: Annotated[str, typer.Option(help="Why, for the history.")] = "",
         for_: Annotated[str, typer.Option("--for", metavar="TIME", help="On trial: takes itself back after 10m or 1h, unless "
                                           "history confirm keeps it.")] = "") -> None:
    """Change settings; all of one call are one revision."""
    session = session_of(context)
    minutes = _minutes(for_) if for_ else None
    wanted = dict(parse_change(change) for change in changes)
    with session.store() as store:
        before = store.settings.load()
        revision = store.settings.change(lambda settings: set_paths(settings, wanted), who(), comment, minutes)
        after = store.settings.load().settings
        trial = store.trials.current()
        warnings = _warnings(before.settings, after, store.directory.snapshot())
    for warning in warnings:
        typer.echo(f"posthousectl: {warning}", err=True)
    nothing = f"Nothing has changed; revision {revision.number} has these values already."
    ends = f"; it takes itself back at {local_time(trial.until)} unless posthousectl history confirm keeps it" if (
        trial is not None and trial.revision == revision.number) else ""
    session.show(revision, nothing if revision == before.revision else f"Revision {revision.number}: {revision.summary}{ends}")


def _minutes(text: str) -> int:
    span = parse_span(text)
    if not span:
        raise SettingsError(f"--for: {text!r} is not a time such as 2m, 10m or 1h.")
    return span // timedelta(minutes=1)


def _warnings(before: Settings, after: Settings, directory: Directory) -> list[str]:
    """Return what a person might not have meant."""
    found = []
    opened = exposure(after, directory, now())
    if opened.public > exposure(before, directory, now()).public:
        found.append(f"Warning: {opened.sentence}")
    if not after.smtp.inbound.listeners:
        found.append("Warning: without a listener nobody can connect.")
    return found


def parse_change(change: str) -> tuple[str, Any]:
    """Return path and value of PATH=VALUE; raises SettingsError."""
    path, equals, text = change.partition("=")
    if not equals or not path:
        raise SettingsError(f"{change!r} is not PATH=VALUE, such as smtp.relay.enabled=false.")
    try:
        return path, json.loads(text)
    except ValueError:
        return path, text
