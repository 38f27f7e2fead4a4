"""Whether somebody sends far above the usual rate: the verdict of the abuse report, from numbers alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from posthouse_server.words import tr

LEAST = 100
"""Fewer recipients than this never stand out, however seldom somebody sends."""
TIMES = 4.0
"""So many times the usual rate stands out."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What one login, or one client without a login, has sent in a span, and what it is used to."""

    who: str
    accepted: int
    per_hour: float
    usual_per_hour: float | None
    """Recipients an hour, from the time before the span; None: never seen before."""

    @property
    def stands_out(self) -> bool:
        """Return whether this is far above the habit."""
        return self.accepted >= LEAST and (self.usual_per_hour is None or self.per_hour >= TIMES * self.usual_per_hour)

    @property
    def times(self) -> float | None:
        """Return how many times the usual rate this is; None where there is none to compare with."""
        return self.per_hour / self.usual_per_hour if self.usual_per_hour else None


def most_striking(habits: Iterable[Habit]) -> Habit | None:
    """Return who stands out most, by the number of recipients an hour beyond its habit; None if nobody does."""
    found = [habit for habit in habits if habit.stands_out]
    return min(found, default=None, key=lambda habit: (
        (habit.usual_per_hour or 0.0) - habit.per_hour, -habit.accepted, habit.who, habit.usual_per_hour is not None))


def is_unusual_hour(recipients: int, busiest: int) -> bool:
    """Return whether the recipients of the last hour are far above the busiest hour before; 0: nothing was sent before."""
    return recipients > max(LEAST, TIMES * busiest)


def striking_sentence(habit: Habit, since: str) -> str:
    """Return who stands out, by how much and since when (a time as text; "" if nobody knows)."""
    begin = tr(" since {since}", since=since) if since else ""
    times = habit.times
    if habit.usual_per_hour is None:
        compared = tr("and was never seen before")
    else:
        compared = tr("and nothing was accepted from it before") if times is None else tr("{times:,.0f} times its usual rate",
                                                                                      times=times)
    return tr("{who} stands out: {accepted:,} recipients{begin}, {compared}.",
              who=habit.who, accepted=habit.accepted, begin=begin, compared=compared)


def quiet_sentence(accepted: int, refused: int) -> str:
    """Return that nobody stands out."""
    if not accepted and not refused:
        return tr("Quiet: nothing was recorded in this time.")
    return tr("Quiet: nobody sends far above the usual rate. {accepted:,} recipients were accepted and {refused:,} refused.",
              accepted=accepted, refused=refused)
