"""What DNS says of a client and of a sender's domain."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from enum import Enum
from ipaddress import ip_address, ip_network

import dns.asyncresolver
import dns.exception
import dns.name
import dns.resolver
import dns.reversename

from posthouse_server.policy.literals import address_in, is_literal, is_public_target
from posthouse_server.policy.networks import IPAddress

_log = logging.getLogger(__name__)
_LIFETIME_S = 5.0
_LISTED = ip_network("127.0.0.0/8")
_NO_ANSWER = ip_network("127.255.255.0/24")
"""What lists say to resolvers that they do not serve: it would make everybody a spammer."""
_WARN_EVERY_S = 3600.0
_warned: dict[str, float] = {}


class Known(Enum):
    """What is known."""

    YES = "yes"
    NO = "no"
    NOT_NOW = "not_now"


async def has_name(client: IPAddress, resolver: dns.asyncresolver.Resolver) -> Known:
    """Return whether an address has a PTR entry."""
    return await _exists(dns.reversename.from_address(str(client)), ("PTR",), resolver)


async def takes_mail(domain: str, resolver: dns.asyncresolver.Resolver) -> Known:
    """Return whether mail could be sent to a domain: it has an MX that is no null MX (RFC 7505), or an address.

    To an address literal, if that is public; DNS is not asked then.
    """
    if is_literal(domain):
        return Known.YES if is_public_target(address_in(domain)) else Known.NO
    try:
        name = dns.name.from_text(domain)
        answer = await resolver.resolve(name, "MX", lifetime=_LIFETIME_S)
    except (dns.resolver.NXDOMAIN, dns.name.NameTooLong):
        return Known.NO
    except dns.resolver.NoAnswer:
        return await _exists(name, ("A", "AAAA"), resolver)
    except (dns.exception.DNSException, OSError) as error:
        _log.info("The mail servers of %s can't be looked up: %s", domain, error)
        return Known.NOT_NOW
    return Known.NO if all(record.exchange == dns.name.root for record in answer) else Known.YES


async def listed_in(client: IPAddress, zones: Sequence[str], resolver: dns.asyncresolver.Resolver) -> tuple[str, ...]:
    """Return the DNS blacklists that name an address (RFC 5782); one that does not answer names nobody."""
    found = await asyncio.gather(*(_is_listed(client, zone, resolver) for zone in zones))
    return tuple(zone for zone, is_listed in zip(zones, found, strict=True) if is_listed)


async def _is_listed(client: IPAddress, zone: str, resolver: dns.asyncresolver.Resolver) -> bool:
    try:
        answer = await resolver.resolve(reversed_in(client, zone), "A", lifetime=_LIFETIME_S)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return False
    except (dns.exception.DNSException, OSError) as error:
        _warn(zone, f"The DNS blacklist {zone} does not answer: {error}")
        return False
    codes = [ip_address(record.address) for record in answer]
    if any(code not in _LISTED or code in _NO_ANSWER for code in codes):
        _warn(zone, f"The DNS blacklist {zone} does not serve this DNS resolver: it answers {', '.join(map(str, codes))}")
        return False
    return bool(codes)


def reversed_in(client: IPAddress, zone: str) -> dns.name.Name:
    """Return the name under which a list holds an address: 4.3.2.1.zone for 1.2.3.4 (RFC 5782 sections 2.1 and 2.4)."""
    labels = dns.reversename.from_address(str(client)).labels[:-3]  # without in-addr.arpa or ip6.arpa, and the root
    return dns.name.Name(labels).concatenate(dns.name.from_text(zone))


async def _exists(name: dns.name.Name, kinds: Sequence[str], resolver: dns.asyncresolver.Resolver) -> Known:
    answers = await asyncio.gather(*(resolver.resolve(name, kind, lifetime=_LIFETIME_S) for kind in kinds),
                                   return_exceptions=True)
    if any(not isinstance(answer, BaseException) for answer in answers):
        return Known.YES
    if all(isinstance(answer, dns.resolver.NXDOMAIN | dns.resolver.NoAnswer) for answer in answers):
        return Known.NO
    _log.info("%s can't be looked up: %s", name, answers[0])
    return Known.NOT_NOW


def _warn(zone: str, text: str) -> None:
    """Say it once an hour."""
    at = time.monotonic()
    if at - _warned.get(zone, -_WARN_EVERY_S) >= _WARN_EVERY_S:
        _warned[zone] = at
        _log.warning("%s", text)
