"""Who attacks: addresses that nobody has, and ones that Access Control admits and no privileged range names.

The settings choose whom to be, so that no test is green for want of an attacker; what comes of it they don't say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice

from posthouse_server.policy.exposure_ways import outsiders
from posthouse_server.policy.network_sets import PUBLIC, NetworkSet
from posthouse_server.policy.networks import IPAddress, IPRange, parse_range
from posthouse_server.settings.schema import AccessMode, PrivilegedRange, Settings
from posthouse_server.words import tr

VERSIONS = (4, 6)
_MOST_NEIGHBOURS = 4
_DOCUMENTATION = NetworkSet(map(parse_range, ("198.51.100.0/24", "2001:db8::/32")))
_NO_CLIENTS = NetworkSet(map(parse_range, ("0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/3", "::/127", "ff00::/8")))
"""This computer itself, and addresses that no connection can come from."""
_PRIVATE = NetworkSet(map(parse_range, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))


@dataclass(frozen=True, slots=True)
class Stranger:
    """An address to attack from, and what kind of address it is, in words."""

    address: str
    kind: str


def documented() -> Iterator[tuple[str, str]]:
    """Yield pairs of addresses that are kept for documentation: nobody has them."""
    for number in count(1):
        yield f"198.51.100.{(number - 1) % 254 + 1}", f"2001:db8:{number:x}::1"


class Choice:
    """The strangers that fit one revision; O(n log n) for n privileged ranges, so it blocks a little."""

    def __init__(self, settings: Settings, at: datetime) -> None:
        """Look at what is in force at a time."""
        relay, control = settings.smtp.relay, settings.smtp.inbound.access_control
        listed = NetworkSet(map(parse_range, control.ranges))
        admitted = outsiders() - listed if control.mode is AccessMode.BANNED else outsiders() & listed
        in_force = [item for item in relay.privileged_ip_ranges if relay.allow_privileged_ip_ranges and not _ended(item, at)]
        self._free = admitted - NetworkSet(item.network for item in in_force) - _NO_CLIENTS
        self._privileged = relay.privileged_ip_ranges
        self._in_force = in_force

    def admitted(self, version: int) -> Stranger | None:
        """Return one whom Access Control lets in, of the Internet if there is any such; None where there is nobody."""
        free = (self._free - _DOCUMENTATION).of_version(version)
        for found, kind in ((free & PUBLIC, tr("public address")), (free & _PRIVATE, tr("private address")), (free, _OTHER)):
            if found:
                return Stranger(_somebody(found), kind)
        return None

    def others(self) -> tuple[Stranger, ...]:
        """Return one of each kind of stranger, and those next to the first few privileged ranges; at most ten."""
        found: dict[str, Stranger] = {}
        for network, kind in ((PUBLIC, tr("public address")), (_PRIVATE, tr("private address"))):
            for version in VERSIONS:
                if here := (self._free & network).of_version(version):
                    found.setdefault(address := _somebody(here), Stranger(address, kind))
        for neighbour in islice(self._neighbours(), _MOST_NEIGHBOURS):
            found.setdefault(str(neighbour), Stranger(str(neighbour), tr("neighbour of a privileged IP range")))
        for item in self._privileged:
            idle = self._free & NetworkSet((item.network,))
            if idle:
                kind = tr("in a privileged IP range that is not in force")
                found.setdefault(str(idle.first), Stranger(str(idle.first), kind))
                break
        return tuple(found.values())

    def _neighbours(self) -> Iterator[IPAddress]:
        for item in self._in_force[:_MOST_NEIGHBOURS]:
            network = item.network
            for number in (network.low - 1, network.high + 1):
                if 0 <= number < 1 << (32 if network.version == 4 else 128):
                    address = IPRange.between(network.version, number, number).first
                    if address in self._free:
                        yield address


_OTHER = tr("other address")


def _somebody(network: NetworkSet) -> str:
    """Return an address of a set that is not empty; one that looks like a computer's, where there is one."""
    first = network.first
    return str(first + 1 if first + 1 in network else first)


def _ended(item: PrivilegedRange, at: datetime) -> bool:
    return item.expires_at is not None and item.has_ended(at)
