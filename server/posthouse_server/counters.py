"""Running totals of a server; changed on the event loop only."""

from __future__ import annotations

from dataclasses import dataclass

from posthouse_server.store.nodes import Counters


@dataclass(slots=True)
class Totals:
    """Numbers since the start."""

    connections: int = 0
    connections_now: int = 0
    accepted: int = 0
    refused: int = 0
    delivered: int = 0
    deferred: int = 0
    bounced: int = 0

    def snapshot(self, queue: int) -> Counters:
        """Return the numbers as the node row holds them; queue is the number of waiting recipients."""
        return Counters(self.connections, self.connections_now, self.accepted, self.refused, self.delivered,
                        self.deferred, self.bounced, queue)
