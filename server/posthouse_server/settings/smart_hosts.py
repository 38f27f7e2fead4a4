"""Settings of smart hosts: the one that takes all outgoing mail, and others for some senders and recipients."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from posthouse_server.policy.networks import parse_client
from posthouse_server.settings.choices import SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import AddressOrDomain, HostOrEmpty, OneLine, TokenUrl
from posthouse_server.words import tr


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
            raise ValueError(tr("the smart host is enabled, but no host is given; fill in Smart host or switch it off"))
        if self.authentication is not SmartHostAuthentication.NONE and not self.username:
            raise ValueError(tr("the smart host needs a login, but Username is empty"))
        if self.authentication is SmartHostAuthentication.OAUTH2 and not (
                self.oauth2.token_url and self.oauth2.client_id):
            raise ValueError(tr("OAuth 2.0 needs a token address and a client ID"))
        return self

    @property
    def place(self) -> str:
        """Return host:port."""
        return f"{self.host}:{self.port}"

    @property
    def title(self) -> str:
        """Return by what people know it."""
        return self.place

    @property
    def logs_in(self) -> bool:
        """Return whether it wants a login."""
        return self.authentication is not SmartHostAuthentication.NONE

    @property
    def access(self) -> tuple[object, ...]:
        """Return what a connection to it depends on: equal for two that are one server with one login."""
        return (self.host.lower(), self.port, self.tls, self.authentication, self.username, self.oauth2)

    @property
    def sends_secret(self) -> bool:
        """Return whether a password crosses a network: then "opportunistic" must not mean in the clear."""
        if not self.logs_in:
            return False
        try:
            return not parse_client(self.host).is_loopback
        except ValueError:
            return self.host.lower() != "localhost"


class ChosenSmartHost(SmartHost):
    """Another smart host, for some mail only."""

    name: OneLine = setting("", "Name", "What lists and alarms call it; empty: its host and port.", max_length=100)
    enabled: bool = setting(True, "Enabled", "While it is off, its mail goes the way of all other mail.")
    for_senders: Annotated[tuple[AddressOrDomain, ...], Field(max_length=1000)] = setting(
        (), "For senders", "Domains or addresses, separated by spaces; empty: any sender.")
    for_recipients: Annotated[tuple[AddressOrDomain, ...], Field(max_length=1000)] = setting(
        (), "For recipients", "Domains or addresses, separated by spaces; empty: any recipient. With senders as well, both "
        "must fit.")

    @model_validator(mode="after")
    def _check_chosen(self) -> Self:
        if not self.for_senders and not self.for_recipients:
            raise ValueError(tr("say for which senders or recipients this smart host is; for all others there is the one "
                                "above"))
        return self

    @property
    def title(self) -> str:
        """Return its name or, where it has none, its place."""
        if self.name or not self.logs_in:
            return self.name or self.place
        return tr("{username} at {place}", username=self.username, place=self.place)


def smart_host_secret_name(host: str, username: str) -> str:
    """Return the name under which a smart host's secret is kept; here, because a page may not know the keyring."""
    return f"smart host {username}@{host}"
