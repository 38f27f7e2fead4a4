"""What the checks of Diagnose are given: a status, and DNS of the test's own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import dns.resolver

from harness.outgoing import DnsServer
from posthouse_server import __version__
from posthouse_server.control import Status
from posthouse_server.diagnose.subject import Subject
from posthouse_server.store.nodes import Node, NodeState

Change = Callable[..., Subject]


def running(*places: str, **fields: Any) -> Status:
    """Return the status of a server that listens at these places."""
    now = datetime.now(UTC)
    node = Node("test", 4711, 0.0, NodeState.RUNNING, now - timedelta(hours=2), now, places, 3, version=__version__)
    node = replace(node, **fields)
    return Status(node.state, node, node.last_error)


def asking(server: DnsServer) -> Callable[[Sequence[str]], dns.resolver.Resolver]:
    """Return what makes resolvers that ask a server of the test alone."""
    def resolve(_servers: Sequence[str]) -> dns.resolver.Resolver:
        theirs = server.resolver()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port, resolver.timeout = list(theirs.nameservers), theirs.port, theirs.timeout
        return resolver

    return resolve
