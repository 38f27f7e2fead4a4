"""What a lane holds: a message, and who is left of its recipients at one destination."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Outcome, Settle, TransientFailure, Withdrawn
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_BROKEN_OFF = TransientFailure("451 4.3.2 The delivery was broken off: the message has been held or removed", is_ours=True)


@dataclass(slots=True, eq=False)
class Job:
    """A message for the recipients that are left of it at one destination."""

    message: QueuedMessage
    left: Sequence[QueuedRecipient]
    content: Content
    settle: Settle
    since: float
    """When it began to wait, in the loop's time."""
    under_way: Sequence[QueuedRecipient] = ()
    """Those of them whose transaction has begun."""
    unwanted: Set[int] = frozenset()
    """Those that were withdrawn after their transaction had begun: if it fails, there is no other."""

    def withdraw(self, gone: Set[int]) -> list[Withdrawn]:
        """Drop recipients that have not begun, and return them with their message; call it with all that are gone by now."""
        begun = {recipient.id for recipient in self.under_way}
        self.unwanted = gone & begun
        dropped = [recipient for recipient in self.left if recipient.id in gone and recipient.id not in begun]
        if not dropped:
            return []
        self.left = [recipient for recipient in self.left if recipient.id not in gone or recipient.id in begun]
        return [(self.message, dropped)]

    def drop_unwanted(self) -> None:
        """Settle those that were withdrawn during a transaction that is over and has not settled them."""
        self.under_way = ()
        if self.unwanted:
            unwanted, self.unwanted = self.unwanted, frozenset()
            self.settle_some({recipient.id: _BROKEN_OFF for recipient in self.left if recipient.id in unwanted})

    def settle_some(self, outcomes: Mapping[int, Outcome]) -> None:
        """Report outcomes; those recipients are done with."""
        if outcomes:
            self.left = [recipient for recipient in self.left if recipient.id not in outcomes] if (
                len(outcomes) < len(self.left)) else ()
            self.settle(self.message, outcomes)

    def settle_rest(self, outcome: Outcome) -> None:
        """Report the same outcome for all that are left."""
        self.settle_some({recipient.id: outcome for recipient in self.left})
