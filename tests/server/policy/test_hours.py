"""Hours of the week: how they are written, and when they hold."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.hours import DAYS, parse_hours

MONDAY = datetime(2026, 11, 23).astimezone()


@pytest.mark.parametrize(("text", "expected"), [
    ("mon-fri 08:00-18:00", "mon-fri 08:00-18:00"),
    ("Sat, Sun 9:00 - 24:00", "sat,sun 09:00-24:00"),
    ("fri 22:00-06:00", "fri 22:00-06:00"),
    ("sun-tue 00:00-24:00", "mon,tue,sun 00:00-24:00"),
    ("wed 12:00-12:00", "wed 12:00-12:00"),
])
def test_hours_are_read_and_written(text: str, expected: str) -> None:
    assert str(parse_hours(text)) == expected
    assert parse_hours(expected) == parse_hours(text)


@pytest.mark.parametrize("text", ["", "mon", "08:00-18:00", "mon 8-18", "mon 25:00-26:00", "mon 08:60-09:00", "day 08:00-09:00",
                                  "mon- 08:00-09:00", "mon 24:00-02:00"])
def test_nonsense_gives_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not hours of the week|no clock shows|begins at 24:00"):
        parse_hours(text)


@given(days=st.sets(st.sampled_from(range(7)), min_size=1), start=st.integers(0, 1439), length=st.integers(1, 1440),
       minute=st.integers(0, 7 * 1440 - 1))
def test_they_hold_from_the_start_up_to_the_end(days: set[int], start: int, length: int, minute: int) -> None:
    end = start + length if start + length <= 1440 else start + length - 1440
    hours = parse_hours(f"{','.join(DAYS[day] for day in days)} {start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}")
    inside = any((minute - day * 1440 - start) % (7 * 1440) < length for day in days)
    at = (MONDAY + timedelta(minutes=minute)).astimezone(UTC)
    assert hours.holds(at) is inside
