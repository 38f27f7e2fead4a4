"""Database connections: one engine a file, transactions as context managers, errors as sentences."""

from __future__ import annotations

import os
import shutil
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

from posthouse_server.words import tr

_BUSY_TIMEOUT_S = 5.0
_CACHED_STATEMENTS = 256  # insertions of 1, 2, 4, ... rows are statements of their own
_PAGE_BYTES = 8192  # a message of 100 KiB costs a quarter less than with 4096, and one of 1 KiB no more; for new files
_CHECKPOINT_PAGES = 2000  # 16 MB: what is delivered at once is written to the database file seldom, or never
_CHECKPOINT_SHARE = 32  # on a small disk the log may have this part of it, or nothing would be left for what it logs
_LEAST_BYTES = 256 * 1024  # with less SQLite can't even open a database in WAL mode
_WAL_KEPT_BYTES = 64 * 1024 * 1024
DATABASE_ERRORS = (DBAPIError, sqlite3.Error, UnicodeEncodeError)
"""What a statement may raise, through SQLAlchemy or from the driver, UnicodeEncodeError for text with a lone surrogate."""
_OF_THE_DATA = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError, sqlite3.InterfaceError)


class StoreError(Exception):
    """The store could not be read or written; the message is a sentence for people."""


class StorageFullError(StoreError):
    """There is no room left on the disk."""


class StoreTooNewError(StoreError):
    """The data folder was written by a newer version of Posthouse."""


class ReplacedError(StoreError):
    """The file of an open database is no more in its place."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC datetimes, stored as seconds since 1970 so that every database orders them alike."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> float | None:  # noqa: ARG002
        """Turn a datetime into seconds."""
        return None if value is None else value.timestamp()

    def process_result_value(self, value: float | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn seconds into a datetime; raises sqlite3.DataError for what is none (nobody but a stranger writes that)."""
        try:
            return None if value is None else datetime.fromtimestamp(value, UTC)
        except (OSError, OverflowError, TypeError, ValueError) as error:
            raise sqlite3.DataError(tr("{value!r} is no time", value=value)) from error


class Database:
    """One SQLite file: WAL, foreign keys on, and a chosen durability."""

    def __init__(self, path: Path, *, synchronous: str) -> None:
        """Prepare the engine (nothing is opened yet); synchronous is FULL (commits survive power loss) or NORMAL."""
        self.path = path
        self._name = str(path)
        self._synchronous = synchronous
        self.engine: Engine = create_engine(
            URL.create("sqlite", database=str(path)),
            connect_args={"timeout": _BUSY_TIMEOUT_S, "cached_statements": _CACHED_STATEMENTS})
        event.listen(self.engine, "connect", self._on_connect)
        event.listen(self.engine, "begin", _on_begin)

    def _on_connect(self, connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun by _on_begin, not by the driver's guesses
        try:
            connection.execute(f"PRAGMA page_size={_PAGE_BYTES}")
            _use_wal(connection)
            connection.execute(f"PRAGMA synchronous={self._synchronous}")
            connection.execute(f"PRAGMA fullfsync={self._synchronous == 'FULL'}")  # macOS: past the disk's own cache
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA wal_autocheckpoint={_checkpoint_pages(self.path.parent)}")
            connection.execute(f"PRAGMA journal_size_limit={_WAL_KEPT_BYTES}")
            # Some systems build SQLite so that it writes zeros over all that is deleted: as much writing again.
            connection.execute("PRAGMA secure_delete=FAST")
        except sqlite3.Error:
            connection.close()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a read transaction: everything in it sees one state; raises StoreError."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except DATABASE_ERRORS as error:
            self._replace_connections(error)
            raise self.fault(error, "read") from error

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open a write transaction, committed at the end and rolled back on any exception; raises StoreError."""
        try:
            with self.engine.connect().execution_options(posthouse_write=True) as connection, connection.begin():
                yield connection
        except DATABASE_ERRORS as error:
            self._replace_connections(error)
            raise self.fault(error, "written") from error

    def fault(self, error: Exception, verb: str) -> StoreError:
        """Return the sentence for one of DATABASE_ERRORS."""
        code, said = _code(error) & 0xFF, str(_driver_error(error))
        kind = StorageFullError if code == sqlite3.SQLITE_FULL else StoreError
        if code == sqlite3.SQLITE_IOERR and _is_disk_full(self.path.parent):  # SQLite itself does not say so in all cases
            kind, said = StorageFullError, tr("{error}: the disk is full", error=said)
        return kind(tr("{path} could not be read: {error}.", path=self.path, error=said) if verb == "read" else
                    tr("{path} could not be written: {error}.", path=self.path, error=said))

    def identity(self) -> tuple[int, int] | None:
        """Return what tells the file in this place from another; None where there is none. Windows moves no open file."""
        if os.name == "nt":
            return None
        try:
            status = os.stat(self._name)  # noqa: PTH116 - asked at every commit, and Path.stat takes twice as long
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def _replace_connections(self, error: Exception) -> None:
        """Trust no open connection after a fault of the file: it may hold damaged pages, or a file that was replaced."""
        if not is_of_the_data(error):
            self.engine.dispose()

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _checkpoint_pages(folder: Path) -> int:
    """Return after how many pages the log is written into the database."""
    try:
        total = shutil.disk_usage(folder).total
    except OSError:  # the database itself will say what is wrong
        return _CHECKPOINT_PAGES
    return max(20, min(_CHECKPOINT_PAGES, total // _CHECKPOINT_SHARE // _PAGE_BYTES))


def _is_disk_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_BYTES
    except OSError:
        return False


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


def is_of_the_data(error: Exception) -> bool:
    """Return whether an error came from what was to be written, and not from the database that was to take it."""
    return isinstance(_driver_error(error), _OF_THE_DATA) or not isinstance(error, DATABASE_ERRORS)


def is_damaged(error: BaseException | None) -> bool:
    """Return whether an error, or what it came from, says that the file is no database, or not a whole one."""
    while error is not None:
        if isinstance(error, Exception) and _code(error) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return True
        error = error.__cause__
    return False


def _driver_error(error: Exception) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig is not None else error


def _code(error: Exception) -> int:
    return int(getattr(_driver_error(error), "sqlite_errorcode", 0))


def _on_begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: a later upgrade of a read lock would fail without waiting.
    immediate = connection.get_execution_options().get("posthouse_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
