"""The contract of deliveries; transient and permanent failure are types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_REPLY_CHARACTERS = 1000


def words(code: int, text: str) -> str:
    """Return a remote server's reply as it can be kept and shown."""
    return f"{code} {printable(text)}".strip()


def printable(text: str) -> str:
    """Return foreign text as one line without control characters, lone surrogates or endless length."""
    line = " ".join(text[:_REPLY_CHARACTERS].split())
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A recipient's copy is where it belongs."""

    reply: str
    remote: str


class DeliveryFailure(Exception):  # noqa: N818 - a failed delivery is a result, not a fault of the program
    """An attempt failed; `reply` is the remote server's own words where there are any, else ours."""

    def __init__(self, reply: str, remote: str = "") -> None:
        """Name the reply, and the server that gave it (host[address]:port), or empty when none was reached."""
        super().__init__(reply)
        self.reply = reply
        self.remote = remote


class TransientFailure(DeliveryFailure):
    """It may work later."""


class PermanentFailure(DeliveryFailure):
    """It will never work."""


Outcome = Delivered | TransientFailure | PermanentFailure


class Delivery(Protocol):
    """Delivers one message to some of its recipients."""

    async def deliver(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient],
                      body: bytes) -> Mapping[int, Outcome]:
        """Return the outcome for each recipient's id; failures are values here, never raised."""
