"""The one door from other threads to the GUI thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Door(QObject):
    """Takes calls in any thread and makes them in the GUI thread, in order, until it is closed.

    Its signal only rings and carries nothing: PySide 6.12.0 miscounts the Python objects in signals that cross threads.
    """

    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make it in the GUI thread."""
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_closed = False
        self._rung.connect(self._on_rung, Qt.ConnectionType.QueuedConnection)

    def send(self, act: Callable[[], None]) -> None:
        """Have `act` called in the GUI thread; after close() it is dropped."""
        with self._lock:  # held while ringing, so that close() can't come between the look and the ring
            if not self._is_closed:
                self._waiting.append(act)
                self._rung.emit()

    def close(self) -> None:
        """Let nothing through any more, not even what is on its way; to be called before this object is deleted."""
        with self._lock:
            self._is_closed = True
            self._waiting.clear()

    def _on_rung(self) -> None:
        """Make one call a ring: should it raise, the others are not lost."""
        with self._lock:
            act = self._waiting.popleft() if self._waiting else None  # empty when closed meanwhile
        if act is not None:
            act()
