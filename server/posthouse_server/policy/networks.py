"""Client addresses and ranges of them, IPv4 and IPv6."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network, summarize_address_range

IPAddress = IPv4Address | IPv6Address

_WILDCARD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){0,3}\*(?:\.\*){0,3}")
_FOR_EVER = datetime.max.replace(tzinfo=UTC)


def parse_client(text: str) -> IPAddress:
    """Parse a client's address. IPv4-mapped IPv6 becomes IPv4; a zone (%eth0) is dropped. Raises ValueError."""
    try:
        address = ip_address(text.strip().partition("%")[0])
    except ValueError:
        raise ValueError(f"{text!r} is not an IP address such as 10.0.4.17 or 2001:db8::17") from None
    return normalised(address)


def normalised(address: IPAddress) -> IPAddress:
    """Return the IPv4 address that an IPv4-mapped IPv6 address stands for; any other address as it is."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


@dataclass(frozen=True, slots=True)
class IPRange:
    """All addresses from first to last, both included, of one IP version."""

    first: IPAddress
    last: IPAddress

    @property
    def count(self) -> int:
        """Return the number of addresses."""
        return int(self.last) - int(self.first) + 1

    def __contains__(self, client: IPAddress) -> bool:
        """Return whether a (normalised) client address lies inside."""
        return client.version == self.first.version and int(self.first) <= int(client) <= int(self.last)

    def overlaps(self, other: IPRange) -> bool:
        """Return whether the two have an address in common."""
        return (self.first.version == other.first.version
                and int(self.first) <= int(other.last) and int(other.first) <= int(self.last))

    def public_count(self) -> int:
        """Return how many of the addresses belong to public (globally reachable) space."""
        return self.count - sum(self._common(block) for block in _NON_PUBLIC[self.first.version])

    def _common(self, block: IPRange) -> int:
        low = max(int(self.first), int(block.first))
        high = min(int(self.last), int(block.last))
        return max(0, high - low + 1)

    def __str__(self) -> str:
        """Return the shortest usual form: an address, CIDR, or from-to."""
        if self.first == self.last:
            return str(self.first)
        blocks = _summarised(self.first, self.last)
        return blocks[0] if len(blocks) == 1 else f"{self.first}-{self.last}"


def _summarised(first: IPAddress, last: IPAddress) -> list[str]:
    if isinstance(first, IPv4Address) and isinstance(last, IPv4Address):
        return [str(block) for block in summarize_address_range(first, last)]
    assert isinstance(first, IPv6Address)
    assert isinstance(last, IPv6Address)
    return [str(block) for block in summarize_address_range(first, last)]


def parse_range(text: str) -> IPRange:
    """Parse an address, CIDR, `a-b` or MailEnable's `10.0.*`; raises ValueError with a sentence."""
    text = text.strip()
    if "*" in text:
        return _parse_wildcard(text)
    if "-" in text:
        low, high = (parse_client(part) for part in text.split("-", 1))
        if low.version != high.version:
            raise ValueError(f"{text!r} mixes IPv4 and IPv6; both ends must be of the same kind")
        if int(low) > int(high):
            raise ValueError(f"{text!r} runs backwards; write {high}-{low}")
        return IPRange(low, high)
    if "/" in text:
        return _parse_cidr(text)
    try:
        address = parse_client(text)
    except ValueError:
        raise ValueError(
            f"{text!r} is not an address or range; write 10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9 or 10.0.*") from None
    return IPRange(address, address)


def _parse_cidr(text: str) -> IPRange:
    try:
        network = ip_network(text)
    except ValueError:
        try:
            network = ip_network(text, strict=False)
        except ValueError:
            raise ValueError(f"{text!r} is not a network such as 10.0.4.0/24") from None
        raise ValueError(f"{text!r} has bits behind the mask; write {network} for the network") from None
    first, last = normalised(network.network_address), normalised(network.broadcast_address)
    if first.version != last.version:
        raise ValueError(f"{text!r} spans IPv6 and IPv4-mapped addresses; name the two separately")
    return IPRange(first, last)


