"""How messages are read out of the spool: the due ones first of all, without looking at those that are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Dialect, and_, bindparam, null, or_, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, RecipientState, Route
from posthouse_server.store.statements import Choice, Prepared, Values, driver_cursor, parts
from posthouse_server.store.tables import messages, recipients

Lease = tuple[datetime, int, Sequence[Route], bool]
"""Until when, of how many messages at most, of which routes."""

_RECIPIENT_COLUMNS = [recipients.c[name] for name in (
    "message_id", "leased_until", "id", "address", "route", "maildir", "rule", "decision_id", "state", "attempts",
    "next_attempt_at", "last_reply", "last_attempt_at", "notify", "original_recipient", "via", "is_returned")]
_MESSAGE_COLUMNS = [messages.c[name] for name in (
    "id", "sender", "client", "login", "helo", "size", "eight_bit", "utf8", "subject", "body_file", "accepted_at",
    "envelope_id", "returned")]

_WAITS_FREE = and_(
    recipients.c.state == RecipientState.WAITING.value, recipients.c.route == bindparam("route"),
    or_(recipients.c.leased_until.is_(None), recipients.c.leased_until <= bindparam("at")))
_NEXT_DUE = Prepared(
    select(recipients.c.next_attempt_at).where(_WAITS_FREE).order_by(recipients.c.next_attempt_at).limit(1), "route", "at")
_DUE = Prepared(
    select(recipients.c.next_attempt_at, recipients.c.message_id)
    .where(_WAITS_FREE, recipients.c.next_attempt_at <= bindparam("at"))
    .order_by(recipients.c.next_attempt_at).limit(bindparam("number")), "route", "at", "number")
_DETOURS = or_(recipients.c.via != "", recipients.c.is_returned)
_DUE_DETOURS = Prepared(
    select(recipients.c.next_attempt_at, recipients.c.message_id)
    .where(_WAITS_FREE, recipients.c.next_attempt_at <= bindparam("at"), _DETOURS)
    .order_by(recipients.c.next_attempt_at).limit(bindparam("number")), "route", "at", "number")
_RECIPIENTS = Choice(lambda ids: select(*_RECIPIENT_COLUMNS).where(recipients.c.message_id.in_(ids)), "id")
_MESSAGES = Choice(lambda ids: select(*_MESSAGE_COLUMNS).where(messages.c.id.in_(ids)), "id")
_MESSAGES_WITH_BODIES = Choice(lambda ids: select(*_MESSAGE_COLUMNS, messages.c.body).where(messages.c.id.in_(ids)), "id")
STATES = Choice(lambda numbers: select(recipients.c.id, recipients.c.state).where(recipients.c.id.in_(numbers)), "number")
_STILL_WAITING = Choice(lambda numbers: select(recipients.c.id).where(
    recipients.c.id.in_(numbers), recipients.c.state == RecipientState.WAITING.value, ~recipients.c.is_returned), "number")
_LEASE = Choice(lambda until, numbers: update(recipients).where(recipients.c.id.in_(numbers)).values(
    leased_until=until[0]), "until", "number")
_GIVE_BACK = Choice(lambda numbers: update(recipients).where(recipients.c.id.in_(numbers)).values(
    leased_until=null()), "number")


def next_due_at(connection: Connection) -> datetime | None:
    """Return when the next waiting recipient that nobody has leased is due."""
    cursor, dialect, at = driver_cursor(connection), connection.dialect, now().timestamp()
    found = [row[0] for route in Route for row in _NEXT_DUE.run(cursor, dialect, (route.value, at)).fetchall()]
    return _time(min(found)) if found else None


def is_anybody_due(connection: Connection, routes: Sequence[Route], *, is_detour: bool) -> bool:
    """Return whether there is a recipient to lease."""
    return bool(_due(driver_cursor(connection), connection.dialect, routes, now().timestamp(), 1, is_detour=is_detour))


def lease(connection: Connection, items: Sequence[Lease]) -> list[list[QueuedMessage]]:
    """Lease the most overdue recipients, all that are due of each message; returns the messages with their bodies."""
    return [_lease(connection, *item) for item in items]


def give_back(connection: Connection, items: Sequence[Sequence[int]]) -> Sequence[None]:
    """End leases of recipients that were not delivered."""
    cursor, dialect = driver_cursor(connection), connection.dialect
    for part in parts([number for numbers in items for number in numbers]):
        _GIVE_BACK.run(cursor, dialect, part)
    return [None] * len(items)


def still_waiting(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Return those of these recipients that are in the spool, and neither held nor done with nor to be returned."""
    cursor, dialect = driver_cursor(connection), connection.dialect
    return {row[0] for part in parts(numbers) for row in _STILL_WAITING.run(cursor, dialect, part).fetchall()}


