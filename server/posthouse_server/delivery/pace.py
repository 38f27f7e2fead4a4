"""How many messages a minute a destination gets: evenly, since others count in windows that nobody knows."""

from __future__ import annotations


class Pace:
    """Knows when the next message for one destination may go; all times are the loop's."""

    def __init__(self, per_minute: int = 0) -> None:
        """Let the first go at once."""
        self.per_minute = per_minute
        """The limit in force, 0 for none."""
        self._next = 0.0
        self._booked = 0.0

    def wait_s(self, at: float) -> float:
        """Return how long the next message must wait."""
        return max(0.0, self._next - at) if self.per_minute else 0.0

    def take(self, at: float) -> None:
        """Let a message go."""
        if self.per_minute:
            self._next = max(self._next, at) + 60.0 / self.per_minute

    def book(self, at: float, before: int) -> float:
        """Return in how many seconds a message has its turn that stands behind so many others, and all that were booked."""
        interval = 60.0 / max(1, self.per_minute)
        self._booked = max(self._booked, max(self._next, at) + before * interval) + interval
        return self._booked - at
