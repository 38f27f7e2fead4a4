"""directory export, import: post offices, domains, mailboxes, addresses and groups as one CSV file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from posthouse_server.cli.session import session_of, table, who
from posthouse_server.store.directory import DirectoryError
from posthouse_server.store.directory_import import Outcome

directory_app = typer.Typer(help="The whole directory as a CSV file.", no_args_is_help=True)


@directory_app.command("export")
def export_directory(context: typer.Context, file: Path) -> None:
    """Write domains, mailboxes and groups to a file; passwords are never in it."""
    session = session_of(context)
    with session.store() as store:
        text = store.directory.export_csv()
    file.write_text(text, "utf-8", newline="")
    number = max(0, text.count("\n") - 1)
    session.show({"file": str(file), "lines": number}, f"{number:,} {'line' if number == 1 else 'lines'} written to {file}.")


@directory_app.command("import")
def import_directory(context: typer.Context, file: Path,
                     dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would happen.")] = False) -> None:
    """Take a file in: all of it in one revision, or nothing if a line is refused."""
    session = session_of(context)
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise DirectoryError(f"{file} is not in UTF-8; save it as CSV UTF-8.") from error
    with session.store() as store:
        report = store.directory.import_csv(text, who(), is_dry=dry_run)
    shown = [line for line in report.lines if line.outcome is not Outcome.UNCHANGED]
    session.show({"imported": report.is_done, "lines": report.lines}, lambda: "\n".join([
        *([table(("Line", "Outcome", "What", "Reason"), [(line.number, line.outcome.value, line.what, line.reason)
                                                         for line in shown], "")] if shown else []),
        f"{report.sentence}{' Nothing was changed: this was a dry run.' if dry_run else ''}"]))
    if report.number_of(Outcome.REFUSED):
        raise typer.Exit(1)
