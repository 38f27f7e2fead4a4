"""Finding a message by its id, an address, its subject or what a remote server said of it, wherever it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, or_, select

from posthouse_server.store.explanations import find_id
from posthouse_server.store.message_life import life_of
from posthouse_server.store.messages import QueuedMessage, RecipientState, Route
from posthouse_server.store.queues import Queue
from posthouse_server.store.store import Store
from posthouse_server.store.tables import attempts
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.store.traffic import DecisionRow

MOST_HITS = 200
"""So many of the newest are found; more words find fewer."""
_NAMED = 50
_ATTEMPTS_AT_ONCE = 100_000
_ROWS_AT_ONCE = 200
_QUEUE_SHARE, _ATTEMPTS_SHARE = 0.1, 0.4


class Place(StrEnum):
    """Where a message was found."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BAD_MAIL = "bad_mail"
    TRACE = "trace"


@dataclass(frozen=True, slots=True)
class MessageHit:
    """A message that was found, or a recipient that was refused before there was one."""

    id: str
    """Of the message; without one, of the decision."""
    at: datetime
    sender: str
    recipients: tuple[str, ...]
    subject: str
    """Known only while it is in the spool."""
    place: Place
    verdict: str = ""
    """How the trace has it judged."""


@dataclass(frozen=True, slots=True)
class SearchStep:
    """What was found since the step before, and how much of everything was looked through, from 0 to 1."""

    hits: tuple[MessageHit, ...]
    share: float


def search_messages(store: Store, text: str, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[SearchStep]:
    """Yield what is found, no message twice, in steps, until there are enough; blocks, raises StoreError."""
    seen: set[str] = set()
    reached = 0.0

    def new(hits: Iterable[MessageHit], share: float) -> SearchStep:
        nonlocal reached
        reached = max(reached, share)
        fresh = []
        for hit in hits:
            if hit.id not in seen and len(seen) < MOST_HITS:
                seen.add(hit.id)
                fresh.append(hit)
        return SearchStep(tuple(fresh), reached)

    short_id = find_id(text)
    if short_id:
        yield new(_by_id(store, short_id), 0.0)
    if short_id and text.strip().strip("[]").upper() == short_id:
        yield new((), 1.0)
        return
    words = text.split()
    steps = ((_queued, 0.0, _QUEUE_SHARE), (_tried, _QUEUE_SHARE, _ATTEMPTS_SHARE), (_judged, _ATTEMPTS_SHARE, 1.0))
    for look, first, last in steps:
        if len(seen) >= MOST_HITS:
            break
        for hits, share in look(store, words):
            if is_cancelled():
                return
            yield new(hits, first + share * (last - first))
            if len(seen) >= MOST_HITS:
                break
    yield new((), 1.0)


_Found = Iterator[tuple[Sequence[MessageHit], float]]


def _by_id(store: Store, short_id: str) -> list[MessageHit]:
    life = life_of(store, short_id)
    if life.message is not None:
        return [_of_message(life.message)]
    if life.decisions:
        return _of_decisions(life.decisions)
    if not life.recipients:
        return []
    tried = [attempt for recipient in life.recipients for attempt in recipient.attempts]
    return [MessageHit(life.id, min(item.at for item in tried), "", tuple(item.address for item in life.recipients), "",
                       Place.TRACE)]


def _queued(store: Store, words: Sequence[str]) -> _Found:
    text = " ".join(words)
    for number, queue in enumerate(Queue, 1):
        ids = store.spool.queues.ids(queue, text)[:-MOST_HITS - 1:-1]
        rows = store.spool.list(message_ids=ids) if ids else []
        yield [_of_message(row) for row in reversed(rows)], number / len(Queue)


def _tried(store: Store, words: Sequence[str]) -> _Found:
    """Look through the attempts, the newest first."""
    with store.traffic.reading() as connection:
        last = connection.execute(select(func.max(attempts.c.id))).scalar() or 0
        first = connection.execute(select(func.min(attempts.c.id))).scalar() or 0
    conditions = [or_(*(column.icontains(word, autoescape=True) for column in (
        attempts.c.recipient, attempts.c.remote, attempts.c.reply))) for word in words]
    for end in range(last, first - 1, -_ATTEMPTS_AT_ONCE):
        query = select(attempts.c.message_id).where(
            attempts.c.id <= end, attempts.c.id > end - _ATTEMPTS_AT_ONCE, *conditions).group_by(
            attempts.c.message_id).order_by(func.max(attempts.c.id).desc()).limit(MOST_HITS)
        with store.traffic.reading() as connection:
            ids = list(connection.execute(query).scalars())
        hits = [hit for id_ in ids for hit in _by_id(store, id_)]
        yield hits, (last - max(first, end - _ATTEMPTS_AT_ONCE)) / max(1, last - first)


def _judged(store: Store, words: Sequence[str]) -> _Found:
    """Look through the decisions for addresses, the newest first: the longest word is in packs, the others in the rows."""
    longest = max(words, key=len, default="")
    if not longest:
        return
    others = [TraceFilter(party=word).row_test() for word in words if word != longest]
    reader, wanted = store.traffic.trace, TraceFilter(party=longest)
    for part in reader.times(wanted):
        for end in range(len(part.times), 0, -_ROWS_AT_ONCE):
            rows = reader.rows_at(wanted, part.times[max(0, end - _ROWS_AT_ONCE):end])
            rows = [row for row in reversed(rows) if all(is_wanted(row) for is_wanted in others)]
            yield _of_decisions(rows), 0.0 if end > _ROWS_AT_ONCE else part.share
        if not part.times:
            yield (), part.share


def _of_message(message: QueuedMessage) -> MessageHit:
    left = [item for item in message.recipients if any(item.state in queue.states for queue in Queue)]
    routes = {item.route for item in left if item.state is not RecipientState.BAD_MAIL}
    place = Place.BAD_MAIL if not routes else Place.OUTBOUND if Route.RELAY in routes else Place.INBOUND
    return MessageHit(message.id, message.accepted_at, message.sender,
                      tuple(item.address for item in left[:_NAMED]), message.subject, place)


def _of_decisions(rows: Sequence[DecisionRow]) -> list[MessageHit]:
    """Put the recipients of one message together."""
    found: dict[str, MessageHit] = {}
    for row in rows:
        key = row.message_id or row.id
        known = found.get(key)
        if known is None:
            found[key] = MessageHit(key, row.at, row.sender, (row.recipient,), "", Place.TRACE, row.verdict)
        elif len(known.recipients) < _NAMED and row.recipient not in known.recipients:
            found[key] = replace(known, recipients=(*known.recipients, row.recipient))
    return list(found.values())
