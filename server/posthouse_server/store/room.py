"""Room on the disk: a reserve is kept back, so that what was accepted can always be delivered and written off."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

_RESERVE_BYTES = 64 * 2**20
_RESERVE_SHARE = 8
"""On a small disk the reserve is this part of it."""
_REMEMBERED_S = 0.05
_REFUSED_S = 60.0
_OVERHEAD_BYTES = 16 * 1024


class DiskRoom:
    """Answers whether the disk of a folder has room for new mail; asked for each message, it looks twenty times a second.

    Without a reserve a queue that has filled the disk could never drain: writing down what became of a message needs room.
    """

    def __init__(self, folder: Path) -> None:
        """Look at the disk of this folder at the first question."""
        self._folder = folder
        self._looked_at = -_REMEMBERED_S
        self._free = 0
        self._reserve = 0
        self._refused, self._refused_at = 0, -_REFUSED_S

    def has_room(self, size: int = 0) -> bool:
        """Return whether so many bytes can be taken without touching the reserve; True where the disk can't be asked."""
        if self._fits(size):
            return True
        self._refused, self._refused_at = size, time.monotonic()
        return False

    @property
    def is_short(self) -> bool:
        """Return whether there is no room, not even for what was refused within the last minute."""
        is_recent = time.monotonic() - self._refused_at < _REFUSED_S
        return not self._fits(self._refused if is_recent else 0)

    def _fits(self, size: int) -> bool:
        at = time.monotonic()
        if at - self._looked_at >= _REMEMBERED_S:
            try:
                usage = shutil.disk_usage(self._folder)
            except OSError:  # writing will say what is wrong
                self._free, self._reserve = 2**63, 0
            else:
                self._free, self._reserve = usage.free, min(_RESERVE_BYTES, usage.total // _RESERVE_SHARE)
            self._looked_at = at  # last: two threads ask
        return self._free - size >= self._reserve

    @property
    def free_bytes(self) -> int:
        """Return what was free at the last look."""
        return self._free

    def take(self, size: int) -> None:
        """Count what is stored until the next look: a body is in the log and in the database, with pages around it."""
        self._free -= 2 * size + _OVERHEAD_BYTES
