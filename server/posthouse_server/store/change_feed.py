"""Has somebody written to a database since the last look? A poll that costs microseconds."""

from __future__ import annotations

import sqlite3
from types import TracebackType
from typing import Self

from posthouse_server.store.engine import Database, StoreError
from posthouse_server.words import tr


class ChangeFeed:
    """Compares SQLite's data_version, which every commit of another connection raises. For one thread at a time."""

    def __init__(self, database: Database) -> None:
        """Open a connection of its own to the database."""
        self._path = database.path
        self._connection: sqlite3.Connection | None = None
        self._seen = self._version()

    def has_changed(self) -> bool:
        """Return whether anything was committed since the last call; raises StoreError.

        After a fault it connects anew, and what may have been missed counts as a change.
        """
        is_blind = self._connection is None
        version = self._version()
        changed = is_blind or version != self._seen
        self._seen = version
        return changed

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        """Return the feed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the connection."""
        self.close()

    def _version(self) -> int:
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error as error:
            self.close()
            raise StoreError(tr("{path} could not be watched: {error}.", path=self._path, error=error)) from error
