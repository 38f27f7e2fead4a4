"""The sentences about who can relay without a password."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posthouse_server.policy.ways import Way

_NAMED = 3
_MANY = 10 ** 12
_HALF_OF_IPV4 = 2 ** 31


def closed_sentence(reason: str) -> str:
    """Return the sentence for a server that nobody relays through without a password."""
    return f"Closed: nobody can relay without a password. {reason}".rstrip()


def exposed_sentence(ways: Sequence[Way], public: int, private: int, *, is_open: bool) -> str:
    """Return the sentence for a server that somebody can relay through."""
    if is_open:
        widest = max(ways, key=lambda way: (way.public, not way.condition))
        how = "without a password"
        if widest.witness.sender and (widest.senders or widest.kind == "local_sender"):
            how = f"by writing MAIL FROM:<{widest.witness.sender}>"
        if widest.kind == "load_balancer":
            how = "by pretending to be another client"
        when = f", {' or '.join(widest.hours)} only" if widest.hours else ""
        return f"Open to the Internet: anyone can relay {how}{when}."
    return f"{addresses(public, 'public') if public else addresses(private, 'private')} can relay without a password."


def addresses(number: int, kind: str) -> str:
    """Return a number of addresses in words, such as "1 public address"."""
    if number >= _MANY:
        return f"More than a trillion {kind} addresses"
    return f"{number:,} {kind} address{'' if number == 1 else 'es'}"


def condition_text(hours: Sequence[str], senders: Sequence[str]) -> str:
    """Return when and for whom only; empty for always and anybody."""
    parts = [" or ".join(hours)] if hours else []
    if senders:
        parts.append(f"with the sender{'' if len(senders) == 1 else 's'} {named(senders)}")
    return ", ".join(parts)


def privileged_sentence(names: Sequence[str], public: int, private: int, condition: str) -> str:
    """Return the sentence of a way by privileged ranges."""
    only = f", but only {condition}" if condition else ""
    return f"{_both(public, private)} in the privileged IP range{'' if len(names) == 1 else 's'} {named(names)}{only}."


def local_sentence(address: str, public: int, private: int) -> str:
    """Return the sentence of the way by local sender addresses."""
    return f"{_both(public, private)}, by writing MAIL FROM:<{address}> or another address of this server."


def balancer_sentence(names: Sequence[str]) -> str:
    """Return the sentence of the way by load balancers."""
    whom = f"the load balancer{'' if len(names) == 1 else 's'} {named(names)}"
    return f"Whoever connects from {whom} can pretend to be any client."


def named(names: Sequence[str]) -> str:
    """Return the first few names, and how many there are besides."""
    rest = len(names) - _NAMED
    if rest > 0:
        return f"{', '.join(names[:_NAMED])} and {rest:,} more"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _both(public: int, private: int) -> str:
    if public >= _HALF_OF_IPV4:
        return "Anyone on the Internet"
    parts = [addresses(number, kind) for number, kind in ((public, "public"), (private, "private")) if number]
    return " and ".join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])
