"""The way of one message, step by step, as the trace and the spool tell it; followed live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.reply_advice import advice_for
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store import Store
from posthouse_server.store.messages import QueuedMessage, RecipientState
from posthouse_server.store.traffic import AttemptRow, DecisionRow
from posthouse_server.words import tr

_POLL_MS = 300
_LOCAL = "local"


class StageState(StrEnum):
    """How far a step is; the value is the icon's name."""

    TO_COME = "step"
    UNDER_WAY = "state-starting"
    DONE = "ok"
    DELAYED = "warning"
    FAILED = "error"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step."""

    title: str
    state: StageState = StageState.TO_COME
    detail: str = ""
    advice: str = ""
    """What to do, where it has failed."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a message at one moment."""

    message_id: str
    decision: DecisionRow | None
    message: QueuedMessage | None
    """None: it is not in the spool any more."""
    attempts: tuple[AttemptRow, ...]

    @property
    def is_over(self) -> bool:
        """Return whether nothing more will happen."""
        return (self.message is None and any(row.outcome != "deferred" for row in self.attempts)) or (
            self.message is not None and all(item.state is RecipientState.BAD_MAIL for item in self.message.recipients))


def stages_to_come() -> tuple[Stage, ...]:
    """Return the steps of a message that is not sent yet."""
    return tuple(map(Stage, (
        tr("Accepted by this server"), tr("Into the queue"), tr("Handed over"), tr("Reply of the other side"))))


def refused(sentence: str) -> tuple[Stage, ...]:
    """Return the steps of a message that this server has not taken."""
    first = Stage(tr("Not accepted by this server"), StageState.FAILED, sentence, advice_for(sentence))
    return first, *stages_to_come()[1:]


def stages(sight: Sight) -> tuple[Stage, ...]:
    """Return the steps of a message that was accepted."""
    rule = tr("It may pass by the rule “{rule}”.", rule=rule_label(sight.decision.rule)) if sight.decision else ""
    accepted = Stage(tr("Accepted by this server [{message_id}]", message_id=sight.message_id), StageState.DONE, rule)
    is_local = sight.decision is not None and sight.decision.verdict == _LOCAL
    if not sight.attempts:
        waits = Stage(tr("In the queue"), StageState.UNDER_WAY, tr("It is on disk, and is being delivered."))
        return accepted, waits, *stages_to_come()[2:]
    return accepted, Stage(tr("Through the queue"), StageState.DONE, tr("It was on disk before it was accepted.")), *_handed(
        sight, sight.attempts[-1], is_local=is_local)


def _handed(sight: Sight, last: AttemptRow, *, is_local: bool) -> tuple[Stage, Stage]:
    remote = tr("the mailbox") if is_local else last.remote or tr("the next server")
    if last.outcome == "delivered":
        where = (tr("Put into the mailbox of {recipient}", recipient=last.recipient) if is_local
                 else tr("Handed to {remote}", remote=remote))
        reply = Stage(tr("Done") if is_local else tr("{remote} has taken it", remote=remote), StageState.DONE, last.reply)
        return Stage(where, StageState.DONE), reply
    reached = Stage(tr("Reached {remote}", remote=remote), StageState.DONE) if last.remote else Stage(
        tr("No server was reached"), StageState.FAILED if last.outcome != "deferred" else StageState.DELAYED)
    if last.outcome == "deferred":
        reply = Stage(_not_yet(sight), StageState.DELAYED, last.reply, advice_for(last.reply))
        return reached, reply
    fate = {"bounced": tr("Refused for good; the sender is told"), "removed": tr("Removed by an administrator")}
    return reached, Stage(fate.get(last.outcome, tr("Refused for good; it is kept in Bad Mail")), StageState.FAILED, last.reply,
                          advice_for(last.reply))


def _not_yet(sight: Sight) -> str:
    waiting = [item.next_attempt_at for item in sight.message.recipients
               if item.state is RecipientState.WAITING] if sight.message else []
    if not waiting:
        return tr("Not taken yet")
    return tr("Not taken yet; tried again at {at:%H:%M}", at=min(waiting).astimezone())


class JourneyFollower(QObject):
    """Reads again and again until nothing more will happen."""

    seen = Signal(object)
    """A Sight."""

    def __init__(self, store: Store, background: Background, parent: QObject) -> None:
        """Follow nothing yet."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._message_id = ""
        self._timer = QTimer(self, singleShot=True, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    def follow(self, message_id: str) -> None:
        """Follow this message from now on."""
        self._message_id = message_id
        self._look()

    def stop(self) -> None:
        """Follow nothing any more."""
        self._message_id = ""
        self._timer.stop()

    def _look(self) -> None:
        message_id = self._message_id
        if message_id:
            self._background.run(self, lambda: look_for(self._store, message_id), self._on_seen, lambda _error: self._again())

    def _on_seen(self, sight: Sight) -> None:
        if sight.message_id != self._message_id:
            return
        self.seen.emit(sight)
        if not sight.is_over:
            self._again()

    def _again(self) -> None:
        """A store that can't be read now may be read later."""
        if self._message_id:
            self._timer.start()


def look_for(store: Store, message_id: str) -> Sight:
    """Return what is known of a message; blocks, raises StoreError."""
    message = store.spool.find(message_id)  # first: what has left the spool has its attempt in the trace soon
    attempts: Sequence[AttemptRow] = store.traffic.attempts_of(message_id)
    return Sight(message_id, store.traffic.find(message_id), message, tuple(attempts))
