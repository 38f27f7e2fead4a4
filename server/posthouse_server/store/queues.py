"""The queues as people look at them: which messages, in which order, and a screenful of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Select, case, func, or_, select, type_coerce

from posthouse_server.policy.explanation import rules_called
from posthouse_server.store.engine import StoreError
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, RecipientState, Route
from posthouse_server.store.spool_reads import load
from posthouse_server.store.statements import Values
from posthouse_server.store.tables import messages, recipients
from posthouse_server.words import tr

_QUEUED = (RecipientState.WAITING, RecipientState.HELD)
_HEADER_BYTES = 64 * 1024
_NEVER = 1e11  # seconds since 1970: what is held comes after all that waits


class Queue(StrEnum):
    """A part of the spool, by where its recipients go and what has become of them."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BAD_MAIL = "bad_mail"

    @property
    def routes(self) -> tuple[Route, ...]:
        """Return the routes of its recipients."""
        return {Queue.INBOUND: (Route.LOCAL,), Queue.OUTBOUND: (Route.RELAY,), Queue.BAD_MAIL: tuple(Route)}[self]

    @property
    def states(self) -> tuple[RecipientState, ...]:
        """Return the states of its recipients."""
        return (RecipientState.BAD_MAIL,) if self is Queue.BAD_MAIL else _QUEUED

    def is_of(self) -> ColumnElement[bool]:
        """Return the condition on recipients."""
        return recipients.c.state.in_([state.value for state in self.states]) & recipients.c.route.in_(
            [route.value for route in self.routes])


class QueueOrder(StrEnum):
    """What a queue can be sorted by."""

    ID = "id"
    STATE = "state"
    SENDER = "sender"
    RECIPIENTS = "recipients"
    SIZE = "size"
    ORIGIN = "origin"
    RULE = "rule"
    ACCEPTED = "accepted"
    ATTEMPTS = "attempts"
    NEXT_ATTEMPT = "next_attempt"
    LAST_REPLY = "last_reply"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class QueuedRow:
    """A message with those of its recipients that are in one queue."""

    message: QueuedMessage

    @property
    def id(self) -> str:
        """Return the id of the message."""
        return self.message.id

    @property
    def recipients(self) -> tuple[QueuedRecipient, ...]:
        """Return whom it still has to reach, or failed to."""
        return self.message.recipients

    @property
    def origin(self) -> str:
        """Return who brought it: the login, or else the client; empty for this server itself."""
        return self.message.login or self.message.client

    @property
    def attempts(self) -> int:
        """Return how often the recipient that was tried most was tried."""
        return max(recipient.attempts for recipient in self.recipients)

    @property
    def next_attempt_at(self) -> datetime | None:
        """Return when a recipient is tried next; None: all are held or in Bad Mail."""
        waiting = [item.next_attempt_at for item in self.recipients if item.state is RecipientState.WAITING]
        return min(waiting) if waiting else None

    @property
    def last_reply(self) -> str:
        """Return what was last heard about any recipient, in full."""
        told = [item for item in self.recipients if item.last_attempt_at is not None]
        return max(told, key=lambda item: item.last_attempt_at or item.next_attempt_at).last_reply if told else ""

    def has(self, state: RecipientState) -> bool:
        """Return whether a recipient is in this state."""
        return any(recipient.state is state for recipient in self.recipients)


