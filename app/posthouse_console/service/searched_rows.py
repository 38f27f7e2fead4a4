"""A list of the store that is searched by words: read while somebody looks, off the GUI thread, one search at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background

_TYPING_MS = 200
"""So long somebody may pause between two letters before the list is searched."""
Row = TypeVar("Row")


class SearchedRows(QObject, Generic[Row]):
    """Holds the newest rows in which some words occur; `changed` is emitted in the GUI thread whenever they differ."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call watch()."""
        super().__init__(parent)
        self._background = background
        self.words = ""
        self._is_watched = False
        self._is_asking = False
        self._is_stale = False
        self.rows: Sequence[Row] = ()
        self.fault = ""
        """Why the list can't be read; empty when it can."""
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.reload)

    def find(self, words: str) -> Sequence[Row]:
        """Return the newest rows in which all words occur; called in a background thread, raises StoreError."""
        raise NotImplementedError

    def watch(self, on: bool) -> None:
        """Begin to read, or leave it."""
        if on and not self._is_watched:
            self.words, self._is_watched = "", True
            self.reload()
        self._is_watched = on

    def search(self, words: str) -> None:
        """List only rows in which all of these words occur."""
        if words != self.words:
            self.words = words
            self._typing.start()

    def reload(self) -> None:
        """Read now, if somebody looks."""
        if not self._is_watched:
            return
        if self._is_asking:
            self._is_stale = True  # a search through a million rows takes its time: one at once is enough
            return
        self._is_asking = True
        words = self.words
        self._background.run(self, lambda: self.find(words), self._on_found, self._on_failed)

    def _on_found(self, rows: Sequence[Row]) -> None:
        self._take(rows, "")

    def _on_failed(self, error: Exception) -> None:
        self._take((), str(error))

    def _take(self, rows: Sequence[Row], fault: str) -> None:
        is_new = (list(rows), fault) != (list(self.rows), self.fault)
        self.rows, self.fault, self._is_asking = rows, fault, False
        if is_new:
            self.changed.emit()
        if self._is_stale:
            self._is_stale = False
            self.reload()
