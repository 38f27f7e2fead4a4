"""Where mail for a domain goes: the smart host, or the MX hosts found by DNS (RFC 5321 section 5.1)."""

from __future__ import annotations

from dataclasses import dataclass

import dns.asyncresolver
import dns.exception
import dns.resolver

from posthouse_server.delivery.delivery import PermanentFailure, TransientFailure
from posthouse_server.live import InForce


@dataclass(frozen=True, slots=True)
class Destination:
    """One or more servers that take mail for the same place, the preferred first."""

    name: str
    hosts: tuple[str, ...]
    port: int
    is_smart_host: bool


class Router:
    """Finds destinations."""

    def __init__(self, resolver: dns.asyncresolver.Resolver | None = None) -> None:
        """Use a given resolver always (tests do), or one for the DNS servers in the settings."""
        self._given = resolver
        self._made: tuple[tuple[str, ...], dns.asyncresolver.Resolver] | None = None

    async def find(self, domain: str, current: InForce) -> Destination:
        """Return where mail for a domain goes now; raises TransientFailure or PermanentFailure."""
        smart_host = current.settings.smtp.smart_host
        if smart_host.enabled:
            return Destination(f"{smart_host.host}:{smart_host.port}", (smart_host.host,), smart_host.port, True)
        hosts = await self._mx_hosts(domain, current)
        return Destination(domain, hosts, current.settings.smtp.outbound.port, False)

    async def _mx_hosts(self, domain: str, current: InForce) -> tuple[str, ...]:
        try:
            answer = await self._resolver(current).resolve(domain, "MX")
        except dns.resolver.NXDOMAIN as error:
            raise PermanentFailure(f"550 5.1.2 The domain {domain} does not exist") from error
        except dns.resolver.NoAnswer:
            return (domain,)  # no MX: the domain's own address counts (implicit MX)
        except (dns.exception.DNSException, OSError) as error:
            raise TransientFailure(f"451 4.4.3 The mail servers of {domain} could not be looked up: {error}") from error
        records = sorted((record.preference, str(record.exchange).rstrip(".").lower()) for record in answer)
        if records == [(records[0][0], "")]:
            raise PermanentFailure(f"556 5.1.10 The domain {domain} does not accept mail (null MX, RFC 7505)")
        return _before_ourselves(domain, records, current.hostname)

    def _resolver(self, current: InForce) -> dns.asyncresolver.Resolver:
        if self._given is not None:
            return self._given
        servers = current.settings.smtp.general.dns_servers
        if self._made is None or self._made[0] != servers:
            try:
                resolver = dns.asyncresolver.Resolver(configure=not servers)
            except dns.resolver.NoResolverConfiguration as error:
                raise TransientFailure("451 4.4.3 This computer has no DNS server; name one in SMTP Properties, "
                                       "General") from error
            if servers:
                resolver.nameservers = list(servers)
            resolver.cache = dns.resolver.LRUCache(10_000)
            self._made = (servers, resolver)
        return self._made[1]


def _before_ourselves(domain: str, records: list[tuple[int, str]], hostname: str) -> tuple[str, ...]:
    """Drop ourselves and all hosts that are no better, or mail would go in circles."""
    own = next((preference for preference, host in records if host == hostname), None)
    hosts = tuple(host for preference, host in records if host and (own is None or preference < own))
    if not hosts:
        raise PermanentFailure(f"554 5.4.6 The mail for {domain} leads back to this server, which does not serve it")
    return hosts
