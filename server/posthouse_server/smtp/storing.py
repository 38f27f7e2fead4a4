"""From the last dot to the reply: the message goes into the spool, and only then is it accepted."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from aiosmtpd.smtp import Session

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.policy.decision import Verdict
from posthouse_server.policy.forwarding import Target, targets_of
from posthouse_server.policy.rules import Rule
from posthouse_server.smtp import replies
from posthouse_server.smtp.intake import Intake, is_disk_full
from posthouse_server.smtp.replies import Notice
from posthouse_server.smtp.trace_field import Origin, loop_mark
from posthouse_server.smtp.transaction import Accepted, Transaction
from posthouse_server.store import StoreError
from posthouse_server.store.bodies import IncomingBody
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, RecipientState, Route
from posthouse_server.store.room import DiskRoom
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.spool_writes import new_number
from posthouse_server.store.traffic import AttemptRow, TrafficStore
from posthouse_server.words import tr

if TYPE_CHECKING:
    from posthouse_server.smtp.protocol import SmtpProtocol

_log = logging.getLogger(__name__)


class Courier(Protocol):
    """Who delivers what was accepted (the delivery runner)."""

    def lease_for(self, message: QueuedMessage) -> datetime | None:
        """Return until when a message shall be leased to the courier as it is accepted, or None."""

    def take(self, message: QueuedMessage) -> None:
        """Deliver a message that was accepted under such a lease."""

    def wake(self) -> None:
        """Look into the spool: a message without a lease is there."""


class Storing:
    """Takes the contents of messages in and commits them."""

    def __init__(self, spool: SpoolStore, traffic: TrafficStore, courier: Courier, alarms: Alarms, room: DiskRoom) -> None:
        """The courier is told of each message after its commit; a store that fails raises an alarm."""
        self._spool = spool
        self._traffic = traffic
        self._courier = courier
        self._alarms = alarms
        self._room = room

    def open_intake(self, server: SmtpProtocol, session: Session, transaction: Transaction) -> Intake:
        """Prepare to receive the content of a message."""
        message_id = new_id()
        if server.session_log is not None:
            server.session_log.message_id = message_id
        protocol = "SMTP"
        if session.extended_smtp:  # RFC 3848, and RFC 6531 section 4.3
            protocol = ("UTF8SMTP" if transaction.smtp_utf8 else "ESMTP") + ("S" if server.is_tls else "") + (
                "A" if transaction.login else "")
        only = transaction.accepted[0].decision.recipient if len(transaction.accepted) == 1 else None
        is_submission = transaction.login is not None or any(
            item.decision.rule is Rule.PRIVILEGED_RANGE for item in transaction.accepted)
        current = server.in_force_for_transaction
        origin = Origin(message_id, server.client_text, session.host_name or "", current.hostname, protocol, now(),
                        is_submission and current.settings.smtp.advanced.add_required_headers,
                        str(only) if only is not None and only.domain else None,
                        current.settings.smtp.security.hide_client_addresses, transaction.blacklists,
                        _expanded(transaction, current.hostname))
        body = IncomingBody(self._spool.folder, message_id)
        transaction.intake = Intake(origin, body, server.enforced_size_limit, self._room)
        return transaction.intake

    async def store(self, server: SmtpProtocol, session: Session, envelope: Transaction, intake: Intake) -> str:
        """Commit a message and return the reply; a client that goes away meanwhile changes nothing."""
        if not intake.body.is_file:
            if not self._room.has_room(intake.body.size):
                return self.refuse(envelope, intake, replies.STORAGE_FULL)
            self._room.take(intake.body.size)
        try:
            sealed = await asyncio.to_thread(intake.body.seal) if intake.body.is_file else intake.body.seal()
            if any(item.decision.mailbox is not None and item.decision.mailbox.forwards_to for item in envelope.accepted):
                # A group may lead to very many addresses, each looked up: others shall not wait for that.
                message = await asyncio.to_thread(_message, server, session, envelope, intake, sealed)
            else:
                message = _message(server, session, envelope, intake, sealed)
            leased_until = self._courier.lease_for(message)
            await self._spool.accept_async(message, leased_until)
        except (OSError, StoreError) as error:
            _log.error("A message could not be stored: %s", error)
            self._sound(error)
            intake.body.discard()
            return self.refuse(envelope, intake, replies.STORAGE_FULL if is_disk_full(error) else replies.LOCAL_ERROR)
        except Exception as error:  # noqa: BLE001 - whatever it is, the body must not stay, and the client learns nothing
            _log.error("A message could not be stored", exc_info=error)
            intake.body.discard()
            return self.refuse(envelope, intake, replies.LOCAL_ERROR)
        envelope.trace(message.id)
        if leased_until is None:
            self._courier.wake()
        else:
            self._courier.take(message)
        return f"{Notice.ACCEPTED.text(server.in_force_for_transaction.settings.smtp.relay.denial_reply)} [{message.id}]"

    def _sound(self, error: Exception) -> None:
        self._alarms.sound(AlarmKind.STORAGE, tr(
            "Clients are told to try again later: {error}. Free some room on the disk, or mend the cause; the server goes on "
            "by itself.", error=str(error).removesuffix(".")))

    def refuse(self, envelope: Transaction, intake: Intake, reply: str) -> str:
        """Refuse a message whose recipients were accepted; the trace says so for each of them."""
        if intake.error is not None:
            self._sound(intake.error)
        envelope.trace(intake.message_id)
        for item in envelope.accepted:
            self._traffic.record_attempt(AttemptRow(
                now(), intake.message_id, str(item.decision.recipient), Verdict.REFUSED.value, "", reply))
        return f"{reply} [{intake.message_id}]"


def _message(server: SmtpProtocol, session: Session, envelope: Transaction, intake: Intake,
             sealed: tuple[bytes | None, str | None]) -> QueuedMessage:
    body, body_file = sealed
    at = now()
    recipients = recipients_of(envelope, at)
    # Many clients ask for SMTPUTF8 out of habit; only what needs it may fail at a server that lacks it (RFC 6531 3.6).
    is_utf8 = bool(envelope.smtp_utf8) and (intake.is_header_eight_bit or not envelope.sender.isascii() or any(
        not item.address.isascii() for item in recipients))
    helo = (session.host_name or "")[:255]
    return QueuedMessage(
        intake.message_id, envelope.sender, server.client_text, envelope.login,
        helo if helo.isascii() else helo.encode("utf-8", "backslashreplace").decode(), intake.body.size, intake.is_eight_bit,
        is_utf8, intake.subject, body_file, at, recipients, body, envelope.parameters.envelope_id, envelope.parameters.returned)


def recipients_of(envelope: Transaction, at: datetime) -> tuple[QueuedRecipient, ...]:
    """Return each accepted recipient once, in order, and behind them whom redirections and groups lead to."""
    found: dict[str, QueuedRecipient] = {}
    forwarded: list[tuple[Accepted, Target]] = []
    for item in envelope.accepted:
        for target in _targets(item, envelope):
            if target.is_forwarded:
                forwarded.append((item, target))
            elif target.address.key not in found:
                found[target.address.key] = _recipient(item, target, at)
    stored = {one.maildir for one in found.values() if one.maildir}
    for item, target in forwarded:  # last: whoever is named by the sender as well gets no second copy
        maildir = target.mailbox.maildir if target.mailbox is not None else None
        if target.address.key not in found and (maildir is None or maildir not in stored):
            found[target.address.key] = _recipient(item, target, at)
            if maildir is not None:
                stored.add(maildir)
    return tuple(found.values())


def _expanded(envelope: Transaction, hostname: str) -> tuple[str, ...]:
    """Return the marks of the accepted addresses that a redirection or group sends on."""
    return tuple(loop_mark(item.decision.recipient.key, hostname) for item in envelope.accepted
                 if item.decision.recipient is not None and item.decision.mailbox is not None
                 and item.decision.mailbox.forwards_to)


def _targets(item: Accepted, envelope: Transaction) -> list[Target]:
    decision, recipient = item.decision, item.decision.recipient
    assert recipient is not None
    if decision.verdict is not Verdict.LOCAL:
        return [Target(recipient, None, False, False)]
    mailbox = decision.mailbox
    if mailbox is None or not mailbox.forwards_to or envelope.in_force is None:
        return [Target(recipient, mailbox, True, False)]
    has_catch_alls = not envelope.in_force.settings.smtp.security.disable_catch_alls
    return targets_of(recipient, mailbox, envelope.in_force.policy.directory, has_catch_alls=has_catch_alls)


def _recipient(item: Accepted, target: Target, at: datetime) -> QueuedRecipient:
    rule = item.decision.rule
    if target.is_forwarded and rule is Rule.CATCH_ALL:
        rule = Rule.ADDRESS_MAP  # the mark of a catch-all names the address that was asked for, which this is not
    return QueuedRecipient(
        new_number(), str(target.address) if target.address.domain else target.address.local,
        Route.LOCAL if target.is_local else Route.RELAY, target.mailbox.maildir if target.mailbox else None, rule.value,
        item.decision_id, RecipientState.WAITING, 0, at, "", None, item.parameters.notify, item.parameters.original_recipient)
