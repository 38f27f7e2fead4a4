"""The resolver of the DNS servers in the settings; its answers are kept for their time to live."""

from __future__ import annotations

import dns.asyncresolver
import dns.resolver

_KEPT_ANSWERS = 10_000


class Resolvers:
    """Makes a resolver anew only when the settings name other servers."""

    def __init__(self, given: dns.asyncresolver.Resolver | None = None) -> None:
        """Use a given resolver always (tests do), or one for the DNS servers in the settings."""
        self.given = given
        self._made: tuple[tuple[str, ...], dns.asyncresolver.Resolver] | None = None

    def of(self, servers: tuple[str, ...]) -> dns.asyncresolver.Resolver:
        """Return the resolver that asks these addresses, the system's own if there are none; raises NoResolverConfiguration."""
        if self.given is not None:
            return self.given
        if self._made is None or self._made[0] != servers:
            resolver = dns.asyncresolver.Resolver(configure=not servers)
            if servers:
                resolver.nameservers = list(servers)
            resolver.cache = dns.resolver.LRUCache(_KEPT_ANSWERS)
            self._made = servers, resolver
        return self._made[1]