def _parse_wildcard(text: str) -> IPRange:
    parts = text.split(".")
    if not _WILDCARD.fullmatch(text) or len(parts) > 4:
        raise ValueError(f"{text!r} is not a wildcard range; only whole last parts may be *, as in 10.0.*")
    fixed = [part for part in parts if part != "*"]
    if any(int(part) > 255 for part in fixed):
        raise ValueError(f"{text!r} has a part above 255")
    missing = 4 - len(fixed)
    prefix = ".".join(str(int(part)) for part in fixed)
    low = ".".join([prefix, *["0"] * missing]).lstrip(".")
    high = ".".join([prefix, *["255"] * missing]).lstrip(".")
    return IPRange(IPv4Address(low), IPv4Address(high))


def _merged(ranges: Iterable[IPRange]) -> list[IPRange]:
    result: list[IPRange] = []
    for item in sorted(ranges, key=lambda item: int(item.first)):
        if result and int(item.first) <= int(result[-1].last) + 1:
            if int(item.last) > int(result[-1].last):
                result[-1] = IPRange(result[-1].first, item.last)
        else:
            result.append(item)
    return result


# IANA special-purpose registries (RFC 6890 and successors): what can't be reached from the Internet.
_NON_PUBLIC: dict[int, list[IPRange]] = {
    4: _merged(parse_range(text) for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3")),
    # Global unicast is 2000::/3, and 64:ff9b::/96, behind which a translator (NAT64) puts all of IPv4; all else is
    # special, and so are the blocks inside it that documentation uses.
    6: _merged(parse_range(text) for text in (
        "::-64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff", "64:ff9b:0:0:0:1::-1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::/32", "3fff::/20", "4000::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
}


@dataclass(frozen=True, slots=True)
class TimedRange:
    """A range with the time until which it is in force (None: for ever) and the text that names it."""

    network: IPRange
    expires_at: datetime | None
    name: str


class RangeIndex:
    """Many timed ranges, searched in O(log n): for each stretch of addresses the entry that lasts longest."""

    def __init__(self, entries: Sequence[TimedRange]) -> None:
        """Index the entries; later look-ups never touch the sequence's order."""
        self._starts: dict[int, list[int]] = {4: [], 6: []}
        self._entries: dict[int, list[TimedRange | None]] = {4: [], 6: []}
        for version in (4, 6):
            self._build(version, [entry for entry in entries if entry.network.first.version == version])

    def _build(self, version: int, entries: list[TimedRange]) -> None:
        """Sweep over all first addresses and the addresses just behind a last one, keeping the open entries in a heap."""
        entries.sort(key=lambda entry: int(entry.network.first))
        edges = sorted({int(entry.network.first) for entry in entries} | {int(entry.network.last) + 1 for entry in entries})
        starts, found = self._starts[version], self._entries[version]
        heap: list[tuple[float, int]] = []
        next_entry = 0
        for edge in edges:
            while next_entry < len(entries) and int(entries[next_entry].network.first) == edge:
                lasts_until = entries[next_entry].expires_at or _FOR_EVER
                heapq.heappush(heap, (-lasts_until.timestamp(), next_entry))
                next_entry += 1
            while heap and int(entries[heap[0][1]].network.last) < edge:
                heapq.heappop(heap)
            starts.append(edge)
            found.append(entries[heap[0][1]] if heap else None)

    def find(self, client: IPAddress, at: datetime) -> TimedRange | None:
        """Return an entry that covers the (normalised) client and is in force at that time, or None."""
        position = bisect_right(self._starts[client.version], int(client)) - 1
        if position < 0:
            return None
        entry = self._entries[client.version][position]
        if entry is None or (entry.expires_at is not None and at >= entry.expires_at):
            return None
        return entry
