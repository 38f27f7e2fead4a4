"""What would allow a refused request, the narrowest change first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.policy.networks import IPAddress, IPRange, normalised, parse_range
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import NO_DEFAULT_DOMAIN, REFUSED_BY_DOMAIN, Decision, Request, Verdict
from posthouse_server.settings.schema import AccessControl, AccessMode, PrivilegedRange, Relay, Settings
from posthouse_server.settings.section import label_of
from posthouse_server.words import tr

Edit = Callable[[Settings], Settings]
_SOON = timedelta(hours=2)
_THEN = tr("The other rules are looked at only then.")


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change that would allow a refused request."""

    title: str
    why: str
    edit: Edit | None
    """Makes the change; None where somebody has to do something else."""
    lifts: str = ""
    """The client whose ban this lifts; bans are no settings."""

    @property
    def can_be_applied(self) -> bool:
        """Return whether this program can do it."""
        return self.edit is not None or bool(self.lifts)


def remedies(request: Request, decision: Decision, settings: Settings) -> list[Remedy]:
    """Return what would allow the request that got this decision, the narrowest first; nothing if it is allowed."""
    if decision.verdict is not Verdict.REFUSED:
        return []
    if decision.rule in (Rule.NO_CRITERION_MET, Rule.RELAY_DISABLED):
        return [*_privileges(request, settings.smtp.relay), _login(request, settings.smtp.relay)]
    if decision.rule is Rule.ACCESS_CONTROL:
        return _access(request, settings.smtp.inbound.access_control)
    if decision.rule is Rule.BLOCKED_SENDER:
        return _unblocking(request, settings)
    if decision.rule is Rule.SPOOFED_SENDER:
        return [Remedy(*_ADVICE[decision.rule], None), *_privileges(request, settings.smtp.relay)]
    if decision.rule is Rule.UNKNOWN_RECIPIENT:
        return _unknown(request, decision)
    advice = _ADVICE.get(decision.rule)
    return [Remedy(*advice, None)] if advice else []


def _privileges(request: Request, relay: Relay) -> list[Remedy]:
    """Return the privileged entries that would let this client relay."""
    client = str(normalised(request.client))
    ticks = _ticks(relay, "allow_privileged_ip_ranges")
    note = tr("Allowed after mail to {recipient} was refused", recipient=request.recipient)[:500]
    found = [Remedy(tr("Let {client} relay for 2 hours", client=client),
                    tr("Only this client, and the entry ends by itself.{ticks}",
                                                          ticks=ticks),
                    _adding(PrivilegedRange(range=client, note=note, expires_at=request.at + _SOON)))]
    if sender := _sender_text(request.sender):
        found.append(Remedy(tr("Let {client} relay for the sender {sender} only", client=client, sender=sender),
                            tr("For ever, but only this client with this sender.{ticks}", ticks=ticks),
                            _adding(PrivilegedRange(range=client, note=note, senders=(sender,)))))
    found.append(Remedy(tr("Let {client} relay for ever", client=client),
                        tr("Only this client, with any sender, until somebody removes the "
                        "entry.{ticks}", ticks=ticks), _adding(PrivilegedRange(range=client, note=note))))
    return found


def _sender_text(sender: str) -> str:
    """Return the sender as an entry's condition can name it; empty if it cannot."""
    try:
        address = parse_address(sender)
        made = PrivilegedRange(range="127.0.0.1", senders=(str(address),))
    except (AddressError, ValueError):
        return ""
    return made.senders[0] if made.admits(address) else ""


def _login(request: Request, relay: Relay) -> Remedy:
    """Return the way that needs no privileges: a login, which may have been given in vain."""
    ticks = _ticks(relay, "allow_authenticated_senders")
    if request.login:
        return Remedy(tr("Let clients relay that have logged in"),
                      tr("{login} has logged in, but that does not count.{ticks}", login=request.login, ticks=ticks),
                      lambda settings: _with_relay(settings, enabled=True, allow_authenticated_senders=True))
    return Remedy(tr("Log in instead"), tr("The client program gives the name and password of a mailbox of this server.{ticks}",
                                       ticks=ticks), None)


def _ticks(relay: Relay, option: str) -> str:
    """Return which options this ticks, or needs, besides; begins with a space unless it is empty."""
    missing = [] if relay.enabled else [tr("Enable Mail Relay")]
    if not getattr(relay, option):
        missing.append(label_of(Relay, option))
    if len(missing) > 1:
        return tr(" This needs {missing}, which are off now.", missing=tr(" and ").join(missing))
    return tr(" This needs {missing}, which is off now.", missing=missing[0]) if missing else ""


def _adding(entry: PrivilegedRange) -> Edit:
    return lambda settings: _with_relay(
        settings, enabled=True, allow_privileged_ip_ranges=True,
        privileged_ip_ranges=(*settings.smtp.relay.privileged_ip_ranges, entry))


def _with_relay(settings: Settings, **changes: Any) -> Settings:
    return _with_smtp(settings, relay=settings.smtp.relay.model_copy(update=changes))


