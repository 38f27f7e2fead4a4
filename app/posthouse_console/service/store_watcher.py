"""Watches the store in a thread of its own, and tells the GUI thread what has changed."""

from __future__ import annotations

import logging
import threading
import time

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_server import control
from posthouse_server.store import Store, StoreError
from posthouse_server.store.change_feed import ChangeFeed
from posthouse_server.words import tr

_log = logging.getLogger(__name__)

_POLL_S = 0.25
_LIVE_S = 1.0
"""How often the server's process is looked at, even when nobody has written anything."""
_AFTER_FAULT_S = 2.0


class StoreWatcher(QObject):
    """Emits facts about the store, in the GUI thread."""

    settings_changed = Signal()
    """Somebody has saved settings, changed the directory or asked for another state."""
    traffic_changed = Signal()
    """Something was written to the trace, or the server has given a sign of life."""
    spool_changed = Signal()
    """Mail has come or gone, or somebody has edited the queues."""
    status_seen = Signal(object)
    """A control.Status: after every change, and once a second."""
    faulted = Signal(str)
    """The store can't be read, in a sentence; empty: it can again."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Watch nothing yet: call start()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="store watcher", daemon=True)

    def start(self) -> None:
        """Begin; the first status follows at once."""
        self._thread.start()

    def close(self, timeout_s: float) -> bool:
        """End the thread; returns whether it has ended, since it may be waiting for a lock on the store."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with (self._store.watch_settings() as settings, self._store.watch_traffic() as traffic,
                      self._store.watch_spool() as spool):
                    self._watch(settings, traffic, spool)
            except StoreError as error:
                self._tell_fault(str(error))
            except Exception as error:  # noqa: BLE001 - a thread that ended here would leave a console that looks alive
                _log.exception("The store can't be watched")
                self._tell_fault(tr("The store can't be watched: {error}.", error=str(error) or type(error).__name__))

    def _tell_fault(self, fault: str) -> None:
        self._background.post(self, lambda: self.faulted.emit(fault))
        self._stopping.wait(_AFTER_FAULT_S)

    def _watch(self, settings: ChangeFeed, traffic: ChangeFeed, spool: ChangeFeed) -> None:
        self._look_at_server()
        self._background.post(self, lambda: self.faulted.emit(""))
        self._background.post(self, self.settings_changed.emit)
        seen_at = time.monotonic()
        while not self._stopping.wait(_POLL_S):
            if settings.has_changed():
                self._background.post(self, self.settings_changed.emit)
            if spool.has_changed():
                self._background.post(self, self.spool_changed.emit)
            is_written = traffic.has_changed()
            if is_written:
                self._background.post(self, self.traffic_changed.emit)
            if is_written or time.monotonic() - seen_at >= _LIVE_S:
                self._look_at_server()
                seen_at = time.monotonic()

    def _look_at_server(self) -> None:
        status = control.status(self._store)
        self._background.post(self, lambda: self.status_seen.emit(status))
