"""Ranges of client addresses against naive arithmetic, and Python's own knowledge of public space."""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posthouse_server.policy.networks import IPRange, normalised, parse_client, parse_range
from posthouse_server.policy.range_index import RangeIndex, TimedRange

QUICK = settings(max_examples=200, deadline=None, derandomize=True, database=None)
NOW = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
EXPIRIES = st.sampled_from([None, NOW - timedelta(days=1), NOW - timedelta(microseconds=1), NOW,
                            NOW + timedelta(microseconds=1),
                            NOW + timedelta(days=1), datetime.max.replace(tzinfo=UTC)])
V4 = 10 << 24
V6 = 0x20010DB8 << 96


def _address(version: int, offset: int) -> IPv4Address | IPv6Address:
    return IPv4Address(V4 + offset) if version == 4 else IPv6Address(V6 + offset)


def _entry(version: int, first: int, length: int, expires_at: datetime | None) -> TimedRange:
    return TimedRange(IPRange(_address(version, first), _address(version, first + length)), expires_at,
                      f"{version}/{first}+{length}")


ENTRIES = st.lists(st.builds(_entry, st.sampled_from([4, 6]), st.integers(0, 30), st.integers(0, 12), EXPIRIES), max_size=8)


@pytest.mark.parametrize(("text", "first", "last"), [
    ("10.0.4.17", "10.0.4.17", "10.0.4.17"),
    (" 10.0.4.0/24 ", "10.0.4.0", "10.0.4.255"),
    ("10.0.4.0/255.255.255.0", "10.0.4.0", "10.0.4.255"),
    ("10.0.4.1 - 10.0.4.9", "10.0.4.1", "10.0.4.9"),
    ("10.0.*", "10.0.0.0", "10.0.255.255"),
    ("10.0.*.*", "10.0.0.0", "10.0.255.255"),
    ("*", "0.0.0.0", "255.255.255.255"),
    ("0.0.0.0/0", "0.0.0.0", "255.255.255.255"),
    ("2001:db8::/126", "2001:db8::", "2001:db8::3"),
    ("::ffff:10.0.4.17", "10.0.4.17", "10.0.4.17"),
    ("::ffff:10.0.4.0/120", "10.0.4.0", "10.0.4.255"),
    ("fe80::1%eth0", "fe80::1", "fe80::1"),
])
def test_ranges(text: str, first: str, last: str) -> None:
    assert parse_range(text) == IPRange(ip_address(first), ip_address(last))


@pytest.mark.parametrize("text", [
    "", "10", "10.0.4", "10.0.4.256", "10.0.4.017", "010.0.*", "256.*", "10.*.4", "10.0.0.0.*", "*.10", "10.0*", "10.0.4.1-9",
    "10.0.4.9-10.0.4.1",
    "10.0.4.1-2001:db8::1", "10.0.4.1/24", "10.0.4.0/33", "10.0.4.0/", "/24", "-", "10.0.4.1-", "::/95x", "2001:db8:*",
    "::fffe:0:0/95",
    "example.com", "10.0.4.1,10.0.4.2", "0x0a000001", "167772161", "1\u0660.0.*", "\u0661.*", "٣.0.0.1", "10.0.4.1\n10.0.4.2",
])
def test_no_ranges(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_range(text)
    assert "\n" not in str(caught.value)


@QUICK
@given(st.one_of(
    st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1)).map(lambda pair: IPRange(*map(IPv4Address, sorted(pair)))),
    st.tuples(st.integers(2**96, 2**128 - 1), st.integers(2**96, 2**128 - 1)).map(lambda pair: IPRange(*map(IPv6Address,
    sorted(pair)))),
    st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 32)).map(
        lambda pair: IPRange(IPv4Address(pair[0] >> pair[1] << pair[1]), IPv4Address(pair[0] | (1 << pair[1]) - 1)))))
def test_a_range_is_read_back_as_it_is_written(network: IPRange) -> None:
    assert parse_range(str(network)) == network


@QUICK
@given(st.lists(st.sampled_from(["0", "1", "7", "8", "10", "01", "128", "192", "255", "256", "٣"]), min_size=3, max_size=5),
       st.sampled_from(["", "/0", "/1", "/8", "/08", "/24", "/31", "/32", "/33", "/", "/٨"]))
