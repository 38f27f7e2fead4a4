"""The name of a client (PTR), asked where the settings say, or of the system."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import dns.exception
import dns.resolver
import dns.reversename

_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME), 11001, 11004}  # the last two: Windows


def name_of(client: str, servers: Sequence[str], timeout_s: float, port: int = 53) -> str:
    """Return the name of an address, "" where it has none; raises TimeoutError, OSError. The system can't be hurried."""
    if not servers:
        try:
            return socket.getnameinfo((client, 0), socket.NI_NAMEREQD)[0]
        except socket.gaierror as error:
            if error.errno in _NO_NAME:
                return ""
            raise
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = list(servers), port
    try:
        answer = resolver.resolve(dns.reversename.from_address(client), "PTR", lifetime=timeout_s)
    except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN):
        return ""
    except dns.exception.Timeout as error:
        raise TimeoutError(str(error)) from error
    except dns.exception.DNSException as error:
        raise OSError(str(error)) from error
    return str(next(iter(answer)).target).rstrip(".")
