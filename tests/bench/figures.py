"""What sections return, what they are asked, and how figures are put into words."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass

Figure = tuple[str, str, str]
"""What, the figure with its unit, the goal."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of the sections about throughput."""

    rounds: int = 5
    seconds: float = 3.0
    """How long one round sends, before the last messages are finished."""
    only: tuple[str, ...] = ()
    """The rows to measure; none named: all."""
    trace_rows: int = 0
    """How many recorded decisions the section about lists makes and searches; none: it measures the queue alone."""
    beside: tuple[str, ...] | None = None
    """The programs to compare with; None: all that are installed."""


def milliseconds(seconds: list[float]) -> str:
    """Return the median and the worst of some durations."""
    return f"{statistics.median(seconds) * 1000:,.0f} ms (worst {max(seconds) * 1000:,.0f} of {len(seconds)})"


def microseconds(seconds: Sequence[float]) -> str:
    """Return the median of some durations."""
    return f"{statistics.median(seconds) * 1e6:.2f} µs"


def spread(values: Sequence[float]) -> str:
    """Return the median of some rates, and between which they lay."""
    return f"{statistics.median(values):,.0f}/s ({min(values):,.0f}-{max(values):,.0f})"


def told_goal(ratio: float, goal: float | None) -> str:
    """Return how many times a rate was wanted, and whether that was met."""
    return "-" if goal is None else f">= {goal:g}x: {'met' if ratio >= goal else 'missed'}"


def say(line: str) -> None:
    """Tell whoever waits how it goes."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