def test_plain_ranges_are_read_as_python_reads_them(numbers: list[str], mask: str) -> None:
    text = ".".join(numbers) + mask
    try:
        expected = ip_network(text)
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            parse_range(text)
    else:
        assert parse_range(text) == IPRange(expected[0], expected[-1])


@QUICK
@given(ENTRIES)
def test_the_index_finds_what_a_scan_finds(entries: list[TimedRange]) -> None:
    index = RangeIndex(entries)
    for version in (4, 6):
        for offset in range(-1, 45):
            client = _address(version, offset)
            matching = [entry for entry in entries if client in set(_addresses(entry.network))
                        and (entry.expires_at is None or entry.expires_at > NOW)]
            found = index.find(client, NOW)
            assert (found in matching) if matching else found is None


def _addresses(network: IPRange) -> list[IPv4Address | IPv6Address]:
    kind = type(network.first)
    return [kind(number) for number in range(int(network.first), int(network.last) + 1)]


def test_the_ends_of_the_address_space_belong_to_it() -> None:
    index = RangeIndex([TimedRange(parse_range(text), None, text) for text in ("0.0.0.0/0", "::/0")])
    for text in ("0.0.0.0", "255.255.255.255", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"):
        assert index.find(ip_address(text), NOW)


def test_one_version_never_stands_for_the_other() -> None:
    index = RangeIndex([TimedRange(parse_range("0.0.0.0/0"), None, "all of IPv4")])
    assert index.find(ip_address("::a00:1"), NOW) is None
    assert ip_address("::a00:1") not in parse_range("0.0.0.0/0")
    assert not parse_range("0.0.0.0/0").overlaps(parse_range("::/0"))


@QUICK
@given(ENTRIES)
def test_overlaps(entries: list[TimedRange]) -> None:
    for one in entries:
        for other in entries:
            assert one.network.overlaps(other.network) == bool(set(_addresses(one.network)) & set(_addresses(other.network)))


EDGES = ["0.0.0.0", "1.0.0.0", "9.255.255.240", "10.0.0.0", "11.0.0.0", "100.63.255.250", "100.128.0.0", "126.255.255.250",
         "128.0.0.0",
         "169.253.255.250", "169.255.0.0", "172.15.255.250", "172.32.0.0", "192.0.1.250", "192.0.3.0", "192.167.255.250",
         "192.169.0.0",
         "198.17.255.250", "198.20.0.0", "198.51.99.250", "198.51.101.0", "203.0.112.250", "203.0.114.0", "223.255.255.250",
         "239.255.255.250"]


@QUICK
@given(st.sampled_from(EDGES), st.integers(-9, 9), st.integers(0, 40))
def test_public_addresses_are_counted_as_python_counts_them(edge: str, offset: int, length: int) -> None:
    first = max(0, int(IPv4Address(edge)) + offset)
    network = IPRange(IPv4Address(first), IPv4Address(first + length))
    expected = sum(address.is_global and not address.is_multicast for address in _addresses(network))
    assert network.public_count() == expected


@pytest.mark.parametrize(("text", "count"), [
    ("::1", 0), ("fc00::/7", 0), ("fe80::/10", 0), ("ff00::/8", 0), ("2001:db8::/32", 0), ("2000::/127", 2),
    ("1fff:ffff::/32", 0),
    ("3fff:ffff::/32", 2**96), ("4000::/127", 0), ("64:ff9b::/96", 2**32), ("64:ff9b:1::/48", 0), ("::/0",
    2**125 + 2**32 - 2**96 - 2**108),
    ("0.0.0.0/0", 3_702_258_688), ("10.0.*", 0),
])
def test_public_counts(text: str, count: int) -> None:
    assert parse_range(text).public_count() == count


@pytest.mark.parametrize(("text", "expected"), [
    ("::ffff:10.0.0.1", "10.0.0.1"), ("::FFFF:0a00:0001", "10.0.0.1"), ("fe80::1%3", "fe80::1"), (" 10.0.0.1 ", "10.0.0.1"),
    ("::10.0.0.1", "::a00:1"),
])
def test_clients(text: str, expected: str) -> None:
    assert str(parse_client(text)) == expected
    assert normalised(parse_client(text)) == parse_client(text)
