"""Tight privileged ranges for clients that were refused relay, or that relay by a wider range than they need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

from sqlalchemy import Float, func, select, type_coerce

from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions

_DAYS = 30
_NEIGHBOURS = 16  # so many clients that fill half of their network are proposed as one entry
_STRANGE_DOMAINS = 5
_RULES = (Rule.NO_CRITERION_MET.value, Rule.PRIVILEGED_RANGE.value)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that would do, and what is known of those who need it."""

    range: str
    clients: tuple[str, ...]
    number: int
    since: datetime
    senders: tuple[str, ...]
    """Sender domains."""
    reason: str
    replaces: str = ""
    """The wider entry that it would stand for."""
    is_public: bool = False
    is_suspicious: bool = False
    """A public stranger that was only refused, with many recipient domains, as spammers are."""


@dataclass(slots=True)
class _Use:
    number: int
    since: float
    senders: set[str]
    recipients: set[str]
    is_refused: bool


def suggest_ranges(store: Store, settings: Settings) -> tuple[Suggestion, ...]:
    """Return the tightest entries, the most used first and suspicious strangers last; raises StoreError."""
    grouped: defaultdict[str, dict[str, _Use]] = defaultdict(dict)
    at = now()
    entries = [item for item in settings.smtp.relay.privileged_ip_ranges if item.is_in_force(at)]
    for client, use in _uses(store).items():
        address = parse_client(client)
        covering = [item.range for item in entries if address in item.network]
        if not covering:
            if use.is_refused:
                grouped[""][client] = use
        elif client not in covering and not use.is_refused:
            grouped[covering[0]][client] = use
    found = [_suggestion(range_, clients, uses, wide) for wide, uses in grouped.items()
             for range_, clients in _tightest(list(uses)).items() if range_ != wide]
    return tuple(sorted(found, key=lambda item: (item.is_suspicious, -item.number, item.range)))


def _uses(store: Store) -> dict[str, _Use]:
    def domain(text: str) -> str:
        return text.rpartition("@")[2].lower()

    query = select(decisions.c.client, decisions.c.sender, decisions.c.recipient, decisions.c.rule,
                   func.sum(decisions.c.number), func.min(type_coerce(decisions.c.at, Float))).where(
        decisions.c.at >= now() - timedelta(days=_DAYS), decisions.c.rule.in_(_RULES)).group_by(
        decisions.c.client, decisions.c.sender, decisions.c.recipient, decisions.c.rule)
    found: dict[str, _Use] = {}
    with store.traffic.reading() as connection:
        for client, sender, recipient, rule, number, since in connection.execute(query):
            use = found.setdefault(client, _Use(0, since, set(), set(), True))
            use.number += number
            use.since = min(use.since, since)
            use.senders.add(domain(sender) or "(bounces)")
            use.recipients.add(domain(recipient))
            use.is_refused = use.is_refused and rule == Rule.NO_CRITERION_MET.value
    return found


def _tightest(clients: list[str]) -> dict[str, tuple[str, ...]]:
    """Return single addresses, or one network for many neighbours of the same /24 that fill at least half of it."""
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for client in clients:
        address = parse_client(client)
        is_public = address.is_global or address.version == 6
        neighbours[client if is_public else str(ip_network(f"{address}/24", strict=False))].append(client)
    found: dict[str, tuple[str, ...]] = {}
    for group in neighbours.values():
        network = ip_network(group[0])
        while not all(parse_client(client) in network for client in group):
            network = network.supernet()
        if len(group) >= _NEIGHBOURS and 2 * len(group) >= network.num_addresses:
            found[str(network)] = tuple(sorted(group, key=lambda client: int(parse_client(client))))
        else:
            found |= {client: (client,) for client in group}
    return found


def _suggestion(range_: str, clients: tuple[str, ...], uses: dict[str, _Use], wide: str) -> Suggestion:
    of_these = [uses[client] for client in clients]
    is_public = any(parse_client(client).is_global for client in clients)
    recipients = set[str]().union(*(use.recipients for use in of_these))
    return Suggestion(
        range_, clients, sum(use.number for use in of_these), datetime.fromtimestamp(min(use.since for use in of_these), UTC),
        tuple(sorted(set[str]().union(*(use.senders for use in of_these)))),
        f"relays by the wider range {wide}" if wide else "was refused relay", wide, is_public,
        is_public and not wide and len(recipients) >= _STRANGE_DOMAINS)
