"""Exact sets of client addresses, IPv4 and IPv6 together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from posthouse_server.policy.networks import NON_PUBLIC, IPAddress, IPRange, normalised

_FIRST, _LAST = itemgetter(0), itemgetter(1)
_MANY_TIMES = 8
_BITS = {4: 32, 6: 128}
_Block = tuple[int, int]
"""The first and the last address, as numbers: a hundred thousand objects would take a second."""


class NetworkSet:
    """A set of addresses, kept as blocks in order, none of which touches another. It never changes."""

    def __init__(self, ranges: Iterable[IPRange] = ()) -> None:
        """Hold all addresses of some ranges; O(n log n)."""
        found: dict[int, list[_Block]] = {4: [], 6: []}
        for item in ranges:
            found[item.version].append((item.low, item.high))
        self._blocks = {version: _merged(blocks) for version, blocks in found.items()}

    @classmethod
    def everything(cls) -> NetworkSet:
        """Return the set of all addresses."""
        return _of({version: [(0, (1 << bits) - 1)] for version, bits in _BITS.items()})

    @property
    def ranges(self) -> tuple[IPRange, ...]:
        """Return the ranges in order, IPv4 first."""
        return tuple(IPRange.between(version, low, high) for version, blocks in self._blocks.items() for low, high in blocks)

    @property
    def first(self) -> IPAddress:
        """Return the lowest address; only where there is one."""
        version = 4 if self._blocks[4] else 6
        return IPRange.between(version, *self._blocks[version][0]).first

    @property
    def count(self) -> int:
        """Return the number of addresses."""
        return sum(sum(map(_LAST, blocks)) - sum(map(_FIRST, blocks)) + len(blocks) for blocks in self._blocks.values())

    def of_version(self, version: int) -> NetworkSet:
        """Return the IPv4 or the IPv6 part."""
        return _of({**dict.fromkeys(_BITS, _NOTHING), version: self._blocks[version]})

    def __iter__(self) -> Iterator[IPRange]:
        """Return the ranges in order."""
        return iter(self.ranges)

    def __bool__(self) -> bool:
        """Return whether there is any address in it."""
        return bool(self._blocks[4] or self._blocks[6])

    def __contains__(self, client: IPAddress) -> bool:
        """Return whether a client is in it."""
        client = normalised(client)
        blocks, number = self._blocks[client.version], int(client)
        position = bisect_right(blocks, number, key=_FIRST) - 1
        return position >= 0 and number <= blocks[position][1]

    def __eq__(self, other: object) -> bool:
        """Return whether the other holds the same addresses."""
        return isinstance(other, NetworkSet) and self._blocks == other._blocks

    def __hash__(self) -> int:
        """Return a hash over the blocks."""
        return hash((*self._blocks[4], *self._blocks[6]))

    def __or__(self, other: NetworkSet) -> NetworkSet:
        """Return what is in either."""
        return union((self, other))

    def __and__(self, other: NetworkSet) -> NetworkSet:
        """Return what is in both."""
        return _of({version: _common(self._blocks[version], other._blocks[version]) for version in _BITS})

    def __sub__(self, other: NetworkSet) -> NetworkSet:
        """Return what is in this and not in the other."""
        return _of({version: _common(self._blocks[version], _gaps((1 << bits) - 1, other._blocks[version]))
                    for version, bits in _BITS.items()})


def union(sets: Iterable[NetworkSet]) -> NetworkSet:
    """Return what is in any of many sets."""
    found = list(sets)
    return _of({version: _merged([block for item in found for block in item._blocks[version]]) for version in _BITS})


_NOTHING: list[_Block] = []


def _of(blocks: dict[int, list[_Block]]) -> NetworkSet:
    made = NetworkSet.__new__(NetworkSet)
    made._blocks = blocks
    return made


def _merged(blocks: list[_Block]) -> list[_Block]:
    blocks.sort()
    result: list[_Block] = []
    end = -2
    for low, high in blocks:
        if low > end + 1:
            result.append((low, high))
            end = high
        elif high > end:
            result[-1] = (result[-1][0], high)
            end = high
    return result


def _common(ours: list[_Block], theirs: list[_Block]) -> list[_Block]:
    if len(ours) > _MANY_TIMES * len(theirs):
        ours, theirs = theirs, ours
    if len(theirs) > _MANY_TIMES * len(ours):
        return [piece for block in ours for piece in _within(block, theirs)]
    result: list[_Block] = []
    one = other = 0
    while one < len(ours) and other < len(theirs):
        low, high = max(ours[one][0], theirs[other][0]), min(ours[one][1], theirs[other][1])
        if low <= high:
            result.append((low, high))
        if ours[one][1] < theirs[other][1]:
            one += 1
        else:
            other += 1
    return result


def _within(block: _Block, blocks: list[_Block]) -> list[_Block]:
    """Return the parts of many blocks that lie in one: nearly all of them are whole, and need no look."""
    low, high = block
    found = blocks[bisect_left(blocks, low, key=_LAST):bisect_right(blocks, high, key=_FIRST)]
    if found:
        found[0] = max(found[0][0], low), found[0][1]
        found[-1] = found[-1][0], min(found[-1][1], high)
    return found


def _gaps(last: int, blocks: list[_Block]) -> list[_Block]:
    result: list[_Block] = []
    begin = 0
    for low, high in blocks:
        if low > begin:
            result.append((begin, low - 1))
        begin = high + 1
    if begin <= last:
        result.append((begin, last))
    return result


PUBLIC = NetworkSet.everything() - NetworkSet(block for blocks in NON_PUBLIC.values() for block in blocks)
"""What can be reached from the Internet."""
