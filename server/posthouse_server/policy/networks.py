"""Client addresses and ranges of them, IPv4 and IPv6."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network, summarize_address_range

from posthouse_server.words import tr

IPAddress = IPv4Address | IPv6Address

_WILDCARD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){0,3}\*(?:\.\*){0,3}")
_BYTE = r"(0|[1-9][0-9]{0,2})"
_PLAIN = re.compile(rf"{_BYTE}\.{_BYTE}\.{_BYTE}\.{_BYTE}(?:/(0|[1-9][0-9]?))?", re.ASCII)


def parse_client(text: str) -> IPAddress:
    """Parse a client's address. IPv4-mapped IPv6 becomes IPv4; a zone (%eth0) is dropped. Raises ValueError."""
    try:
        address = ip_address(text.strip().partition("%")[0])
    except ValueError:
        raise ValueError(tr("{text!r} is not an IP address such as 10.0.4.17 or 2001:db8::17", text=text)) from None
    return normalised(address)


def normalised(address: IPAddress) -> IPAddress:
    """Return the IPv4 address that an IPv4-mapped IPv6 address stands for; any other address as it is."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


@dataclass(frozen=True, slots=True, init=False, repr=False)
class IPRange:
    """All addresses from first to last, both included, of one IP version; kept as numbers, since lists may be long."""

    version: int
    low: int
    high: int

    def __init__(self, first: IPAddress, last: IPAddress) -> None:
        """The two are of the same version, and not in reverse order."""
        _set_range(self, first.version, int(first), int(last))

    @classmethod
    def between(cls, version: int, low: int, high: int) -> IPRange:
        """Return the range of these numbers."""
        made = cls.__new__(cls)
        _set_range(made, version, low, high)
        return made

    @property
    def first(self) -> IPAddress:
        """Return the first address."""
        return IPv4Address(self.low) if self.version == 4 else IPv6Address(self.low)

    @property
    def last(self) -> IPAddress:
        """Return the last address."""
        return IPv4Address(self.high) if self.version == 4 else IPv6Address(self.high)

    @property
    def count(self) -> int:
        """Return the number of addresses."""
        return self.high - self.low + 1

    def __contains__(self, client: IPAddress) -> bool:
        """Return whether a (normalised) client address lies inside."""
        return client.version == self.version and self.low <= int(client) <= self.high

    def overlaps(self, other: IPRange) -> bool:
        """Return whether the two have an address in common."""
        return self.version == other.version and self.low <= other.high and other.low <= self.high

    def public_count(self) -> int:
        """Return how many of the addresses belong to public (globally reachable) space."""
        others = _NON_PUBLIC_BELOW[self.version]
        return self.count - others.count_to(self.high) + others.count_to(self.low - 1)

    def __str__(self) -> str:
        """Return the shortest usual form: an address, CIDR, or from-to."""
        if self.low == self.high:
            return str(self.first)
        blocks = _summarised(self.first, self.last)
        return blocks[0] if len(blocks) == 1 else f"{self.first}-{self.last}"


    def __repr__(self) -> str:
        """Return the form for error messages of tests."""
        return f"IPRange({self})"


def _set_range(made: IPRange, version: int, low: int, high: int) -> None:
    object.__setattr__(made, "version", version)
    object.__setattr__(made, "low", low)
    object.__setattr__(made, "high", high)


def _summarised(first: IPAddress, last: IPAddress) -> list[str]:
    if isinstance(first, IPv4Address) and isinstance(last, IPv4Address):
        return [str(block) for block in summarize_address_range(first, last)]
    assert isinstance(first, IPv6Address)
    assert isinstance(last, IPv6Address)
    return [str(block) for block in summarize_address_range(first, last)]


def parse_range(text: str) -> IPRange:
    """Parse an address, CIDR, `a-b` or MailEnable's `10.0.*`; raises ValueError with a sentence."""
    if (plain := _PLAIN.fullmatch(text)) and (network := _parse_plain(plain)) is not None:
        return network
    text = text.strip()
    if "*" in text:
        return _parse_wildcard(text)
    if "-" in text:
        low, high = (parse_client(part) for part in text.split("-", 1))
        if low.version != high.version:
            raise ValueError(tr("{text!r} mixes IPv4 and IPv6; both ends must be of the same kind", text=text))
        if int(low) > int(high):
            raise ValueError(tr("{text!r} runs backwards; write {high}-{low}", text=text, high=high, low=low))
        return IPRange(low, high)
    if "/" in text:
        return _parse_cidr(text)
    try:
        address = parse_client(text)
    except ValueError:
        raise ValueError(
            tr("{text!r} is not an address or range; write 10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9 or 10.0.*",
               text=text)) from None
    return IPRange(address, address)


