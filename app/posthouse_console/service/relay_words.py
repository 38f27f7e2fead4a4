"""Who can relay, in plain words, for one state of the settings and the directory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from posthouse_server.settings.schema import AccessMode, AuthenticationMode, PrivilegedRange, Settings
from posthouse_server.store.directory import MailboxRow

_RANGES_NAMED = 6


class Weight(StrEnum):
    """How a way in is to be judged; the value is the icon that stands before its sentence."""

    ALLOWED = "ok"
    REFUSED = "shield"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class RelaySentence:
    """One way to relay, or the lack of one."""

    weight: Weight
    text: str


def relay_sentences(settings: Settings, mailboxes: Sequence[MailboxRow]) -> list[RelaySentence]:
    """Return who can relay; the first sentences name the ways in, the last one shuts the door."""
    relay = settings.smtp.relay
    if not relay.enabled:
        return [RelaySentence(Weight.REFUSED, "Nobody can relay, since Enable Mail Relay is off. Mail for the domains of "
                                              "this server is still accepted.")]
    found: list[RelaySentence] = []
    if relay.allow_authenticated_senders:
        found.append(_authenticated(settings, mailboxes))
    if relay.allow_privileged_ip_ranges:
        found.append(_privileged(relay.privileged_ip_ranges, datetime.now(UTC)))
    if relay.allow_local_sender_addresses:
        found.append(_local_senders(mailboxes))
    opens = any(sentence.weight is not Weight.REFUSED for sentence in found)
    if not found:
        found.append(RelaySentence(Weight.REFUSED, "Nobody can relay: mail relay is enabled, but none of its options is "
                                                   "ticked."))
    elif opens:
        found.append(RelaySentence(Weight.REFUSED, "Nobody else. Everybody can send to the domains of this server."))
    else:
        found.append(RelaySentence(Weight.REFUSED, "So nobody can relay now."))
    return [*_access(settings), *found]


def _authenticated(settings: Settings, mailboxes: Sequence[MailboxRow]) -> RelaySentence:
    enabled = sum(1 for row in mailboxes if row.enabled)
    if not enabled:
        return RelaySentence(Weight.REFUSED, "Authenticated senders could relay, but there is no enabled mailbox to log in "
                                             "with.")
    if all(item.authentication is AuthenticationMode.NEVER for item in settings.smtp.inbound.listeners):
        return RelaySentence(Weight.REFUSED, "Authenticated senders could relay, but no listener lets anybody log in.")
    who = "the one enabled mailbox" if enabled == 1 else f"one of the {enabled} enabled mailboxes"
    return RelaySentence(Weight.ALLOWED, f"Whoever logs in with the name and password of {who}, from anywhere.")


def _privileged(ranges: Sequence[PrivilegedRange], at: datetime) -> RelaySentence:
    active = [item for item in ranges if item.is_in_force(at)]
    if not ranges:
        return RelaySentence(Weight.REFUSED, "Privileged IP ranges are ticked, but the list is empty: it admits nobody.")
    if not active:
        return RelaySentence(Weight.REFUSED, "Privileged IP ranges are ticked, but every entry of the list has expired.")
    named = ", ".join(_named(item) for item in active[:_RANGES_NAMED])
    more = f" and {len(active) - _RANGES_NAMED} more" if len(active) > _RANGES_NAMED else ""
    is_public = any(item.network.public_count() for item in active)
    text = f"Clients at {named}{more}, without a password."
    if is_public:
        text += " Some of these are public Internet addresses."
    return RelaySentence(Weight.WARNING if is_public else Weight.ALLOWED, text)


def _named(item: PrivilegedRange) -> str:
    facts = [item.note] if item.note else []
    if item.expires_at is not None:
        facts.append(f"until {item.expires_at.astimezone():%Y-%m-%d %H:%M}")
    return f"{item.range} ({', '.join(facts)})" if facts else item.range


def _local_senders(mailboxes: Sequence[MailboxRow]) -> RelaySentence:
    count = sum(len(row.addresses) for row in mailboxes if row.enabled)
    if not count:
        return RelaySentence(Weight.REFUSED, "Local sender addresses are ticked, but there is no enabled mailbox whose address "
                                             "somebody could use.")
    return RelaySentence(Weight.WARNING, "Anybody who writes an address of this server as the sender, without a password. "
                                         "This opens your server to spammers.")


def _access(settings: Settings) -> list[RelaySentence]:
    control = settings.smtp.inbound.access_control
    if control.mode is AccessMode.ONLY_ALLOWED:
        count = len(control.ranges)
        whom = "nobody" if not count else f"only the {count} entries of its list" if count > 1 else f"only {control.ranges[0]}"
        return [RelaySentence(Weight.REFUSED, f"Access Control lets {whom} connect at all.")]
    return []
