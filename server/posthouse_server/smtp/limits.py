"""How many recipients a login, a privileged range or a client has sent to within the last hour."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Generic, TypeVar

BUCKET_S = 300.0
_BUCKETS = 13  # twelve whole ones and the present one: never more than the limit within any sixty minutes
_KEYS = 20_000
_K = TypeVar("_K")


class Count:
    """The last hour of one key, in steps of five minutes."""

    __slots__ = ("_buckets", "_newest", "is_told", "total")

    def __init__(self, slot: int) -> None:
        """Begin with nothing."""
        self._buckets = [0] * _BUCKETS
        self._newest = slot
        self.total = 0
        self.is_told = False
        """Whether it was said that the limit is reached; a recipient that is admitted begins anew."""

    def turn(self, slot: int) -> None:
        """Empty the buckets that have become too old."""
        gone = slot - self._newest
        if gone <= 0:
            return
        if gone >= _BUCKETS:
            self._buckets = [0] * _BUCKETS
            self.total = 0
        else:
            for old in range(self._newest + 1, slot + 1):
                self.total -= self._buckets[old % _BUCKETS]
                self._buckets[old % _BUCKETS] = 0
        self._newest = slot

    def add(self, slot: int, number: int = 1) -> None:
        """Count; what lies before the newest that was counted may still be added, as long as it is within the hour."""
        if self._newest - slot < _BUCKETS:
            self._buckets[slot % _BUCKETS] += number
            self.total += number
        self.is_told = False


class HourlyCounts(Generic[_K]):
    """Counts by key over a sliding hour; its memory is bounded by forgetting the keys used least lately.

    Times are the caller's, in seconds of any clock that never goes back; a slot is such a time divided by BUCKET_S.
    """

    def __init__(self, keys: int = _KEYS) -> None:
        """Know at most so many keys."""
        self._keys = keys
        self._counts: OrderedDict[_K, Count] = OrderedDict()

    def __len__(self) -> int:
        """Return how many keys are known."""
        return len(self._counts)

    def of(self, key: _K, slot: int) -> Count:
        """Return the count of a key as it stands at a slot."""
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = Count(slot)
            if len(self._counts) > self._keys:
                self._counts.popitem(last=False)
        else:
            self._counts.move_to_end(key)
            count.turn(slot)
        return count

    def above(self, number: int, at: float) -> Iterator[tuple[_K, int]]:
        """Yield the keys with more than `number`, with how many."""
        slot = int(at // BUCKET_S)
        for key, count in list(self._counts.items()):
            count.turn(slot)
            if count.total > number:
                yield key, count.total
