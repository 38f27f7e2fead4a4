"""A range without one of its addresses holds all others, and that one no more."""

from __future__ import annotations

from ipaddress import ip_address

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.networks import IPAddress, IPRange, parse_range
from posthouse_server.policy.range_parts import range_without

addresses = st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6).filter(lambda item: item.ipv4_mapped is None))


@given(low=addresses, length=st.integers(0, 300), offset=st.integers(-3, 303))
def test_only_the_address_is_taken_out(low: IPAddress, length: int, offset: int) -> None:
    most = (1 << (32 if low.version == 4 else 128)) - 1
    whole = IPRange.between(low.version, int(low), min(int(low) + length, most))
    number = max(0, min(int(low) + offset, most))
    client = ip_address(number) if low.version == 4 else type(low)(number)
    parts = [parse_range(text) for text in range_without(whole, client)]
    assert len(parts) <= 2
    assert not any(client in part for part in parts)
    assert sum(part.count for part in parts) == whole.count - (client in whole)
    assert all(whole.low <= part.low and part.high <= whole.high for part in parts)
