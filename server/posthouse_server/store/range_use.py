"""Who has really relayed by an entry of Privileged IPs."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_network
from typing import Any

from sqlalchemy import select

from posthouse_server.policy.networks import IPAddress, IPRange, parse_client, parse_range
from posthouse_server.policy.rules import Rule
from posthouse_server.store.clock import now
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions

DAYS = 30


def clients_of(store: Store, network: IPRange) -> tuple[IPAddress, ...]:
    """Return the clients in a range that have relayed by a privileged range lately, in order; raises StoreError."""
    query = select(decisions.c.client).distinct().where(
        decisions.c.at >= now() - timedelta(days=DAYS), decisions.c.rule == Rule.PRIVILEGED_RANGE.value)
    with store.traffic.reading() as connection:
        found = [parse_client(client) for client in connection.execute(query).scalars()]
    return tuple(sorted((item for item in found if item in network), key=int))


def needed_ranges(store: Store, network: IPRange, without: str = "") -> tuple[str, ...]:
    """Return the entries that hold exactly those who have used a range, but never the client `without`."""
    clients: list[Any] = [ip_network(client) for client in clients_of(store, network) if str(client) != without]
    blocks: list[IPv4Network | IPv6Network] = list(collapse_addresses(clients))
    return tuple(str(parse_range(str(block))) for block in blocks)
