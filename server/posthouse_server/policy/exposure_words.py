"""The sentences about who can relay without a password."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from posthouse_server.words import tr

if TYPE_CHECKING:
    from posthouse_server.policy.ways import Way

_NAMED = 3
_MANY = 10 ** 12
_HALF_OF_IPV4 = 2 ** 31


def closed_sentence(reason: str) -> str:
    """Return the sentence for a server that nobody relays through without a password."""
    return f"{tr('Closed: nobody can relay without a password.')} {reason}".rstrip()


def exposed_sentence(ways: Sequence[Way], public: int, private: int, *, is_open: bool) -> str:
    """Return the sentence for a server that somebody can relay through."""
    if is_open:
        widest = max(ways, key=lambda way: (way.public, not way.condition))
        how = tr("without a password")
        if widest.witness.sender and (widest.senders or widest.kind == "local_sender"):
            how = tr("by writing MAIL FROM:<{sender}>", sender=widest.witness.sender)
        if widest.kind == "load_balancer":
            how = tr("by pretending to be another client")
        when = tr(", {hours} only", hours=tr(" or ").join(widest.hours)) if widest.hours else ""
        return tr("Open to the Internet: anyone can relay {how}{when}.", how=how, when=when)
    number, kind = (public, "public") if public else (private, "private")
    if number == 1:
        return tr("{address} can relay without a password.", address=addresses(number, kind))
    return tr("{addresses} can relay without a password.", addresses=addresses(number, kind))


def addresses(number: int, kind: str) -> str:
    """Return a number of addresses in words, such as "1 public address"."""
    if number >= _MANY:
        return tr("More than a trillion public addresses") if kind == "public" else tr("More than a trillion private addresses")
    if number == 1:
        return tr("1 public address") if kind == "public" else tr("1 private address")
    return (tr("{number:,} public addresses", number=number) if kind == "public"
            else tr("{number:,} private addresses", number=number))


def condition_text(hours: Sequence[str], senders: Sequence[str]) -> str:
    """Return when and for whom only; empty for always and anybody."""
    parts = [tr(" or ").join(hours)] if hours else []
    if senders:
        parts.append(tr("with the sender {sender}", sender=senders[0]) if len(senders) == 1
                     else tr("with the senders {senders}", senders=named(senders)))
    return ", ".join(parts)


def privileged_sentence(names: Sequence[str], public: int, private: int, condition: str) -> str:
    """Return the sentence of a way by privileged ranges."""
    only = tr(", but only {condition}", condition=condition) if condition else ""
    who = _both(public, private)
    if len(names) == 1:
        return tr("{who} in the privileged IP range {name}{only}.", who=who, name=names[0], only=only)
    return tr("{who} in the privileged IP ranges {names}{only}.", who=who, names=named(names), only=only)


def local_sentence(address: str, public: int, private: int) -> str:
    """Return the sentence of the way by local sender addresses."""
    return tr("{who}, by writing MAIL FROM:<{address}> or another address of this server.",
              who=_both(public, private), address=address)


def balancer_sentence(names: Sequence[str]) -> str:
    """Return the sentence of the way by load balancers."""
    whom = (tr("the load balancer {name}", name=names[0]) if len(names) == 1
            else tr("the load balancers {names}", names=named(names)))
    return tr("Whoever connects from {whom} can pretend to be any client.", whom=whom)


def named(names: Sequence[str]) -> str:
    """Return the first few names, and how many there are besides."""
    rest = len(names) - _NAMED
    if rest > 0:
        return tr("{names} and {number:,} more", names=", ".join(names[:_NAMED]), number=rest)
    return tr(" and ").join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _both(public: int, private: int) -> str:
    if public >= _HALF_OF_IPV4:
        return tr("Anyone on the Internet")
    parts = [addresses(number, kind) for number, kind in ((public, "public"), (private, "private")) if number]
    return tr(" and ").join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])
