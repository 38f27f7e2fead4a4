"""A clock that stands still, so that a picture taken twice is the same picture."""

from __future__ import annotations

import datetime as module
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

NOW = datetime(2026, 5, 13, 10, 0, tzinfo=UTC)
"""A Wednesday: the time at which all pictures are taken."""


class _AnyDatetime(type):
    """What C code makes is of the class that stood there before, and must count as well."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, datetime)

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, datetime)


class FixedDatetime(datetime, metaclass=_AnyDatetime):
    """Says always the time that it was set to."""

    shown = NOW

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        """Return the time that the clock shows."""
        return cls.fromtimestamp(cls.shown.timestamp(), tz)


def install() -> None:
    """Stop the clock of this process: before anything is imported that asks for the time."""
    module.datetime = FixedDatetime  # type: ignore[misc]


def set_back(days: float = 0, hours: float = 0, minutes: float = 0) -> datetime:
    """Let the clock show a time before NOW, and return it."""
    FixedDatetime.shown = NOW - timedelta(days=days, hours=hours, minutes=minutes)
    return FixedDatetime.shown
