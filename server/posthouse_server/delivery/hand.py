"""What the runner has taken out of the spool and not yet written back: bounded, in number and in memory."""

from __future__ import annotations

from collections.abc import Sequence

from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_RECIPIENTS = 300
_BYTES = 32 * 1024 * 1024


class Hand:
    """The recipients of one route that are under way."""

    def __init__(self) -> None:
        """Begin empty."""
        self._ids: set[int] = set()
        self._bytes = 0

    @property
    def ids(self) -> frozenset[int]:
        """Return the recipients that are in it at this moment."""
        return frozenset(self._ids)

    def has_room(self, number: int = 1, *, share: float = 1.0) -> bool:
        """Return whether so many more fit into it, or into a share of it."""
        return len(self._ids) + number <= _RECIPIENTS * share and self._bytes < _BYTES * share

    def add(self, message: QueuedMessage) -> tuple[QueuedRecipient, ...]:
        """Take a message and return those of its recipients that were not there already."""
        recipients = message.recipients
        if not self._ids.isdisjoint([recipient.id for recipient in recipients]):
            recipients = tuple(recipient for recipient in recipients if recipient.id not in self._ids)
        self._ids.update([recipient.id for recipient in recipients])
        self._bytes += _weight(message, len(recipients)) * len(recipients)
        return recipients

    def remove(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient]) -> None:
        """Take recipients out that are done with; the message must name those that `add` has returned, and no others."""
        self._ids.difference_update([recipient.id for recipient in recipients])
        self._bytes -= _weight(message, len(message.recipients)) * len(recipients)


def _weight(message: QueuedMessage, shares: int) -> int:
    """Return the bytes that one recipient's share of the body takes in memory."""
    return len(message.body) // shares if message.body is not None and shares else 0
