"""Which of many ranges, each in force until some time, covers an address."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from posthouse_server.policy.networks import IPAddress, IPRange

_FOR_EVER_S = datetime.max.replace(tzinfo=UTC).timestamp()


class TimedRange(NamedTuple):
    """A range with the time until which it is in force (None: for ever) and the text that names it."""

    network: IPRange
    expires_at: datetime | None
    name: str


_Entry = tuple[int, int, TimedRange]
"""The first and the last address as numbers, and the entry they are of."""


class RangeIndex:
    """Many timed ranges, searched in O(log n): for each stretch of addresses the entry that lasts longest."""

    def __init__(self, entries: Iterable[TimedRange]) -> None:
        """Index the entries; their order does not matter."""
        self._starts: dict[int, list[int]] = {4: [], 6: []}
        self._ends: dict[int, list[int]] = {4: [], 6: []}
        self._entries: dict[int, list[TimedRange]] = {4: [], 6: []}
        numbered: dict[int, list[_Entry]] = {4: [], 6: []}
        for entry in entries:
            network = entry[0]
            numbered[network.version].append((network.low, network.high, entry))
        for version, found in numbered.items():
            found.sort(key=itemgetter(0))
            self._build(version, found)

    def _build(self, version: int, entries: list[_Entry]) -> None:
        """Take over what overlaps nothing, as nearly all of a long list does; divide what does overlap into stretches."""
        starts, ends, found = self._starts[version], self._ends[version], self._entries[version]
        position, number = 0, len(entries)
        while position < number:
            low, high, entry = entries[position]
            behind = position + 1
            while behind < number and entries[behind][0] <= high:
                high = max(high, entries[behind][1])
                behind += 1
            if behind == position + 1:
                starts.append(low)
                ends.append(high)
                found.append(entry)
            else:
                for stretch in _stretches(entries[position:behind]):
                    starts.append(stretch[0])
                    ends.append(stretch[1])
                    found.append(stretch[2])
            position = behind

    def find(self, client: IPAddress, at: datetime) -> TimedRange | None:
        """Return an entry that covers the (normalised) client and is in force at that time, or None."""
        version = client.version
        starts = self._starts[version]
        if not starts:
            return None
        number = int(client)
        position = bisect_right(starts, number) - 1
        if position < 0 or self._ends[version][position] < number:
            return None
        entry = self._entries[version][position]
        expires_at = entry[1]
        return entry if expires_at is None or at < expires_at else None


def _stretches(entries: list[_Entry]) -> list[_Entry]:
    """Sweep over all first addresses and the addresses just behind a last one, keeping the open entries in a heap."""
    edges = sorted({first for first, _, _ in entries} | {last + 1 for _, last, _ in entries})
    found: list[_Entry] = []
    heap: list[tuple[float, int]] = []
    next_entry = 0
    for edge, next_edge in pairwise(edges):
        while next_entry < len(entries) and entries[next_entry][0] == edge:
            lasts_until = entries[next_entry][2].expires_at
            heapq.heappush(heap, (-_FOR_EVER_S if lasts_until is None else -lasts_until.timestamp(), next_entry))
            next_entry += 1
        while heap and entries[heap[0][1]][1] < edge:
            heapq.heappop(heap)
        if heap:
            found.append((edge, next_edge - 1, entries[heap[0][1]][2]))
    return found
