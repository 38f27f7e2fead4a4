"""What the spool's writer does inside its transactions, many messages at a time."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Dialect,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal_column,
    null,
    select,
    update,
)

from posthouse_server.store.clock import now
from posthouse_server.store.messages import (
    NewMessage,
    QueuedMessage,
    QueuedRecipient,
    RecipientState,
    Result,
)
from posthouse_server.store.spool_reads import STATES
from posthouse_server.store.statements import MOST_VALUES, Choice, Insertion, Prepared, driver_cursor, parts
from posthouse_server.store.tables import ledger, messages, recipients

UNFINISHED = (RecipientState.WAITING.value, RecipientState.HELD.value, RecipientState.BAD_MAIL.value)
ACCEPTED = "accepted"

Recorded = tuple[Sequence[Result], Sequence[NewMessage]]
"""Results of one attempt, and the notifications that follow from them."""

_number_lock = threading.Lock()
_last_number = 0

IS_UNFINISHED = recipients.c.state.in_([literal_column(f"'{state}'") for state in UNFINISHED])

_MESSAGES = Insertion(messages, "id", "sender", "client", "login", "helo", "size", "eight_bit", "utf8", "subject", "body",
                      "body_file", "accepted_at", "envelope_id", "returned")
_RECIPIENTS = Insertion(recipients, "id", "message_id", "address", "route", "maildir", "rule", "decision_id", "state",
                        "attempts", "next_attempt_at", "leased_until", "last_reply", "notify", "original_recipient")
_BOOK = Prepared(update(ledger).where(ledger.c.outcome == bindparam("name")).values(
    recipients=ledger.c.recipients + bindparam("number")), "number", "name")
_BOOK_FIRST = Prepared(insert(ledger).values(outcome=bindparam("name"), recipients=bindparam("number")), "name", "number")

_update_result = update(recipients).where(recipients.c.id == bindparam("result_id")).values(
    state=bindparam("new_state"), last_reply=bindparam("reply"), last_attempt_at=bindparam("attempt_at"),
    leased_until=null(), attempts=recipients.c.attempts + 1)
_UPDATE_RESULT = Prepared(_update_result, "new_state", "reply", "attempt_at", "result_id")
# What an administrator has asked to be returned during the attempt is not tried once more: it is due at once.
_UPDATE_DEFERRED = Prepared(_update_result.values(next_attempt_at=case(
    (recipients.c.is_returned, bindparam("attempt_at")), else_=bindparam("next_at"))),
                            "new_state", "next_at", "reply", "attempt_at", "result_id")
_NUMBER_UNFINISHED = Choice(lambda ids, numbers: select(func.count()).select_from(recipients).where(
    recipients.c.message_id.in_(ids), recipients.c.id.in_(numbers), IS_UNFINISHED), "id", "number")
_DELETE_FINISHED = Choice(lambda ids, numbers: delete(messages).where(
    messages.c.id.in_(ids), messages.c.body_file.is_(None), ~exists().where(
        recipients.c.message_id == messages.c.id, IS_UNFINISHED, recipients.c.id.not_in(numbers))), "id", "number")
_SURVIVORS = Choice(lambda ids: select(messages.c.id).where(messages.c.id.in_(ids)), "id")
_DONE = Choice(lambda ids: select(messages.c.id, messages.c.body_file).where(
    messages.c.id.in_(ids), ~exists().where(recipients.c.message_id == messages.c.id, IS_UNFINISHED)), "id")
_DELETE = Choice(lambda ids: delete(messages).where(messages.c.id.in_(ids)), "id")


def queued(message: NewMessage) -> QueuedMessage:
    """Return a new message as it will stand in the spool: now due, its recipients numbered."""
    at = now()
    return QueuedMessage(
        message.id, message.sender, message.client, message.login, message.helo, message.size, message.eight_bit,
        message.utf8, message.subject, message.body_file, at,
        tuple(QueuedRecipient(new_number(), item.address, item.route, item.maildir, item.rule, item.decision_id,
                              RecipientState.WAITING, 0, at, "", None, item.notify, item.original_recipient)
              for item in message.recipients), message.body, message.envelope_id, message.returned)


def new_number() -> int:
    """Return a recipient's number: ascending, and known before the row is written, so that delivery need not look it up."""
    global _last_number
    with _number_lock:
        _last_number = max(_last_number + 1, time.time_ns())
        return _last_number


def insert_messages(connection: Connection, items: Sequence[tuple[QueuedMessage, datetime | None]]) -> Sequence[None]:
    """Insert messages; those with a time are leased until then by whoever accepts them."""
    message_rows, recipient_rows = [], []
    for item, leased_until in items:
        accepted_at = item.accepted_at.timestamp()
        until = None if leased_until is None else leased_until.timestamp()
        message_rows.append((
            item.id, item.sender, item.client, item.login, item.helo, item.size, item.eight_bit, item.utf8, item.subject,
            item.body, item.body_file, accepted_at, item.envelope_id, item.returned))
        for one in item.recipients:
            due_at = accepted_at if one.next_attempt_at is item.accepted_at else one.next_attempt_at.timestamp()
            recipient_rows.append((
                one.id, item.id, one.address, one.route.value, one.maildir, one.rule, one.decision_id, one.state.value, 0,
                due_at, until, "", one.notify, one.original_recipient))
    cursor, dialect = driver_cursor(connection), connection.dialect
    _MESSAGES.run(cursor, dialect, message_rows)
    _RECIPIENTS.run(cursor, dialect, recipient_rows)
    _book(cursor, dialect, {ACCEPTED: len(recipient_rows)})
    return [None] * len(items)


