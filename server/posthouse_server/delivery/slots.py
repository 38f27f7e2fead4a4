"""The deliveries that may run at the same time, shared by all destinations in turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from posthouse_server.live import Live


class Slots:
    """As many as the settings say at each moment."""

    def __init__(self, live: Live) -> None:
        """Begin with all of them free."""
        self._live = live
        self._taken = 0
        self._queue: deque[Callable[[], None]] = deque()

    @property
    def number(self) -> int:
        """Return how many there are."""
        return self._live.current.settings.smtp.outbound.max_deliveries

    def take(self, spread: Callable[[], None]) -> bool:
        """Take a slot, or queue up for one: then `spread` is called as soon as one is free."""
        if self._taken < self.number:
            self._taken += 1
            return True
        if spread not in self._queue:
            self._queue.append(spread)
        return False

    def give_back(self) -> None:
        """Let another delivery begin."""
        self._taken -= 1
        for _ in range(len(self._queue)):
            if self._taken >= self.number:
                return
            self._queue.popleft()()

    def are_wanted_by_others(self, spread: Callable[[], None]) -> bool:
        """Return whether whoever holds a slot should pass it on after this message."""
        return bool(self._queue) and (len(self._queue) > 1 or self._queue[0] != spread)
