"""The whole life of a message, as trace and spool tell it: who brought it, by which rule, each attempt, and where it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from posthouse_server.store.messages import QueuedMessage, QueuedRecipient
from posthouse_server.store.queues import Queue
from posthouse_server.store.store import Store
from posthouse_server.store.traffic import AttemptRow, DecisionRow

_GAP = timedelta(seconds=30)
_AROUND = timedelta(minutes=5)
_MOST_MESSAGES = 100
_REFUSED = "refused"


class Whereabouts(StrEnum):
    """What has become of a recipient's copy."""

    WAITING = "waiting"
    HELD = "held"
    BAD_MAIL = "bad_mail"
    DELIVERED = "delivered"
    RETURNED = "bounced"
    REMOVED = "removed"
    REFUSED = "refused"
    GONE = "gone"
    """It has left the spool, and nothing says how: somebody has removed it, or the trace has not kept it."""


_ENDS = {where.value for where in Whereabouts}


@dataclass(frozen=True, slots=True)
class RecipientLife:
    """One recipient of a message."""

    address: str
    decision: DecisionRow | None
    """How it was judged; None where the trace has not kept it, or this server itself wrote the message."""
    attempts: tuple[AttemptRow, ...]
    """Oldest first."""
    queued: QueuedRecipient | None
    """As the spool has it; it stays there until all recipients of the message are done with."""
    where: Whereabouts

    @property
    def queue(self) -> Queue | None:
        """Return the queue that it is in, if any."""
        if self.queued is None:
            return None
        return next((queue for queue in Queue
                     if self.queued.state in queue.states and self.queued.route in queue.routes), None)


@dataclass(frozen=True, slots=True)
class MessageLife:
    """A message, or a recipient that was refused before there was one."""

    id: str
    """Of the message; empty: no message came of it."""
    decisions: tuple[DecisionRow, ...]
    """Oldest first."""
    message: QueuedMessage | None
    """None: it is not in the spool any more."""
    recipients: tuple[RecipientLife, ...]

    @property
    def is_known(self) -> bool:
        """Return whether anything at all is known of it."""
        return bool(self.decisions or self.recipients)


def life_of(store: Store, short_id: str) -> MessageLife:
    """Return the life of the message with this id, or of that whose recipient was judged with it. Blocks, raises StoreError."""
    decision = store.traffic.trace.with_id(short_id)
    message_id = short_id if decision is None else decision.message_id or ""
    if not message_id and decision is not None:
        return MessageLife("", (decision,), None, tuple(_recipients([decision], [], None)))
    message = store.spool.find(message_id)  # first: what leaves the spool is in the trace soon
    attempts = store.traffic.attempts_of(message_id)
    known = [*([message.accepted_at] if message is not None else []), *(item.at for item in attempts)]
    decisions = store.traffic.trace.of_message(message_id, min(known, default=None))
    return MessageLife(message_id, tuple(decisions), message, tuple(_recipients(decisions, attempts, message)))


def session_of(store: Store, row: DecisionRow) -> list[DecisionRow]:
    """Return what was decided about a client without a longer pause, with this row in it; oldest first.

    The trace does not know connections: a session is what the same client asked for, at most 30 seconds between two lines,
    as long as its login is the same. Blocks, raises StoreError.
    """
    around = store.traffic.trace.of_client(row.client, row.at - _AROUND, row.at + _AROUND)
    kin = [other for other in around if other.login in (None, row.login) or row.login is None or other.id == row.id]
    place = next((number for number, other in enumerate(kin) if other.id == row.id), None)
    if place is None:
        return [row]
    first = last = place
    while first and kin[first].at - _end(kin[first - 1]) <= _GAP:
        first -= 1
    while last + 1 < len(kin) and kin[last + 1].at - _end(kin[last]) <= _GAP:
        last += 1
    return kin[first:last + 1]


def attempts_for(store: Store, rows: Iterable[DecisionRow]) -> list[AttemptRow]:
    """Return the delivery attempts for the messages of these decisions, oldest first; of a hundred messages at most."""
    ids = list(dict.fromkeys(row.message_id for row in rows if row.message_id))[:_MOST_MESSAGES]
    return sorted((attempt for id_ in ids for attempt in store.traffic.attempts_of(id_)), key=lambda attempt: attempt.at)


def _end(row: DecisionRow) -> datetime:
    return row.last_at or row.at


def _recipients(decisions: Sequence[DecisionRow], attempts: Sequence[AttemptRow],
                message: QueuedMessage | None) -> list[RecipientLife]:
    judged = {row.recipient.lower(): row for row in decisions}
    tried: dict[str, list[AttemptRow]] = {}
    for attempt in attempts:
        tried.setdefault(attempt.recipient.lower(), []).append(attempt)
    queued = {item.address.lower(): item for item in (message.recipients if message is not None else ())}
    names = {name.lower(): name for name in (*(row.recipient for row in decisions), *(row.recipient for row in attempts),
                                             *(item.address for item in queued.values()))}
    found = []
    for key, name in names.items():
        decision, history, item = judged.get(key), tuple(tried.get(key, ())), queued.get(key)
        found.append(RecipientLife(name, decision, history, item, _whereabouts(decision, history, item)))
    return found


def _whereabouts(decision: DecisionRow | None, attempts: Sequence[AttemptRow], item: QueuedRecipient | None) -> Whereabouts:
    if item is not None:
        return Whereabouts(item.state.value)
    if attempts and attempts[-1].outcome in _ENDS:
        return Whereabouts(attempts[-1].outcome)
    if decision is not None and decision.verdict == _REFUSED:
        return Whereabouts.REFUSED
    return Whereabouts.GONE
