"""Schema versions: make a new database, migrate an older one after a backup copy, refuse a newer one."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import filelock
from sqlalchemy import Connection, MetaData

from posthouse_server.store.engine import Database, StoreError, StoreTooNewError
from posthouse_server.store.tables import settings_metadata, spool_metadata, traffic_metadata
from posthouse_server.words import tr

HEADS = {"settings": "0004", "spool": "0003", "traffic": "0005"}
"""The newest migration of each database: known here so that a start with nothing to do needs no Alembic."""
METADATA: dict[str, MetaData] = {"settings": settings_metadata, "spool": spool_metadata, "traffic": traffic_metadata}

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK_TIMEOUT_S = 2.0  # for whoever only looks whether the lock is held, or migrates another database of the folder
_ALEMBIC = threading.Lock()
"""Alembic keeps the migration that runs in module globals."""


def prepare(name: str, database: Database, backups: Path, lock: Path | None = None) -> None:
    """Bring a database to the schema of this version; raises StoreTooNewError or StoreError.

    `lock` is the file that a running server holds: under an older one nothing is migrated. None: the caller holds it.
    """
    version = _version(database)
    if version == HEADS[name]:
        return
    if version is not None and not version.isalnum():
        raise StoreError(tr("{path} does not say by which version of Posthouse it was written (schema {version!r}). Put it "
                            "back from a backup.", path=database.path, version=version))
    if version is not None and version > HEADS[name]:
        raise StoreTooNewError(
            tr("{path} was written by a newer version of Posthouse (schema {version}; this version knows {known}). Install "
               "that version, or name another data folder.", path=database.path, version=version, known=HEADS[name]))
    with _no_server(lock if version is not None else None, database), _ALEMBIC:
        if version is not None:
            _back_up(database.path, backups, version)
        _migrate(name, database)


@contextmanager
def _no_server(lock: Path | None, database: Database) -> Iterator[None]:
    """Keep servers out while it lasts; raises StoreError if one runs."""
    if lock is None:
        yield
        return
    try:
        with filelock.FileLock(lock, timeout=_LOCK_TIMEOUT_S):
            yield
    except filelock.Timeout:
        raise StoreError(tr("{path} is of an older version of Posthouse, and a server of that version is running on it. Stop "
                            "that server first; then this version brings the data up to date.", path=database.path)) from None
    except OSError as error:
        raise StoreError(tr("{path} can't be locked: {strerror}.", path=lock, strerror=error.strerror)) from error


def _version(database: Database) -> str | None:
    try:
        with database.read() as connection:
            return _version_inside(connection)
    except StoreError as error:
        raise StoreError(tr("The store is unreadable: {error}", error=error)) from error


def _back_up(path: Path, backups: Path, version: str) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = backups / f"{path.stem}-{version}-{stamp}.db"
    try:
        backups.mkdir(exist_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(tr("{path} could not be copied to {copy} before its migration: {error}.",
                            path=path, copy=copy, error=error)) from error


def _migrate(name: str, database: Database) -> None:
    from alembic.config import Config  # imported here: it costs a start 100 ms, and is needed once a version
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS / name).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def upgrade(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs("head", revision)

    with EnvironmentContext(config, script, fn=upgrade, destination_rev="head") as environment, \
            database.write() as connection:
        if _version_inside(connection) == HEADS[name]:
            return  # another process was faster
        environment.configure(connection=connection, target_metadata=METADATA[name])
        try:
            environment.run_migrations()
        except CommandError as error:
            raise StoreError(tr("{path} could not be migrated: {error}.", path=database.path, error=error)) from error


def _version_inside(connection: Connection) -> str | None:
    exists = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first() if exists else None
    return str(row[0]) if row else None
