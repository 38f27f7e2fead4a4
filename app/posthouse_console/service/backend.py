"""All that the window stands on: the models, the watcher, and the memory of one data folder."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.in_force import InForceWatch
from posthouse_console.service.memory import Memory
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.service.store_watcher import StoreWatcher
from posthouse_server.secrets import Secrets
from posthouse_server.store import Store


class Backend(QObject):
    """Wires the models to the watcher; the window only listens to them."""

    store_faulted = Signal(str)
    """The store can't be read, in a sentence; empty: it can again."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Read nothing yet: call start()."""
        super().__init__(parent)
        self.store = store
        self.memory = Memory(store.folder)
        self.background = Background(self)
        self.settings = SettingsModel(store, Secrets(store.folder), self.background, self)
        self.directory = DirectoryModel(store, self.background, self)
        self.server = ServerModel(store, self.background, self)
        self.in_force = InForceWatch(store, self.background, self)
        self._watcher = StoreWatcher(store, self)
        queued = Qt.ConnectionType.QueuedConnection
        self._watcher.settings_changed.connect(self.refresh, queued)
        self._watcher.status_seen.connect(self.server.see, queued)
        self._watcher.faulted.connect(self.store_faulted, queued)
        self.settings.saved.connect(self.in_force.await_revision)

    def start(self) -> None:
        """Begin to read and to watch."""
        self._watcher.start()

    def refresh(self) -> None:
        """Read settings and directory again."""
        self.settings.reload()
        self.directory.reload()

    def close(self) -> None:
        """End all threads; nothing arrives afterwards."""
        self._watcher.close()
        self.in_force.close()
        self.background.wait()
        self.memory.save()
