"""Lengths of time in words."""

from __future__ import annotations

from datetime import timedelta


def duration(span: timedelta) -> str:
    """Return a length of time in its two largest units: 3 min 12 s."""
    seconds = max(0, int(span.total_seconds()))
    parts = [(seconds // 86_400, "d"), (seconds // 3600 % 24, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s")]
    while len(parts) > 1 and parts[0][0] == 0:
        parts.pop(0)
    return " ".join(f"{number} {unit}" for number, unit in parts[:2])
