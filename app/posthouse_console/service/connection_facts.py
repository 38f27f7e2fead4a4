"""What a device or program has to be told to send through this server, and what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from posthouse_console.service.range_edits import named
from posthouse_console.service.set_up import OUR_LABEL
from posthouse_console.widgets.ranges_text import time_text
from posthouse_console.widgets.wording import is_loopback, place_of
from posthouse_server.certificates import CertificateFacts
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings
from posthouse_server.settings.choices import (
    AccessMode,
    AuthenticationMode,
    OptionalCommand,
    SmartHostAuthentication,
    Tls,
)
from posthouse_server.settings.schema import Listener, PrivilegedRange
from posthouse_server.store.directory import MailboxRow
from posthouse_server.words import tr

Subject = MailboxRow | PrivilegedRange
"""Who sends: by a login, or by an address alone."""
_ALL = ("0.0.0.0", "::")  # noqa: S104 - read here, nothing is bound
SECURITY = {Tls.NONE: tr("None"), Tls.STARTTLS: "STARTTLS", Tls.IMPLICIT: tr("SSL/TLS (from the first byte)")}
_DAYS_SOON = 14
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Connection:
    """One door, as seen by one sender."""

    server: str
    others: tuple[str, ...]
    """Other names and addresses that lead to the same door."""
    port: int
    tls: Tls
    login: str
    """Empty: without a login."""
    sender: str
    """An address to send from; empty: any."""

    @property
    def security(self) -> str:
        """Return how the connection is protected, in the words of most devices."""
        return SECURITY[self.tls]

    def text(self) -> str:
        """Return it as lines for a QR code; never a password."""
        lines = [tr("SMTP server: {server}", server=self.server), tr("Port: {port}", port=self.port),
                 tr("Security: {security}", security=self.security)]
        lines.append(tr("User name: {login}", login=self.login) if self.login else tr("No login"))
        return "\n".join(lines)


def subjects(mailboxes: Sequence[MailboxRow], settings: Settings) -> list[tuple[str, Subject]]:
    """Return whom a connection can be for, in words; those first that can log in."""
    rows = sorted(mailboxes, key=lambda row: not row.enabled)
    found: list[tuple[str, Subject]] = [(tr("Mailbox {login}", login=row.login), row) for row in rows]
    return found + [(tr("Range {range}, without a password", range=named(item)), item)
                    for item in settings.smtp.relay.privileged_ip_ranges]


def doors(settings: Settings, subject: Subject) -> list[Listener]:
    """Return the listeners, those first that serve this sender best."""
    def rank(listener: Listener) -> tuple[bool, bool, bool]:
        return is_loopback(listener), bool(_door_fault(listener, subject)), listener.tls is Tls.NONE

    return sorted(settings.smtp.inbound.listeners, key=rank)


def connection(settings: Settings, listener: Listener, subject: Subject, addresses: Sequence[str],
               computer: str) -> Connection:
    """Return what to type in; `addresses` are those of this computer in its networks, `computer` is its name."""
    hostname = settings.smtp.general.hostname or computer
    own = [address for address in addresses if (":" in address) == (":" in listener.address)]
    names = [*own, hostname] if listener.address in _ALL else [listener.address]
    names = [name for name in names if name] or [listener.address]
    login, own_address = "", ""
    if isinstance(subject, MailboxRow):
        login, own_address = subject.login, next(iter(subject.addresses), "")
    return Connection(names[0], tuple(names[1:]), listener.port, listener.tls, login, _sender(settings, own_address))


def _sender(settings: Settings, own_address: str) -> str:
    """A smart host that logs us in mostly takes that account's address only; a domain of ours is known to nobody outside."""
    smart_host = settings.smtp.smart_host
    if smart_host.enabled and "@" in smart_host.username and smart_host.authentication is not SmartHostAuthentication.NONE:
        return smart_host.username
    return own_address.replace(f"@{OUR_LABEL}", "@", 1)


