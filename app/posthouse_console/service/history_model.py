"""The history as the console sees it: the newest revisions, or those in which some words occur."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.store import Revision, Store

MOST_ROWS = 1000
_TYPING_MS = 200
"""So long somebody may pause between two letters before the history is searched."""


class HistoryList(QObject):
    """Reads only while somebody looks; `changed` is emitted in the GUI thread whenever the rows differ."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call watch()."""
        super().__init__(parent)
        self._store = store
        self._newest = Newest(background, self)
        self._words = ""
        self._is_watched = False
        self.rows: tuple[Revision, ...] = ()
        self.fault = ""
        """Why the history can't be read; empty when it can."""
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.reload)

    def watch(self, is_shown: bool) -> None:
        """Begin to read, or leave it."""
        if is_shown and not self._is_watched:
            self._words, self._is_watched = "", True
            self.reload()
        self._is_watched = is_shown

    def search(self, words: str) -> None:
        """List only revisions in which all of these words occur."""
        if words != self._words:
            self._words = words
            self._typing.start()

    def reload(self) -> None:
        """Read now, if somebody looks."""
        if self._is_watched:
            words = self._words
            self._newest.ask(lambda: self._store.history.list(words, MOST_ROWS), self._on_read, self._on_failed)

    def _on_read(self, rows: Sequence[Revision]) -> None:
        if (tuple(rows), "") != (self.rows, self.fault):
            self.rows, self.fault = tuple(rows), ""
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.rows, self.fault = (), str(error)
        self.changed.emit()
