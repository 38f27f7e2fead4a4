"""A search for messages, and the life of one of them; both are read in the background."""

from __future__ import annotations

import functools
import threading

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.store import Store
from posthouse_server.store.message_life import MessageLife, life_of
from posthouse_server.store.message_search import MessageHit, SearchStep, search_messages


class MessageFinder(QObject):
    """Holds what the newest search has found so far; facts arrive in the GUI thread."""

    changed = Signal()
    """More was found, the search is over, or it could not be done."""
    life_read = Signal(object)
    """A MessageLife."""

    def __init__(self, store: Store, background: Background, parent: QObject) -> None:
        """Look for nothing yet."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._lives = Newest(background, self)
        self._cancel = threading.Event()
        self.hits: tuple[MessageHit, ...] = ()
        self.share: float | None = None
        """How much was looked through, from 0 to 1; None: no search is under way."""
        self.is_cancelled = False
        self.fault = ""

    def search(self, text: str) -> None:
        """Look for a message; what was looked for before is given up."""
        self._cancel.set()
        self._cancel = cancel = threading.Event()
        self.hits, self.share, self.fault, self.is_cancelled = (), 0.0, "", False
        self.changed.emit()
        self._background.run(self, lambda: self._look(text, cancel), lambda _none: self._on_over(cancel),
                             functools.partial(self._on_failed, cancel))

    def cancel(self) -> None:
        """Give up; what was found stays."""
        if self.share is not None:
            self._cancel.set()
            self.share, self.is_cancelled = None, True
            self.changed.emit()

    def read_life(self, short_id: str) -> None:
        """Read the life of a message, or of the one whose recipient was judged with this id."""
        self._lives.ask(lambda: life_of(self._store, short_id), self._on_life, functools.partial(self._on_failed, self._cancel))

    def _look(self, text: str, cancel: threading.Event) -> None:
        def is_over() -> bool:
            return cancel.is_set() or self._background.closing.is_set()

        for step in search_messages(self._store, text, is_over):
            if is_over():
                return
            self._background.post(self, functools.partial(self._on_step, cancel, step))

    def _on_step(self, cancel: threading.Event, step: SearchStep) -> None:
        if cancel is not self._cancel or cancel.is_set():
            return
        self.share = max(self.share or 0.0, step.share)
        if step.hits:
            self.hits = tuple(sorted((*self.hits, *step.hits), key=lambda hit: hit.at, reverse=True))
        self.changed.emit()

    def _on_over(self, cancel: threading.Event) -> None:
        if cancel is self._cancel and self.share is not None:
            self.share = None
            self.changed.emit()

    def _on_life(self, life: MessageLife) -> None:
        self.life_read.emit(life)

    def _on_failed(self, cancel: threading.Event, error: Exception) -> None:
        if cancel is self._cancel:
            self.share, self.fault = None, str(error)
            self.changed.emit()