def record_results(connection: Connection, items: Sequence[Recorded]) -> Sequence[Sequence[str]]:
    """Write what became of recipients; returns for each item the body files that nobody needs after the commit."""
    results = [result for group, _ in items for result in group]
    cursor, dialect = driver_cursor(connection), connection.dialect
    finished = _finish(cursor, dialect, results)
    rest = [result for result in results if result.message_id not in finished]
    applied = _apply(cursor, dialect, rest) if rest else []
    _book(cursor, dialect, Counter(
        result.state.value for result in (*(item for item in results if item.message_id in finished), *applied)
        if result.state.value not in UNFINISHED))
    if any(found for _, found in items):
        _insert_follow_ups(connection, items, finished, {result.recipient_id for result in applied})
    if not rest:
        return [()] * len(items)
    bodies = _remove_finished(cursor, dialect, sorted({result.message_id for result in rest}))
    return [[bodies[id_] for id_ in {result.message_id for result in group} if id_ in bodies] for group, _ in items]


def _finish(cursor: Any, dialect: Dialect, results: Sequence[Result]) -> set[str]:
    """Delete, with their recipients, the messages that these results end, where that is all there is to do; returns their ids.

    It is what happens to nearly all mail, and no row is changed that would be deleted in the same moment.
    """
    numbers = list({result.recipient_id for result in results})
    is_plain = 0 < len(numbers) == len(results) <= MOST_VALUES and all(
        result.state.value not in UNFINISHED for result in results)
    ids = list({result.message_id for result in results})
    if not is_plain or _NUMBER_UNFINISHED.run(cursor, dialect, ids, numbers).fetchone()[0] != len(numbers):
        return set()
    if _DELETE_FINISHED.run(cursor, dialect, ids, numbers).rowcount == len(ids):
        return set(ids)
    return set(ids).difference(row[0] for row in _SURVIVORS.run(cursor, dialect, ids).fetchall())


def _apply(cursor: Any, dialect: Dialect, results: Sequence[Result]) -> list[Result]:
    """Change the rows of recipients; returns the results that still applied.

    What was held during the attempt stays so when it is deferred: of that attempt only the reply is noted.
    """
    states: dict[int, str] = {}
    for part in parts([result.recipient_id for result in results]):
        states.update(STATES.run(cursor, dialect, part).fetchall())
    applied, noted = [], []
    for result in results:
        state = states.get(result.recipient_id)
        if result.state is RecipientState.WAITING and state == RecipientState.HELD.value:
            noted.append(result)
        elif _applies(result, state):
            applied.append(result)
            states[result.recipient_id] = result.state.value  # a second result for the same recipient meets this one
    at = now().timestamp()
    plain = [(result.state.value, result.reply, at, result.recipient_id) for result in applied
             if result.next_attempt_at is None]
    plain += [(RecipientState.HELD.value, result.reply, at, result.recipient_id) for result in noted]
    deferred = [(result.state.value, result.next_attempt_at.timestamp(), result.reply, at, result.recipient_id)
                for result in applied if result.next_attempt_at is not None]
    if plain:
        _UPDATE_RESULT.run_many(cursor, dialect, plain)
    if deferred:
        _UPDATE_DEFERRED.run_many(cursor, dialect, deferred)
    return applied


def _applies(result: Result, state: str | None) -> bool:
    """An administrator may have been faster: what was removed stays so, and a deferral doesn't release what is held."""
    return state in UNFINISHED if result.state.value not in UNFINISHED or result.state is RecipientState.BAD_MAIL \
        else state == RecipientState.WAITING.value


def _insert_follow_ups(connection: Connection, items: Sequence[Recorded], finished: set[str], numbers: set[int]) -> None:
    """Queue the notifications of those attempts of which a result applied."""
    found = [message for group, messages_ in items for message in messages_ if any(
        item.message_id in finished or item.recipient_id in numbers for item in group)]
    if found:
        insert_messages(connection, [(queued(message), None) for message in found])


def _remove_finished(cursor: Any, dialect: Dialect, ids: Sequence[str]) -> dict[str, str]:
    """Delete messages that have nobody left to be delivered to; returns their body files by message."""
    bodies: dict[str, str] = {}
    for part in parts(ids):
        done = _DONE.run(cursor, dialect, part).fetchall()
        if done:
            _DELETE.run(cursor, dialect, [id_ for id_, _ in done])
            bodies.update((id_, name) for id_, name in done if name is not None)
    return bodies


def _book(cursor: Any, dialect: Dialect, numbers: dict[str, int] | Counter[str]) -> None:
    """Add to the ledger."""
    for outcome, number in numbers.items():
        if number and not _BOOK.run(cursor, dialect, (number, outcome)).rowcount:
            _BOOK_FIRST.run(cursor, dialect, (outcome, number))
