"""The choices that settings offer: enumerations whose values stand in the document."""

from __future__ import annotations

from enum import StrEnum


class Tls(StrEnum):
    """How a listener offers TLS."""

    NONE = "none"
    STARTTLS = "starttls"
    IMPLICIT = "implicit"


class AuthenticationMode(StrEnum):
    """MailEnable's "Authentication Mode" of a port; loopback connections count as secure."""

    ALWAYS = "always"
    SECURE_ONLY = "secure_only"
    NEVER = "never"


class DenialReply(StrEnum):
    """The dialect of policy replies."""

    STANDARD = "standard"
    MAILENABLE = "mailenable"


class SmartHostTls(StrEnum):
    """How the connection to the smart host is protected."""

    OPPORTUNISTIC = "opportunistic"
    REQUIRED = "required"
    IMPLICIT = "implicit"
    NONE = "none"


class OutboundTls(StrEnum):
    """How connections straight to the servers of recipients are protected."""

    OPPORTUNISTIC = "opportunistic"
    REQUIRED = "required"
    VERIFIED = "verified"
    NONE = "none"


class SmartHostAuthentication(StrEnum):
    """How Posthouse logs in to the smart host."""

    NONE = "none"
    PASSWORD = "password"  # noqa: S105 - the name of a method, not a password
    OAUTH2 = "oauth2"


class DelayNotifications(StrEnum):
    """When a sender is told that a message is still waiting."""

    OFF = "off"
    FIRST_FAILURE = "first_failure"
    EVERY_DELAY = "every_delay"


class DeliveryReceipts(StrEnum):
    """For whom non-delivery receipts (bounces) are generated."""

    EVERYONE = "everyone"
    AUTHENTICATED = "authenticated"
    NEVER = "never"


class AccessMode(StrEnum):
    """What the Access Control list means."""

    BANNED = "banned"
    ONLY_ALLOWED = "only_allowed"


class BlacklistAction(StrEnum):
    """What happens to mail from an address that a DNS blacklist names."""

    REFUSE = "refuse"
    MARK = "mark"


class OptionalCommand(StrEnum):
    """The SMTP commands that can be switched off; their values are the words of the protocol."""

    AUTH = "AUTH"
    STARTTLS = "STARTTLS"
    BDAT = "BDAT"
    VRFY = "VRFY"
    HELP = "HELP"
