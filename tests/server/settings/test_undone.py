"""Taking a change of the settings back on top of later ones."""

import time

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.settings import Settings, is_undone, set_paths, undone
from posthouse_server.settings.document import entries_moved

_RANGES = st.lists(st.integers(0, 5), unique=True, max_size=4).map(
    lambda numbers: [{"range": f"10.0.{number}.0/24"} for number in numbers])
_VALUES = st.fixed_dictionaries({}, optional={
    "smtp.relay.enabled": st.booleans(), "smtp.relay.allow_local_sender_addresses": st.booleans(),
    "smtp.inbound.max_connections": st.integers(1, 4), "smtp.relay.privileged_ip_ranges": _RANGES,
    "smtp.delivery.retry_minutes": st.lists(st.integers(1, 3), min_size=1, max_size=3)})
_SETTINGS = _VALUES.map(lambda values: set_paths(Settings(), values))


@given(before=_SETTINGS, after=_SETTINGS)
def test_right_after_the_change_it_brings_back_what_was(before: Settings, after: Settings) -> None:
    assert undone(before, after, after) == before


@given(before=_SETTINGS, after=_SETTINGS, newest=_SETTINGS)
def test_taking_it_back_twice_changes_no_more(before: Settings, after: Settings, newest: Settings) -> None:
    once = undone(before, after, newest)
    assert undone(before, after, once) == once
    assert is_undone(before, after, once)
    assert is_undone(before, after, newest) == (once == newest)


@given(before=_SETTINGS, after=_SETTINGS, newest=_SETTINGS)
def test_what_differs_from_the_change_stays(before: Settings, after: Settings, newest: Settings) -> None:
    found = undone(before, after, newest).smtp
    for name in ("enabled", "allow_local_sender_addresses"):
        was, became, is_now = (getattr(one.smtp.relay, name) for one in (before, after, newest))
        assert getattr(found.relay, name) == (was if is_now == became else is_now)
    mine = set(after.smtp.relay.privileged_ip_ranges) - set(before.smtp.relay.privileged_ip_ranges)
    others = set(newest.smtp.relay.privileged_ip_ranges) - set(after.smtp.relay.privileged_ip_ranges)
    assert not mine & set(found.relay.privileged_ip_ranges)
    assert others <= set(found.relay.privileged_ip_ranges)


def test_a_hundred_thousand_entries_are_not_compared_each_with_each() -> None:
    many = [{"range": f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", "note": ""} for number in range(100_000)]
    started = time.perf_counter()
    assert entries_moved(many, [*many[:-1], {"range": "192.168.0.1", "note": ""}]) == (
        [{"range": "192.168.0.1", "note": ""}], [many[-1]])
    assert time.perf_counter() - started < 60, "each with each would take many minutes"
