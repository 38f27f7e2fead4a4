"""How much of the Internet a list of privileged ranges admits, and how to name its entries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from posthouse_console.widgets.ranges_text import disjoint
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_NAMED = 6
_WHOLE = {4: parse_range("0.0.0.0-255.255.255.255"), 6: parse_range("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")}


def public_addresses(entries: Sequence[PrivilegedRange]) -> int:
    """Return how many public addresses the entries cover together, each counted once."""
    return _public(tuple(disjoint(entry.network for entry in entries)))


@lru_cache(maxsize=8)
def _public(networks: tuple[IPRange, ...]) -> int:
    """Count once for a long list: a page asks again with every edit."""
    return sum(network.public_count() for network in networks)


def whole_internets(entries: Sequence[PrivilegedRange]) -> dict[int, list[PrivilegedRange]]:
    """Return the IP versions whose public addresses are all covered, each with the one entry or the entries that do it."""
    found: dict[int, list[PrivilegedRange]] = {}
    for version, whole in _WHOLE.items():
        here = [(entry, entry.network) for entry in entries]
        here = [(entry, network) for entry, network in here if network.first.version == version]
        everything = whole.public_count()
        pieces = tuple(disjoint(network for _entry, network in here))
        if sum(piece.count for piece in pieces) < everything or _public(pieces) < everything:
            continue
        widest, network = max(here, key=lambda pair: pair[1].count)
        alone = network.public_count() == everything
        found[version] = [widest] if alone else [entry for entry, network in here if network.public_count()]
    return found


def named(entries: Sequence[PrivilegedRange]) -> str:
    """Name the entries, public and large ones first; what is left out is counted."""
    ordered = _largest_first(entries)
    more = len(ordered) - _NAMED
    tail = ""
    if more > 0:
        tail = tr(" and 1 smaller range") if more == 1 else tr(" and {more} smaller ranges", more=more)
    return ", ".join(_name(entry) for entry in ordered[:_NAMED]) + tail


def _largest_first(entries: Sequence[PrivilegedRange]) -> list[PrivilegedRange]:
    return sorted(entries, key=lambda entry: (-entry.network.public_count(), -entry.network.count))


def _name(entry: PrivilegedRange) -> str:
    facts = [entry.note] if entry.note else []
    if entry.expires_at is not None:
        facts.append(tr("until {end:%Y-%m-%d %H:%M}", end=entry.expires_at.astimezone()))
    if entry.senders:
        facts.append(tr("for some senders only"))
    if entry.hours:
        facts.append(tr("at some hours only"))
    return f"{entry.range} ({', '.join(facts)})" if facts else entry.range
