"""Settings of how mail leaves: the smart host, deliveries and their retries."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from posthouse_server.settings.choices import DelayNotifications, DeliveryReceipts, SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import HostOrEmpty, Minutes, TokenUrl


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
