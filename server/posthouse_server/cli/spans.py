"""Spans of time as they are typed: 90m, 24h, 7d."""

from __future__ import annotations

import re
from datetime import timedelta

_SPAN = re.compile(r"(\d{1,6})\s*([mhd])")
_LONGEST = timedelta(days=36_500)  # a calendar ends, and nobody means more
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def parse_span(text: str) -> timedelta | None:
    """Return the span, which may be zero; None where the text is none."""
    found = _SPAN.fullmatch(text.strip())
    span = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None
    return None if span is None or span > _LONGEST else span
