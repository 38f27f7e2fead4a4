"""What can be done with queued messages, why something can't, and how both are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from posthouse_console.models.lazy_rows import Unread
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store.messages import RecipientState
from posthouse_server.store.queues import Queue, QueuedRow

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
    """How a deed is asked for and reported; {what} is "the message" or "3 messages"."""

    title: str
    question: str
    button: str
    consequence: str
    outcome: str


WORDS = {
    QueueDeed.RETRY: Wording("Retry Now", "Try {what} again now?", "&Retry Now",
                             "What is held stays held.", "due now"),
    QueueDeed.HOLD: Wording("Hold", "Hold {what}?", "&Hold",
                            "Held messages stay in the queue until they are released; they are never given up.", "held"),
    QueueDeed.RELEASE: Wording("Release", "Release {what}?", "&Release", "They are tried at once.", "released"),
    QueueDeed.REMOVE: Wording("Remove", "Remove {what} for good?", "&Remove",
                              "Nobody is told. This can't be undone.", "removed"),
    QueueDeed.RETURN: Wording(
        "Remove and Return", "Remove {what} and return it to its sender?", "&Return",
        "The server sends the sender a notice that it could not be delivered. What has no sender goes to Bad Mail. "
        "This can't be undone.", "returned to the sender"),
    QueueDeed.SEND_AGAIN: Wording("Send Again", "Send {what} again?", "&Send Again",
                                  "It goes back into the queue as if it had just come in.", "sent again"),
}
_MANY_RETURNED = "Remove {what} and return them to their senders?"


def unusable_reason(deed: QueueDeed, queue: Queue | None, rows: Sequence[QueueEntry]) -> str:
    """Return why a deed makes no sense now, as a sentence; empty: it does."""
    if queue is None:
        return "This is for messages under SMTP > Queues and in Bad Mail."
    if not rows:
        return "No message is selected."
    if deed is QueueDeed.LOOK:
        return "" if len(rows) == 1 else "Select a single message."
    if deed is QueueDeed.REMOVE:
        return ""
    if queue is Queue.BAD_MAIL:
        return "" if deed is QueueDeed.SEND_AGAIN else "Bad mail does not wait: it can be sent again or removed."
    if deed is QueueDeed.SEND_AGAIN:
        return "Only bad mail can be sent again; use Retry Now."
    if deed is QueueDeed.ROUTE and queue is Queue.INBOUND:
        return "Mail for mailboxes of this server goes through no smart host."
    if deed in (QueueDeed.RELEASE, QueueDeed.ROUTE):
        return "" if _any(rows, RecipientState.HELD) else "Nothing that is selected is held."
    if deed in (QueueDeed.RETRY, QueueDeed.HOLD):
        return "" if _any(rows, RecipientState.WAITING) else "All that is selected is held."
    return ""


def question(deed: QueueDeed, rows: Sequence[QueueEntry]) -> str:
    """Return the question, with the count where there are several."""
    template = _MANY_RETURNED if deed is QueueDeed.RETURN and len(rows) > 1 else WORDS[deed].question
    return template.format(what=messages_text(len(rows)) if len(rows) > 1 else "this message")


def names(rows: Sequence[QueueEntry]) -> str:
    """Return which messages are meant, a line each: the first few by name, of the others how many."""
    lines = [_name(row) for row in rows[:_NAMED]]
    if len(rows) > _NAMED:
        lines.append(f"and {number_text(len(rows) - _NAMED)} more")
    return "\n".join(lines)


def outcome(deed: QueueDeed, number: int, *, is_running: bool) -> str:
    """Return what was done, with the number of recipients."""
    if not number:
        return "Nothing has changed: the server was faster."
    done = "rerouted" if deed is QueueDeed.ROUTE else WORDS[deed].outcome
    waits = deed in (QueueDeed.RETRY, QueueDeed.RELEASE, QueueDeed.RETURN, QueueDeed.SEND_AGAIN) and not is_running
    what = f"{number_text(number)} {'recipient' if number == 1 else 'recipients'}"
    return f"{what}: {done}{'; the server is stopped, and acts when it runs again' if waits else ''}."


def messages_text(number: int) -> str:
    """Return a number of messages."""
    return f"{number_text(number)} {'message' if number == 1 else 'messages'}"


def _any(rows: Sequence[QueueEntry], state: RecipientState) -> bool:
    """What was not in sight yet may be in any state."""
    return any(isinstance(row, Unread) or row.has(state) for row in rows)


def _name(row: QueueEntry) -> str:
    if isinstance(row, Unread):
        return row.id
    first, *others = row.recipients
    more = f" and {len(others)} more" if others else ""
    return f"{row.id}: {row.message.sender or '<>'} to {first.address}{more}"
