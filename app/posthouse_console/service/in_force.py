"""After a save: when does the running server obey it, or why not?"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_server import control
from posthouse_server.control import Status
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState
from posthouse_server.words import tr

_POLL_S = 0.05
_PATIENCE_S = 10.0
_SETTLED = timedelta(seconds=1)
"""A server that still gives its old reason so long after the save has looked at the new revision, and refuses it again."""
_SAID = "The new settings are not in force: "
"""How the server, which speaks English, begins its reason; the sentence here has said that already."""
_UP = (NodeState.RUNNING, NodeState.STARTING)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a revision; an empty sentence: a later save has taken its place, whose outcome counts."""

    sentence: str
    is_refused: bool = False


class InForceWatch(QObject):
    """Waits in the background for the server to apply a revision."""

    reported = Signal(str)
    """The outcome as a sentence."""
    refused = Signal(str)
    """The server can't use what was saved, or a part of it; the same sentence."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Wait for nothing yet: call await_revision()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._latest = 0

    def await_revision(self, number: int) -> None:
        """Report when the server has applied this revision; a slot for SettingsModel.saved."""
        self._latest = max(self._latest, number)
        self._background.run(self, lambda: self._wait(number), self._on_waited, self._on_failed)

    def _wait(self, number: int) -> Outcome:
        saved_at = next((revision.created_at for revision in self._store.settings.history(20)
                         if revision.number == number), datetime.now(UTC))
        before = control.status(self._store)
        if before.state not in _UP:
            return Outcome(tr("Saved as revision {number}; the server is stopped and will use it when it starts.",
                              number=number))
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline and not self._background.closing.wait(_POLL_S):
            if number < self._latest:
                return Outcome("")
            outcome = _judged(number, saved_at, before, control.status(self._store))
            if outcome is not None:
                return outcome
        return Outcome(tr("Revision {number} is saved, but the server has not taken it within {seconds:.0f} s.",
                          number=number, seconds=_PATIENCE_S))

    def _on_waited(self, outcome: Outcome) -> None:
        if outcome.sentence:
            self.reported.emit(outcome.sentence)
        if outcome.is_refused:
            self.refused.emit(outcome.sentence)

    def _on_failed(self, error: Exception) -> None:
        self.reported.emit(str(error))


def _judged(number: int, saved_at: datetime, before: Status, now: Status) -> Outcome | None:
    """Return what the server's row says of a revision; None: nothing yet."""
    if now.state not in _UP or now.node is None:
        return Outcome(tr("Saved as revision {number}; the server has ended meanwhile.", number=number))
    tail = tr(", but: {detail}", detail=now.detail) if now.detail else "."
    if now.node.revision > number:
        return Outcome(tr("Revision {revision} is in force; it came after your revision {number}{tail}",
                          revision=now.node.revision, number=number, tail=tail))
    after = now.node.heartbeat_at - saved_at
    if now.node.revision == number:
        return Outcome(tr("Revision {number} in force after {seconds:.1f} s{tail}", number=number,
                          seconds=max(after.total_seconds(), 0.0), tail=tail), is_refused=bool(now.detail))
    if now.detail and (now.detail != before.detail or after > _SETTLED):
        reason = now.detail.removeprefix(_SAID)
        return Outcome(tr("Revision {number} is saved, but the server can't use it: {reason}",
                          number=number, reason=reason), is_refused=True)
    return None
