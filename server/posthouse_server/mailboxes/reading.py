"""The messages of a mailbox: listed, and deleted. Reading changes nothing, so nobody's unread mail becomes read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from posthouse_server.mailboxes.names import is_unread, key_of
from posthouse_server.mailboxes.texts import header_text
from posthouse_server.store.files import sync_folder
from posthouse_server.words import tr

_FOLDERS = ("new", "cur")
_HEADER_BYTES = 64 * 1024
LISTED = 5000
"""So many messages are listed, the newest; whoever looks for an older one has a mail program for it."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message as lists show it."""

    key: str
    sender: str
    subject: str
    at: datetime
    """The date of its header, or when it came where that is missing or nonsense."""
    size: int
    is_unread: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The newest messages of a mailbox, the newest first."""

    rows: tuple[MessageRow, ...] = ()
    total: int = 0


def list_messages(maildir: Path) -> Listing:
    """Return what is in a mailbox; one that has never received anything is empty. Blocks; raises OSError."""
    found = sorted(_entries(maildir), key=lambda item: item[2], reverse=True)
    rows = []
    for path, folder, came_at in found[:LISTED]:
        try:
            rows.append(_row(path, folder, came_at))
        except FileNotFoundError:
            continue  # deleted, or read and renamed, in this moment
    return Listing(tuple(sorted(rows, key=lambda row: row.at, reverse=True)), len(found))


def path_of(maildir: Path, key: str) -> Path:
    """Return the file of a message, whatever has become of its flags; raises FileNotFoundError."""
    for path, _, _ in _entries(maildir):
        if key_of(path.name) == key:
            return path
    raise FileNotFoundError(tr("The message {key} is not in the mailbox any more.", key=key))


def delete_messages(maildir: Path, keys: Collection[str]) -> int:
    """Delete messages for good; returns how many were there. Blocks; raises OSError."""
    wanted, number = set(keys), 0
    for path, _, _ in list(_entries(maildir)):
        if key_of(path.name) in wanted:
            path.unlink(missing_ok=True)
            number += 1
    for name in _FOLDERS:
        if number and (maildir / name).is_dir():
            sync_folder(maildir / name)
    return number


def _entries(maildir: Path) -> Iterator[tuple[Path, str, float]]:
    """Yield each message with its folder and when it came."""
    for folder in _FOLDERS:
        try:
            entries = os.scandir(maildir / folder)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                try:
                    if entry.is_file(follow_symlinks=False):
                        yield Path(entry.path), folder, entry.stat().st_mtime
                except FileNotFoundError:
                    continue


def _row(path: Path, folder: str, came_at: float) -> MessageRow:
    with path.open("rb") as file:
        raw = file.read(_HEADER_BYTES)
        size = file.seek(0, os.SEEK_END)
    header = BytesHeaderParser().parsebytes(raw)
    return MessageRow(key_of(path.name), header_text(header["From"]), header_text(header["Subject"]), _date(header, came_at),
                      size, is_unread(folder, path.name))


def _date(header: Message, came_at: float) -> datetime:
    try:
        found = parsedate_to_datetime(str(header["Date"]))
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError, IndexError):
        return datetime.fromtimestamp(came_at, UTC)
