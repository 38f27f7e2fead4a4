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
    AbuseAction.MESSAGES: "Show in the logs what was asked for and answered",
    AbuseAction.HOLD: "Keep back what still waits for delivery, until it is released",
    AbuseAction.DELETE: "Remove what still waits for delivery, is held or is in Bad Mail",
    AbuseAction.DISABLE: "Nobody can log in with this mailbox any more",
    AbuseAction.SET_PASSWORD: "Give this mailbox a new password",
    AbuseAction.BLOCK: "Ban this client in Access Control: it can't connect any more",
    AbuseAction.REMOVE_RANGE: "Take the entry that lets this client relay out of Privileged IPs",
    AbuseAction.NARROW_RANGE: "Put the addresses that really sent in the place of the entry of Privileged IPs",
}


@dataclass(frozen=True, slots=True)
class AbuseSubject:
    """A row, and what the console knows about it."""

    axis: Axis
    row: AbuseRow
    mailbox: MailboxRow | None
    entries: tuple[PrivilegedRange, ...]
    """The entries of Privileged IPs that the row relays by."""
    can_be_blocked: bool


def subject_of(axis: Axis, row: AbuseRow, settings: Settings | None, mailboxes: Sequence[MailboxRow]) -> AbuseSubject:
    """Put together what is known about a row; without settings nothing can be changed in them."""
    mailbox = None
    if axis is Axis.LOGIN:
        mailbox = next((item for item in mailboxes if item.login.casefold() == row.key.casefold()), None)
    if settings is None or not row.key:
        return AbuseSubject(axis, row, mailbox, (), False)
    entries = settings.smtp.relay.privileged_ip_ranges
    if axis is Axis.CLIENT:
        client = parse_client(row.key)
        return AbuseSubject(axis, row, mailbox, tuple(item for item in entries if client in item.network),
                            _can_be_blocked(row.key, settings))
    is_by_range = axis is Axis.RULE and row.key == Rule.PRIVILEGED_RANGE.value
    return AbuseSubject(axis, row, mailbox, entries if is_by_range else (), False)


def _can_be_blocked(key: str, settings: Settings) -> bool:
    """This computer is never shut out, and a list of the only clients allowed has no place for one that is banned."""
    client, control = parse_client(key), settings.smtp.inbound.access_control
    is_banned = any(client in parse_range(text) for text in control.ranges)
    return control.mode is AccessMode.BANNED and not is_banned and not client.is_loopback


def usable(subject: AbuseSubject) -> frozenset[AbuseAction]:
    """Return the actions that make sense."""
    found: set[AbuseAction] = set()
    if subject.row.key:
        found |= {AbuseAction.MESSAGES, AbuseAction.HOLD, AbuseAction.DELETE}
    if subject.mailbox is not None:
        found.add(AbuseAction.SET_PASSWORD)
        if subject.mailbox.enabled:
            found.add(AbuseAction.DISABLE)
    if subject.can_be_blocked:
        found.add(AbuseAction.BLOCK)
    if subject.entries:
        found.add(AbuseAction.REMOVE_RANGE)
        if any(item.network.count > 1 for item in subject.entries):
            found.add(AbuseAction.NARROW_RANGE)
    return frozenset(found)
