"""What is left of a range of addresses when one of them is taken out."""

from __future__ import annotations

from posthouse_server.policy.networks import IPAddress, IPRange


def range_without(network: IPRange, client: IPAddress) -> tuple[str, ...]:
    """Return the ranges, at most two and as text, which hold all addresses of the range but the client's."""
    if client not in network:
        return (str(network),)
    at = int(client)
    return tuple(str(IPRange.between(network.version, low, high))
                 for low, high in ((network.low, at - 1), (at + 1, network.high)) if low <= high)
