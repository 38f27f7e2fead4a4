"""The schema of the settings document (names and defaults: README, "Settings")."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.settings.choices import (
    AccessMode,
    AuthenticationMode,
    DelayNotifications,
    DeliveryReceipts,
    DenialReply,
    SmartHostAuthentication,
    SmartHostTls,
    Tls,
)
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import (
    AddressOrDomain,
    DomainOrEmpty,
    HostOrEmpty,
    IPAddressText,
    MailboxOrEmpty,
    Minutes,
    RangeText,
    TokenUrl,
)

__all__ = [
    "AccessControl", "AccessMode", "AuthenticationMode", "BlockedAddresses", "DelayNotifications", "Delivery",
    "DeliveryReceipts", "DenialReply", "General", "Inbound", "Listener", "OAuth2", "Outbound", "PrivilegedRange", "Relay",
    "Security", "Settings", "SmartHost", "SmartHostAuthentication", "SmartHostTls", "Smtp", "Tls", "smart_host_secret_name",
]


class PrivilegedRange(Section):
    """One entry of Privileged IPs: who may relay without a password, why, and until when."""

    range: RangeText = Field(title="Range", description="An address, CIDR (10.0.4.0/24), from-to (10.0.4.1-10.0.4.9) "
                             "or MailEnable's wildcard form (10.0.*).")
    note: str = setting("", "Note", "Who or what this is.", max_length=500)
    expires_at: AwareDatetime | None = setting(None, "Until", "The entry is in force until this time; empty: for ever.")

    @property
    def network(self) -> IPRange:
        """Return the parsed range."""
        return parse_range(self.range)

    def is_in_force(self, at: datetime) -> bool:
        """Return whether the entry counts at this time."""
        return self.expires_at is None or at < self.expires_at


class Listener(Section):
    """One port that the server listens on."""

    address: IPAddressText = setting("127.0.0.1", "IP address", "The local address to listen on; 0.0.0.0 or :: for all.")
    port: int = setting(2525, "Port", "The TCP port; 0 takes a free one.", ge=0, le=65535)
    tls: Tls = setting(Tls.STARTTLS, "TLS", "None, STARTTLS on request, or implicit TLS from the first byte (port 465).")
    authentication: AuthenticationMode = setting(
        AuthenticationMode.SECURE_ONLY, "Authentication mode",
        "Whether users can log in here: always, only over a secure connection (TLS or loopback), or never.")
    require_authentication: bool = setting(
        False, "Requires connections to authenticate before sending email",
        "Nobody can send anything through this port without logging in.")


class General(Section):
    """SMTP Properties, tab General."""

    hostname: DomainOrEmpty = setting(
        "", "Local domain name", "The name in the banner and in EHLO; empty: the name of this computer.")
    default_domain: DomainOrEmpty = setting(
        "", "Default mail domain name", "Completes login names that carry no domain; empty: the first domain.")
    dns_servers: tuple[IPAddressText, ...] = setting(
        (), "DNS address(es) separated by spaces",
        "The DNS servers asked for mail servers and their addresses; empty: the system's own.")
    postmaster: MailboxOrEmpty = setting(
        "", "Local address used as sender of notifications", "Empty: postmaster@ the first domain.")


class AccessControl(Section):
    """Which clients may connect at all."""

    mode: AccessMode = setting(AccessMode.BANNED, "The addresses below are", "Banned, or the only ones allowed.")
    ranges: tuple[RangeText, ...] = setting((), "IP addresses", "Addresses, CIDR, from-to, or wildcards (10.0.*).")


def _distinct(listeners: tuple[Listener, ...]) -> tuple[Listener, ...]:
    seen: set[tuple[str, int]] = set()
    for listener in listeners:
        place = (listener.address, listener.port)
        if listener.port and place in seen:
            raise ValueError(f"two listeners use {listener.address} port {listener.port}; give each its own port")
        seen.add(place)
    return listeners


class Inbound(Section):
    """SMTP Properties, tab Inbound."""

    listeners: Annotated[tuple[Listener, ...], AfterValidator(_distinct)] = setting(
        (Listener(),), "Listeners", "The addresses and ports that the server accepts connections on.", max_length=32)
    max_connections: int = setting(
        1000, "Maximum number of concurrent connections", "More clients than this are told to come back later.",
        ge=1, le=100_000)
    max_connections_per_client: int = setting(
        100, "Maximum number of concurrent connections per client",
        "More connections from one address than this are told to come back later; 0 means unlimited. This computer itself "
        "is not limited.", ge=0, le=100_000)
    max_message_bytes: int = setting(
        40_960_000, "Advertised maximum message size", "In bytes; 0 means unlimited.", ge=0, le=2**40)
    enforce_max_message_bytes: bool = setting(
        True, "Enforce this message size", "Larger messages are refused, not only advised against.")
    access_control: AccessControl = setting(AccessControl(), "Access Control", "Which clients may connect at all.")
    proxy_protocol_from: tuple[RangeText, ...] = setting(
        (), "Load Balancers",
        "Load balancers that speak the PROXY protocol: connections from these addresses must begin with its header, which "
        "names the real client. Nobody else is believed.", max_length=1000)
    certificate_file: str = setting(
        "", "Certificate file (PEM)", "Replaces the self-signed certificate that Posthouse makes; empty: that one.")
    private_key_file: str = setting(
        "", "Private key file (PEM)", "The key of the certificate; empty: it is in the certificate file.")


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
    denial_reply: DenialReply = setting(
        DenialReply.STANDARD, "Reply texts", "Standard codes (550 5.7.1), or the exact texts of MailEnable (503 ...).")


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


class BlockedAddresses(Section):
    """SMTP Properties, tab Blocked Addresses."""

    senders: tuple[AddressOrDomain, ...] = setting(
        (), "Blocked senders", "Addresses (a@b.example) or whole domains (b.example) from which nothing is accepted.")


class OAuth2(Section):
    """Where an access token for the smart host comes from (RFC 6749 section 4.4, client credentials)."""

    token_url: TokenUrl = setting(
        "", "Token address", "For Microsoft 365: https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token.")
    client_id: str = setting("", "Client ID", "The application that was registered for sending mail.")
    scope: str = setting("https://outlook.office365.com/.default", "Scope", "What the token is for.")


class SmartHost(Section):
    """SMTP Properties, tab Smart Host."""

    enabled: bool = setting(
        False, "Enable Smart Host", "Hand all outgoing mail to this server instead of looking up MX records.")
    host: HostOrEmpty = setting("", "Smart host", "Its name or address.", max_length=255)
    port: int = setting(587, "Port", "Usually 587; 465 with implicit TLS; 25 without a login.", ge=1, le=65535)
    tls: SmartHostTls = setting(
        SmartHostTls.OPPORTUNISTIC, "TLS", "Required and implicit check the certificate; opportunistic does not.")
    authentication: SmartHostAuthentication = setting(
        SmartHostAuthentication.NONE, "Authentication", "None, user name and password, or OAuth 2.0.")
    username: str = setting("", "Username", "The login at the smart host; its secret never stands in the settings.",
                            max_length=320)
    oauth2: OAuth2 = setting(OAuth2(), "OAuth 2.0", "Where the access token comes from.")

    @model_validator(mode="after")
    def _check_complete(self) -> Self:
        if not self.enabled:
            return self
        if not self.host:
            raise ValueError("the smart host is enabled, but no host is given; fill in Smart host or switch it off")
        if self.authentication is not SmartHostAuthentication.NONE and not self.username:
            raise ValueError("the smart host needs a login, but Username is empty")
        if self.authentication is SmartHostAuthentication.OAUTH2 and not (
                self.oauth2.token_url and self.oauth2.client_id):
            raise ValueError("OAuth 2.0 needs a token address and a client ID")
        return self


def smart_host_secret_name(host: str, username: str) -> str:
    """Return the name under which a smart host's secret is kept; here, because a page may not know the keyring."""
    return f"smart host {username}@{host}"


