"""What the checks look at, read from the store at once, so that they can run in threads of their own."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import dns.resolver
import psutil

from posthouse_server import control
from posthouse_server.control import Status
from posthouse_server.live import machine_name
from posthouse_server.paths import DataFolder
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.store.relay_tests import RelayTest

Resolve = Callable[[Sequence[str]], dns.resolver.Resolver]
OUTSIDE_DOMAINS = ("gmail.com", "outlook.com")
"""Whose mail servers are called to learn whether port 25 is open: large ones, which everybody may call."""


def resolver_for(servers: Sequence[str]) -> dns.resolver.Resolver:
    """Return what asks these DNS servers, or the system's own; raises dns.resolver.NoResolverConfiguration."""
    resolver = dns.resolver.Resolver(configure=not servers)
    if servers:
        resolver.nameservers = list(servers)
    return resolver


def own_addresses() -> list[str]:
    """Return the addresses by which others can reach this computer."""
    found = (parse_client(entry.address.partition("%")[0]) for entries in psutil.net_if_addrs().values() for entry in entries
             if entry.family in (socket.AF_INET, socket.AF_INET6))
    return [str(item) for item in found if not item.is_loopback and not item.is_link_local]


@dataclass(frozen=True, slots=True)
class Subject:
    """One data folder and its server, as they are now."""

    folder: DataFolder
    settings: Settings
    fault: str
    """Why the newest settings are not those in force; empty if they are."""
    hostname: str
    status: Status
    domains: tuple[str, ...]
    newest_test: RelayTest | None
    newest_change_at: datetime
    resolve: Resolve = resolver_for
    addresses: Callable[[], list[str]] = own_addresses
    outside: tuple[str, ...] = OUTSIDE_DOMAINS

    @classmethod
    def read(cls, store: Store) -> Subject:
        """Read all of it; blocks, raises StoreError."""
        loaded = store.settings.load()
        return cls(store.folder, loaded.settings, loaded.fault, loaded.settings.smtp.general.hostname or machine_name(),
                   control.status(store), tuple(row.name for row in store.directory.list_domains()), store.relay_tests.newest(),
                   store.settings.history(1)[0].created_at)

    @property
    def is_direct(self) -> bool:
        """Return whether mail leaves straight to the servers of its recipients."""
        return not self.settings.smtp.smart_host.enabled
