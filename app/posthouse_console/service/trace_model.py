"""The message trace as the console sees it: the newest decisions, or those in which some words occur."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.store import Store
from posthouse_server.store.traffic import DecisionRow

MOST_ROWS = 1000
"""So many of the newest stand in the list; the filter looks through all that is recorded."""
_TYPING_MS = 200
"""So long somebody may pause between two letters before the trace is searched."""
_LIVE_MS = 1000


class TraceSource(QObject):
    """Reads only while somebody looks; `changed` is emitted in the GUI thread whenever the rows differ."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call watch()."""
        super().__init__(parent)
        self._store = store
        self._newest = Newest(background, self)
        self._words = ""
        self._is_watched = False
        self._is_asking = False
        self._is_stale = False
        self.rows: list[DecisionRow] = []
        self.fault = ""
        """Why the trace can't be read; empty when it can."""
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._live = QTimer(self, singleShot=True, interval=_LIVE_MS)
        self._live.timeout.connect(self._ask)

    def watch(self, on: bool) -> None:
        """Begin to read, or leave it."""
        if on and not self._is_watched:
            self._words = ""
            self._is_watched = True
            self._ask()
        self._is_watched = on

    def search(self, words: str) -> None:
        """List only decisions in which all of these words occur."""
        if words != self._words:
            self._words = words
            self._typing.start()

    def refresh(self) -> None:
        """Something was recorded: read again, but not more often than an eye can follow."""
        if self._is_watched and not self._live.isActive():
            self._live.start()

    def _ask(self) -> None:
        if not self._is_watched:
            return
        if self._is_asking:
            self._is_stale = True  # a search through a million rows takes its time: one at once is enough
            return
        self._is_asking = True
        words = self._words
        self._newest.ask(lambda: self._store.traffic.search(words, MOST_ROWS), self._on_found, self._on_failed)

    def _on_found(self, rows: list[DecisionRow]) -> None:
        is_new = rows != self.rows or bool(self.fault)
        self.rows, self.fault = rows, ""
        self._end(is_new)

    def _on_failed(self, error: Exception) -> None:
        self.fault = str(error)
        self.rows = []
        self._end(True)

    def _end(self, is_new: bool) -> None:
        self._is_asking = False
        if is_new:
            self.changed.emit()
        if self._is_stale:
            self._is_stale = False
            self._ask()