def warnings(settings: Settings, listener: Listener, subject: Subject, at: datetime, *, is_running: bool) -> list[str]:
    """Return what stands in the way, as sentences; empty: nothing is known to."""
    relay, found = settings.smtp.relay, []
    if not is_running:
        found.append(tr("The server is not running: nobody can connect now."))
    if all(is_loopback(item) for item in settings.smtp.inbound.listeners):
        found.append(tr("No port can be reached from the network: only programs on this computer get through. Add one under "
                        "SMTP Properties, Inbound, or in Set Up Posthouse."))
    elif is_loopback(listener):
        found.append(tr("{listener} can be reached by programs on this computer only.", listener=place_of(listener)))
    if not listener.port:
        found.append(tr("This port is another one after each start: give it a number under SMTP Properties, Inbound."))
    if not relay.enabled:
        found.append(tr("Enable Mail Relay is off: mail to other domains is refused."))
    if fault := _door_fault(listener, subject):
        found.append(fault)
    found += _of_mailbox(settings, listener, subject) if isinstance(subject, MailboxRow) else _of_range(settings, subject, at)
    if settings.smtp.inbound.access_control.mode is AccessMode.ONLY_ALLOWED:
        found.append(tr("Access Control lets only the addresses of its list connect: the device must be among them."))
    return found


def certificate_warning(listener: Listener, facts: CertificateFacts | None, at: datetime) -> str:
    """Return what a device may dislike about the certificate; empty: nothing, or it does not matter here."""
    if listener.tls is Tls.NONE or facts is None:
        return ""
    if facts.days_left(at) < 0:
        return tr("The certificate has ended on {valid_until}: devices that check it refuse.",
                  valid_until=time_text(facts.valid_until))
    if facts.is_self_signed:
        return tr("The certificate is self-signed: switch its verification off in the device, or give the server one that the "
                  "device trusts (SMTP Properties, Inbound).")
    if facts.days_left(at) < _DAYS_SOON:
        return tr("The certificate ends on {valid_until}.", valid_until=time_text(facts.valid_until))
    return ""


def _door_fault(listener: Listener, subject: Subject) -> str:
    if isinstance(subject, MailboxRow):
        if listener.authentication is AuthenticationMode.NEVER:
            return tr("{listener} lets nobody log in.", listener=place_of(listener))
        if listener.authentication is AuthenticationMode.SECURE_ONLY and listener.tls is Tls.NONE and not is_loopback(listener):
            return tr("{listener} lets nobody log in from the network, since it offers no encryption.",
                      listener=place_of(listener))
        return ""
    if listener.require_authentication:
        return tr("{listener} wants a login from everybody.", listener=place_of(listener))
    return ""


def _of_mailbox(settings: Settings, listener: Listener, row: MailboxRow) -> list[str]:
    found = []
    if not row.enabled:
        found.append(tr("The mailbox {login} is disabled: it can't log in.", login=row.login))
    if not settings.smtp.relay.allow_authenticated_senders:
        found.append(tr("Allow relay for authenticated senders is off: a login does not help."))
    if OptionalCommand.AUTH not in settings.smtp.advanced.allowed_commands:
        found.append(tr("The command AUTH is switched off (SMTP Properties, Advanced SMTP): nobody can log in."))
    if listener.authentication is AuthenticationMode.ALWAYS and listener.tls is Tls.NONE and not is_loopback(listener):
        found.append(tr("The password crosses the network unencrypted."))
    return found


def _of_range(settings: Settings, item: PrivilegedRange, at: datetime) -> list[str]:
    found = []
    if not settings.smtp.relay.allow_privileged_ip_ranges:
        found.append(tr("Allow relay for privileged IP ranges is off: the range does not count."))
    if item.has_ended(at) and item.expires_at is not None:
        found.append(tr("The range has expired on {expires_at}: whoever is in it is refused.",
                        expires_at=time_text(item.expires_at)))
    elif item.expires_at is not None:
        found.append(tr("The range ends on {expires_at}.", expires_at=time_text(item.expires_at)))
    if item.hours:
        found.append(tr("It counts at these hours only: {hours}.", hours=", ".join(item.hours)))
    if item.senders:
        senders = ", ".join(item.senders[:_NAMED])
        found.append(tr("It counts for these senders only: {senders} and more.", senders=senders) if len(item.senders) > _NAMED
                     else tr("It counts for these senders only: {senders}.", senders=senders))
    if parse_client(str(item.network.first)).is_loopback:
        found.append(tr("The range is this computer itself: no device on the network is in it."))
    return found
