"""The contract of deliveries; transient and permanent failure are types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from posthouse_server.delivery.content import Content
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient


@dataclass(frozen=True, slots=True)
class Delivered:
    """A recipient's copy is where it belongs, or with the next server."""

    reply: str
    remote: str
    is_told_onwards: bool = False
    """Whether the next server has taken over the duty to notify the sender (RFC 3461)."""


class DeliveryFailure(Exception):  # noqa: N818 - a failed delivery is a result, not a fault of the program
    """An attempt failed; `reply` is the remote server's own words where there are any, else ours."""

    def __init__(self, reply: str, remote: str = "") -> None:
        """Name the reply, and the server that gave it (host:port), or empty when none was reached."""
        super().__init__(reply)
        self.reply = reply
        self.remote = remote


class TransientFailure(DeliveryFailure):
    """It may work later."""

    def __init__(self, reply: str, remote: str = "", *, is_ours: bool = False, is_paced: bool = False,
                 wait_s: float | None = None) -> None:
        """With is_ours the cause lies with this server or its smart host: nothing is ever given up for it.

        With is_paced it only waits for a limit of messages a minute: no door that opens makes it due.
        `wait_s` sets when its turn comes, instead of the schedule of retries; the sender need not hear of it.
        """
        super().__init__(reply, remote)
        self.is_ours = is_ours
        self.is_paced = is_paced
        self.wait_s = wait_s


class PermanentFailure(DeliveryFailure):
    """It will never work."""


Outcome = Delivered | TransientFailure | PermanentFailure

Settle = Callable[[QueuedMessage, Mapping[int, Outcome]], None]
"""Takes the outcomes of some recipients of a message, by their ids."""

Withdrawn = tuple[QueuedMessage, Sequence[QueuedRecipient]]
"""Some recipients of a message that will not be settled any more."""


class Delivery(Protocol):
    """Delivers messages to recipients of one route, as many at a time as it sees fit. Used on the event loop."""

    @property
    def is_open(self) -> bool:
        """Return whether messages make sense now; while it is closed they stay in the spool."""

    @property
    def openings(self) -> int:
        """Return how often a way that was shut has opened again: what waits for it is due then."""

    def start(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], content: Content, settle: Settle) -> None:
        """Deliver to these recipients; `settle` is called once or several times, with each of them exactly once.

        Failures are values, never raised. What has not begun when `stop` is called is not settled any more.
        """

    def relieve(self) -> None:
        """Give back what waits behind a slow destination, since others can't be served for it."""

    def reroute(self) -> None:
        """Look again where messages go that have not begun: settings have changed."""

    def withdraw(self, gone: Set[int]) -> list[Withdrawn]:
        """Forget recipients that have not begun, by their ids; returns those that were forgotten.

        The ids must be all that are not wanted at this moment. Those that have begun finish, and are settled as always.
        """

    async def stop(self, timeout_s: float) -> None:
        """Begin nothing new, let what has begun finish for so long, then break it off."""
