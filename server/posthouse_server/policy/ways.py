"""One way to relay without a password, and the request that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from posthouse_server.policy.network_sets import NetworkSet
from posthouse_server.policy.networks import IPAddress


class WayKind(StrEnum):
    """Why somebody can relay without a password."""

    PRIVILEGED_RANGE = "privileged_range"
    LOCAL_SENDER = "local_sender"
    LOAD_BALANCER = "load_balancer"


@dataclass(frozen=True, slots=True)
class Witness:
    """A request without a login that relays."""

    client: IPAddress
    sender: str
    recipient: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Way:
    """Clients that can relay without a password for the same reason under the same condition."""

    kind: WayKind
    networks: NetworkSet
    public: int
    private: int
    names: tuple[str, ...]
    """The entries of the list in question, as they are written there; for LOCAL_SENDER an address that serves."""
    condition: str
    """When or for whom only, such as "mon-fri 08:00-18:00"; empty for always."""
    witness: Witness
    sentence: str
    hours: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    until: datetime | None = None
    """When the last entry ends; None if one lasts for ever."""
