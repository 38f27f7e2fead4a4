"""When a failed attempt is repeated, and when it is given up."""

from __future__ import annotations

from datetime import datetime, timedelta

from posthouse_server.settings.schema import Delivery


def next_attempt(settings: Delivery, failed_attempts: int, accepted_at: datetime, at: datetime) -> datetime | None:
    """Return the time of the next attempt after so many failed ones (at least 1), or None when the lifetime is over.

    The last attempt is made at the end of the lifetime, however long the usual wait would be.
    """
    end = accepted_at + timedelta(hours=settings.lifetime_hours)
    if at >= end:
        return None
    minutes = settings.retry_minutes[min(failed_attempts, len(settings.retry_minutes)) - 1]
    return min(at + timedelta(minutes=minutes), end)
