"""Whether DNS blacklists serve this computer: asked for the entry that every list has, and for one that none may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import dns.exception
import dns.name
import dns.resolver

from posthouse_server.words import tr

_LISTED = "2.0.0.127"  # RFC 5782 section 5
_NOT_LISTED = "1.0.0.127"
_LIFETIME_S = 8.0


@dataclass(frozen=True, slots=True)
class ZoneAnswer:
    """What came of one list."""

    zone: str
    is_well: bool
    sentence: str


def resolver_for(servers: Sequence[str]) -> dns.resolver.Resolver:
    """Return what asks these DNS servers, or the system's own; raises dns.resolver.NoResolverConfiguration."""
    resolver = dns.resolver.Resolver(configure=not servers)
    if servers:
        resolver.nameservers = list(servers)
    return resolver


def ask_zone(zone: str, resolver: dns.resolver.Resolver) -> ZoneAnswer:
    """Ask one list; blocks for some seconds at most."""
    try:
        codes = _codes(f"{_LISTED}.{zone}", resolver)
        wrong = _codes(f"{_NOT_LISTED}.{zone}", resolver)
    except (dns.exception.DNSException, OSError) as error:
        return ZoneAnswer(zone, False, tr("It does not answer: {reason}.", reason=str(error).removesuffix(".")))
    if any(not code.startswith("127.") or code.startswith("127.255.255.") for code in codes + wrong):
        return ZoneAnswer(zone, False, tr("It does not serve this DNS resolver (it answers {codes}).",
                                          codes=", ".join(codes + wrong)))
    if wrong:
        return ZoneAnswer(zone, False, tr("It names an address that no list may name: it would refuse everybody."))
    if not codes:
        return ZoneAnswer(zone, False, tr("It has no entry for tests: it is out of service, or no DNS blacklist."))
    return ZoneAnswer(zone, True, tr("It answers as it should."))


def _codes(name: str, resolver: dns.resolver.Resolver) -> list[str]:
    try:
        answer = resolver.resolve(dns.name.from_text(name), "A", lifetime=_LIFETIME_S)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    return [record.address for record in answer]
