"""Ends of an entry that people name: for two hours, until Friday evening."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from posthouse_server.words import tr

_EVENING = 18
_FRIDAY = 4


def presets(at: datetime) -> list[tuple[str, datetime | None]]:
    """Return captions and ends after an aware time, in UTC; None is for ever. What has gone by is left out."""
    local = at.astimezone()
    today = _evening(local, 0)
    found: list[tuple[str, datetime | None]] = [(tr("For 2 &hours"), at + timedelta(hours=2))]
    if today > at:
        found.append((tr("Until &today {hour}:00", hour=_EVENING), today))
    friday = _evening(local, (_FRIDAY - local.weekday()) % 7)
    if friday <= at:
        friday = _evening(local, 7)
    return [*found, (tr("Until &Friday {hour}:00", hour=_EVENING), friday), (tr("For &ever"), None)]


def _evening(local: datetime, days: int) -> datetime:
    """Return that evening by the local clock, also across a change to summer time."""
    day = local.replace(tzinfo=None) + timedelta(days=days)
    return day.replace(hour=_EVENING, minute=0, second=0, microsecond=0).astimezone().astimezone(UTC)
