"""Settings of whom and what the server refuses, limits and bans."""

from __future__ import annotations

from posthouse_server.settings.choices import BlacklistAction
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import AddressOrDomain, RangeText, WelcomeText, ZoneName


class Security(Section):
    """SMTP Properties, tab Security."""

    refuse_unknown_local_recipients: bool = setting(
        True, "Refuse recipients that do not exist in a local domain", 'MailEnable calls this "Force Inbound Resolution".')
    refuse_invalid_sender_domains: bool = setting(
        False, "Reject mail if sender address is from an invalid domain",
        "A sender's domain must have a mail server or an address in DNS; clients that have logged in are not asked.")
    require_own_sender_address: bool = setting(
        False, "Authenticated senders must use valid sender address",
        "Whoever logs in may write as sender only an address of the same mailbox.")
    refuse_spoofed_senders: bool = setting(
        False, "Address spoofing: senders of local domains must log in",
        "Nobody can write in the name of a local domain without its password, but clients in privileged IP ranges.")
    require_ptr: bool = setting(
        False, "Require PTR DNS entry for unauthenticated connections",
        "Public addresses without a name in DNS are refused, but not those in the whitelist or in privileged IP ranges.")
    hide_client_addresses: bool = setting(
        False, "Hide IP addresses from email headers",
        "The Received line that Posthouse adds does not say from which address and computer a message came.")
    disable_catch_alls: bool = setting(
        False, "Disable all catchalls", "Mail to addresses that nobody has is refused, whatever the domains say.")
    allow_domain_literals: bool = setting(
        False, "Allow domain literals",
        "Addresses such as name@[192.0.2.1]. Mail for a listener's own address goes to the default mail domain; mail for "
        "others is relayed, and only public ones are sent to.")
    max_recipients_per_message: int = setting(
        1000, "Restrict the number of recipients per email to",
        "More are told to come in another message; standards ask for at least 100.", ge=1, le=100_000)
    use_welcome_message: bool = setting(
        False, "Use an alternate welcome message", "It stands in the greeting behind the name of the server.")
    welcome_message: WelcomeText = setting("", "Welcome message", "One line of ASCII text; empty: the usual one.")
    max_failed_commands: int = setting(
        100, "Drop a connection when the failed number of commands or recipients reaches",
        "Counted in a row: a command that succeeds begins anew. 0 means never.", ge=0, le=100_000)
    ban_after_failed_commands: bool = setting(
        False, "Add to denied IP addresses if this number is reached",
        "The client is banned, for a minute at first and longer each time; the same clients are spared as with other bans.")
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

    @property
    def judges_senders(self) -> bool:
        """Return whether a decision depends on whose address the sender is."""
        return self.refuse_spoofed_senders or self.require_own_sender_address


class DnsBlacklisting(Section):
    """SMTP Properties, tab DNS Blacklisting."""

    enabled: bool = setting(
        False, "Enable DNS blacklisting",
        "Public addresses that have not logged in are looked up in the lists below; those in the whitelist or in privileged IP "
        "ranges are not.")
    action: BlacklistAction = setting(
        BlacklistAction.REFUSE, "Action", "Don't accept the mail, or accept it and mark it as spam in its header.")
    zones: tuple[ZoneName, ...] = setting(
        (), "DNS blacklists", "The domains of the lists, such as zen.spamhaus.org.", max_length=20)


class BlockedAddresses(Section):
    """SMTP Properties, tab Blocked Addresses."""

    senders: tuple[AddressOrDomain, ...] = setting(
        (), "Blocked senders", "Addresses (a@b.example) or whole domains (b.example) from which nothing is accepted.")


class Whitelist(Section):
    """SMTP Properties, tab Whitelist."""

    enabled: bool = setting(
        False, "Enable whitelist", "Clients in the list are never banned by themselves; they may not relay for that.")
    ranges: tuple[RangeText, ...] = setting((), "IP addresses", "Addresses, CIDR, from-to, or wildcards (10.0.*).")
