"""Tight privileged ranges for clients that were refused relay, or that relay by a wider range than they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

from posthouse_server.policy.narrowing import WideClient, WideRange, stands_in
from posthouse_server.policy.networks import IPAddress, IPRange, parse_client, parse_range
from posthouse_server.policy.range_index import CoverIndex
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.clock import now
from posthouse_server.store.packs import read_packs
from posthouse_server.store.store import Store
from posthouse_server.store.suspicion import Evidence, Use
from posthouse_server.words import tr

DAYS = 30
_NEIGHBOURS = 16  # so many clients that fill half of their network are proposed as one entry
_NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that would do, and what is known of those who need it."""

    range: str
    clients: tuple[str, ...]
    number: int
    """Recipients."""
    since: datetime
    senders: tuple[str, ...]
    """Sender domains."""
    reason: str
    narrows: PrivilegedRange | None = None
    """The wider entry that it would stand for."""
    is_public: bool = False
    warning: str = ""
    """Why it is more likely an attacker than a device; empty: nothing says so."""

    @property
    def replaces(self) -> str:
        """Return the text of the wider entry; empty if there is none."""
        return self.narrows.range if self.narrows else ""

    @property
    def is_suspicious(self) -> bool:
        """Return whether it may be taken only by somebody who knows better."""
        return bool(self.warning)

    def entry(self, known_as: str) -> PrivilegedRange:
        """Return the entry with a note; one that narrows a wider range keeps its end, its hours and its senders."""
        wide = self.narrows
        office = f"{wide.note}: " if wide and wide.note else ""
        note = tr("{office}{known_as} (suggested {time:%Y-%m-%d})",
                  office=office, known_as=known_as, time=datetime.now(UTC).astimezone())[:_NOTE_LENGTH]
        if wide is None:
            return PrivilegedRange(range=self.range, note=note)
        return PrivilegedRange(range=self.range, note=note, expires_at=wide.expires_at, hours=wide.hours, senders=wide.senders)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What could be taken into the list, and what could then go."""

    ranges: tuple[Suggestion, ...]
    """The most used first, suspicious strangers last."""
    wide: tuple[WideRange, ...]
    """The entries of more than one address that were used; a list of its own, since others may stand for them already."""


_Group = tuple[PrivilegedRange | None, str]
"""The wider entry that clients relay by, or the reason why they were refused."""


def suggest_ranges(store: Store, settings: Settings) -> tuple[Suggestion, ...]:
    """Return the tightest entries, the most used first and suspicious strangers last; raises StoreError."""
    return find_suggestions(store, settings).ranges


def find_suggestions(store: Store, settings: Settings) -> Suggestions:
    """Return the tightest entries, and who relays by the wider ones; raises StoreError."""
    at = now()
    index = CoverIndex((item.network, item) for item in settings.smtp.relay.privileged_ip_ranges if not item.has_ended(at))
    grouped: defaultdict[_Group, dict[str, Use]] = defaultdict(dict)
    wide: defaultdict[PrivilegedRange, list[WideClient]] = defaultdict(list)
    for client, use in _uses(store).items():
        address = _address(client)
        if address is None:
            continue
        covering = sorted(index.covering(address), key=lambda item: item.network.count)
        group = _group(covering, use)
        if group is not None:
            grouped[group][client] = use
        for entry in covering if use.relayed else ():
            if entry.network.count > 1:
                others = tuple(other for other in covering if other != entry and stands_in(other, entry))
                wide[entry].append(WideClient(client, use.relayed, others))
    evidence = Evidence(store, at - timedelta(days=DAYS))
    found = [_suggestion(range_, clients, uses, group, evidence) for group, uses in grouped.items()
             for range_, clients in _tightest(list(uses), group[0].network if group[0] else None).items()]
    found.sort(key=lambda item: (item.is_suspicious, -item.number, item.range))
    return Suggestions(tuple(found), tuple(
        WideRange(entry, tuple(sorted(clients, key=lambda item: -item.number))) for entry, clients in wide.items()))


def _group(covering: list[PrivilegedRange], use: Use) -> _Group | None:
    """Return why a client needs an entry of its own; None: it does not."""
    if not covering:  # whoever relayed by an entry that has gone needs one only if it was refused since
        return (None, tr("was refused relay")) if use.refused else None
    closest = covering[0]
    if use.relayed:
        return (closest, tr("relays by the wider range {range}", range=closest.range)) if closest.network.count > 1 else None
    if all(item.hours or item.senders for item in covering):
        return None, tr("was refused relay by the hours or the senders of {range}", range=closest.range)
    return None


def _address(client: str) -> IPAddress | None:
    try:
        return parse_client(client)
    except ValueError:  # whatever an older version has recorded there, no entry can name it
        return None


def _uses(store: Store) -> dict[str, Use]:
    from posthouse_server.store.packed_uses import add_uses  # numpy is not for every start of a program

    found: defaultdict[str, Use] = defaultdict(Use)
    with store.traffic.reading() as connection:
        for _, pack in read_packs(connection, (now() - timedelta(days=DAYS)).timestamp()):
            add_uses(pack, found)
    return found


def _tightest(clients: Sequence[str], wide: IPRange | None = None) -> dict[str, tuple[str, ...]]:
    """Return single addresses, or one network for many neighbours of the same /24 that fill at least half of it.

    Nothing where the wider range is as tight as it can be.
    """
    if wide is not None and (len(clients) == wide.count or _NEIGHBOURS <= len(clients) >= wide.count / 2):
        return {}
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for client in clients:
        address = parse_client(client)
        is_single = address.is_global or address.version == 6
        neighbours[client if is_single else str(ip_network(f"{address}/24", strict=False))].append(client)
    found: dict[str, tuple[str, ...]] = {}
    for group in neighbours.values():
        network = _common(group)
        if len(group) >= _NEIGHBOURS and 2 * len(group) >= network.count and (wide is None or _is_inside(network, wide)):
            found[str(network)] = tuple(sorted(group, key=lambda client: int(parse_client(client))))
        else:
            found |= {client: (client,) for client in group}
    return found


def _common(clients: Iterable[str]) -> IPRange:
    """Return the smallest network that holds all of these clients."""
    first, *rest = (parse_client(client) for client in clients)
    network = ip_network(first)
    while not all(address in network for address in rest):
        network = network.supernet()
    return parse_range(str(network))


def _is_inside(network: IPRange, wide: IPRange) -> bool:
    return wide.low <= network.low and network.high <= wide.high


def _suggestion(range_: str, clients: tuple[str, ...], uses: dict[str, Use], group: _Group, evidence: Evidence) -> Suggestion:
    wide, reason = group
    of_these = [uses[client] for client in clients]
    warnings = () if wide else (evidence.against(client, parse_client(client), uses[client]) for client in clients)
    return Suggestion(
        range_, clients, sum(use.relayed if wide else use.refused for use in of_these),
        datetime.fromtimestamp(min(use.relayed_since if wide else use.refused_since for use in of_these), UTC),
        tuple(sorted(set[str]().union(*(use.sender_domains for use in of_these)))), reason, wide,
        any(parse_client(client).is_global for client in clients), next(filter(None, warnings), ""))
