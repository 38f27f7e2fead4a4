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
from posthouse_server.words import tr

TLS: Mapping[Tls, str] = {
    Tls.NONE: tr("None"),
    Tls.STARTTLS: tr("STARTTLS on request"),
    Tls.IMPLICIT: tr("Implicit TLS from the first byte"),
}
AUTHENTICATION_MODE: Mapping[AuthenticationMode, str] = {
    AuthenticationMode.ALWAYS: tr("Always allow authentication"),
    AuthenticationMode.SECURE_ONLY: tr("Only allow secure authentication"),
    AuthenticationMode.NEVER: tr("Never allow authentication"),
}
TLS_IN_SHORT: Mapping[Tls, str] = {
    Tls.NONE: tr("None"),
    Tls.STARTTLS: "STARTTLS",
    Tls.IMPLICIT: tr("From the first byte"),
}
AUTHENTICATION_MODE_IN_SHORT: Mapping[AuthenticationMode, str] = {
    AuthenticationMode.ALWAYS: tr("Always"),
    AuthenticationMode.SECURE_ONLY: tr("Only over a secure connection"),
    AuthenticationMode.NEVER: tr("Never"),
}
MUST_LOG_IN = tr("Must log in")
DENIAL_REPLY: Mapping[DenialReply, str] = {
    DenialReply.STANDARD: tr("Standard codes (550 5.7.1)"),
    DenialReply.MAILENABLE: tr("The exact texts of MailEnable (503)"),
}
SMART_HOST_TLS: Mapping[SmartHostTls, str] = {
    SmartHostTls.OPPORTUNISTIC: tr("When the server offers it (opportunistic)"),
    SmartHostTls.REQUIRED: tr("Always STARTTLS, certificate checked (required)"),
    SmartHostTls.IMPLICIT: tr("From the first byte, certificate checked (implicit)"),
    SmartHostTls.NONE: tr("Never (unencrypted)"),
}
OUTBOUND_TLS: Mapping[OutboundTls, str] = {
    OutboundTls.OPPORTUNISTIC: tr("When the server offers it (opportunistic)"),
    OutboundTls.REQUIRED: tr("Always, with any certificate (required)"),
    OutboundTls.VERIFIED: tr("Always, certificate checked (verified)"),
    OutboundTls.NONE: tr("Never (unencrypted)"),
}
OUTBOUND_TLS_IN_SHORT: Mapping[OutboundTls, str] = {
    OutboundTls.OPPORTUNISTIC: tr("When offered"),
    OutboundTls.REQUIRED: tr("Required"),
    OutboundTls.VERIFIED: tr("Required, certificate checked"),
    OutboundTls.NONE: tr("Never"),
}
SMART_HOST_AUTHENTICATION: Mapping[SmartHostAuthentication, str] = {
    SmartHostAuthentication.NONE: tr("None"),
    SmartHostAuthentication.PASSWORD: tr("Username and password"),
    SmartHostAuthentication.OAUTH2: tr("OAuth 2.0"),
}
DELAY_NOTIFICATIONS: Mapping[DelayNotifications, str] = {
    DelayNotifications.OFF: tr("Off"),
    DelayNotifications.FIRST_FAILURE: tr("After the first failure only"),
    DelayNotifications.EVERY_DELAY: tr("After every delay"),
}
RECEIPTS: Mapping[DeliveryReceipts, str] = {
    DeliveryReceipts.EVERYONE: tr("For every sender"),
    DeliveryReceipts.AUTHENTICATED: tr("Only for senders who authenticated"),
    DeliveryReceipts.NEVER: tr("Do not generate any"),
}
ACCESS_MODE: Mapping[AccessMode, str] = {
    AccessMode.BANNED: tr("Banned"),
    AccessMode.ONLY_ALLOWED: tr("The only ones allowed"),
}
BLACKLIST_ACTION: Mapping[BlacklistAction, str] = {
    BlacklistAction.REFUSE: tr("Don't accept"),
    BlacklistAction.MARK: tr("Mark as spam"),
}
OPTIONAL_COMMAND: Mapping[OptionalCommand, str] = {
    OptionalCommand.AUTH: tr("Log in with a user name and password."),
    OptionalCommand.STARTTLS: tr("Encrypt a connection that began without TLS."),
    OptionalCommand.BDAT: tr("Send messages in chunks (CHUNKING)."),
    OptionalCommand.VRFY: tr("Ask for an address; the answer never tells whether it exists."),
    OptionalCommand.HELP: tr("List the commands."),
}


def place_of(listener: Listener) -> str:
    """Return a listener's address and port."""
    return tr("{address} port {port}", address=listener.address, port=listener.port or tr("(a free one)"))


def offer_of(listener: Listener) -> str:
    """Return under which condition a listener lets users log in; loopback connections count as secure."""
    if listener.authentication is AuthenticationMode.NEVER:
        return tr("Not offered")
    if listener.authentication is AuthenticationMode.ALWAYS:
        return tr("To every client") if listener.tls is not Tls.NONE else tr("To every client, unencrypted")
    if listener.tls is Tls.IMPLICIT:
        return tr("To every client: the connection is encrypted")
    if is_loopback(listener):
        return tr("To every client: they are on this computer")
    if listener.tls is Tls.STARTTLS:
        return tr("After STARTTLS; to clients on this computer at once")
    return tr("Only to clients on this computer: no TLS")


def is_loopback(listener: Listener) -> bool:
    """Return whether only programs on this computer can reach the listener."""
    return parse_client(listener.address).is_loopback


def warning_of(listener: Listener, *, is_balanced: bool = False) -> str:
    """Return what is dangerous about a listener, or useless for the load balancers that there are; empty if nothing is."""
    if (listener.authentication is AuthenticationMode.ALWAYS and listener.tls is Tls.NONE
            and not is_loopback(listener)):
        return tr("{place}: passwords cross the network unencrypted. Offer TLS, or allow only secure authentication.",
                  place=place_of(listener))
    if is_balanced and listener.tls is Tls.IMPLICIT:
        return tr("{place}: load balancers are refused, since implicit TLS leaves no place for a PROXY header.",
                  place=place_of(listener))
    return ""
