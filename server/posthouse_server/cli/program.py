"""The command tree, the global options, and errors as one line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from posthouse_server import __version__
from posthouse_server.autostart.plan import AutostartError
from posthouse_server.backup.sealing import BackupError
from posthouse_server.cli import (
    abuse,
    autostart,
    backup,
    bans,
    diagnose,
    directory,
    directory_files,
    groups,
    history,
    preview,
    privileged,
    queue,
    relay,
    server,
    settings,
    smart_host,
    suggest,
    trace,
)
from posthouse_server.cli.session import make_session
from posthouse_server.control import ControlError
from posthouse_server.secrets import SecretsError
from posthouse_server.settings import SettingsError
from posthouse_server.store import StaleRevisionError, StoreError
from posthouse_server.store.directory import DirectoryError

app = typer.Typer(name="posthousectl", help="Control Posthouse: its server, settings, mailboxes and queue.",
                  no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command()(server.start)
app.command()(server.stop)
app.command()(server.status)
app.command()(trace.trace)
app.command()(abuse.abuse)
app.command()(diagnose.diagnose)
app.command()(backup.backup)
app.command()(backup.restore)
app.add_typer(autostart.app, name="autostart")
app.add_typer(settings.app, name="settings")
app.add_typer(directory.domain_app, name="domain")
app.add_typer(directory.mailbox_app, name="mailbox")
app.add_typer(groups.group_app, name="group")
app.add_typer(directory_files.directory_app, name="directory")
app.add_typer(privileged.app, name="privileged")
relay.app.command("preview")(preview.show_preview)
relay.app.command("suggest")(suggest.suggest)
app.add_typer(relay.app, name="relay")
app.add_typer(smart_host.app, name="smart-host")
app.add_typer(queue.app, name="queue")
app.add_typer(history.app, name="history")
app.add_typer(bans.app, name="ban")

_ERRORS = (AutostartError, BackupError, ControlError, DirectoryError, OSError, SecretsError,
           SettingsError, StaleRevisionError, StoreError)
# Typer does not export this class, and has had it from click and of its own.
_UsageError = cast(type[Exception], typer.BadParameter.__base__)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"posthousectl {__version__}")
        raise typer.Exit


@app.callback()
def options(
        context: typer.Context,
        data_dir: Annotated[Path | None, typer.Option(help="The data folder (default: POSTHOUSE_DATA_DIR, else the "
                                                           "system's usual place).")] = None,
        json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
        _version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True,
                                               help="Print the version.")] = False) -> None:
    """Control Posthouse: its server, settings, mailboxes and queue."""
    context.obj = make_session(data_dir, is_json=json)


def main(arguments: list[str] | None = None) -> None:
    """Run one command; an error is one clear line, and the exit code 1 (2 for a command that was mistyped)."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles would fail on an arrow
    try:
        code = app(args=globals_first(sys.argv[1:] if arguments is None else arguments), prog_name="posthousectl",
                   standalone_mode=False)
    except typer.Abort:
        sys.exit(1)
    except _UsageError as error:
        sentence = error.format_message()  # type: ignore[attr-defined]
        is_help = "\n" in sentence  # what a group of commands says when no command is given
        typer.echo(sentence if is_help else f"posthousectl: {sentence} (see --help)", err=True)
        sys.exit(2)
    except _ERRORS as error:
        typer.echo(f"posthousectl: {error}", err=True)
        sys.exit(1)
    if isinstance(code, int) and code:
        sys.exit(code)


def globals_first(arguments: list[str]) -> list[str]:
    """Move --json and --data-dir to the front, so that they may stand behind the command as well."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word == "--json" or word.startswith("--data-dir="):
            front.append(word)
        elif word == "--data-dir" and waiting:
            front += [word, waiting.pop(0)]
        else:
            rest.append(word)
    return front + rest
