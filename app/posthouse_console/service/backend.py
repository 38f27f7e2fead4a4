"""All that the window stands on: the models, the watcher, and the memory of one data folder."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.abuse_model import AbuseReports
from posthouse_console.service.background import Background
from posthouse_console.service.bans_model import BansList
from posthouse_console.service.collector import GuiCollector
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.health_model import HealthModel
from posthouse_console.service.history_model import HistoryList
from posthouse_console.service.in_force import InForceWatch
from posthouse_console.service.memory import Memory
from posthouse_console.service.queue_model import QueueList
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.service.store_watcher import StoreWatcher
from posthouse_console.service.trace_model import TraceSource
from posthouse_server.secrets import Secrets
from posthouse_server.store import Store

_PATIENCE_S = 1.0
"""For what is being written when the window closes; whatever takes longer waits for the network or for a lock."""


class Backend(QObject):
    """Wires the models to the watcher; the window only listens to them."""

    store_faulted = Signal(str)
    """The store can't be read, in a sentence; empty: it can again."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Read nothing yet: call start()."""
        super().__init__(parent)
        self.store = store
        self._collector = GuiCollector(self)
        self.memory = Memory(store.folder)
        self.background = Background(self)
        self.settings = SettingsModel(store, Secrets(store.folder), self.background, self)
        self.directory = DirectoryModel(store, self.background, self)
        self.server = ServerModel(store, self.background, self)
        self.health = HealthModel(store, self.background, self.server, self)
        self.bans = BansList(store, self.background, self)
        self.abuse = AbuseReports(store, self.background, self)
        self.trace = TraceSource(store, self.background, self)
        self.history = HistoryList(store, self.background, self)
        self.queues = QueueList(store, self.background, self)
        self.in_force = InForceWatch(store, self.background, self)
        self._watcher = StoreWatcher(store, self.background, self)
        self._watcher.settings_changed.connect(self.refresh)
        self._watcher.status_seen.connect(self.server.see)
        self._watcher.traffic_changed.connect(self.trace.refresh)
        self._watcher.spool_changed.connect(self.queues.refresh)
        self._watcher.faulted.connect(self.store_faulted)
        self.settings.saved.connect(self.in_force.await_revision)

    def start(self) -> None:
        """Begin to read and to watch."""
        self._watcher.start()
        self.health.start()

    def refresh(self) -> None:
        """Read settings and directory again."""
        self.settings.reload()
        self.directory.reload()
        self.bans.reload()
        self.trace.refresh()
        self.history.reload()
        self.queues.reload()

    def close(self) -> bool:
        """End all threads, and return whether they have: if not, the store is still in use. Nothing arrives afterwards."""
        self.memory.save()
        self.health.close()
        self.bans.close()
        is_idle = self.background.close(_PATIENCE_S)
        is_idle = self._watcher.close(_PATIENCE_S) and is_idle
        self._collector.close()
        return is_idle
