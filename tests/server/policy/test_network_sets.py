"""Sets of addresses against the plain sets of numbers that they stand for."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.network_sets import PUBLIC, NetworkSet, union
from posthouse_server.policy.networks import IPRange, parse_client

LAST = 300
BLOCKS = st.lists(st.tuples(st.integers(0, LAST), st.integers(0, 40)), max_size=25)


def _set(blocks: list[tuple[int, int]], version: int = 4) -> tuple[NetworkSet, set[int]]:
    ranges = [IPRange.between(version, low, low + length) for low, length in blocks]
    return NetworkSet(ranges), {number for low, length in blocks for number in range(low, low + length + 1)}


def _numbers(found: NetworkSet) -> set[int]:
    return {number for item in found.ranges for number in range(item.low, item.high + 1)}


@given(ours=BLOCKS, theirs=BLOCKS)
def test_they_are_sets(ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> None:
    (one, numbers), (other, others) = _set(ours), _set(theirs)
    assert _numbers(one) == numbers
    assert one.count == len(numbers)
    assert _numbers(one | other) == numbers | others
    assert _numbers(one & other) == numbers & others
    assert _numbers(one - other) == numbers - others
    assert union([one, other]) == one | other
    assert bool(one) == bool(numbers)
    if numbers:
        assert int(one.first) == min(numbers)


@given(blocks=BLOCKS)
def test_the_blocks_are_in_order_and_apart(blocks: list[tuple[int, int]]) -> None:
    ranges = _set(blocks)[0].ranges
    assert all(before.high + 1 < after.low for before, after in pairwise(ranges))


def test_the_two_versions_do_not_mix() -> None:
    four, six = _set([(1, 5)])[0], _set([(1, 5)], 6)[0]
    assert not four & six
    assert (four | six).count == 12
    assert (four | six).of_version(6) == six
    assert (NetworkSet.everything() - four).count == 2**32 + 2**128 - 6


def test_what_is_public() -> None:
    assert parse_client("8.8.8.8") in PUBLIC
    assert parse_client("2a00::1") in PUBLIC
    assert not any(parse_client(text) in PUBLIC for text in ("10.0.0.1", "127.0.0.1", "192.168.3.4", "fe80::1", "198.51.100.7"))
