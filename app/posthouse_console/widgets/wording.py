"""The members of the schema's enumerations in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from posthouse_server.policy.networks import parse_client
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
from posthouse_server.settings.schema import Listener

TLS: Mapping[Tls, str] = {
    Tls.NONE: "None",
    Tls.STARTTLS: "STARTTLS on request",
    Tls.IMPLICIT: "Implicit TLS from the first byte",
}
AUTHENTICATION_MODE: Mapping[AuthenticationMode, str] = {
    AuthenticationMode.ALWAYS: "Always allow authentication",
    AuthenticationMode.SECURE_ONLY: "Only allow secure authentication",
    AuthenticationMode.NEVER: "Never allow authentication",
}
TLS_IN_SHORT: Mapping[Tls, str] = {
    Tls.NONE: "None",
    Tls.STARTTLS: "STARTTLS",
    Tls.IMPLICIT: "From the first byte",
}
AUTHENTICATION_MODE_IN_SHORT: Mapping[AuthenticationMode, str] = {
    AuthenticationMode.ALWAYS: "Always",
    AuthenticationMode.SECURE_ONLY: "Only over a secure connection",
    AuthenticationMode.NEVER: "Never",
}
MUST_LOG_IN = "Must log in"
DENIAL_REPLY: Mapping[DenialReply, str] = {
    DenialReply.STANDARD: "Standard codes (550 5.7.1)",
    DenialReply.MAILENABLE: "The exact texts of MailEnable (503)",
}
SMART_HOST_TLS: Mapping[SmartHostTls, str] = {
    SmartHostTls.OPPORTUNISTIC: "When the server offers it (opportunistic)",
    SmartHostTls.REQUIRED: "Always STARTTLS, certificate checked (required)",
    SmartHostTls.IMPLICIT: "From the first byte, certificate checked (implicit)",
    SmartHostTls.NONE: "Never (unencrypted)",
}
OUTBOUND_TLS: Mapping[OutboundTls, str] = {
    OutboundTls.OPPORTUNISTIC: "When the server offers it (opportunistic)",
    OutboundTls.REQUIRED: "Always, with any certificate (required)",
    OutboundTls.VERIFIED: "Always, certificate checked (verified)",
    OutboundTls.NONE: "Never (unencrypted)",
}
OUTBOUND_TLS_IN_SHORT: Mapping[OutboundTls, str] = {
    OutboundTls.OPPORTUNISTIC: "When offered",
    OutboundTls.REQUIRED: "Required",
    OutboundTls.VERIFIED: "Required, certificate checked",
    OutboundTls.NONE: "Never",
}
SMART_HOST_AUTHENTICATION: Mapping[SmartHostAuthentication, str] = {
    SmartHostAuthentication.NONE: "None",
    SmartHostAuthentication.PASSWORD: "Username and password",
    SmartHostAuthentication.OAUTH2: "OAuth 2.0",
}
DELAY_NOTIFICATIONS: Mapping[DelayNotifications, str] = {
    DelayNotifications.OFF: "Off",
    DelayNotifications.FIRST_FAILURE: "After the first failure only",
    DelayNotifications.EVERY_DELAY: "After every delay",
}
RECEIPTS: Mapping[DeliveryReceipts, str] = {
    DeliveryReceipts.EVERYONE: "For every sender",
    DeliveryReceipts.AUTHENTICATED: "Only for senders who authenticated",
    DeliveryReceipts.NEVER: "Do not generate any",
}
ACCESS_MODE: Mapping[AccessMode, str] = {
    AccessMode.BANNED: "Banned",
    AccessMode.ONLY_ALLOWED: "The only ones allowed",
}
BLACKLIST_ACTION: Mapping[BlacklistAction, str] = {
    BlacklistAction.REFUSE: "Don't accept",
    BlacklistAction.MARK: "Mark as spam",
}
OPTIONAL_COMMAND: Mapping[OptionalCommand, str] = {
    OptionalCommand.AUTH: "Log in with a user name and password.",
    OptionalCommand.STARTTLS: "Encrypt a connection that began without TLS.",
    OptionalCommand.BDAT: "Send messages in chunks (CHUNKING).",
    OptionalCommand.VRFY: "Ask for an address; the answer never tells whether it exists.",
    OptionalCommand.HELP: "List the commands.",
}


def place_of(listener: Listener) -> str:
    """Return a listener's address and port."""
    return f"{listener.address} port {listener.port or '(a free one)'}"


def offer_of(listener: Listener) -> str:
    """Return under which condition a listener lets users log in; loopback connections count as secure."""
    if listener.authentication is AuthenticationMode.NEVER:
        return "Not offered"
    if listener.authentication is AuthenticationMode.ALWAYS:
        return "To every client" if listener.tls is not Tls.NONE else "To every client, unencrypted"
    if listener.tls is Tls.IMPLICIT:
        return "To every client: the connection is encrypted"
    if is_loopback(listener):
        return "To every client: they are on this computer"
    if listener.tls is Tls.STARTTLS:
        return "After STARTTLS; to clients on this computer at once"
    return "Only to clients on this computer: no TLS"


def is_loopback(listener: Listener) -> bool:
    """Return whether only programs on this computer can reach the listener."""
    return parse_client(listener.address).is_loopback


def warning_of(listener: Listener, *, is_balanced: bool = False) -> str:
    """Return what is dangerous about a listener, or useless for the load balancers that there are; empty if nothing is."""
    if (listener.authentication is AuthenticationMode.ALWAYS and listener.tls is Tls.NONE
            and not is_loopback(listener)):
        return f"{place_of(listener)}: passwords cross the network unencrypted. Offer TLS, or allow only secure authentication."
    if is_balanced and listener.tls is Tls.IMPLICIT:
        return f"{place_of(listener)}: load balancers are refused, since implicit TLS leaves no place for a PROXY header."
    return ""
