"""How many messages a minute a destination gets: evenly, since others count in windows that nobody knows."""

from __future__ import annotations

_MOST_BOOKED = 10_000
"""So many messages keep their turn when they come back early; others get a new one."""


class Pace:
    """Knows when the next message for one destination may go; all times are the loop's."""

    def __init__(self, per_minute: int = 0) -> None:
        """Let the first go at once."""
        self.per_minute = per_minute
        """The limit in force, 0 for none."""
        self._next = 0.0
        self._booked = 0.0
        self._turns: dict[str, float] = {}

    def wait_s(self, at: float) -> float:
        """Return how long the next message must wait."""
        return max(0.0, self._next - at) if self.per_minute else 0.0

    def take(self, at: float, message_id: str = "") -> None:
        """Let a message go."""
        self._turns.pop(message_id, None)
        if self.per_minute:
            self._next = max(self._next, at) + 60.0 / self.per_minute

    def book(self, at: float, before: int, message_id: str = "") -> float:
        """Return in how many seconds a message has its turn that stands behind so many others, and all that were booked.

        One that comes back before its turn keeps it.
        """
        if (turn := self._turns.get(message_id, 0.0)) > at:
            return turn - at
        interval = 60.0 / max(1, self.per_minute)
        self._booked = max(self._booked, max(self._next, at) + before * interval) + interval
        while self._turns and next(iter(self._turns.values())) <= at:
            del self._turns[next(iter(self._turns))]
        if message_id and len(self._turns) < _MOST_BOOKED:
            self._turns[message_id] = self._booked
        return self._booked - at
