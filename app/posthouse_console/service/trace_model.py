"""The message trace as the console sees it: the newest decisions, or those in which some words occur."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from posthouse_console.service.background import Background
from posthouse_console.service.searched_rows import SearchedRows
from posthouse_server.store import Store
from posthouse_server.store.decision_listing import DecisionOrder
from posthouse_server.store.traffic import DecisionRow

MOST_ROWS = 1000
"""So many of the newest stand in the list; the filter looks through all that is recorded."""
_LIVE_MS = 1000


class TraceSource(SearchedRows[DecisionRow]):
    """Follows what is recorded, but not more often than an eye can follow."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call watch()."""
        super().__init__(background, parent)
        self._store = store
        self._live = QTimer(self, singleShot=True, interval=_LIVE_MS)
        self._live.timeout.connect(self.reload)

    def find(self, words: str) -> Sequence[DecisionRow]:
        """Return the newest decisions."""
        return self._store.traffic.search(words, MOST_ROWS)

    def portions(self, order: DecisionOrder, *, is_descending: bool) -> Callable[[], Iterator[Sequence[DecisionRow]]]:
        """Return what reads all decisions with the words of now; it blocks, and raises StoreError."""
        words = self.words
        return lambda: self._store.traffic.portions(words, order, is_descending=is_descending)

    def refresh(self) -> None:
        """Something was recorded."""
        if self._is_watched and not self._live.isActive():
            self._live.start()