def _with_smtp(settings: Settings, **sections: Any) -> Settings:
    return settings.model_copy(update={"smtp": settings.smtp.model_copy(update=sections)})


def _access(request: Request, control: AccessControl) -> list[Remedy]:
    """Return what lets this client connect: it alone where its entry has others too, then its whole entry."""
    client = normalised(request.client)
    if control.mode is AccessMode.ONLY_ALLOWED:
        return [Remedy(tr("Add {client} to the addresses that Access Control allows", client=client),
                       tr("Only this client. {then}", then=_THEN),
                       _with_ranges((*control.ranges, str(client))))]
    kept, pieces, covering = [], [], []
    for text in control.ranges:
        network = parse_range(text)
        parts = _around(network, client) if client in network else [text]
        pieces += parts
        if client in network:
            covering.append(network)
        else:
            kept.append(text)
    named = ", ".join(str(network) for network in covering)
    number = sum(network.count for network in covering)
    whole = Remedy(tr("Take {named} off the banned addresses of Access Control", named=named),
                   tr("All {number:,} addresses there may connect again. {then}", number=number, then=_THEN) if number > 1
                   else tr("Only this client. {then}", then=_THEN),
                   _with_ranges(tuple(kept)))
    if number == 1:
        return [whole]
    return [Remedy(tr("Let {client} alone out of the banned {named}", client=client, named=named),
                   tr("Only this client; the others stay banned. {then}", then=_THEN),
                   _with_ranges(tuple(pieces))), whole]


def _around(network: IPRange, client: IPAddress) -> list[str]:
    """Return what is left of a network without one address."""
    number = int(client)
    sides = (network.low, number - 1), (number + 1, network.high)
    return [str(IPRange.between(network.version, low, high)) for low, high in sides if low <= high]


def _with_ranges(ranges: tuple[str, ...]) -> Edit:
    def edit(settings: Settings) -> Settings:
        inbound = settings.smtp.inbound
        control = inbound.access_control.model_copy(update={"ranges": ranges})
        return _with_smtp(settings, inbound=inbound.model_copy(update={"access_control": control}))

    return edit


def _unblocking(request: Request, settings: Settings) -> list[Remedy]:
    """Return what takes the entries off the list that match this sender; a domain's entry means all its senders."""
    sender = parse_address(request.sender)
    blocked = settings.smtp.blocked_addresses.senders
    matching = [text for text in blocked if (parse_address(text).key == sender.key if "@" in text else text == sender.domain)]
    is_wide = sender.domain in matching
    left = tuple(text for text in blocked if text not in matching)

    def edit(settings: Settings) -> Settings:
        section = settings.smtp.blocked_addresses.model_copy(update={"senders": left})
        return _with_smtp(settings, blocked_addresses=section)

    whom = tr("Every sender of {domain}: there is no entry for this one alone",
              domain=sender.domain) if is_wide else tr("Only this sender")
    doing = tr("Take {matching} off the blocked senders", matching=tr(" and ").join(matching))
    return [Remedy(doing, f"{whom}. {_THEN}", edit)]


def _unknown(request: Request, decision: Decision) -> list[Remedy]:
    def accept(settings: Settings) -> Settings:
        security = settings.smtp.security.model_copy(update={"refuse_unknown_local_recipients": False})
        return _with_smtp(settings, security=security)

    if decision.findings[-1][2] == NO_DEFAULT_DOMAIN:
        return [Remedy(tr("Name a default mail domain"),
                       tr("In SMTP Properties, General: mail for an IP address of this server goes to that domain."), None)]
    is_literal = request.recipient.endswith("]")  # then its mailbox is at the default domain
    address = Remedy(tr("Give a mailbox the address {recipient}",
                        recipient=decision.recipient if is_literal else request.recipient),
                     tr("Then mail to this address arrives there."), None)
    if decision.findings[-1][2] == REFUSED_BY_DOMAIN:  # the settings have no say in it
        return [address, Remedy(tr("Accept unknown recipients of the domain"),
                                tr("In the properties of the domain, which refuses "
                                "them whatever Security says. What nobody has is accepted then, and bounces later."), None)]
    return [address,
            Remedy(tr("Accept unknown recipients"), tr("For every address of every domain of this server: what nobody has is "
                   "accepted, and bounces later."), accept)]


_ADVICE = {
    Rule.SPOOFED_SENDER: (tr("Log in instead"),
                          tr("Security refuses senders of local domains to clients that have not logged in.")),
    Rule.FOREIGN_SENDER: (tr("Write an own address as sender"),
                          tr("Security refuses senders that are not of the mailbox itself.")),
    Rule.LITERAL_TARGET: (tr("Write a domain instead of the IP address"),
                          tr("Mail to an IP address is sent only if the address is public; in a network of your own, a name or "
                             "a smart host leads there.")),
    Rule.MAILBOX_DISABLED: (tr("Enable the mailbox"), tr("Its address is known, but it is disabled.")),
}
