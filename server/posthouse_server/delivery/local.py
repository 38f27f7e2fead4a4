"""Delivery into the mailboxes of this server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path

from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.mailboxes import maildir
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_log = logging.getLogger(__name__)


class LocalDelivery:
    """Writes into Maildirs, off the event loop."""

    def __init__(self, mail: Path) -> None:
        """Deliver below this folder."""
        self._mail = mail

    async def deliver(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], body: bytes) -> dict[int, Outcome]:
        """See Delivery."""
        return await asyncio.to_thread(self._deliver_all, message, recipients, body)

    def _deliver_all(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], body: bytes) -> dict[int, Outcome]:
        return {recipient.id: self._deliver(message, recipient, body) for recipient in recipients}

    def _deliver(self, message: QueuedMessage, recipient: QueuedRecipient, body: bytes) -> Outcome:
        if recipient.maildir is None:
            return PermanentFailure(f"550 5.1.1 {recipient.address}: no mailbox receives this address")
        header = f"Return-Path: <{message.sender}>\r\nDelivered-To: {recipient.address}\r\n".encode()
        name = f"{int(message.accepted_at.timestamp())}.{message.id}R{recipient.id}.posthouse"
        try:
            maildir.deliver(self._mail / recipient.maildir, name, header, body)
        except OSError as error:
            _log.error("Mailbox %s: %s", recipient.maildir, error)
            return TransientFailure(f"452 4.3.1 The mailbox could not be written: {error.strerror}")
        return Delivered("250 2.1.5 Delivered to the mailbox", recipient.maildir)