class Delivery(Section):
    """SMTP Properties, tab Delivery."""

    retry_minutes: Annotated[tuple[Minutes, ...], Field(min_length=1, max_length=4)] = setting(
        (15, 30, 60, 240), "Retries", "Minutes until the first, second, third and each subsequent retry.")
    lifetime_hours: int = setting(
        120, "Failed message lifetime", "After so many hours an undelivered message is returned to its sender.",
        ge=1, le=10_000)
    delay_notifications: DelayNotifications = setting(
        DelayNotifications.OFF, "Delay notifications", "Whether the sender is told that a message still waits.")
    receipts: DeliveryReceipts = setting(
        DeliveryReceipts.EVERYONE, "Non-delivery receipts", "For whom undeliverable mail is reported back.")
    max_connections_per_destination: int = setting(
        5, "Limit concurrent connections per destination", "At most so many connections to one server at a time.",
        ge=1, le=1000)


class Outbound(Section):
    """SMTP Properties, tab Outbound."""

    port: int = setting(25, "Remote port", "The port used for direct delivery by MX.", ge=1, le=65535)
    timeout_s: int = setting(
        60, "Timeout for remote mail servers",
        "Seconds of silence after which a try has failed. After the end of a message ten times as long is allowed, up to ten "
        "minutes.", ge=1, le=3600)
    max_deliveries: int = setting(
        20, "Maximum number of send threads", "Deliveries to other servers that run at the same time.", ge=1, le=1000)


class Smtp(Section):
    """The SMTP connector: one section a tab of SMTP Properties."""

    general: General = setting(General(), "General", "")
    inbound: Inbound = setting(Inbound(), "Inbound", "")
    outbound: Outbound = setting(Outbound(), "Outbound", "")
    relay: Relay = setting(Relay(), "Relay", "")
    security: Security = setting(Security(), "Security", "")
    delivery: Delivery = setting(Delivery(), "Delivery", "")
    blocked_addresses: BlockedAddresses = setting(BlockedAddresses(), "Blocked Addresses", "")
    smart_host: SmartHost = setting(SmartHost(), "Smart Host", "")


class Settings(Section):
    """The whole document."""

    smtp: Smtp = setting(Smtp(), "SMTP", "")
