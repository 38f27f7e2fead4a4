"""The history as the console sees it: the newest revisions, or those in which some words occur."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from posthouse_console.service.background import Background
from posthouse_console.service.searched_rows import SearchedRows
from posthouse_server.store import Revision, Store

MOST_ROWS = 1000


class HistoryList(SearchedRows[Revision]):
    """Read anew whenever settings or directory have changed."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call watch()."""
        super().__init__(background, parent)
        self._store = store

    def find(self, words: str) -> Sequence[Revision]:
        """Return the newest revisions."""
        return self._store.history.list(words, MOST_ROWS)

    def all(self) -> Callable[[], Sequence[Revision]]:
        """Return what reads all revisions with the words of now; it blocks, and raises StoreError."""
        words = self.words
        return lambda: self._store.history.list(words, sys.maxsize)