_BY_RECIPIENT: dict[QueueOrder, ColumnElement[Any]] = {
    QueueOrder.ID: recipients.c.message_id,
    QueueOrder.STATE: func.min(recipients.c.state),
    QueueOrder.RECIPIENTS: func.count(),
    QueueOrder.RULE: func.min(recipients.c.rule),
    QueueOrder.ACCEPTED: func.min(recipients.c.id),  # numbers of recipients ascend with the time
    QueueOrder.ATTEMPTS: func.max(recipients.c.attempts),
    QueueOrder.NEXT_ATTEMPT: func.min(case(
        (recipients.c.state == RecipientState.WAITING.value, type_coerce(recipients.c.next_attempt_at, Float)), else_=_NEVER)),
    QueueOrder.LAST_REPLY: func.max(recipients.c.last_reply),
}
_BY_MESSAGE: dict[QueueOrder, ColumnElement[Any]] = {
    QueueOrder.SENDER: func.lower(messages.c.sender),
    QueueOrder.SIZE: messages.c.size,
    QueueOrder.ORIGIN: func.lower(func.coalesce(func.nullif(messages.c.login, ""), messages.c.client)),
    QueueOrder.SUBJECT: func.lower(messages.c.subject),
}
_OF_RECIPIENT = (recipients.c.message_id, recipients.c.address, recipients.c.state, recipients.c.last_reply, recipients.c.via,
                 recipients.c.rule)
_OF_MESSAGE = (messages.c.sender, messages.c.client, messages.c.login, messages.c.subject)


def ids_of(connection: Connection, queue: Queue, words: str, order: QueueOrder, *, is_descending: bool) -> list[str]:
    """Return the ids of all messages of a queue that have all of these words about one recipient, in this order."""
    if order is QueueOrder.ACCEPTED and not words.split():
        return _as_they_came(connection, queue, is_descending=is_descending)
    value = _BY_RECIPIENT.get(order)
    of_message = value is None or bool(words.split())
    if value is None:
        value = func.min(_BY_MESSAGE[order])
    first = func.min(recipients.c.id)
    query: Select[Any] = select(recipients.c.message_id).where(queue.is_of()).group_by(recipients.c.message_id)
    if of_message:
        query = query.join(messages, messages.c.id == recipients.c.message_id)
    for word in words.split():
        query = query.where(_contains(word))
    direction = (value.desc(), first.desc()) if is_descending else (value.asc(), first.asc())
    return list(connection.execute(query.order_by(*direction)).scalars())


def first_ids_of(connection: Connection, queue: Queue, number: int, *, is_descending: bool) -> list[str]:
    """Return the beginning of a queue in the order of arrival: enough to fill a screen while the rest is read."""
    return _as_they_came(connection, queue, is_descending=is_descending, limit=number)


def _as_they_came(connection: Connection, queue: Queue, *, is_descending: bool, limit: int | None = None) -> list[str]:
    number = recipients.c.id
    query = select(recipients.c.message_id).where(queue.is_of()).order_by(number.desc() if is_descending else number.asc())
    return list(dict.fromkeys(connection.execute(query.limit(limit)).scalars()))


def rows_of(connection: Connection, queue: Queue, ids: Sequence[str]) -> list[QueuedRow]:
    """Return messages of a queue; those that have left it are missing."""
    routes, states = {route.value for route in queue.routes}, {state.value for state in queue.states}
    is_wanted: Callable[[Values], bool] = lambda row: row[4] in routes and row[8] in states  # noqa: E731 - typed
    return [QueuedRow(message) for message in load(connection, ids, is_wanted=is_wanted)] if ids else []


def header_of(connection: Connection, message_id: str, folder: Path) -> bytes:
    """Return the header of a message, 64 KiB of it at most; large bodies are files in this folder. Raises StoreError."""
    row = connection.execute(select(func.substr(messages.c.body, 1, _HEADER_BYTES), messages.c.body_file).where(
        messages.c.id == message_id)).first()
    if row is None:
        raise StoreError(tr("The message {message_id} is not in the spool any more.", message_id=message_id))
    beginning = bytes(row[0] or b"")
    if row.body_file:
        try:
            with (folder / row.body_file).open("rb") as file:
                beginning = file.read(_HEADER_BYTES)
        except OSError as error:
            raise StoreError(tr("{folder} could not be read: {strerror}.",
                                folder=folder / row.body_file, strerror=error.strerror)) from error
    return beginning.partition(b"\r\n\r\n")[0]


def _contains(word: str) -> ColumnElement[bool]:
    like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return or_(recipients.c.rule.in_(rules_called(word)),
               *(column.like(like, escape="\\") for column in (*_OF_RECIPIENT, *_OF_MESSAGE)))
