"""When a failed attempt is repeated: as scheduled, never after the lifetime, and always at its end."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.delivery.schedule import next_attempt
from posthouse_server.settings.schema import Delivery

START = datetime(2026, 1, 1, tzinfo=UTC)
_SETTINGS = st.builds(Delivery, retry_minutes=st.lists(st.integers(1, 100_000), min_size=1, max_size=4).map(tuple),
                      lifetime_hours=st.integers(1, 10_000))


def test_the_usual_schedule() -> None:
    at, times = START, []
    for failed in range(1, 8):
        after = next_attempt(Delivery(), failed, START, at)
        assert after is not None
        times.append(int((after - at).total_seconds() // 60))
        at = after
    assert times == [15, 30, 60, 240, 240, 240, 240]


@given(settings=_SETTINGS, failed=st.integers(1, 1000), age=st.timedeltas(timedelta(0), timedelta(hours=20_000)))
def test_the_next_attempt_lies_ahead_and_within_the_lifetime(settings: Delivery, failed: int, age: timedelta) -> None:
    end = START + timedelta(hours=settings.lifetime_hours)
    after = next_attempt(settings, failed, START, START + age)
    if START + age >= end:
        assert after is None
    else:
        assert after is not None
        assert START + age < after <= end
        wait = settings.retry_minutes[min(failed, len(settings.retry_minutes)) - 1]
        assert after == end or after == START + age + timedelta(minutes=wait)


@given(settings=st.builds(Delivery, retry_minutes=st.lists(st.integers(10, 1000), min_size=1, max_size=4).map(tuple),
                          lifetime_hours=st.integers(1, 100)))
def test_every_message_comes_to_an_end_with_a_last_try_at_its_lifetime(settings: Delivery) -> None:
    at, failed = START, 1
    while (after := next_attempt(settings, failed, START, at)) is not None:
        assert after > at
        at, failed = after, failed + 1
    assert at == START + timedelta(hours=settings.lifetime_hours)
