"""The addresses on which the server can be reached, as domain literals name them."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import psutil

from posthouse_server.settings.schema import Listener

_MOST = 4
MADE_UP = "192.0.2.25"
"""An address for documentation, which no server has."""


def literals(listeners: Iterable[Listener]) -> tuple[str, ...]:
    """Return domain literals: of each address that a listener has (the first few), of loopback and of a made-up one.

    Blocks: the system is asked for its interfaces.
    """
    found: dict[str, None] = {}
    for listener in listeners:
        address = ipaddress.ip_address(listener.address)
        own = _of_this_computer(address.version) if address.is_unspecified else [address]
        found.update(dict.fromkeys(map(_literal, own)))
    return tuple(dict.fromkeys((*list(found)[:_MOST], "[127.0.0.1]", f"[{MADE_UP}]")))


def _of_this_computer(version: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """Return the addresses of this computer, those that others reach first."""
    family = socket.AF_INET if version == 4 else socket.AF_INET6
    found = [ipaddress.ip_address(entry.address.partition("%")[0]) for entries in psutil.net_if_addrs().values()
             for entry in entries if entry.family == family]
    return sorted((item for item in found if not item.is_link_local), key=lambda item: (item.is_loopback, int(item)))


def _literal(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    return f"[{address}]" if address.version == 4 else f"[IPv6:{address}]"
