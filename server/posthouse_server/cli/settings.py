"""settings show, settings set."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Annotated, Any

import typer

from posthouse_server.cli.consent import Consent, Open, Public
from posthouse_server.cli.session import local_time, session_of, who
from posthouse_server.cli.spans import parse_span
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
         comment: Annotated[str, typer.Option(help="Why, for the history.")] = "",
         for_: Annotated[str, typer.Option("--for", metavar="TIME", help="On trial: takes itself back after 10m or 1h, unless "
                                           "history confirm keeps it.")] = "",
         public: Public = False, open_: Open = False) -> None:
    """Change settings; all of one call are one revision."""
    session = session_of(context)
    minutes = _minutes(for_) if for_ else None
    wanted = dict(parse_change(change) for change in changes)
    with session.store() as store:
        def edit(settings: Settings) -> Settings:
            edited = set_paths(settings, wanted)
            Consent(public, open_).check_settings(store, settings, edited)
            return edited

        before = store.settings.load()
        revision = store.settings.change(edit, who(), comment, minutes)
        after = store.settings.load().settings
        trial = store.trials.current()
    if not after.smtp.inbound.listeners:
        typer.echo("posthousectl: Warning: without a listener nobody can connect.", err=True)
    nothing = f"Nothing has changed; revision {revision.number} has these values already."
    ends = f"; it takes itself back at {local_time(trial.until)} unless posthousectl history confirm keeps it" if (
        trial is not None and trial.revision == revision.number) else ""
    session.show(revision, nothing if revision == before.revision else f"Revision {revision.number}: {revision.summary}{ends}")


def _minutes(text: str) -> int:
    span = parse_span(text)
    if not span:
        raise SettingsError(f"--for: {text!r} is not a time such as 2m, 10m or 1h.")
    return span // timedelta(minutes=1)


def parse_change(change: str) -> tuple[str, Any]:
    """Return path and value of PATH=VALUE; raises SettingsError."""
    path, equals, text = change.partition("=")
    if not equals or not path:
        raise SettingsError(f"{change!r} is not PATH=VALUE, such as smtp.relay.enabled=false.")
    try:
        return path, json.loads(text)
    except ValueError:
        return path, text
