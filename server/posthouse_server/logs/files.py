"""The files of one log: a new one each day, and when one grows too large; old ones go."""

from __future__ import annotations

import contextlib
import logging
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

_log = logging.getLogger(__name__)
_MEGABYTE = 10**6


@dataclass(frozen=True, slots=True)
class Naming:
    """How the files of a log are called: prefix, YYMMDD, and a number from the second of a day on."""

    prefix: str

    def name(self, day: datetime, number: int) -> str:
        """Return a file's name."""
        return f"{self.prefix}{day:%y%m%d}{f'-{number}' if number > 1 else ''}.log"

    def matches(self, name: str) -> bool:
        """Return whether a file is one of this log's."""
        return re.fullmatch(rf"{re.escape(self.prefix)}\d{{6}}(-\d+)?\.log", name) is not None


@dataclass(frozen=True, slots=True)
class Retention:
    """When a file is full, and when the old ones go."""

    file_megabytes: int
    days: int
    """0: for ever."""
    total_megabytes: int
    """Of all files of the log together; 0: any number."""


class LogFiles:
    """Appends lines; its methods block and raise OSError."""

    def __init__(self, folder: Path, naming: Naming, retention: Retention) -> None:
        """Nothing is opened before the first line."""
        self.folder = folder
        self._naming = naming
        self.retention = retention
        self._file: IO[str] | None = None
        self._day = ""
        self._number = 0
        self._size = 0

    def append(self, at: datetime, text: str, head: str = "") -> None:
        """Write lines of this local time, each with its line end; a new file begins with the head."""
        day = f"{at:%y%m%d}"
        if self._file is None or day != self._day or self._size >= self.retention.file_megabytes * _MEGABYTE:
            self._begin(at, day, head)
        assert self._file is not None
        try:
            self._file.write(text)
            self._file.flush()
        except OSError:
            self.close()  # the next line opens it anew: a share that is back is another file
            raise
        self._size += len(text.encode("utf-8", "replace"))

    def close(self) -> None:
        """Close the file; never raises, since `append` has said already what could not be written."""
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(OSError):
                file.close()

    def _prune(self, at: datetime, used: Path) -> None:
        """Remove files that are too old or too much; the one in use stays, and so does what somebody holds."""
        oldest = (at - timedelta(days=self.retention.days)).timestamp() if self.retention.days else 0.0
        total = self._size
        for modified, size, path in self._others(used):
            total += size
            if modified < oldest or 0 < self.retention.total_megabytes * _MEGABYTE < total:
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    _log.warning("The old log file %s can't be removed: %s", path, error.strerror)

    def _others(self, used: Path) -> list[tuple[float, int, Path]]:
        """Return when they were last written, the size in bytes and the path of the other files, the newest first."""
        found = []
        for path in self.folder.glob("*.log"):
            if path != used and self._naming.matches(path.name):
                with contextlib.suppress(FileNotFoundError):  # somebody else has just removed it
                    facts = path.stat()
                    found.append((facts.st_mtime, facts.st_size, path))
        return sorted(found, reverse=True)

    def _begin(self, at: datetime, day: str, head: str) -> None:
        self.close()
        self._number = self._number if day == self._day else 1
        self._day = day
        self.folder.mkdir(parents=True, exist_ok=True)
        while True:
            path = self.folder / self._naming.name(at, self._number)
            self._size = path.stat().st_size if path.exists() else 0
            if self._size < self.retention.file_megabytes * _MEGABYTE:
                break
            self._number += 1
        self._file = path.open("a", encoding="utf-8", errors="replace", newline="\n")
        if not self._size and head:
            self._file.write(head)
            self._size = len(head)
        self._prune(at, path)
