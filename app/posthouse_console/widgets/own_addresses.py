"""The addresses on which a listener can listen, in words."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import psutil

from posthouse_server.words import tr

_MOST = 12
_EVERYWHERE = (
    ("0.0.0.0", tr("All IPv4 addresses (0.0.0.0)")),  # noqa: S104 - offered; the default is loopback
    ("::", tr("All IPv6 addresses (::)")),
    ("127.0.0.1", tr("This computer only (127.0.0.1)")),
    ("::1", tr("This computer only, IPv6 (::1)")),
)


def offered_addresses() -> list[tuple[str, str]]:
    """Return pairs of address and words: the general ones, then this computer's own."""
    general = {address for address, _words in _EVERYWHERE}
    return [*_EVERYWHERE, *(pair for pair in own_addresses() if pair[0] not in general)]


def own_addresses() -> list[tuple[str, str]]:
    """Return pairs of address and words: those that this computer has now."""
    own = [(entry.address, f"{entry.address} ({name})")
           for name, entries in psutil.net_if_addrs().items() for entry in entries
           if entry.family in (socket.AF_INET, socket.AF_INET6)
           and not entry.address.lower().startswith("fe80")]  # a link-local one needs its zone, which settings can't hold
    return sorted(own, key=lambda pair: ":" in pair[0])[:_MOST]


def lan_addresses() -> list[str]:
    """Return the IPv4 addresses under which other computers can reach this one, those of private networks first."""
    found = [entry.address for entries in psutil.net_if_addrs().values() for entry in entries
             if entry.family == socket.AF_INET and not entry.address.startswith(("127.", "169.254."))]
    return sorted(dict.fromkeys(found), key=lambda address: ip_address(address).is_global)
