"""What an outcome means for a recipient: its state in the spool, and whether the sender is told (RFC 3461 section 5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from posthouse_server.delivery.bounce import Action
from posthouse_server.delivery.delivery import Delivered, Outcome, TransientFailure
from posthouse_server.delivery.schedule import next_attempt
from posthouse_server.settings.schema import DelayNotifications, Delivery, DeliveryReceipts
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, RecipientState, Result, Route


@dataclass(frozen=True, slots=True)
class Verdict:
    """A result for the spool, and what the sender hears of it."""

    result: Result
    told: Action | None = None


def judge(message: QueuedMessage, recipient: QueuedRecipient, outcome: Outcome, settings: Delivery, at: datetime) -> Verdict:
    """Return what becomes of a recipient after an attempt that ended at this time."""
    if isinstance(outcome, Delivered):
        result = Result(recipient.id, message.id, RecipientState.DELIVERED, outcome.reply)
        if "SUCCESS" not in recipient.notify or outcome.is_told_onwards or not may_be_told(message, settings):
            return Verdict(result)
        return Verdict(result, Action.DELIVERED if recipient.route is Route.LOCAL else Action.RELAYED)
    reply = outcome.reply
    if isinstance(outcome, TransientFailure) and outcome.wait_s is not None:
        return Verdict(Result(recipient.id, message.id, RecipientState.WAITING, reply, at + timedelta(seconds=outcome.wait_s)))
    if isinstance(outcome, TransientFailure):
        again_at = next_attempt(settings, recipient.attempts + 1, message.accepted_at, at)
        if again_at is None and outcome.is_ours:
            again_at = at + timedelta(minutes=settings.retry_minutes[0])
        if again_at is not None:
            return Verdict(Result(recipient.id, message.id, RecipientState.WAITING, reply, again_at),
                           Action.DELAYED if _is_notice_due(message, recipient, settings) else None)
        reply = f"{reply} (given up after {settings.lifetime_hours} hours)"
    # Bad Mail keeps what nobody can be told about: an undeliverable bounce, or receipts that are switched off.
    if message.sender and recipient.notify and "FAILURE" not in recipient.notify:
        # The sender has asked for silence: the recipient counts as bounced, and the trace alone keeps the remote's words.
        return Verdict(Result(recipient.id, message.id, RecipientState.BOUNCED, reply))
    if not may_be_told(message, settings):
        return Verdict(Result(recipient.id, message.id, RecipientState.BAD_MAIL, reply))
    return Verdict(Result(recipient.id, message.id, RecipientState.BOUNCED, reply), Action.FAILED)


def may_be_told(message: QueuedMessage, settings: Delivery) -> bool:
    """Return whether notifications may go to the sender of a message at all."""
    if message.sender == "" or settings.receipts is DeliveryReceipts.NEVER:
        return False
    return settings.receipts is DeliveryReceipts.EVERYONE or message.login is not None


def _is_notice_due(message: QueuedMessage, recipient: QueuedRecipient, settings: Delivery) -> bool:
    """A sender who gives NOTIFY decides whether delays are told; otherwise the settings do, and how often in any case."""
    wanted = settings.delay_notifications
    if message.sender == "" or (recipient.notify and "DELAY" not in recipient.notify):
        return False
    if wanted is DelayNotifications.OFF and not recipient.notify:
        return False
    return wanted is DelayNotifications.EVERY_DELAY or recipient.attempts == 0
