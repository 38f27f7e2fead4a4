"""What one client may do to all others: how many connections it holds. IPv6 clients count by /64."""

from __future__ import annotations

from collections import Counter
from ipaddress import IPv4Address, IPv6Address, IPv6Network

from posthouse_server.policy.networks import IPAddress, parse_client

_NETWORK_BITS = 64  # whoever has one IPv6 address has 2**64 of them
_NAT64 = int(IPv6Address("64:ff9b::")) >> 32
Key = int | tuple[int]


class Guard:
    """Counts the open connections of each client."""

    def __init__(self) -> None:
        """Know nobody."""
        self._connections: Counter[Key] = Counter()

    def enter(self, client: IPAddress) -> int:
        """Count a connection in; returns how many the client has now."""
        key = key_of(client)
        self._connections[key] += 1
        return self._connections[key]

    def leave(self, client: IPAddress) -> None:
        """Count a connection out."""
        key = key_of(client)
        self._connections[key] -= 1
        if self._connections[key] <= 0:
            del self._connections[key]


def key_of(client: IPAddress) -> Key:
    """Return what a (normalised) client is counted by: its IPv4 address, or its IPv6 network."""
    number = int(client)
    if not isinstance(client, IPv6Address):
        return number
    if number >> 32 == _NAT64:
        return number & 0xFFFFFFFF  # the IPv4 client behind the translator (RFC 6052)
    return (number >> _NETWORK_BITS,)


def text_of(key: Key) -> str:
    """Return how a key is written: 198.51.100.7 or 2001:db8::/64."""
    if isinstance(key, int):
        return str(IPv4Address(key))
    return str(IPv6Network((key[0] << _NETWORK_BITS, 128 - _NETWORK_BITS)))


def key_from(text: str) -> Key:
    """Return the key that is written so; raises ValueError."""
    return key_of(parse_client(text.partition("/")[0]))
