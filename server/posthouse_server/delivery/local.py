"""Delivery into the mailboxes of this server."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

from posthouse_server.delivery.content import UNREADABLE, Content, SpoolReadError
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, Settle, TransientFailure, Withdrawn
from posthouse_server.delivery.job import Job
from posthouse_server.live import Live
from posthouse_server.mailboxes import maildir
from posthouse_server.mailboxes.place import OutsideError, place_of
from posthouse_server.mailboxes.quota import refusal
from posthouse_server.policy.rules import Rule
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_log = logging.getLogger(__name__)
_DELIVERED = "250 2.1.5 Delivered to the mailbox"
_THREADS = 8  # Maildir deliveries wait for the disk, not for others


class LocalDelivery:
    """Writes into Maildirs, off the event loop. See Delivery."""

    def __init__(self, mail: Path, live: Live | None = None) -> None:
        """Deliver below this folder; what is in force names the header field of catch-alls."""
        self._mail = mail
        self._live = live
        self._waiting: deque[Job] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._coming: Counter[str] = Counter()
        """Bytes on their way into each mailbox: several threads may ask for its room before one of them has written."""
        self._asking = threading.Lock()

    @property
    def openings(self) -> int:
        """See Delivery: its way is never shut."""
        return 0

    @property
    def is_open(self) -> bool:
        """See Delivery: mailboxes always take mail."""
        return True

    def start(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], content: Content, settle: Settle) -> None:
        """See Delivery."""
        self._waiting.append(Job(message, recipients, content, settle, 0.0))
        if len(self._tasks) < _THREADS:
            task = asyncio.create_task(self._run())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def relieve(self) -> None:
        """See Delivery: all mailboxes are on the same disk."""

    def reroute(self) -> None:
        """See Delivery: there is one way only."""

    def withdraw(self, gone: Set[int]) -> list[Withdrawn]:
        """See Delivery."""
        found = [taken for job in self._waiting for taken in job.withdraw(gone)]
        self._waiting = deque(job for job in self._waiting if job.left)
        return found

    async def stop(self, timeout_s: float) -> None:
        """See Delivery."""
        self._waiting.clear()
        if self._tasks:
            _, unfinished = await asyncio.wait(self._tasks, timeout=timeout_s)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    async def _run(self) -> None:
        while self._waiting:
            job = self._waiting.popleft()
            try:
                outcomes = await asyncio.to_thread(self._deliver_all, job)
            except Exception as error:  # noqa: BLE001 - a fault of ours defers the message, seen by all
                _log.error("The delivery of %s failed", job.message.id, exc_info=error)
                job.settle_rest(TransientFailure("451 4.3.0 The delivery failed by a fault of this server; its log says more"))
            else:
                job.settle_some(outcomes)

    def _deliver_all(self, job: Job) -> dict[int, Outcome]:
        return {recipient.id: self._deliver(job.message, recipient, job.content) for recipient in job.left}

    def _deliver(self, message: QueuedMessage, recipient: QueuedRecipient, content: Content) -> Outcome:
        if recipient.maildir is None:
            return PermanentFailure(f"550 5.1.1 {recipient.address}: no mailbox receives this address")
        try:
            place = place_of(self._mail, recipient.maildir)
        except OutsideError as error:
            _log.error("Mailbox %s: %s", recipient.maildir, error.strerror)
            return PermanentFailure(f"550 5.3.0 {recipient.address}: the mailbox can't be used")
        header = f"Return-Path: <{message.sender}>\r\nDelivered-To: {recipient.address}\r\n{self._marks(recipient)}".encode()
        name = f"{int(message.accepted_at.timestamp())}.{message.id}R{recipient.id}.posthouse"
        try:
            if maildir.is_delivered(place, name):  # before a crash: it may be what has filled the mailbox
                return Delivered(_DELIVERED, recipient.maildir)
            with self._room(message, recipient.maildir) as full:
                if full is not None:
                    return full
                maildir.deliver(place, name, header, content.pieces())
        except SpoolReadError as error:
            return TransientFailure(f"{UNREADABLE}: {error}")
        except OSError as error:
            _log.error("Mailbox %s: %s", recipient.maildir, error)
            return TransientFailure(f"452 4.3.1 The mailbox could not be written: {error.strerror}")
        return Delivered(_DELIVERED, recipient.maildir)

    @contextmanager
    def _room(self, message: QueuedMessage, folder: str) -> Iterator[Outcome | None]:
        """Take room in a mailbox while a message is written; gives the refusal where its quota has none."""
        quota = self._live.current.quotas(folder) if self._live is not None else 0
        if not quota:
            yield None
            return
        with self._asking:
            full = self._fullness(message, folder, quota)
            taken = message.size if full is None else 0
            self._coming[folder] += taken
        try:
            yield full
        finally:
            with self._asking:
                self._coming[folder] -= taken
                if not self._coming[folder]:
                    del self._coming[folder]

    def _fullness(self, message: QueuedMessage, folder: str, quota_kb: int) -> Outcome | None:
        """Return the refusal of a mailbox whose quota has no room for a message: for good only where it could never have."""
        try:
            reply = refusal(place_of(self._mail, folder), quota_kb, message.size, self._coming[folder])
        except OSError as error:
            return TransientFailure(f"452 4.3.1 The mailbox could not be read: {error.strerror}")
        if not reply:
            return None
        return PermanentFailure(reply) if reply.startswith("5") else TransientFailure(reply)

    def _marks(self, recipient: QueuedRecipient) -> str:
        """Return the field that names the original recipient of a catch-all's mail, where one is wanted."""
        name = self._live.current.settings.smtp.advanced.catch_all_header if self._live is not None else ""
        return f"{name}: {recipient.address}\r\n" if name and recipient.rule == Rule.CATCH_ALL else ""
