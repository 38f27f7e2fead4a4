"""When hours of the week begin next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from posthouse_server.policy.hours import WeeklyHours, parse_hours

_DAYS = 15
_STEP = timedelta(minutes=30)


def next_opening(hours: Sequence[str], at: datetime) -> datetime | None:
    """Return the first time from `at` on that lies in any of these hours (none: always); None if there is none for weeks."""
    parsed = [parse_hours(text) for text in hours]
    if not parsed or any(item.holds(at) for item in parsed):
        return at
    later = sorted(time for time in _candidates(parsed, at) if time > at)
    return next((time for time in later if any(item.holds(time) for item in parsed)), None)


def _candidates(parsed: Sequence[WeeklyHours], at: datetime) -> Iterator[datetime]:
    """Return all beginnings of the hours, and each half hour, at which a clock may be put forward over a beginning."""
    today: date = at.astimezone().date()
    for offset in range(-1, _DAYS):
        midnight = datetime.combine(today + timedelta(days=offset), datetime.min.time())
        yield from ((midnight + timedelta(minutes=item.start)).astimezone(UTC) for item in parsed)
    whole = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    yield from (whole + step * _STEP for step in range(_DAYS * 48))
