"""Spans of time and days of the week as they are typed: 90m, 24h, for 7 days, friday 18:00."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_SPAN = re.compile(r"(?:for\s+)?(\d{1,6})\s*(m|h|d|minutes?|hours?|days?)")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"(?:until\s+)?({'|'.join((*_DAYS, *(day[:3] for day in _DAYS)))})\s+(\d\d?):(\d\d)")
_LONGEST = timedelta(days=36_500)  # a calendar ends, and nobody means more
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def parse_span(text: str) -> timedelta | None:
    """Return the span, which may be zero; None where the text is none."""
    found = _SPAN.fullmatch(text.strip().lower())
    span = timedelta(**{_UNITS[found[2][0]]: int(found[1])}) if found else None
    return None if span is None or span > _LONGEST else span


def parse_weekday(text: str, at: datetime) -> datetime | None:
    """Return the next `friday 18:00` after an aware time, by the local clock, in UTC; None where the text is none."""
    found = _WEEKDAY.fullmatch(text.strip().lower())
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    local = at.astimezone()
    wanted = next(number for number, day in enumerate(_DAYS) if day.startswith(found[1]))
    for days in ((wanted - local.weekday()) % 7, (wanted - local.weekday()) % 7 + 7):
        day = local.replace(tzinfo=None) + timedelta(days=days)  # the offset is that of the day itself: summer time may begin
        end = day.replace(hour=int(found[2]), minute=int(found[3]), second=0, microsecond=0).astimezone(UTC)
        if end > at:
            return end
    return None
