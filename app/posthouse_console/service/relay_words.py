"""Who can relay, in plain words, for one state of the settings and the directory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from posthouse_console.widgets.ranges_reach import named, public_addresses, whole_internets
from posthouse_console.widgets.ranges_text import addresses_text
from posthouse_console.widgets.wording import is_loopback
from posthouse_server.policy.networks import parse_range
from posthouse_server.settings.choices import AccessMode, AuthenticationMode
from posthouse_server.settings.schema import Inbound, Listener, PrivilegedRange, Settings
from posthouse_server.store.directory import MailboxRow
from posthouse_server.words import tr

_LOOPBACK = (parse_range("127.0.0.0/8"), parse_range("::1"))
_LOCAL_ONLY = tr(" As the listeners are set, only this computer can reach them.")


class Weight(StrEnum):
    """How a way in is to be judged; the value is the icon that stands before its sentence."""

    ALLOWED = "ok"
    REFUSED = "shield"
    WARNING = "warning"
    OPEN = "error"
    PLAIN = "info"


_SAFE = (Weight.ALLOWED, Weight.REFUSED)


@dataclass(frozen=True, slots=True)
class RelaySentence:
    """One way to relay, or the lack of one."""

    weight: Weight
    text: str


def relay_sentences(settings: Settings, mailboxes: Sequence[MailboxRow]) -> list[RelaySentence]:
    """Return who can relay; the first sentences name the ways in, the last one shuts the door."""
    relay = settings.smtp.relay
    if not relay.enabled:
        return [RelaySentence(Weight.REFUSED, tr("Nobody can relay, since Enable Mail Relay is off. Mail for the domains of "
                                                 "this server is still accepted."))]
    found: list[RelaySentence] = []
    if relay.allow_authenticated_senders:
        found.append(_authenticated(settings, mailboxes))
    if relay.allow_privileged_ip_ranges:
        found += _privileged(relay.privileged_ip_ranges, datetime.now(UTC), settings.smtp.inbound)
    if relay.allow_local_sender_addresses:
        found.append(_local_senders(mailboxes, settings.smtp.inbound))
    found += _open_balancers(settings.smtp.inbound)
    return [*_access(settings), *found, _closing(found)]


def _closing(found: Sequence[RelaySentence]) -> RelaySentence:
    """Return the last sentence; the shield stands only where strangers are really kept out."""
    if not found:
        return RelaySentence(Weight.REFUSED, tr("Nobody can relay: mail relay is enabled, but none of its options is ticked."))
    if any(sentence.weight not in _SAFE for sentence in found):
        return RelaySentence(Weight.PLAIN, tr("Everybody can send to the domains of this server."))
    if all(sentence.weight is Weight.REFUSED for sentence in found):
        return RelaySentence(Weight.REFUSED, tr("So nobody can relay now."))
    return RelaySentence(Weight.REFUSED, tr("Nobody else. Everybody can send to the domains of this server."))


def _authenticated(settings: Settings, mailboxes: Sequence[MailboxRow]) -> RelaySentence:
    enabled = sum(1 for row in mailboxes if row.enabled)
    if not enabled:
        return RelaySentence(Weight.REFUSED, tr("Authenticated senders could relay, but there is no enabled mailbox to log in "
                                                "with."))
    offering = [item for item in settings.smtp.inbound.listeners if item.authentication is not AuthenticationMode.NEVER]
    if not offering:
        return RelaySentence(Weight.REFUSED, tr("Authenticated senders could relay, but no listener lets anybody log in."))
    who = tr("the one enabled mailbox") if enabled == 1 else tr("one of the {enabled} enabled mailboxes", enabled=enabled)
    reach = _reach(offering, settings.smtp.inbound)
    return RelaySentence(Weight.ALLOWED, tr("Whoever logs in with the name and password of {who}, {reach}.",
                                            who=who, reach=reach))


def _reach(listeners: Sequence[Listener], inbound: Inbound) -> str:
    """Return from where clients can reach any of these listeners."""
    far = [item for item in listeners if not is_loopback(item)]
    if not far and _has_balancer_here(inbound):
        return tr("from this computer, and from wherever its load balancer lets clients through")
    if not far:
        return tr("from this computer only")
    if any(item.address in ("0.0.0.0", "::") for item in far):  # noqa: S104 - read here, nothing is bound
        return tr("from anywhere")
    return tr("from wherever {far} can be reached", far=tr(" or ").join(dict.fromkeys(item.address for item in far)))


def _tail(inbound: Inbound) -> str:
    is_local = bool(inbound.listeners) and all(is_loopback(item) for item in inbound.listeners)
    return _LOCAL_ONLY if is_local and not _has_balancer_here(inbound) else ""


def _has_balancer_here(inbound: Inbound) -> bool:
    """Return whether a load balancer on this very computer is believed: it brings clients from elsewhere to loopback."""
    return any(parse_range(text).overlaps(own) for text in inbound.proxy_protocol_from for own in _LOOPBACK)


def _open_balancers(inbound: Inbound) -> list[RelaySentence]:
    """Return the way in that it is to believe everybody."""
    believed = [PrivilegedRange(range=text) for text in inbound.proxy_protocol_from]
    return [RelaySentence(Weight.OPEN, _believed(entries, version)) for version, entries in whole_internets(believed).items()]


def _believed(entries: Sequence[PrivilegedRange], version: int) -> str:
    if len(entries) == 1:
        return tr("Whoever connects can pretend to be any client, a privileged one too: {entries} covers all IPv{version} "
                  "addresses, and is believed as a load balancer.", entries=named(entries), version=version)
    return tr("Whoever connects can pretend to be any client, a privileged one too: {entries} together cover all IPv{version} "
              "addresses, and are believed as load balancers.", entries=named(entries), version=version)


def _whole_internet(entries: Sequence[PrivilegedRange], version: int, inbound: Inbound) -> str:
    if len(entries) == 1:
        text = tr("The whole Internet can relay: {entries} covers all IPv{version} addresses, without a password.",
                  entries=named(entries), version=version)
    else:
        text = tr("The whole Internet can relay: {entries} together cover all IPv{version} addresses, without a password.",
                  entries=named(entries), version=version)
    return text + _tail(inbound)


def _privileged(ranges: Sequence[PrivilegedRange], at: datetime, inbound: Inbound) -> list[RelaySentence]:
    """Return what the list admits, the most dangerous first: a wide range must never hide behind harmless ones."""
    active = [item for item in ranges if item.is_in_force(at)]
    if not ranges:
        return [RelaySentence(Weight.REFUSED, tr("Privileged IP ranges are ticked, but the list is empty: it admits nobody."))]
    if not active:
        return [RelaySentence(Weight.REFUSED, tr("Privileged IP ranges are ticked, but every entry of the list has expired."))]
    open_versions = whole_internets(active)
    found = [RelaySentence(Weight.OPEN, _whole_internet(entries, version, inbound))
             for version, entries in open_versions.items()]
    rest = [item for item in active if item.network.first.version not in open_versions]
    public = [item for item in rest if item.network.public_count()]
    if public:
        text = tr("{addresses} can relay: {ranges}, without a password.",
                  addresses=addresses_text(public_addresses(public), "public"), ranges=named(public))
        found.append(RelaySentence(Weight.WARNING, text + _tail(inbound)))
    private = [item for item in rest if not item.network.public_count()]
    if private:
        found.append(RelaySentence(Weight.ALLOWED, tr("Clients at {ranges}, without a password.", ranges=named(private))))
    return found


def _local_senders(mailboxes: Sequence[MailboxRow], inbound: Inbound) -> RelaySentence:
    count = sum(len(row.addresses) for row in mailboxes if row.enabled)
    if not count:
        return RelaySentence(Weight.REFUSED, tr("Local sender addresses are ticked, but there is no enabled mailbox whose "
                                                "address somebody could use."))
    return RelaySentence(Weight.WARNING, tr("Anybody who writes an address of this server as the sender, without a password. "
                                            "This opens your server to spammers.") + _tail(inbound))


def _access(settings: Settings) -> list[RelaySentence]:
    control = settings.smtp.inbound.access_control
    if control.mode is AccessMode.ONLY_ALLOWED:
        return [RelaySentence(Weight.PLAIN, _admitted(control.ranges))]
    return []


def _admitted(ranges: Sequence[str]) -> str:
    if not ranges:
        return tr("Access Control lets nobody connect at all.")
    if len(ranges) == 1:
        return tr("Access Control lets only {range} connect at all.", range=ranges[0])
    return tr("Access Control lets only the {count} entries of its list connect at all.", count=len(ranges))
