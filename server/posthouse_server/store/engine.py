"""Database connections: one engine a file, transactions as context managers, errors as sentences."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, Float, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeDecorator

_BUSY_TIMEOUT_S = 5.0


class StoreError(Exception):
    """The store could not be read or written; the message is a sentence for people."""


class StoreTooNewError(StoreError):
    """The data folder was written by a newer version of Posthouse."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC datetimes, stored as seconds since 1970 so that every database orders them alike."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> float | None:  # noqa: ARG002
        """Turn a datetime into seconds."""
        return None if value is None else value.timestamp()

    def process_result_value(self, value: float | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn seconds into a datetime."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


class Database:
    """One SQLite file: WAL, foreign keys on, and a chosen durability."""

    def __init__(self, path: Path, *, synchronous: str) -> None:
        """Prepare the engine (nothing is opened yet); synchronous is FULL (commits survive power loss) or NORMAL."""
        self.path = path
        self._synchronous = synchronous
        self.engine: Engine = create_engine(
            URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_TIMEOUT_S})
        event.listen(self.engine, "connect", self._on_connect)
        event.listen(self.engine, "begin", _on_begin)

    def _on_connect(self, connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun by _on_begin, not by the driver's guesses
        try:
            _use_wal(connection)
            connection.execute(f"PRAGMA synchronous={self._synchronous}")
            connection.execute(f"PRAGMA fullfsync={self._synchronous == 'FULL'}")  # macOS: past the disk's own cache
            connection.execute("PRAGMA foreign_keys=ON")
        except sqlite3.Error:
            connection.close()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a read transaction: everything in it sees one state; raises StoreError."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except (DBAPIError, UnicodeEncodeError) as error:
            raise self.fault(error, "read") from error

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open a write transaction, committed at the end and rolled back on any exception; raises StoreError."""
        try:
            with self.engine.connect().execution_options(posthouse_write=True) as connection, connection.begin():
                yield connection
        except (DBAPIError, UnicodeEncodeError) as error:
            raise self.fault(error, "written") from error

    def fault(self, error: DBAPIError | UnicodeEncodeError, verb: str) -> StoreError:
        """Return the sentence for a database error, or for text that is not Unicode (a lone surrogate)."""
        return StoreError(f"{self.path} could not be {verb}: {error.orig if isinstance(error, DBAPIError) else error}.")

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; while another program makes the same new file, SQLite refuses at once instead of waiting."""
    deadline = time.monotonic() + _BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def is_in_transaction(connection: Connection) -> bool:
    """Return whether the transaction still stands: SQLite ends it by itself when, say, the disk is full."""
    return bool(connection.connection.dbapi_connection.in_transaction)  # type: ignore[union-attr]


def _on_begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: a later upgrade of a read lock would fail without waiting.
    immediate = connection.get_execution_options().get("posthouse_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
