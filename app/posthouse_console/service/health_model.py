"""What the console finds out by itself: whether the books balance, and why a running server is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.books_words import difference_text
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.silence import is_silent, silence_alarm
from posthouse_server import control
from posthouse_server.store import Store, StoreError
from posthouse_server.store.messages import Ledger
from posthouse_server.store.nodes import Alarm
from posthouse_server.words import tr

LEDGER = "ledger"
"""The kind of the alarm about the books, the same as the server's own."""
_EVERY_MS = 1000


@dataclass(frozen=True, slots=True)
class _Look:
    ledger: Ledger | None
    fault: str
    silence: Alarm | None


class HealthModel(QObject):
    """Looks once a second off the GUI thread, one look at a time: a disk that hangs holds up the next look only."""

    changed = Signal()
    """The books, or whether they can be read."""

    def __init__(self, store: Store, background: Background, server: ServerModel, parent: QObject | None = None) -> None:
        """Look at nothing yet: call start()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._server = server
        self._is_looking = False
        self._was_silent = False
        self._differs_since: datetime | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.ledger: Ledger | None = None
        """The books when they could last be read."""
        self.fault = ""
        """Why the books can't be read now; empty when they can."""

    def start(self) -> None:
        """Begin; the first look follows at once."""
        self._timer.start()
        self._on_timer_timeout()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        if self._is_looking:
            return
        # Twice in a row, since a computer that has just woken up has not let the server speak yet.
        seems_silent = is_silent(self._server.status)
        is_to_be_explained = seems_silent and self._was_silent
        self._was_silent = seems_silent
        self._is_looking = True
        self._background.run(self, lambda: self._look(is_to_be_explained), self._on_looked, self._on_failed)

    def _look(self, is_to_be_explained: bool) -> _Look:
        silence = self._silence() if is_to_be_explained else None
        try:
            return _Look(self._store.spool.ledger(), "", silence)
        except StoreError as error:
            return _Look(None, str(error), silence)

    def _silence(self) -> Alarm | None:
        """Read the row anew: it may be the console that has not been able to read it for a while."""
        try:
            status = control.status(self._store)
        except StoreError:  # the watcher says so
            return None
        return silence_alarm(self._store, status) if is_silent(status) else None

    def _on_looked(self, look: _Look) -> None:
        self._is_looking = False
        is_news = look.fault != self.fault or (look.ledger is not None and look.ledger != self.ledger)
        self.fault = look.fault
        if look.ledger is not None:
            self.ledger = look.ledger
        self._server.note(tuple(alarm for alarm in (look.silence, self._books_alarm()) if alarm is not None))
        if is_news:
            self.changed.emit()

    def _books_alarm(self) -> Alarm | None:
        if self.ledger is None or self.ledger.difference == 0:
            self._differs_since = None
            return None
        self._differs_since = self._differs_since or datetime.now(UTC)
        return Alarm(LEDGER, tr("{ledger} Keep a copy of spool.db and report this.", ledger=difference_text(self.ledger)),
                     self._differs_since)

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        fault = tr("The books can't be read: {error}.", error=str(error) or type(error).__name__)
        if fault != self.fault:
            self.fault = fault
            self.changed.emit()
