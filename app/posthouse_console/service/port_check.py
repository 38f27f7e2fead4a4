"""Whether this computer lets a program listen on a port: found out by doing it for a moment."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence
from enum import StrEnum

_FORBIDDEN = {errno.EACCES, errno.EPERM}
_TAKEN = {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)}


class PortState(StrEnum):
    """What came of it."""

    FREE = "free"
    OURS = "ours"
    IN_USE = "in_use"
    FORBIDDEN = "forbidden"
    UNUSABLE = "unusable"


def check_port(address: str, port: int, ours: Sequence[str] = ()) -> PortState:
    """Listen for a moment; `ours` are places such as 127.0.0.1:25 where our own server listens now."""
    if any(place.rpartition(":")[2] == str(port) for place in ours):
        return PortState.OURS
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        if exclusive is not None:  # Windows would let two programs share a port otherwise
            door.setsockopt(socket.SOL_SOCKET, exclusive, 1)
        else:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((address, port))
            door.listen(1)
        except OSError as error:
            if error.errno in _FORBIDDEN:  # Windows says so of a port that another program has for itself
                return PortState.IN_USE if os.name == "nt" else PortState.FORBIDDEN
            return PortState.IN_USE if error.errno in _TAKEN else PortState.UNUSABLE
    return PortState.FREE


def first_usable(address: str, ports: Sequence[int], ours: Sequence[str] = ()) -> int:
    """Return the first of these ports that can be listened on; the last one where none can."""
    usable = (PortState.FREE, PortState.OURS)
    return next((port for port in ports if check_port(address, port, ours) in usable), ports[-1])
