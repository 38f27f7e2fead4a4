"""Settings of who may relay."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from pydantic import AwareDatetime, Field

from posthouse_server.policy.addresses import Address, parse_address
from posthouse_server.policy.hours import parse_hours
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.settings.choices import DenialReply
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import AddressOrDomain, HoursText, RangeText
from posthouse_server.words import tr


class PrivilegedRange(Section):
    """One entry of Privileged IPs: who may relay without a password, why, and until when."""

    range: RangeText = Field(title=tr("Range"), description=tr("An address, CIDR (10.0.4.0/24), from-to (10.0.4.1-10.0.4.9) "
                             "or MailEnable's wildcard form (10.0.*)."))
    note: str = setting("", "Note", "Who or what this is.", max_length=500)
    expires_at: AwareDatetime | None = setting(None, "Until", "The entry is in force until this time; empty: for ever.")

    hours: tuple[HoursText, ...] = setting(
        (), "Weekly hours", "The entry is in force at these hours only, by this computer's clock, such as mon-fri 08:00-18:00; "
        "empty: always.", max_length=50)
    senders: tuple[AddressOrDomain, ...] = setting(
        (), "Only for the senders", "Sender addresses (a@b.example) or whole domains (b.example); empty: any sender.",
        max_length=1000)

    @cached_property
    def network(self) -> IPRange:
        """Return the parsed range."""
        return parse_range(self.range)

    def is_in_force(self, at: datetime) -> bool:
        """Return whether the entry counts at this time: it has not ended, and it is one of its hours."""
        return not self.has_ended(at) and (not self.hours or any(parse_hours(text).holds(at) for text in self.hours))

    def has_ended(self, at: datetime) -> bool:
        """Return whether the entry will never count again."""
        return self.expires_at is not None and at >= self.expires_at

    def admits(self, sender: Address | None) -> bool:
        """Return whether the entry counts for this sender; None is the null sender, which no sender condition names."""
        named = self._sender_keys
        return not self.senders or (sender is not None and (sender.key in named or sender.domain in named))

    @cached_property
    def _sender_keys(self) -> frozenset[str]:
        return frozenset(parse_address(entry).key if "@" in entry else entry for entry in self.senders)


class Relay(Section):
    """SMTP Properties, tab Relay. The options are OR'ed; with none ticked nobody can relay."""

    enabled: bool = setting(True, "Enable Mail Relay", "Off: this server only receives mail for its own domains.")
    allow_authenticated_senders: bool = setting(
        True, "Allow relay for authenticated senders",
        "Client applications must enable SMTP authentication and send a valid username/password combination")
    allow_privileged_ip_ranges: bool = setting(
        False, "Allow relay for privileged IP ranges", "Clients in the Privileged IPs list relay without a password.")
    privileged_ip_ranges: tuple[PrivilegedRange, ...] = setting(
        (), "Privileged IPs", "The clients that may relay without a password. An empty list admits nobody.")
    allow_local_sender_addresses: bool = setting(
        False, "Allow relay for local sender addresses",
        "Users who specify their 'From' address to be an email address on the server can relay. No other "
        "authentication is done, so this will open your server to spammers.")
    test_after_changes: bool = setting(
        True, "Test for open relay after each change",
        "The running server attacks itself, as a stranger would, after each change that touches relay, and raises an alarm if "
        "one of its tricks gets through.")
    denial_reply: DenialReply = setting(
        DenialReply.STANDARD, "Reply texts", "Standard codes (550 5.7.1), or the exact texts of MailEnable (503 ...).")
