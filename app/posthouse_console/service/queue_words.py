"""What can be done with queued messages, why something can't, and how both are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from posthouse_console.models.lazy_rows import Unread
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store.messages import RecipientState
from posthouse_server.store.queues import Queue, QueuedRow
from posthouse_server.words import tr

QueueEntry = QueuedRow | Unread
_NAMED = 5


class QueueDeed(StrEnum):
    """What administrators do with queued messages."""

    RETRY = "retry"
    HOLD = "hold"
    RELEASE = "release"
    REMOVE = "remove"
    RETURN = "return"
    ROUTE = "route"
    SEND_AGAIN = "send_again"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a deed is asked for and reported; {what} is "this message" or "3 messages"."""

    title: str
    question: str
    button: str
    consequence: str
    outcome: str


WORDS = {
    QueueDeed.RETRY: Wording(tr("Retry Now"), tr("Try {what} again now?"), tr("&Retry Now"),
                             tr("What is held stays held."), tr("due now")),
    QueueDeed.HOLD: Wording(tr("Hold"), tr("Hold {what}?"), tr("&Hold"),
                            tr("Held messages stay in the queue until they are released; they are never given up."),
                            tr("held")),
    QueueDeed.RELEASE: Wording(tr("Release"), tr("Release {what}?"), tr("&Release"), tr("They are tried at once."),
                               tr("released")),
    QueueDeed.REMOVE: Wording(tr("Remove"), tr("Remove {what} for good?"), tr("&Remove"),
                              tr("Nobody is told. This can't be undone."), tr("removed")),
    QueueDeed.RETURN: Wording(
        tr("Remove and Return"), tr("Remove {what} and return it to its sender?"), tr("&Return"),
        tr("The server sends the sender a notice that it could not be delivered. What has no sender goes to Bad Mail. "
           "This can't be undone."), tr("returned to the sender")),
    QueueDeed.SEND_AGAIN: Wording(tr("Send Again"), tr("Send {what} again?"), tr("&Send Again"),
                                  tr("It goes back into the queue as if it had just come in."), tr("sent again")),
}
_MANY_RETURNED = tr("Remove {what} and return them to their senders?")


def unusable_reason(deed: QueueDeed, queue: Queue | None, rows: Sequence[QueueEntry]) -> str:
    """Return why a deed makes no sense now, as a sentence; empty: it does."""
    if queue is None:
        return tr("This is for messages under SMTP > Queues and in Bad Mail.")
    if not rows:
        return tr("No message is selected.")
    if deed is QueueDeed.LOOK:
        return "" if len(rows) == 1 else tr("Select a single message.")
    if deed is QueueDeed.REMOVE:
        return ""
    if queue is Queue.BAD_MAIL:
        return "" if deed is QueueDeed.SEND_AGAIN else tr("Bad mail does not wait: it can be sent again or removed.")
    if deed is QueueDeed.SEND_AGAIN:
        return tr("Only bad mail can be sent again; use Retry Now.")
    if deed is QueueDeed.ROUTE and queue is Queue.INBOUND:
        return tr("Mail for mailboxes of this server goes through no smart host.")
    if deed in (QueueDeed.RELEASE, QueueDeed.ROUTE):
        return "" if _any(rows, RecipientState.HELD) else tr("Nothing that is selected is held.")
    if deed in (QueueDeed.RETRY, QueueDeed.HOLD):
        return "" if _any(rows, RecipientState.WAITING) else tr("All that is selected is held.")
    return ""


def question(deed: QueueDeed, rows: Sequence[QueueEntry]) -> str:
    """Return the question, with the count where there are several."""
    template = _MANY_RETURNED if deed is QueueDeed.RETURN and len(rows) > 1 else WORDS[deed].question
    text = template.format(what=messages_text(len(rows)) if len(rows) > 1 else tr("this message"))
    return text[:1].upper() + text[1:]  # {what} may come first


def names(rows: Sequence[QueueEntry]) -> str:
    """Return which messages are meant, a line each: the first few by name, of the others how many."""
    lines = [_name(row) for row in rows[:_NAMED]]
    if len(rows) > _NAMED:
        lines.append(tr("and {number} more", number=number_text(len(rows) - _NAMED)))
    return "\n".join(lines)


def outcome(deed: QueueDeed, number: int, *, is_running: bool) -> str:
    """Return what was done, with the number of recipients."""
    if not number:
        return tr("Nothing has changed: the server was faster.")
    done = tr("rerouted") if deed is QueueDeed.ROUTE else WORDS[deed].outcome
    waits = deed in (QueueDeed.RETRY, QueueDeed.RELEASE, QueueDeed.RETURN, QueueDeed.SEND_AGAIN) and not is_running
    what = tr("1 recipient") if number == 1 else tr("{number} recipients", number=number_text(number))
    if waits:
        return tr("{what}: {done}; the server is stopped, and acts when it runs again.", what=what, done=done)
    return f"{what}: {done}."


def messages_text(number: int) -> str:
    """Return a number of messages."""
    return tr("1 message") if number == 1 else tr("{number} messages", number=number_text(number))


def _any(rows: Sequence[QueueEntry], state: RecipientState) -> bool:
    """What was not in sight yet may be in any state."""
    return any(isinstance(row, Unread) or row.has(state) for row in rows)


def _name(row: QueueEntry) -> str:
    if isinstance(row, Unread):
        return row.id
    first, *others = row.recipients
    whom = tr("{address} and {number} more", address=first.address, number=len(others)) if others else first.address
    return tr("{id}: {sender} to {recipients}", id=row.id, sender=row.message.sender or "<>", recipients=whom)
