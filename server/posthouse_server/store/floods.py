"""Floods of equal refusals: the first few get rows of their own, all that follow are counted in one row."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from time import monotonic

_KEYS = 10_000


class Flood:
    """The row that stands for many refusals; counted by one thread, written by another."""

    __slots__ = ("id", "is_queued", "number")

    def __init__(self, id_: str) -> None:
        """Begin with the refusal that the row was made for."""
        self.id = id_
        self.number = 1
        self.is_queued = False
        """Whether the writer will look at it anyway."""


class _Window:
    __slots__ = ("flood", "seen", "until")

    def __init__(self, until: float) -> None:
        self.until = until
        self.seen = 0
        self.flood: Flood | None = None


class FloodGate:
    """Counts refusals by key in windows of time; the memory it takes is bounded by forgetting the keys seen least lately."""

    def __init__(self, rows_of_their_own: int, window_s: float, clock: Callable[[], float] = monotonic) -> None:
        """So many refusals of a key get rows of their own in a window; the next one's row counts all that follow."""
        self._rows_of_their_own = rows_of_their_own
        self._window_s = window_s
        self._clock = clock
        self._windows: OrderedDict[Hashable, _Window] = OrderedDict()

    def flood(self, key: Hashable) -> Flood | None:
        """Return the row that counts this refusal, counted already; None: it shall have one of its own (see `admit`)."""
        window = self._windows.get(key)
        if window is None or window.flood is None or self._clock() >= window.until:
            return None
        self._windows.move_to_end(key)
        window.flood.number += 1
        return window.flood

    def admit(self, key: Hashable, row: Flood) -> None:
        """Note a refusal that gets a row of its own; the last of a window's becomes the row that counts what follows.

        A flood that goes on goes from one counted row to the next, without rows of their own between.
        """
        at = self._clock()
        window = self._windows.get(key)
        if window is None or at >= window.until:
            goes_on = window is not None and window.flood is not None and at < window.until + self._window_s
            window = self._windows[key] = _Window(at + self._window_s)
            window.seen = self._rows_of_their_own if goes_on else 0
            if len(self._windows) > _KEYS:
                self._windows.popitem(last=False)
        self._windows.move_to_end(key)
        if window.seen >= self._rows_of_their_own:
            window.flood = row
        window.seen += 1
