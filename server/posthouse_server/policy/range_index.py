"""Which of many ranges, each in force until some time, covers an address."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from posthouse_server.policy.networks import IPAddress, IPRange

_T = TypeVar("_T")
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
        entry = self.covering(client)
        if entry is None:
            return None
        expires_at = entry[1]
        return entry if expires_at is None or at < expires_at else None

    def covering(self, client: IPAddress) -> TimedRange | None:
        """Return the entry that covers the (normalised) client and lasts longest, whether or not it has ended; or None."""
        version = client.version
        starts = self._starts[version]
        if not starts:
            return None
        number = int(client)
        position = bisect_right(starts, number) - 1
        if position < 0 or self._ends[version][position] < number:
            return None
        return self._entries[version][position]


class CoverIndex(Generic[_T]):
    """All of many ranges that cover an address, found in O(log n) for each: a tree over the highest last addresses."""

    def __init__(self, items: Iterable[tuple[IPRange, _T]]) -> None:
        """Index the items by their ranges."""
        self._items: dict[int, list[tuple[IPRange, _T]]] = {4: [], 6: []}
        for item in items:
            self._items[item[0].version].append(item)
        self._trees: dict[int, list[int]] = {}
        for version, found in self._items.items():
            found.sort(key=lambda item: item[0].low)
            size = 1 << max(0, len(found) - 1).bit_length()
            tree = [-1] * size + [item[0].high for item in found] + [-1] * (size - len(found))
            for node in range(size - 1, 0, -1):
                tree[node] = max(tree[2 * node], tree[2 * node + 1])
            self._trees[version] = tree

    def __bool__(self) -> bool:
        """Return whether there is anything in it."""
        return any(self._items.values())

    def covering(self, client: IPAddress) -> Iterator[_T]:
        """Return the items whose range covers the (normalised) client, the ones that begin lowest first."""
        items, tree, number = self._items[client.version], self._trees[client.version], int(client)
        size = len(tree) // 2
        below = bisect_right(items, number, key=lambda item: item[0].low)
        nodes = [(1, 0, size)]
        while nodes:
            node, first, length = nodes.pop()
            if first >= below or tree[node] < number:
                continue
            if length == 1:
                yield items[first][1]
                continue
            half = length // 2
            nodes += [(2 * node + 1, first + half, half), (2 * node, first, half)]


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