def load(connection: Connection, ids: Sequence[str], *, with_bodies: bool = False,
         is_wanted: Callable[[Values], bool] | None = None) -> list[QueuedMessage]:
    """Return messages in the order of their arrival, with all recipients, or with those whose row is wanted."""
    cursor, dialect = driver_cursor(connection), connection.dialect
    grouped: dict[str, list[QueuedRecipient]] = {}
    found: list[QueuedMessage] = []
    for part in parts(list(ids)):
        for row in _RECIPIENTS.run(cursor, dialect, part).fetchall():
            if is_wanted is None or is_wanted(row):
                grouped.setdefault(row[0], []).append(_recipient(row))
        statement = _MESSAGES_WITH_BODIES if with_bodies else _MESSAGES
        found += [_message(row, grouped[row[0]]) for row in statement.run(cursor, dialect, part).fetchall()
                  if row[0] in grouped]
    found.sort(key=lambda message: message.accepted_at)
    return found


def _lease(connection: Connection, until: datetime, limit: int, routes: Sequence[Route],
           is_detour: bool) -> list[QueuedMessage]:
    cursor, dialect, at = driver_cursor(connection), connection.dialect, now().timestamp()
    ids = list(dict.fromkeys(_due(cursor, dialect, routes, at, limit, is_detour=is_detour)))
    wanted = {route.value for route in routes}
    found = load(connection, ids, with_bodies=True, is_wanted=lambda row: (
        row[8] == RecipientState.WAITING.value and row[4] in wanted and row[10] <= at and (row[1] is None or row[1] <= at)
        and (not is_detour or row[15] or row[16])))
    numbers = [recipient.id for message in found for recipient in message.recipients]
    for part in parts(numbers):
        _LEASE.run(cursor, dialect, [until.timestamp()], part)
    return found


def _due(cursor: Any, dialect: Dialect, routes: Sequence[Route], at: float, limit: int, *, is_detour: bool) -> list[str]:
    """Return the messages of the most overdue recipients, the most overdue first."""
    due = _DUE_DETOURS if is_detour else _DUE
    found = [row for route in routes for row in due.run(cursor, dialect, (route.value, at, limit)).fetchall()]
    return [id_ for _, id_ in sorted(found)[:limit]]


def _recipient(row: Values) -> QueuedRecipient:
    (_, _, number, address, route, maildir, rule, decision_id, state, attempts, next_attempt_at, last_reply, last_attempt_at,
     notify, original_recipient, via, is_returned) = row
    return QueuedRecipient(
        number, address, Route(route), maildir, rule, decision_id, RecipientState(state), attempts, _time(next_attempt_at),
        last_reply, None if last_attempt_at is None else _time(last_attempt_at), notify, original_recipient, via,
        bool(is_returned))


def _message(row: Values, found: list[QueuedRecipient]) -> QueuedMessage:
    (id_, sender, client, login, helo, size, eight_bit, utf8, subject, body_file, accepted_at, envelope_id, returned,
     *body) = row
    found.sort(key=lambda recipient: recipient.id)
    return QueuedMessage(id_, sender, client, login, helo, size, bool(eight_bit), bool(utf8), subject, body_file,
                         _time(accepted_at), tuple(found), body[0] if body else None, envelope_id, returned)


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
