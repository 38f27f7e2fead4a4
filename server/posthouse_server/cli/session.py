"""What each command needs: the store, the wish for JSON, and output that suits it."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from posthouse_server.control import author
from posthouse_server.paths import DataFolder, data_folder
from posthouse_server.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

AUTHOR = "command line"


@dataclass(slots=True)
class Session:
    """The global options of one call."""

    folder: DataFolder
    is_json: bool = False

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store for the time of a command."""
        with Store(self.folder) as store:
            yield store

    def show(self, value: Any, text: str | Callable[[], str]) -> None:
        """Print a value: as JSON if that was asked for, else as text."""
        if self.is_json:
            typer.echo(json.dumps(plain(value), indent=2, ensure_ascii=False))
            return
        shown = text() if callable(text) else text
        if shown:
            typer.echo(shown)


def session_of(context: typer.Context) -> Session:
    """Return the session that the program's callback has made."""
    found = context.obj
    assert isinstance(found, Session)
    return found


def make_session(data_dir: Path | None, *, is_json: bool) -> Session:
    """Return a session for the folder that the options or the environment name."""
    return Session(data_folder(data_dir), is_json)


def who() -> str:
    """Return the author of changes made here."""
    return author(AUTHOR)


def plain(value: Any) -> Any:
    """Turn dataclasses, datetimes and enumerations into what JSON knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def table(titles: Sequence[str], rows: Sequence[Sequence[Any]], empty: str) -> str:
    """Return rows as aligned columns under their titles, or the sentence for none."""
    if not rows:
        return empty
    cells = [[str(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(titles))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)


def local_time(at: datetime) -> str:
    """Return a time as a person here reads it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"


def read_password() -> str:
    """Return the password: asked for at a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")
