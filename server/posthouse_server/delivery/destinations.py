"""Where mail for a domain goes: the smart host, or the MX hosts found by DNS (RFC 5321 section 5.1)."""

from __future__ import annotations

import asyncio
import random
import socket
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

import dns.asyncresolver
import dns.exception
import dns.name
import dns.resolver
import psutil

from posthouse_server.delivery.delivery import PermanentFailure, TransientFailure
from posthouse_server.live import InForce
from posthouse_server.policy.literals import address_in, is_literal, is_public_target, reached_by
from posthouse_server.policy.networks import parse_client
from posthouse_server.resolvers import Resolvers
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import DestinationRule, Outbound, OutboundTls, SmartHost

_HOSTS = 6  # of one destination; more would make an attempt endless
_ADDRESSES = 6  # of one host


class LeadsBackError(Exception):
    """A host is this server itself."""


@dataclass(frozen=True, slots=True)
class Destination:
    """One or more servers that take mail for the same place, the preferred first."""

    name: str
    hosts: tuple[str, ...]
    port: int
    is_smart_host: bool
    preferences: tuple[int, ...] = field(default=(), compare=False)
    """Of each host; those of one preference share the load. Empty: they come in their order."""
    is_chosen: bool = False
    """Whether an administrator has named it for a message: what is wrong with it is no reason to give the message up."""
    smart_host: SmartHost | None = field(default=None, compare=False)
    """The smart host that it is, as it was set up when somebody looked."""
    tls: OutboundTls = OutboundTls.OPPORTUNISTIC
    """For servers other than smart hosts."""
    messages_per_minute: int | None = None
    """A limit of its own (0: none); None: the limit that holds for all."""

    @classmethod
    def at(cls, host: SmartHost, outbound: Outbound) -> Destination:
        """Return a smart host as a destination."""
        rule = rule_for(host.host.lower(), outbound)
        return cls(host.place, (host.host,), host.port, True, smart_host=host,
                   messages_per_minute=rule.messages_per_minute if rule is not None else None)

    @classmethod
    def direct(cls, name: str, hosts: tuple[str, ...], port: int, outbound: Outbound, *, ruled_by: str,
               preferences: tuple[int, ...] = (), is_chosen: bool = False) -> Destination:
        """Return servers of others, with the TLS policy and the rate that hold for them."""
        rule = rule_for(ruled_by, outbound)
        return cls(name, hosts, port, False, preferences, is_chosen, tls=outbound.tls if rule is None else rule.tls,
                   messages_per_minute=None if rule is None else rule.messages_per_minute)

    def in_turn(self) -> list[str]:
        """Return the hosts to try, equal ones shuffled."""
        if not self.preferences:
            return list(self.hosts)
        found: list[str] = []
        for _, group in groupby(zip(self.preferences, self.hosts, strict=True), lambda pair: pair[0]):
            equal = [host for _, host in group]
            random.shuffle(equal)  # it shares load, and guards nothing
            found += equal
        return found[:_HOSTS]


def ways_of(settings: Settings) -> tuple[object, ...]:
    """Return all that decides by which way mail leaves; compared, not read."""
    smtp = settings.smtp
    return smtp.smart_host, smtp.smart_hosts, smtp.outbound.bind_address, smtp.outbound.tls, smtp.outbound.destinations


def rule_for(name: str, outbound: Outbound) -> DestinationRule | None:
    """Return the exception that holds for a domain or the name of a smart host."""
    return next((rule for rule in outbound.destinations if rule.domain == name), None) if outbound.destinations else None


