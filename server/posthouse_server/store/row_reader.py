"""Single rows by key, read in microseconds on a connection that stays open."""

from __future__ import annotations

import threading
from typing import Any

from posthouse_server.store.engine import DATABASE_ERRORS, Database
from posthouse_server.store.statements import Prepared, Values


class RowReader:
    """Reads rows as they are at the moment, from any thread. A connection that breaks is replaced."""

    def __init__(self, database: Database) -> None:
        """Open nothing yet."""
        self._database = database
        self._lock = threading.Lock()
        self._connection: Any = None

    def rows(self, statement: Prepared, values: Values) -> list[Any]:
        """Return all rows of a statement; raises StoreError."""
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = self._database.engine.raw_connection()
                # All of them at once: a statement that was not read to its end would hold on to this state of the file.
                found: list[Any] = statement.run(
                    self._connection.cursor(), self._database.engine.dialect, values).fetchall()
            except DATABASE_ERRORS as error:
                self._drop()
                raise self._database.fault(error, "read") from error
            return found

    def close(self) -> None:
        """Close the connection; the next question opens another."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()
