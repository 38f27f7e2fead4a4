"""What can be done about a row of the abuse report, and when it makes sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from posthouse_server.policy.networks import parse_client, parse_range
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import AccessMode, PrivilegedRange
from posthouse_server.store.abuse import AbuseRow, Axis
from posthouse_server.store.directory import MailboxRow
from posthouse_server.words import tr


class AbuseAction(StrEnum):
    """An action; the value is its caption."""

    MESSAGES = tr("&Messages…")
    HOLD = tr("&Hold Queued Mail…")
    DELETE = tr("De&lete Queued Mail…")
    DISABLE = tr("&Disable Mailbox…")
    SET_PASSWORD = tr("Change &Password…")
    BLOCK = tr("&Block Client…")
    REMOVE_RANGE = tr("&Remove Range…")
    NARROW_RANGE = tr("&Narrow Range…")


TIPS = {
    AbuseAction.MESSAGES: tr("List what was asked for and answered, exactly for this row and this time"),
    AbuseAction.HOLD: tr("Keep back what still waits for delivery, until it is released"),
    AbuseAction.DELETE: tr("Remove what still waits for delivery, is held or is in Bad Mail"),
    AbuseAction.DISABLE: tr("Nobody can log in with this mailbox any more"),
    AbuseAction.SET_PASSWORD: tr("Give this mailbox a new password"),
    AbuseAction.BLOCK: tr("Ban this client in Access Control: it can't connect any more"),
    AbuseAction.REMOVE_RANGE: tr("Take the entry that lets this client relay out of Privileged IPs"),
    AbuseAction.NARROW_RANGE: tr("Shrink the entry that lets this client relay, so that it no longer holds this client"),
}
NO_ROW = dict.fromkeys(AbuseAction, tr("Select a row first."))


@dataclass(frozen=True, slots=True)
class AbuseSubject:
    """A row, and what the console knows about it."""

    axis: Axis
    row: AbuseRow
    mailbox: MailboxRow | None
    entries: tuple[PrivilegedRange, ...]
    """The entries of Privileged IPs that the row relays by."""
    block_refusal: str
    """Why the client can't be blocked; empty if it can."""


def subject_of(axis: Axis, row: AbuseRow, settings: Settings | None, mailboxes: Sequence[MailboxRow]) -> AbuseSubject:
    """Put together what is known about a row; without settings nothing can be changed in them."""
    mailbox = None
    if axis is Axis.LOGIN:
        mailbox = next((item for item in mailboxes if item.login.casefold() == row.key.casefold()), None)
    if settings is None:
        return AbuseSubject(axis, row, mailbox, (), tr("The settings can't be read."))
    entries = settings.smtp.relay.privileged_ip_ranges
    if axis is Axis.CLIENT and row.key:
        client = parse_client(row.key)
        return AbuseSubject(axis, row, mailbox, tuple(item for item in entries if client in item.network),
                            _block_refusal(row.key, settings))
    is_by_range = axis is Axis.RULE and row.key == Rule.PRIVILEGED_RANGE.value
    return AbuseSubject(axis, row, mailbox, entries if is_by_range else (), tr("Only a client can be blocked: see By client."))


def _block_refusal(key: str, settings: Settings) -> str:
    """This computer is never shut out, and a list of the only clients allowed has no place for one that is banned."""
    client, control = parse_client(key), settings.smtp.inbound.access_control
    if client.is_loopback:
        return tr("This computer itself is never blocked.")
    if control.mode is not AccessMode.BANNED:
        return tr("Access Control lists the only clients allowed: take this one off that list instead.")
    return tr("It is blocked in Access Control already.") if any(client in parse_range(text) for text in control.ranges) else ""


def refusals(subject: AbuseSubject) -> dict[AbuseAction, str]:
    """Return why an action makes no sense for a row; an action that is not named makes sense."""
    found = {AbuseAction.BLOCK: subject.block_refusal}
    if not subject.row.key:
        found |= dict.fromkeys((AbuseAction.HOLD, AbuseAction.DELETE),
                               tr("Too many different senders are in this row: choose one of them By client."))
    if subject.mailbox is None:
        found |= dict.fromkeys((AbuseAction.DISABLE, AbuseAction.SET_PASSWORD), _mailbox_refusal(subject))
    elif not subject.mailbox.enabled:
        found[AbuseAction.DISABLE] = tr("The mailbox is disabled already.")
    if not subject.entries:
        found |= dict.fromkeys((AbuseAction.REMOVE_RANGE, AbuseAction.NARROW_RANGE), _range_refusal(subject))
    elif all(item.network.count == 1 for item in subject.entries):
        found[AbuseAction.NARROW_RANGE] = tr("The entry is a single address: remove it instead.")
    return {action: why for action, why in found.items() if why}


def _mailbox_refusal(subject: AbuseSubject) -> str:
    if subject.axis is not Axis.LOGIN:
        return tr("Only a login has a mailbox: see By login.")
    if not subject.row.key:
        return tr("Nobody was logged in here.")
    return tr("There is no mailbox {login} any more.", login=subject.row.key)


def _range_refusal(subject: AbuseSubject) -> str:
    if subject.axis is Axis.CLIENT:
        return tr("This client is in no entry of Privileged IPs.")
    if subject.axis is Axis.RULE and subject.row.key == Rule.PRIVILEGED_RANGE.value:
        return tr("Privileged IPs has no entries any more.")
    return tr("Only a client, or the rule of privileged ranges, relays by an entry of Privileged IPs.")
