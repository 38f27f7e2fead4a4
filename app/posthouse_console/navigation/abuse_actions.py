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


class AbuseAction(StrEnum):
    """An action; the value is its caption."""

    MESSAGES = "&Messages…"
    HOLD = "&Hold Queued Mail…"
    DELETE = "De&lete Queued Mail…"
    DISABLE = "&Disable Mailbox…"
    SET_PASSWORD = "Change &Password…"  # noqa: S105 - a caption
    BLOCK = "&Block Client…"
    REMOVE_RANGE = "&Remove Range…"
    NARROW_RANGE = "&Narrow Range…"


TIPS = {
    AbuseAction.MESSAGES: "List what was asked for and answered, exactly for this row and this time",
    AbuseAction.HOLD: "Keep back what still waits for delivery, until it is released",
    AbuseAction.DELETE: "Remove what still waits for delivery, is held or is in Bad Mail",
    AbuseAction.DISABLE: "Nobody can log in with this mailbox any more",
    AbuseAction.SET_PASSWORD: "Give this mailbox a new password",
    AbuseAction.BLOCK: "Ban this client in Access Control: it can't connect any more",
    AbuseAction.REMOVE_RANGE: "Take the entry that lets this client relay out of Privileged IPs",
    AbuseAction.NARROW_RANGE: "Shrink the entry that lets this client relay, so that it no longer holds this client",
}
NO_ROW = dict.fromkeys(AbuseAction, "Select a row first.")


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
        return AbuseSubject(axis, row, mailbox, (), "The settings can't be read.")
    entries = settings.smtp.relay.privileged_ip_ranges
    if axis is Axis.CLIENT and row.key:
        client = parse_client(row.key)
        return AbuseSubject(axis, row, mailbox, tuple(item for item in entries if client in item.network),
                            _block_refusal(row.key, settings))
    is_by_range = axis is Axis.RULE and row.key == Rule.PRIVILEGED_RANGE.value
    return AbuseSubject(axis, row, mailbox, entries if is_by_range else (), "Only a client can be blocked: see By client.")


def _block_refusal(key: str, settings: Settings) -> str:
    """This computer is never shut out, and a list of the only clients allowed has no place for one that is banned."""
    client, control = parse_client(key), settings.smtp.inbound.access_control
    if client.is_loopback:
        return "This computer itself is never blocked."
    if control.mode is not AccessMode.BANNED:
        return "Access Control lists the only clients allowed: take this one off that list instead."
    return "It is blocked in Access Control already." if any(client in parse_range(text) for text in control.ranges) else ""


def refusals(subject: AbuseSubject) -> dict[AbuseAction, str]:
    """Return why an action makes no sense for a row; an action that is not named makes sense."""
    found = {AbuseAction.BLOCK: subject.block_refusal}
    if not subject.row.key:
        found |= dict.fromkeys((AbuseAction.HOLD, AbuseAction.DELETE),
                               "Too many different senders are in this row: choose one of them By client.")
    if subject.mailbox is None:
        found |= dict.fromkeys((AbuseAction.DISABLE, AbuseAction.SET_PASSWORD), _mailbox_refusal(subject))
    elif not subject.mailbox.enabled:
        found[AbuseAction.DISABLE] = "The mailbox is disabled already."
    if not subject.entries:
        found |= dict.fromkeys((AbuseAction.REMOVE_RANGE, AbuseAction.NARROW_RANGE), _range_refusal(subject))
    elif all(item.network.count == 1 for item in subject.entries):
        found[AbuseAction.NARROW_RANGE] = "The entry is a single address: remove it instead."
    return {action: why for action, why in found.items() if why}


def _mailbox_refusal(subject: AbuseSubject) -> str:
    if subject.axis is not Axis.LOGIN:
        return "Only a login has a mailbox: see By login."
    return f"There is no mailbox {subject.row.key} any more." if subject.row.key else "Nobody was logged in here."


def _range_refusal(subject: AbuseSubject) -> str:
    if subject.axis is Axis.CLIENT:
        return "This client is in no entry of Privileged IPs."
    if subject.axis is Axis.RULE and subject.row.key == Rule.PRIVILEGED_RANGE.value:
        return "Privileged IPs has no entries any more."
    return "Only a client, or the rule of privileged ranges, relays by an entry of Privileged IPs."
