"""What a lane holds: a message, and who is left of its recipients at one destination."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Outcome, Settle
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient


@dataclass(slots=True, eq=False)
class Job:
    """A message for the recipients that are left of it at one destination."""

    message: QueuedMessage
    left: Sequence[QueuedRecipient]
    content: Content
    settle: Settle
    since: float
    """When it began to wait, in the loop's time."""

    def settle_some(self, outcomes: Mapping[int, Outcome]) -> None:
        """Report outcomes; those recipients are done with."""
        if outcomes:
            self.left = [recipient for recipient in self.left if recipient.id not in outcomes] if (
                len(outcomes) < len(self.left)) else ()
            self.settle(self.message, outcomes)

    def settle_rest(self, outcome: Outcome) -> None:
        """Report the same outcome for all that are left."""
        self.settle_some({recipient.id: outcome for recipient in self.left})
