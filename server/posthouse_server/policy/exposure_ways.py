"""The ways to relay without a password: privileged ranges by their conditions, and local sender addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from posthouse_server.policy.addresses import Address, parse_address
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure_words import condition_text, local_sentence, privileged_sentence
from posthouse_server.policy.network_sets import PUBLIC, NetworkSet
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.policy.opening_times import next_opening
from posthouse_server.policy.sender_rules import blocked_senders
from posthouse_server.policy.ways import Way, WayKind, Witness
from posthouse_server.settings.schema import AccessMode, PrivilegedRange, Settings

_MOST_WAYS = 500
_Condition = tuple[tuple[str, ...], tuple[str, ...]]
"""Hours and senders."""
_MAPPED = IPRange.between(6, 0xffff << 32, (0xffff << 32) + (1 << 32) - 1)


def outsiders() -> NetworkSet:
    """Return all addresses that a client can have: an IPv4-mapped IPv6 address counts as IPv4."""
    return NetworkSet.everything() - NetworkSet((_MAPPED,))


@dataclass(frozen=True, slots=True)
class Judged:
    """What the ways have in common."""

    settings: Settings
    directory: Directory
    at: datetime
    allowed: NetworkSet
    """The clients that Access Control lets in."""
    blocked: frozenset[str]
    recipient: str
    """An address that is not local."""

    @classmethod
    def of(cls, settings: Settings, directory: Directory, at: datetime) -> Judged:
        """Work it out once."""
        control = settings.smtp.inbound.access_control
        listed = NetworkSet(map(parse_range, control.ranges))
        allowed = outsiders() - listed if control.mode is AccessMode.BANNED else outsiders() & listed
        domain = next(name for number in count() if not directory.is_local_domain(name := f"far{number or ''}.example"))
        return cls(settings, directory, at, allowed, blocked_senders(settings), f"someone@{domain}")

    def sender_for(self, senders: Sequence[str]) -> str | None:
        """Return a sender that a condition admits and nobody blocks (any, if there is no condition); None for none."""
        for entry in senders or ("example.com", "example.net", "example.org"):
            domain = entry.rpartition("@")[2]
            if domain in self.blocked:
                continue
            if "@" not in entry:
                return next(text for number in count() if (text := f"anyone{number or ''}@{domain}") not in self.blocked)
            if parse_address(entry).key not in self.blocked:
                return entry
        return None if senders else ""


def privileged_ways(judged: Judged) -> list[Way]:
    """Return one way for each condition under which privileged ranges admit somebody, the one without a condition first."""
    relay = judged.settings.smtp.relay
    if not relay.allow_privileged_ip_ranges:
        return []
    groups: dict[_Condition, list[PrivilegedRange]] = {}
    for item in relay.privileged_ip_ranges:
        if item.expires_at is None or not item.has_ended(judged.at):
            groups.setdefault((item.hours, item.senders), []).append(item)
    if len(groups) > _MOST_WAYS:
        groups = _merged(groups)
    openings: dict[tuple[str, ...], datetime | None] = {}
    found = []
    for condition in sorted(groups):
        hours = condition[0]
        if hours not in openings:
            openings[hours] = next_opening(hours, judged.at)
        opening = openings[hours]
        if opening is not None and (way := _privileged_way(judged, condition, groups[condition], opening)) is not None:
            found.append(way)
    return found


def _merged(groups: Mapping[_Condition, list[PrivilegedRange]]) -> dict[_Condition, list[PrivilegedRange]]:
    """Put together what differs in its senders only: nobody reads a hundred thousand ways."""
    found: dict[tuple[tuple[str, ...], bool], list[PrivilegedRange]] = {}
    for (hours, senders), items in groups.items():
        found.setdefault((hours, bool(senders)), []).extend(items)
    return {(hours, tuple(sorted({sender for item in items for sender in item.senders}))): items
            for (hours, _), items in found.items()}


def _privileged_way(judged: Judged, condition: _Condition, items: Sequence[PrivilegedRange], opening: datetime) -> Way | None:
    """Return the way of the entries that share a condition; None if they admit nobody."""
    senders = {names: judged.sender_for(names) for names in {item.senders for item in items}}
    entries = [(item, item.network) for item in items if senders[item.senders] is not None and (
        item.expires_at is None or not item.has_ended(opening))]
    networks = NetworkSet(network for _, network in entries) & judged.allowed
    if not networks:
        return None
    if judged.settings.smtp.inbound.access_control.ranges:
        entries = [entry for entry in entries if NetworkSet(entry[1:]) & judged.allowed]
    ends = [item.expires_at for item, _ in entries if item.expires_at is not None]
    reached = networks & PUBLIC
    public, private = reached.count, networks.count - reached.count
    entries.sort(key=lambda entry: -entry[1].count)  # the widest must not hide among those that are only counted
    names, text = tuple(item.range for item, _ in entries), condition_text(*condition)
    client = (reached or networks).first
    sender = next(senders[item.senders] for item, network in entries if client in network) or ""
    return Way(WayKind.PRIVILEGED_RANGE, networks, public, private, names, text,
               Witness(client, sender, judged.recipient, opening),
               privileged_sentence(names, public, private, text), *condition, max(ends) if len(ends) == len(entries) else None)


def local_sender_way(judged: Judged) -> Way | None:
    """Return the way of whoever writes a local sender address; None if that is not ticked or there is no such address."""
    smtp = judged.settings.smtp
    if not smtp.relay.allow_local_sender_addresses or smtp.security.refuse_spoofed_senders or not judged.allowed:
        return None  # a local sender that may not be written without a login opens nothing
    address = _local_address(judged)
    if address is None:
        return None
    reached = judged.allowed & PUBLIC
    public = reached.count
    return Way(WayKind.LOCAL_SENDER, judged.allowed, public, judged.allowed.count - public, (address,),
               f"MAIL FROM:<{address}>",
               Witness((reached or judged.allowed).first, address, judged.recipient, judged.at),
               local_sentence(address, public, judged.allowed.count - public))


def _local_address(judged: Judged) -> str | None:
    """Return an address of an enabled mailbox that is not blocked."""
    for key in judged.directory.enabled_addresses():
        local, _, domain = key.rpartition("@")
        if domain in judged.blocked or key in judged.blocked:
            continue
        address = Address(local, domain)
        mailbox = judged.directory.find(address)
        if mailbox is not None and mailbox.enabled:
            return str(address)
    return None
