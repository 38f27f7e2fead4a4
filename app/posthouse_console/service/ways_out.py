"""How mail can leave: each way with what has to be known about it beforehand, and the smart host that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posthouse_console.service.set_up import Way
from posthouse_server.settings.choices import SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.schema import OAuth2, SmartHost
from posthouse_server.words import tr

MICROSOFT_HOST = "smtp.office365.com"
CONNECTOR_ENDING = ".mail.protection.outlook.com"
_MICROSOFT = (".office365.com", ".outlook.com")
GOOGLE_HOST = "smtp-relay.gmail.com"
_TOKEN_URL = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"  # noqa: S105 - an address
_TOKEN_START, _, _TOKEN_END = _TOKEN_URL.partition("{tenant}")


@dataclass(frozen=True, slots=True)
class WayWords:
    """A way as the page shows it."""

    caption: str
    summary: str
    notes: tuple[str, ...]


WAYS: Mapping[Way, WayWords] = {
    Way.MICROSOFT_OAUTH2: WayWords(
        tr("&Microsoft 365, logging in (OAuth 2.0)"),
        tr("through Microsoft 365, logging in with OAuth 2.0"),
        (tr("A password alone is no way in any more: Microsoft 365 has password logins for SMTP switched off by default from "
            "the end of December 2026 on. OAuth 2.0 stays."),
         tr("Register an application in Microsoft Entra, give it the permission SMTP.SendAsApp, and let it use the mailbox "
            "that sends (Exchange Online PowerShell: New-ServicePrincipal, Add-MailboxPermission)."))),
    Way.MICROSOFT_CONNECTOR: WayWords(
        tr("Microsoft 365, by &connector (no login)"),
        tr("through Microsoft 365 by an SMTP relay connector, without a login"),
        (tr("Needs a fixed public IP address, and a connector in the Exchange admin center (Mail flow > Connectors, from: your "
            "organization's mail server) that names this address."),
         tr("Nothing changes for it at the end of December 2026, since it uses no password. It goes out by port 25, which your "
            "Internet provider must let through."))),
    Way.GOOGLE: WayWords(
        tr("&Google Workspace relay"),
        tr("through the relay of Google Workspace"),
        (tr("Switch the relay on first: Google Admin console > Apps > Google Workspace > Gmail > Routing > SMTP relay service. "
            "Allow this network's public IP address there, or ask for a login."),
         tr("With a login, the password is an app password of that account, not its usual one."))),
    Way.SMART_HOST: WayWords(
        tr("My &provider's smart host"),
        tr("through the smart host {host}"),
        (tr("The outgoing mail server of your Internet or mail provider, with the name and password of your account there."),)),
    Way.DIRECT: WayWords(
        tr("&Directly to the recipients' servers"),
        tr("directly to the mail servers of its recipients"),
        (tr("Most Internet providers block port 25 outwards, above all on lines for homes; then nothing leaves this way. Test "
            "it here."),
         tr("Others take your mail only if this network has a fixed address whose name (PTR) is right, and if your domain's "
            "SPF record allows it. If you are not sure, choose a smart host."))),
}


def microsoft(tenant: str, client_id: str, username: str) -> SmartHost:
    """Return Microsoft 365 with a login; empty fields give a smart host that is not complete."""
    return SmartHost.model_construct(
        enabled=True, host=MICROSOFT_HOST, port=587, tls=SmartHostTls.REQUIRED, username=username,
        authentication=SmartHostAuthentication.OAUTH2,
        oauth2=OAuth2(token_url=_TOKEN_URL.format(tenant=tenant), client_id=client_id))


def connector(host: str) -> SmartHost:
    """Return the mail exchanger of an organisation at Microsoft 365."""
    return SmartHost.model_construct(enabled=True, host=host, port=25, tls=SmartHostTls.REQUIRED, username="", oauth2=OAuth2(),
                                     authentication=SmartHostAuthentication.NONE)


def google(username: str) -> SmartHost:
    """Return Google's relay, with a login where there is a name."""
    logs_in = SmartHostAuthentication.PASSWORD if username else SmartHostAuthentication.NONE
    return SmartHost.model_construct(enabled=True, host=GOOGLE_HOST, port=587, tls=SmartHostTls.REQUIRED, oauth2=OAuth2(),
                                     authentication=logs_in, username=username)


def smart_host(host: str, port: int, tls: SmartHostTls, username: str) -> SmartHost:
    """Return a provider's server, with a login where there is a name."""
    logs_in = SmartHostAuthentication.PASSWORD if username else SmartHostAuthentication.NONE
    return SmartHost.model_construct(enabled=True, host=host, port=port, tls=tls, oauth2=OAuth2(), authentication=logs_in,
                                     username=username)


def password_warning(found: SmartHost) -> str:
    """Return what is to be said of a password at Microsoft 365; empty for other servers and other logins."""
    if found.authentication is SmartHostAuthentication.PASSWORD and found.host.lower().endswith(_MICROSOFT):
        return tr("Microsoft 365 has password logins for SMTP switched off by default from the end of December 2026 on. Choose "
                  "OAuth 2.0 or the connector above.")
    return ""


def connector_host(domain: str) -> str:
    """Return the name that Microsoft 365 gives to the mail exchanger of a domain."""
    return f"{domain.replace('.', '-')}{CONNECTOR_ENDING}" if domain else ""


def tenant_of(found: OAuth2) -> str:
    """Return the tenant of a token address of Microsoft."""
    if found.token_url.startswith(_TOKEN_START) and found.token_url.endswith(_TOKEN_END):
        return found.token_url.removeprefix(_TOKEN_START).removesuffix(_TOKEN_END)
    return ""


def way_of(found: SmartHost) -> Way:
    """Return the way that these settings stand for."""
    if not found.enabled:
        return Way.DIRECT
    if found.host == MICROSOFT_HOST and tenant_of(found.oauth2) and found.authentication is SmartHostAuthentication.OAUTH2:
        return Way.MICROSOFT_OAUTH2
    if found.host.endswith(CONNECTOR_ENDING):
        return Way.MICROSOFT_CONNECTOR
    return Way.GOOGLE if found.host == GOOGLE_HOST else Way.SMART_HOST
