"""The files of one log: a new one each day, and when one grows too large; old ones go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

_MEGABYTE = 10**6


@dataclass(frozen=True, slots=True)
class Naming:
    """How the files of a log are called: prefix, YYMMDD, and a number from the second of a day on."""

    prefix: str
    head: str = ""
    """What a new file begins with."""

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
        """Write lines of this local time; each ends with a line end."""
        day = f"{at:%y%m%d}"
        if self._file is None or day != self._day or self._size >= self.retention.file_megabytes * _MEGABYTE:
            self._begin(at, day, head)
        assert self._file is not None
        self._file.write(text)
        self._file.flush()
        self._size += len(text.encode("utf-8", "replace"))

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def prune(self, at: datetime) -> None:
        """Remove files that are too old or too much; the one in use stays."""
        files = sorted((path for path in self.folder.glob("*.log") if self._naming.matches(path.name)),
                       key=lambda path: path.stat().st_mtime, reverse=True)
        total = 0
        for number, path in enumerate(files):
            facts = path.stat()
            total += facts.st_size
            is_old = self.retention.days and facts.st_mtime < (at - timedelta(days=self.retention.days)).timestamp()
            is_much = self.retention.total_megabytes and total > self.retention.total_megabytes * _MEGABYTE
            if number and (is_old or is_much):
                path.unlink(missing_ok=True)

    def _begin(self, at: datetime, day: str, head: str) -> None:
        self.close()
        self._number = 1 if day != self._day else self._number + 1
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
        self.prune(at)
