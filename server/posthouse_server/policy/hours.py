"""Hours of the week in which something is in force, by the clock of this computer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from posthouse_server.words import tr

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_MINUTES = 24 * 60
_WEEK_MINUTES = 7 * _DAY_MINUTES
_TEXT = re.compile(r"([a-z,\- ]+?)\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Some days of the week, from one time of the day to another; an end at or before the start is on the next day."""

    days: tuple[int, ...]
    """0 is Monday."""
    start: int
    """Minutes since midnight."""
    end: int
    """Minutes since the midnight of the start; up to two days."""

    def holds(self, at: datetime) -> bool:
        """Return whether an aware time lies in these hours, by the local clock."""
        local = at.astimezone()
        minute = local.weekday() * _DAY_MINUTES + local.hour * 60 + local.minute
        return any((minute - day * _DAY_MINUTES - self.start) % _WEEK_MINUTES < self.end - self.start for day in self.days)

    def __str__(self) -> str:
        """Return the form that is read again."""
        end = self.end if self.end <= _DAY_MINUTES else self.end - _DAY_MINUTES
        return f"{_days_text(self.days)} {_clock(self.start)}-{_clock(end)}"


@lru_cache(maxsize=1000)
def parse_hours(text: str) -> WeeklyHours:
    """Parse `mon-fri 08:00-18:00`, `sat,sun 10:00-24:00` or `fri 22:00-06:00`; raises ValueError with a sentence."""
    found = _TEXT.fullmatch(text.strip().lower())
    days = _days(found[1]) if found else ()
    if not found or not days:
        raise ValueError(tr("{text!r} is not hours of the week such as mon-fri 08:00-18:00", text=text))
    start, end = (_minutes(found[part], found[part + 1], text) for part in (2, 4))
    if start == _DAY_MINUTES:
        raise ValueError(tr("{text!r} begins at 24:00; write 00:00 of the next day", text=text))
    return WeeklyHours(days, start, end if end > start else end + _DAY_MINUTES)


def _minutes(hours: str, minutes: str, text: str) -> int:
    found = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or found > _DAY_MINUTES:
        raise ValueError(tr("{text!r} has a time that no clock shows; times go from 00:00 to 24:00", text=text))
    return found


def _days(text: str) -> tuple[int, ...]:
    found: set[int] = set()
    for part in text.replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        last = last if dash else first
        if first not in DAYS or last not in DAYS:
            return ()
        begin, length = DAYS.index(first), (DAYS.index(last) - DAYS.index(first)) % 7
        found.update((begin + step) % 7 for step in range(length + 1))
    return tuple(sorted(found))


def _days_text(days: tuple[int, ...]) -> str:
    is_row = len(days) > 2 and days[-1] - days[0] == len(days) - 1
    return f"{DAYS[days[0]]}-{DAYS[days[-1]]}" if is_row else ",".join(DAYS[day] for day in days)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
