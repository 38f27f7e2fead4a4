"""How much a mailbox holds: counted once, and again only after its folders have changed."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from posthouse_server.mailboxes.names import is_unread

_HOLDING = ("new", "cur")
_SETTLED_NS = 2_000_000_000
"""A folder that was changed a moment ago may change again under the same time stamp."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What is in a mailbox."""

    size: int = 0
    """Bytes on disk."""
    messages: int = 0
    unread: int = 0

    @property
    def kilobytes(self) -> int:
        """Return the size as lists show it: rounded up."""
        return -(-self.size // 1024)


_known: dict[str, tuple[tuple[int, ...], Usage]] = {}
_lock = threading.Lock()


def usage_of(maildir: Path) -> Usage:
    """Return what is in a mailbox; a folder that does not exist yet is empty. Blocks; raises OSError."""
    stamps = tuple(_changed_at(maildir / name) for name in _HOLDING)
    with _lock:
        known = _known.get(str(maildir))
    if known is not None and known[0] == stamps:
        return known[1]
    began = time.time_ns()
    found = _count(maildir)
    if max(stamps) < began - _SETTLED_NS:
        with _lock:
            _known[str(maildir)] = stamps, found
    return found


def _changed_at(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _count(maildir: Path) -> Usage:
    size = messages = unread = 0
    for name in _HOLDING:
        try:
            entries = os.scandir(maildir / name)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                try:
                    size += entry.stat().st_size
                except FileNotFoundError:
                    continue  # read and renamed, or deleted, in this moment
                messages += 1
                unread += is_unread(name, entry.name)
    return Usage(size, messages, unread)
