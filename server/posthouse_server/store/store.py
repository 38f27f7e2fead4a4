"""The store of one data folder: settings, directory, spool, traffic and nodes."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType
from typing import Self

from posthouse_server.paths import DataFolder
from posthouse_server.store.backups import BackupStore
from posthouse_server.store.bans import BanStore
from posthouse_server.store.change_feed import ChangeFeed
from posthouse_server.store.clock import now
from posthouse_server.store.directory import DirectoryStore
from posthouse_server.store.engine import Database, StoreError, StoreTooNewError, is_damaged
from posthouse_server.store.history import HistoryStore
from posthouse_server.store.nodes import NodeStore
from posthouse_server.store.relay_tests import RelayTestStore
from posthouse_server.store.schema import prepare
from posthouse_server.store.set_up import SetUpStore
from posthouse_server.store.settings_store import SettingsStore
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.traffic import TrafficStore
from posthouse_server.store.trials import TrialStore
from posthouse_server.store.work_orders import WorkOrderStore
from posthouse_server.words import tr

_log = logging.getLogger(__name__)


class Store:
    """Opens the databases of a data folder, making or migrating them. Usable from many threads."""

    def __init__(self, folder: DataFolder, *, is_server: bool = False) -> None:
        """Open; raises StoreError (unreadable) or StoreTooNewError.

        A server, which holds the lock of the folder, migrates an older store; others do so only while no server runs.
        """
        self.folder = folder
        try:
            folder.create()
        except OSError as error:
            raise StoreError(tr("The data folder {root} could not be made: {strerror}.",
                                root=folder.root, strerror=error.strerror)) from error
        self._settings_db = Database(folder.settings_db, synchronous="FULL")
        self._spool_db = Database(folder.spool_db, synchronous="FULL")
        self._traffic_db = Database(folder.traffic_db, synchronous="NORMAL")
        self.directory = DirectoryStore(self._settings_db, folder.mail)
        self.history = HistoryStore(self._settings_db)
        self.trace_note = ""
        """What happened to the trace in the life of this object, as a sentence; usually nothing."""
        try:
            lock = None if is_server else folder.lock
            prepare("settings", self._settings_db, folder.backups, lock)
            prepare("spool", self._spool_db, folder.backups, lock)
            self._prepare_traffic(lock, may_begin_anew=is_server)
            self.settings = SettingsStore(self._settings_db)
            self.settings.ensure_first()
        except BaseException:
            self.close()
            raise
        self.spool = SpoolStore(self._spool_db, folder.spool)
        self.traffic = TrafficStore(self._traffic_db)
        self.nodes = NodeStore(self._traffic_db)
        self.trials = TrialStore(self._settings_db)
        self.bans = BanStore(self._traffic_db)
        self.relay_tests = RelayTestStore(self._traffic_db)
        self.work_orders = WorkOrderStore(self._settings_db)
        self.backups = BackupStore(self._settings_db)
        self.set_up = SetUpStore(self._settings_db, folder.mail)

    def _prepare_traffic(self, lock: Path | None, *, may_begin_anew: bool) -> None:
        """Open what has happened; mail must not wait for that, so a server begins anew where it is damaged."""
        try:
            prepare("traffic", self._traffic_db, self.folder.backups, lock)
        except StoreTooNewError:
            raise
        except StoreError as error:
            if not may_begin_anew or not is_damaged(error):
                raise
            self.begin_trace_anew()

    def begin_trace_anew(self) -> None:
        """Put a damaged traffic database aside and make a new one; `trace_note` says so. Raises StoreError."""
        path = self.folder.traffic_db
        aside = path.with_name(f"{path.stem}-damaged-{now():%Y%m%d-%H%M%S}{path.suffix}")
        self._traffic_db.dispose()
        try:
            path.replace(aside)
            for ending in ("-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(tr("The damaged {path} could not be put aside: {strerror}.",
                                path=path, strerror=error.strerror)) from error
        prepare("traffic", self._traffic_db, self.folder.backups, None)
        self.trace_note = tr("The trace was damaged and begins anew; what was left of it is kept as {aside}.",
                             aside=aside.name)
        _log.error("%s", self.trace_note)

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
        self.directory.close()
        self.history.close()
        for database in (self._settings_db, self._spool_db, self._traffic_db):
            database.dispose()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close all connections."""
        self.close()
