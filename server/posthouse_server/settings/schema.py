"""The schema of the settings document (names and defaults: README, "Settings")."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from posthouse_server.settings.advanced import Advanced
from posthouse_server.settings.choices import (
    AccessMode,
    AuthenticationMode,
    BlacklistAction,
    DelayNotifications,
    DeliveryReceipts,
    DenialReply,
    OptionalCommand,
    OutboundTls,
    SmartHostAuthentication,
    SmartHostTls,
    Tls,
)
from posthouse_server.settings.log_files import Logging
from posthouse_server.settings.outgoing import Delivery, DestinationRule, Outbound
from posthouse_server.settings.relaying import PrivilegedRange, Relay
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.security import BlockedAddresses, DnsBlacklisting, Security, Whitelist
from posthouse_server.settings.smart_hosts import ChosenSmartHost, OAuth2, SmartHost, smart_host_secret_name
from posthouse_server.settings.values import DomainOrEmpty, IPAddressText, MailboxOrEmpty, RangeText
from posthouse_server.words import tr

__all__ = [
    "AccessControl", "AccessMode", "Advanced", "AuthenticationMode", "BlacklistAction", "BlockedAddresses", "ChosenSmartHost",
    "DelayNotifications", "Delivery", "DeliveryReceipts", "DenialReply", "DestinationRule", "DnsBlacklisting", "General",
    "Inbound", "Listener", "Logging", "OAuth2", "OptionalCommand", "Outbound", "OutboundTls", "PrivilegedRange", "Relay",
    "Security", "Settings", "SmartHost", "SmartHostAuthentication", "SmartHostTls", "Smtp", "Tls", "Whitelist",
    "smart_host_secret_name",
]


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
            raise ValueError(tr("two listeners use {address} port {port}; give each its own port",
                                address=listener.address, port=listener.port))
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


def _distinct_names(hosts: tuple[ChosenSmartHost, ...]) -> tuple[ChosenSmartHost, ...]:
    names = [host.name for host in hosts if host.name]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(tr("two smart hosts are named {name}; alarms could not tell them apart", name=name))
    return hosts


class Smtp(Section):
    """The SMTP connector: one section a tab of SMTP Properties."""

    general: General = setting(General(), "General", "")
    inbound: Inbound = setting(Inbound(), "Inbound", "")
    outbound: Outbound = setting(Outbound(), "Outbound", "")
    relay: Relay = setting(Relay(), "Relay", "")
    security: Security = setting(Security(), "Security", "")
    advanced: Advanced = setting(Advanced(), "Advanced SMTP", "")
    delivery: Delivery = setting(Delivery(), "Delivery", "")
    blocked_addresses: BlockedAddresses = setting(BlockedAddresses(), "Blocked Addresses", "")
    whitelist: Whitelist = setting(Whitelist(), "Whitelist", "")
    dns_blacklisting: DnsBlacklisting = setting(DnsBlacklisting(), "DNS Blacklisting", "")
    smart_host: SmartHost = setting(SmartHost(), "Smart Host", "")
    smart_hosts: Annotated[tuple[ChosenSmartHost, ...], AfterValidator(_distinct_names)] = setting(
        (), "Smart hosts for some mail",
        "The first one in the list that fits the sender and the recipient takes the message; all other mail goes as above.",
        max_length=100)
    logging: Logging = setting(Logging(), "Logging", "")


class Settings(Section):
    """The whole document."""

    smtp: Smtp = setting(Smtp(), "SMTP", "")
