"""Settings of whom and what the server refuses, limits and bans."""

from __future__ import annotations

from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import AddressOrDomain, RangeText


class Security(Section):
    """SMTP Properties, tab Security."""

    refuse_unknown_local_recipients: bool = setting(
        True, "Refuse recipients that do not exist in a local domain", 'MailEnable calls this "Force Inbound Resolution".')
    max_failed_commands: int = setting(
        100, "Drop a connection when the failed number of commands or recipients reaches",
        "Counted in a row: a command that succeeds begins anew. 0 means never.", ge=0, le=100_000)
    max_failed_logins: int = setting(
        10, "Ban a client when the number of its failed logins reaches",
        "Wrong passwords from one address within ten minutes; the ban lasts a minute at first, and longer each time. This "
        "computer itself and privileged IP ranges are slowed down instead. 0 means never.", ge=0, le=10_000)
    max_refused_relays: int = setting(
        50, "Ban a client when the number of its refused relays reaches",
        "Recipients refused as relaying from one address within ten minutes; the ban lasts a minute at first, and longer each "
        "time. This computer itself, the whitelist and privileged IP ranges are slowed down instead. 0 means never.",
        ge=0, le=10_000_000)
    max_recipients_per_hour_login: int = setting(
        1000, "Limit the recipients per hour of each login to",
        "New mail beyond them is refused for the time being (451). 0 means unlimited.", ge=0, le=10_000_000)
    max_recipients_per_hour_range: int = setting(
        5000, "Limit the relayed recipients per hour of each privileged range to",
        "Of all clients together that relay by the same entry of Privileged IPs. 0 means unlimited.", ge=0, le=10_000_000)
    max_recipients_per_hour_client: int = setting(
        5000, "Limit the relayed recipients per hour of each client to",
        "This computer itself is not limited. 0 means unlimited.", ge=0, le=10_000_000)
    alarm_on_unusual_sending: bool = setting(
        True, "Raise an alarm when a mailbox sends far above its habit",
        "Compared with its own busiest hours of the last 30 days.")


class BlockedAddresses(Section):
    """SMTP Properties, tab Blocked Addresses."""

    senders: tuple[AddressOrDomain, ...] = setting(
        (), "Blocked senders", "Addresses (a@b.example) or whole domains (b.example) from which nothing is accepted.")


class Whitelist(Section):
    """SMTP Properties, tab Whitelist."""

    enabled: bool = setting(
        False, "Enable whitelist", "Clients in the list are never banned by themselves; they may not relay for that.")
    ranges: tuple[RangeText, ...] = setting((), "IP addresses", "Addresses, CIDR, from-to, or wildcards (10.0.*).")