def _parse_plain(plain: re.Match[str]) -> IPRange | None:
    """Read what nearly all lists hold, an IPv4 address or network; None leaves it to the others to say what is wrong."""
    first, second, third, fourth, length = plain.groups()
    parts = int(first), int(second), int(third), int(fourth)
    bits = 32 - int(length) if length else 0
    if max(parts) > 255 or bits < 0:
        return None
    low = parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]
    mask = (1 << bits) - 1
    return None if low & mask else IPRange.between(4, low, low | mask)


def _parse_cidr(text: str) -> IPRange:
    try:
        network = ip_network(text)
    except ValueError:
        try:
            network = ip_network(text, strict=False)
        except ValueError:
            raise ValueError(tr("{text!r} is not a network such as 10.0.4.0/24", text=text)) from None
        raise ValueError(tr("{text!r} has bits behind the mask; write {network} for the network",
                            text=text, network=network)) from None
    first, last = normalised(network.network_address), normalised(network.broadcast_address)
    if first.version != last.version:
        raise ValueError(tr("{text!r} spans IPv6 and IPv4-mapped addresses; name the two separately", text=text))
    return IPRange(first, last)


def _parse_wildcard(text: str) -> IPRange:
    parts = text.split(".")
    if not _WILDCARD.fullmatch(text) or len(parts) > 4:
        raise ValueError(tr("{text!r} is not a wildcard range; only whole last parts may be *, as in 10.0.*", text=text))
    fixed = [part for part in parts if part != "*"]
    if any(int(part) > 255 for part in fixed):
        raise ValueError(tr("{text!r} has a part above 255", text=text))
    missing = 4 - len(fixed)
    prefix = ".".join(str(int(part)) for part in fixed)
    low = ".".join([prefix, *["0"] * missing]).lstrip(".")
    high = ".".join([prefix, *["255"] * missing]).lstrip(".")
    return IPRange(IPv4Address(low), IPv4Address(high))


def _merged(ranges: Iterable[IPRange]) -> list[IPRange]:
    result: list[IPRange] = []
    for item in sorted(ranges, key=lambda item: item.low):
        if result and item.low <= result[-1].high + 1:
            result[-1] = IPRange.between(item.version, result[-1].low, max(item.high, result[-1].high))
        else:
            result.append(item)
    return result


class _Below:
    """How many numbers of some blocks there are up to a number; the blocks are in order and apart."""

    def __init__(self, blocks: Iterable[IPRange]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._totals = [0]
        for block in blocks:
            self._starts.append(block.low)
            self._ends.append(block.high)
            self._totals.append(self._totals[-1] + block.count)

    def count_to(self, number: int) -> int:
        position = bisect_right(self._starts, number)
        inside = max(0, self._ends[position - 1] - number) if position else 0
        return self._totals[position] - inside


# IANA special-purpose registries (RFC 6890 and successors): what can't be reached from the Internet.
NON_PUBLIC: dict[int, list[IPRange]] = {
    4: _merged(parse_range(text) for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3")),
    # Global unicast is 2000::/3, and 64:ff9b::/96, behind which a translator (NAT64) puts all of IPv4; all else is
    # special, and so are the blocks inside it that documentation uses.
    6: _merged(parse_range(text) for text in (
        "::-64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff", "64:ff9b:0:0:0:1::-1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::/32", "3fff::/20", "4000::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
}
_NON_PUBLIC_BELOW = {version: _Below(blocks) for version, blocks in NON_PUBLIC.items()}
