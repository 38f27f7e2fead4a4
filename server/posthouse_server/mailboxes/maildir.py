"""Durable delivery into a Maildir: written in tmp, synced, renamed into new, and the folder synced."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from posthouse_server.store.files import sync_file, sync_folder

_FOLDERS = ("tmp", "new", "cur")


def deliver(maildir: Path, name: str, *parts: bytes | Iterable[bytes]) -> None:
    """Put a message under a name that is unique to this message and recipient; raises OSError.

    The same name twice is one message: a delivery repeated after a crash does not make a second copy.
    """
    if is_delivered(maildir, name):
        return
    _make(maildir)
    target = maildir / "new" / name
    temporary = maildir / "tmp" / name
    try:
        with temporary.open("wb") as file:
            for part in parts:
                file.writelines([part] if isinstance(part, bytes) else part)
            sync_file(file)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def is_delivered(maildir: Path, name: str) -> bool:
    """Return whether a message is there under this name, read or not."""
    return (maildir / "new" / name).exists() or any((maildir / "cur").glob(f"{name}*"))


def _make(maildir: Path) -> None:
    if all((maildir / name).is_dir() for name in _FOLDERS):
        return
    for name in _FOLDERS:
        (maildir / name).mkdir(parents=True, exist_ok=True)
    for folder in (maildir, maildir.parent, maildir.parent.parent):
        sync_folder(folder)
