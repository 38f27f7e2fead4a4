"""Queued messages and Bad Mail as tables."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QIcon

from posthouse_console.models.lazy_rows import LazyRowsModel
from posthouse_console.models.rows import Column
from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.lengths import duration
from posthouse_console.widgets.icons import icon
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.clock import now
from posthouse_server.store.messages import QueuedRecipient, RecipientState
from posthouse_server.store.queues import Queue, QueuedRow, QueueOrder
from posthouse_server.words import tr

_NAMED = 12
_Column = Column[QueuedRow]


def state_of(recipient: QueuedRecipient) -> str:
    """Return the state of a recipient in a word or two."""
    if recipient.state is RecipientState.BAD_MAIL:
        return tr("Bad mail")
    if recipient.state is RecipientState.HELD:
        return tr("Held")
    return tr("To be returned") if recipient.is_returned else tr("Waiting")


def state_text(row: QueuedRow) -> str:
    """Return the states of a message's recipients."""
    return ", ".join(dict.fromkeys(state_of(recipient) for recipient in row.recipients))


def _state_icon(row: QueuedRow) -> QIcon:
    if row.has(RecipientState.BAD_MAIL):
        return icon("error")
    if row.has(RecipientState.WAITING):
        return icon("warning" if row.last_reply else "send")
    return icon("stop")


def recipients_text(row: QueuedRow) -> str:
    """Return the only recipient, or the first and how many more there are."""
    first, *others = row.recipients
    return tr("{shown} and {number} more", shown=first.address, number=len(others)) if others else first.address


def _recipients_tip(row: QueuedRow) -> str:
    more = len(row.recipients) - _NAMED
    last = [tr("and {number} more", number=more)] if more > 0 else []
    return "\n".join([*(item.address for item in row.recipients[:_NAMED]), *last])


def origin_text(row: QueuedRow) -> str:
    """Return the login or client that brought it."""
    return row.origin or tr("This server")


def _origin_tip(row: QueuedRow) -> str:
    if not row.message.client:
        return tr("From this server itself, HELO {helo}", helo=row.message.helo)
    return tr("From {client}, HELO {helo}", client=row.message.client, helo=row.message.helo)


def rules_text(row: QueuedRow) -> str:
    """Return by which rules its recipients were accepted."""
    return ", ".join(dict.fromkeys(rule_label(recipient.rule) for recipient in row.recipients))


def size_text(size: int) -> str:
    """Return a number of bytes as people here write it."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def next_text(row: QueuedRow) -> str:
    """Return when it is tried next."""
    at = row.next_attempt_at
    if at is None:
        return tr("When released")
    return tr("Now") if at <= now() else time_text(at)


def reply_line(row: QueuedRow) -> str:
    """Return the last reply in one line."""
    return " ".join(row.last_reply.split())


_ID = _Column(tr("Message"), lambda row: row.id, 105, icon=_state_icon)
_STATE = _Column(tr("Status"), state_text, 70)
_SENDER = _Column(tr("Sender"), lambda row: row.message.sender or "<>", 150, tip=lambda row: row.message.subject,
                  raw=lambda row: row.message.sender)
_SIZE = _Column(tr("Size"), lambda row: size_text(row.message.size), 65, raw=lambda row: row.message.size)
_ORIGIN = _Column(tr("Login or client"), origin_text, 130,
                  tip=lambda row: _origin_tip(row))
_RULE = _Column(tr("Accepted by"), rules_text, 135, title_tip=tr("The rule by which its recipients were accepted"))
_AGE = _Column(tr("Age"), lambda row: duration(now() - row.message.accepted_at), 75,
               tip=lambda row: tr("Accepted {time}", time=time_text(row.message.accepted_at)),
               raw=lambda row: row.message.accepted_at, raw_title=tr("Accepted"))
_ATTEMPTS = _Column(tr("Attempts"), lambda row: str(row.attempts), 62, raw=lambda row: row.attempts)
_NEXT = _Column(tr("Next attempt"), next_text, 100, raw=lambda row: row.next_attempt_at)
_SUBJECT = _Column(tr("Subject"), lambda row: row.message.subject, 160)
_REPLY = _Column(tr("Last reply"), reply_line, 320, tip=lambda row: row.last_reply, raw=lambda row: row.last_reply,
                 title_tip=tr("What the remote server said last, in full in the tip and in Message Information"))


def _recipients(title: str) -> Column[QueuedRow]:
    return _Column(title, recipients_text, 165, tip=_recipients_tip,
                   raw=lambda row: [recipient.address for recipient in row.recipients])


class QueueModel(LazyRowsModel[QueuedRow]):
    """Messages of one queue."""

    NOUN = (tr("message"), tr("messages"))
    COLUMNS: Sequence[Column[Any]] = (_ID, _STATE, _SENDER, _recipients(tr("Recipients left")), _SIZE, _ORIGIN, _RULE, _AGE,
                                      _ATTEMPTS, _NEXT, _REPLY)
    ORDERS: Sequence[QueueOrder] = (
        QueueOrder.ID, QueueOrder.STATE, QueueOrder.SENDER, QueueOrder.RECIPIENTS, QueueOrder.SIZE, QueueOrder.ORIGIN,
        QueueOrder.RULE, QueueOrder.ACCEPTED, QueueOrder.ATTEMPTS, QueueOrder.NEXT_ATTEMPT, QueueOrder.LAST_REPLY)
    """What each column is sorted by in the store."""
    SORTED_BY = (7, Qt.SortOrder.DescendingOrder)

    def __init__(self, queue: Queue, parent: QObject | None = None) -> None:
        """List this queue."""
        super().__init__(parent)
        self.queue = queue

    def key(self, row: QueuedRow) -> Hashable:
        """Return the id of the message."""
        return row.id


class BadMailModel(QueueModel):
    """Messages that could neither be delivered nor returned."""

    COLUMNS = (_ID, _SENDER, _recipients(tr("Recipients")), _SUBJECT, _SIZE, _ORIGIN, _RULE, _AGE, _ATTEMPTS,
               replace(_REPLY, title=tr("Reason"), title_tip=tr("Why it could not be delivered; nobody could be told")))
    ORDERS = (
        QueueOrder.ID, QueueOrder.SENDER, QueueOrder.RECIPIENTS, QueueOrder.SUBJECT, QueueOrder.SIZE, QueueOrder.ORIGIN,
        QueueOrder.RULE, QueueOrder.ACCEPTED, QueueOrder.ATTEMPTS, QueueOrder.LAST_REPLY)
    SORTED_BY = (7, Qt.SortOrder.AscendingOrder)
