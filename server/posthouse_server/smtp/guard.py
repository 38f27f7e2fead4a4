"""What one client may do to all others: how many connections it holds, and how often it has guessed a password."""

from __future__ import annotations

import itertools
from collections import Counter, OrderedDict
from dataclasses import dataclass
from ipaddress import IPv6Address

from posthouse_server.policy.networks import IPAddress

_WINDOW_S = 600.0
_FIRST_BAN_S = 60.0
_LONGEST_BAN_S = 24 * 3600.0
_REMEMBERED = 10_000
_FIRST_DELAY_S = 0.25
_LONGEST_DELAY_S = 5.0
_NETWORK_BITS = 64  # whoever has one IPv6 address has 2**64 of them

_NAT64 = int(IPv6Address("64:ff9b::")) >> 32
_LOOKED_AT = 100
Key = int | tuple[int]


@dataclass(slots=True)
class _Failures:
    first_at: float
    number: int = 0
    bans: int = 0
    banned_until: float = 0.0


class Guard:
    """Counts by client (IPv6: by /64). Times are the caller's, in seconds of any clock that never goes back."""

    def __init__(self) -> None:
        """Know nobody."""
        self._connections: Counter[Key] = Counter()
        self._failures: OrderedDict[Key, _Failures] = OrderedDict()

    def enter(self, client: IPAddress) -> int:
        """Count a connection in; returns how many the client has now."""
        key = _key(client)
        self._connections[key] += 1
        return self._connections[key]

    def leave(self, client: IPAddress) -> None:
        """Count a connection out."""
        key = _key(client)
        self._connections[key] -= 1
        if self._connections[key] <= 0:
            del self._connections[key]

    def login_failed(self, client: IPAddress, at: float, limit: int) -> float:
        """Note a wrong password; returns for how many seconds its reply shall be delayed.

        With the `limit`th failure within ten minutes (0: never) the client is banned: for a minute, and twice as long each
        time after that.
        """
        key = _key(client)
        found = self._failures.pop(key, None) or _Failures(at)
        if at - found.first_at > _WINDOW_S and at > found.banned_until:
            found.first_at, found.number = at, 0
        found.number += 1
        if limit and found.number >= limit and not client.is_loopback:
            found.banned_until = at + min(_FIRST_BAN_S * 2 ** min(found.bans, 20), _LONGEST_BAN_S)
            found.bans += 1
            found.first_at, found.number = at, 0
        self._failures[key] = found
        if len(self._failures) > _REMEMBERED:
            self._forget_one(at)
        return min(_FIRST_DELAY_S * 2.0 ** min((found.number or limit) - 1, 10), _LONGEST_DELAY_S)

    def _forget_one(self, at: float) -> None:
        """Forget the oldest that is not banned, or simply the oldest."""
        for key, found in itertools.islice(self._failures.items(), _LOOKED_AT):
            if found.banned_until <= at:
                del self._failures[key]
                return
        self._failures.popitem(last=False)

    def logged_in(self, client: IPAddress) -> None:
        """Forget the failures of a client that knows a password; how often it was banned stays known."""
        found = self._failures.get(_key(client))
        if found is not None:
            found.number = 0

    def ban_left_s(self, client: IPAddress, at: float) -> float:
        """Return for how many seconds the client is still banned; 0 if it is not."""
        found = self._failures.get(_key(client)) if self._failures else None
        return max(0.0, found.banned_until - at) if found is not None else 0.0


def _key(client: IPAddress) -> Key:
    number = int(client)
    if not isinstance(client, IPv6Address):
        return number
    if number >> 32 == _NAT64:
        return number & 0xFFFFFFFF  # the IPv4 client behind the translator (RFC 6052)
    return (number >> _NETWORK_BITS,)
