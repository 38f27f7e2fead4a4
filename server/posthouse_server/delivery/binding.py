"""The address of this computer that connections to other servers come from."""

from __future__ import annotations

import socket
from collections.abc import Sequence

from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.words import printable
from posthouse_server.policy.networks import parse_client


def check_binding(address: str) -> None:
    """Raise TransientFailure (ours: nothing is given up for it) where this computer does not have the address now."""
    if not address:
        return
    family = socket.AF_INET if parse_client(address).version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.bind((address, 0))
    except OSError as error:
        raise TransientFailure(
            f"451 4.4.1 Outgoing mail is bound to {address}, and this computer can't send from there "
            f"({printable(error.strerror or str(error))}); see SMTP Properties, Outbound, Outbound IP binding",
            is_ours=True) from error


def fitting(addresses: Sequence[str], bind_address: str, host: str) -> Sequence[str]:
    """Return the addresses of a host that can be reached from there; raises TransientFailure if there is none."""
    if not bind_address:
        return addresses
    version = parse_client(bind_address).version
    found = [address for address in addresses if parse_client(address).version == version]
    if not found:
        raise TransientFailure(f"451 4.4.1 {host} has no IPv{version} address, and outgoing mail is bound to {bind_address}")
    return found