class Router:
    """Finds destinations, and the addresses of their hosts. Answers of DNS are kept for their time to live."""

    def __init__(self, resolvers: Resolvers | None = None) -> None:
        """Ask these, or resolvers of its own."""
        self._resolvers = resolvers or Resolvers()

    async def find(self, domain: str, current: InForce) -> Destination:
        """Return where mail for a domain goes now; raises TransientFailure or PermanentFailure."""
        smtp = current.settings.smtp
        if smtp.smart_host.enabled:
            return Destination.at(smtp.smart_host, smtp.outbound)
        if is_literal(domain):
            host = _host_of(domain)
            return Destination.direct(domain, (host,), smtp.outbound.port, smtp.outbound, ruled_by=domain)
        records = await self._mx_records(domain, current)
        return Destination.direct(domain, tuple(host for _, host in records), smtp.outbound.port, smtp.outbound,
                                  ruled_by=domain.lower(), preferences=tuple(preference for preference, _ in records))

    async def addresses(self, host: str, port: int, current: InForce) -> list[str]:
        """Return the addresses of a host, IPv4 and IPv6; raises LeadsBackError or TransientFailure.

        The DNS servers of the settings are asked where there are any. A name without a dot is known to the system alone.
        """
        try:
            found = [str(parse_client(host))]
        except ValueError:
            is_asked = self._resolvers.given is not None or bool(current.settings.smtp.general.dns_servers)
            found = await (self._asked(host, current) if is_asked and "." in host else _known_to_the_system(host))
        if any(_is_ours(address, port, current) for address in found):
            raise LeadsBackError
        return found[:_ADDRESSES]

    async def _mx_records(self, domain: str, current: InForce) -> list[tuple[int, str]]:
        try:
            answer = await self._resolver(current).resolve(dns.name.from_text(domain), "MX")
        except dns.resolver.NXDOMAIN as error:
            raise PermanentFailure(f"550 5.1.2 The domain {domain} does not exist") from error
        except dns.resolver.NoAnswer:
            # No MX: the domain's own address counts (implicit MX); without one there is nowhere to go.
            if await self._has_no_address(domain, current):
                raise PermanentFailure(f"550 5.1.2 The domain {domain} has no mail server: neither MX nor address") from None
            return [(0, domain)]
        except (dns.exception.DNSException, OSError) as error:
            raise TransientFailure(f"451 4.4.3 The mail servers of {domain} could not be looked up: {error}") from error
        records = sorted((record.preference, str(record.exchange).rstrip(".").lower()) for record in answer)
        if records == [(records[0][0], "")]:
            raise PermanentFailure(f"556 5.1.10 The domain {domain} does not accept mail (null MX, RFC 7505)")
        return _before_ourselves(domain, records, current.hostname)

    async def _has_no_address(self, domain: str, current: InForce) -> bool:
        """Return whether DNS is sure that there is none; when in doubt, the attempt will show it."""
        name, resolver = dns.name.from_text(domain), self._resolver(current)
        answers = await asyncio.gather(resolver.resolve(name, "A"), resolver.resolve(name, "AAAA"), return_exceptions=True)
        return all(isinstance(answer, dns.resolver.NoAnswer | dns.resolver.NXDOMAIN) for answer in answers)

    async def _asked(self, host: str, current: InForce) -> list[str]:
        resolver = self._resolver(current)
        try:
            name = dns.name.from_text(host)
        except dns.exception.DNSException as error:
            raise TransientFailure(f"451 4.4.4 {host} is not a name of a server: {error}") from error
        answers = await asyncio.gather(resolver.resolve(name, "A"), resolver.resolve(name, "AAAA"), return_exceptions=True)
        found = [record.address for answer in answers if isinstance(answer, dns.resolver.Answer) for record in answer]
        if not found:
            reason = next((answer for answer in answers if isinstance(answer, BaseException)), None)
            raise TransientFailure(f"451 4.4.4 No address was found for the mail server {host}: {reason}")
        return found

    def _resolver(self, current: InForce) -> dns.asyncresolver.Resolver:
        try:
            return self._resolvers.of(current.settings.smtp.general.dns_servers)
        except dns.resolver.NoResolverConfiguration as error:
            raise TransientFailure("451 4.4.3 This computer has no DNS server; name one in SMTP Properties, General") from error


def _host_of(literal: str) -> str:
    """Return the address in a literal, if mail may be sent there; raises PermanentFailure.

    The policy has looked before, but it knows of this computer's addresses only those of the listeners.
    """
    address = address_in(literal)
    if not is_public_target(address):
        raise PermanentFailure(f"550 5.1.2 {literal} is no public address; nothing is sent there")
    own = set(_own_addresses())
    if any(str(one) in own for one in reached_by(address)):
        raise PermanentFailure(f"554 5.4.6 The mail for {literal} leads back to this server, which does not serve it")
    return str(address)


def _before_ourselves(domain: str, records: list[tuple[int, str]], hostname: str) -> list[tuple[int, str]]:
    """Drop ourselves and all hosts that are no better, or mail would go in circles."""
    own = next((preference for preference, host in records if host == hostname), None)
    kept = [(preference, host) for preference, host in records if host and (own is None or preference < own)]
    if not kept:
        raise PermanentFailure(f"554 5.4.6 The mail for {domain} leads back to this server, which does not serve it")
    return kept


async def _known_to_the_system(host: str) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TransientFailure(f"451 4.4.4 No address was found for the mail server {host}: "
                               f"{getattr(error, 'strerror', None) or error}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _is_ours(address: str, port: int, current: InForce) -> bool:
    """Return whether one of our own listeners is there."""
    for listener in current.settings.smtp.inbound.listeners:
        if listener.port == port:
            own = parse_client(listener.address)
            if own == parse_client(address) or (own.is_unspecified and address in _own_addresses()):
                return True
    return False


def _own_addresses() -> Iterable[str]:
    return {entry.address.partition("%")[0] for entries in psutil.net_if_addrs().values() for entry in entries}
