"""The store of one data folder: settings, directory, spool, traffic and nodes."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from posthouse_server.paths import DataFolder
from posthouse_server.store.change_feed import ChangeFeed
from posthouse_server.store.directory import DirectoryStore
from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.nodes import NodeStore
from posthouse_server.store.schema import prepare
from posthouse_server.store.settings_store import SettingsStore
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.traffic import TrafficStore


class Store:
    """Opens the databases of a data folder, making or migrating them. Usable from many threads."""

    def __init__(self, folder: DataFolder) -> None:
        """Open; raises StoreError (unreadable) or StoreTooNewError."""
        self.folder = folder
        try:
            folder.create()
        except OSError as error:
            raise StoreError(f"The data folder {folder.root} could not be made: {error.strerror}.") from error
        self._settings_db = Database(folder.settings_db, synchronous="FULL")
        self._spool_db = Database(folder.spool_db, synchronous="FULL")
        self._traffic_db = Database(folder.traffic_db, synchronous="NORMAL")
        try:
            for name, database in (("settings", self._settings_db), ("spool", self._spool_db),
                                   ("traffic", self._traffic_db)):
                prepare(name, database, folder.backups)
            self.settings = SettingsStore(self._settings_db)
            self.settings.ensure_first()
        except BaseException:
            self.close()
            raise
        self.directory = DirectoryStore(self._settings_db, folder.mail)
        self.spool = SpoolStore(self._spool_db, folder.spool)
        self.traffic = TrafficStore(self._traffic_db)
        self.nodes = NodeStore(self._traffic_db)

    def watch_settings(self) -> ChangeFeed:
        """Return a feed over settings, directory and desired state."""
        return ChangeFeed(self._settings_db)

    def watch_spool(self) -> ChangeFeed:
        """Return a feed over the spool."""
        return ChangeFeed(self._spool_db)

    def watch_traffic(self) -> ChangeFeed:
        """Return a feed over traffic and nodes."""
        return ChangeFeed(self._traffic_db)

    def close(self) -> None:
        """Close all connections."""
        for database in (self._settings_db, self._spool_db, self._traffic_db):
            database.dispose()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close all connections."""
        self.close()
