"""Watches the store in a thread of its own, and tells the GUI thread what has changed."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal

from posthouse_server import control
from posthouse_server.store import Store, StoreError
from posthouse_server.store.change_feed import ChangeFeed

_POLL_S = 0.25
_LIVE_S = 1.0
"""How often the server's process is looked at, even when nobody has written anything."""
_AFTER_FAULT_S = 2.0


class StoreWatcher(QObject):
    """Emits facts about the store; connect only methods of QObjects, which Qt then calls in their own thread."""

    settings_changed = Signal()
    """Somebody has saved settings, changed the directory or asked for another state."""
    status_seen = Signal(object)
    """A control.Status: after every change, and once a second."""
    faulted = Signal(str)
    """The store can't be read, in a sentence; empty: it can again."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Watch nothing yet: call start()."""
        super().__init__(parent)
        self._store = store
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="store watcher", daemon=True)

    def start(self) -> None:
        """Begin; the first status follows at once."""
        self._thread.start()

    def close(self) -> None:
        """End the thread; nothing is emitted afterwards."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._store.watch_settings() as settings, self._store.watch_traffic() as traffic:
                    self._watch(settings, traffic)
            except StoreError as error:
                self.faulted.emit(str(error))
                self._stopping.wait(_AFTER_FAULT_S)

    def _watch(self, settings: ChangeFeed, traffic: ChangeFeed) -> None:
        self.status_seen.emit(control.status(self._store))
        self.faulted.emit("")
        self.settings_changed.emit()
        seen_at = time.monotonic()
        while not self._stopping.wait(_POLL_S):
            if settings.has_changed():
                self.settings_changed.emit()
            if traffic.has_changed() or time.monotonic() - seen_at >= _LIVE_S:
                self.status_seen.emit(control.status(self._store))
                seen_at = time.monotonic()
