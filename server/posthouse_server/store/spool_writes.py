"""What the spool's writer does inside its transactions, many messages at a time."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.messages import (
    NewMessage,
    QueuedMessage,
    QueuedRecipient,
    RecipientState,
    Result,
)
from posthouse_server.store.tables import ledger, messages, recipients

UNFINISHED = (RecipientState.WAITING.value, RecipientState.HELD.value, RecipientState.BAD_MAIL.value)
ACCEPTED = "accepted"

Recorded = tuple[Sequence[Result], Sequence[NewMessage]]
"""Results of one attempt, and the notifications that follow from them."""

_number_lock = threading.Lock()
_last_number = 0

_UPDATE_RESULT = update(recipients).where(recipients.c.id == bindparam("result_id")).values(
    state=bindparam("new_state"), last_reply=bindparam("reply"), last_attempt_at=bindparam("attempt_at"), leased_until=None,
    attempts=recipients.c.attempts + 1)
_UPDATE_DEFERRED = _UPDATE_RESULT.values(next_attempt_at=bindparam("next_at"))


def queued(message: NewMessage) -> QueuedMessage:
    """Return a new message as it will stand in the spool: now due, its recipients numbered."""
    at = now()
    return QueuedMessage(
        message.id, message.sender, message.client, message.login, message.helo, message.size, message.eight_bit,
        message.utf8, message.subject, message.body_file, at,
        tuple(QueuedRecipient(_new_number(), item.address, item.route, item.maildir, item.rule, item.decision_id,
                              RecipientState.WAITING, 0, at, "", None, item.notify, item.original_recipient)
              for item in message.recipients), message.body, message.envelope_id, message.returned)


def _new_number() -> int:
    """Return a recipient's number: ascending, and known before the row is written, so that delivery need not look it up."""
    global _last_number
    with _number_lock:
        _last_number = max(_last_number + 1, time.time_ns())
        return _last_number


def insert_messages(connection: Connection, items: Sequence[tuple[QueuedMessage, datetime | None]]) -> list[None]:
    """Insert messages; those with a time are leased until then by whoever accepts them."""
    connection.execute(insert(messages), [
        {"id": item.id, "sender": item.sender, "client": item.client, "login": item.login, "helo": item.helo,
         "size": item.size, "eight_bit": item.eight_bit, "utf8": item.utf8, "subject": item.subject, "body": item.body,
         "body_file": item.body_file, "accepted_at": item.accepted_at,
         "envelope_id": item.envelope_id, "returned": item.returned} for item, _ in items])
    connection.execute(insert(recipients), [
        {"id": one.id, "message_id": item.id, "address": one.address, "route": one.route.value, "maildir": one.maildir,
         "rule": one.rule, "decision_id": one.decision_id, "state": one.state.value, "attempts": 0,
         "next_attempt_at": one.next_attempt_at, "leased_until": leased_until, "last_reply": "",
         "notify": one.notify, "original_recipient": one.original_recipient}
        for item, leased_until in items for one in item.recipients])
    book(connection, {ACCEPTED: sum(len(item.recipients) for item, _ in items)})
    return [None] * len(items)


def record_results(connection: Connection, items: Sequence[Recorded]) -> list[list[str]]:
    """Write what became of recipients; returns for each item the body files that nobody needs after the commit."""
    results = [result for group, _ in items for result in group]
    states: dict[int, str] = {row.id: row.state for row in connection.execute(
        select(recipients.c.id, recipients.c.state).where(recipients.c.id.in_([item.recipient_id for item in results])))}
    applied = []
    for result in results:
        if _applies(result, states.get(result.recipient_id)):
            applied.append(result)
            states[result.recipient_id] = result.state.value  # a second result for the same recipient meets this one
    _update(connection, applied)
    book(connection, Counter(result.state.value for result in applied if result.state.value not in UNFINISHED))
    numbers = {result.recipient_id for result in applied}
    follow_ups = [message for group, found in items if any(item.recipient_id in numbers for item in group) for message in found]
    if follow_ups:
        insert_messages(connection, [(queued(message), None) for message in follow_ups])
    bodies = remove_finished(connection, {result.message_id for result in results})
    return [[bodies[id_] for id_ in {result.message_id for result in group} if id_ in bodies] for group, _ in items]


def _applies(result: Result, state: str | None) -> bool:
    """An administrator may have been faster: what was removed stays so, and a deferral doesn't release what is held."""
    return state in UNFINISHED if result.state.value not in UNFINISHED or result.state is RecipientState.BAD_MAIL \
        else state == RecipientState.WAITING.value


def _update(connection: Connection, results: Sequence[Result]) -> None:
    at = now()
    plain, deferred = [], []
    for result in results:
        row: dict[str, Any] = {"result_id": result.recipient_id, "new_state": result.state.value, "reply": result.reply,
                               "attempt_at": at}
        if result.next_attempt_at is None:
            plain.append(row)
        else:
            deferred.append(row | {"next_at": result.next_attempt_at})
    if plain:
        connection.execute(_UPDATE_RESULT, plain)
    if deferred:
        connection.execute(_UPDATE_DEFERRED, deferred)


def remove_finished(connection: Connection, message_ids: Iterable[str]) -> dict[str, str]:
    """Delete messages that have nobody left to be delivered to; returns their body files by message."""
    ids = set(message_ids)
    still_open = connection.execute(select(recipients.c.message_id).where(
        recipients.c.message_id.in_(ids), recipients.c.state.in_(UNFINISHED)).distinct()).scalars()
    done = ids - set(still_open)
    if not done:
        return {}
    bodies = {row.id: row.body_file for row in connection.execute(select(messages.c.id, messages.c.body_file).where(
        messages.c.id.in_(done), messages.c.body_file.is_not(None)))}
    connection.execute(delete(messages).where(messages.c.id.in_(done)))
    return bodies


def book(connection: Connection, numbers: dict[str, int] | Counter[str]) -> None:
    """Add to the ledger."""
    for outcome, number in numbers.items():
        changed = connection.execute(update(ledger).where(ledger.c.outcome == outcome).values(
            recipients=ledger.c.recipients + number)).rowcount
        if not changed:
            connection.execute(insert(ledger).values(outcome=outcome, recipients=number))
