"""Has this server been spammed through? What was accepted and refused in a span, by whom, and what is usual for each.

MailEnable's article ME020339 tells how an administrator finds it out by hand, from the logs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, case, cast, func, select

from posthouse_server.policy.explanation import rule_label
from posthouse_server.policy.habits import TIMES, Habit, most_striking, quiet_sentence, striking_sentence
from posthouse_server.store.abuse_sums import (
    ACCEPTED,
    IS_ACCEPTED,
    MESSAGES,
    REFUSED,
    SECONDS,
    Sum,
    Sums,
    is_between,
    key_of,
    messages_by,
    sums_by_domain,
    sums_by_origin,
)
from posthouse_server.store.clock import now
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions
from posthouse_server.store.traffic_axis import Axis
from posthouse_server.words import tr

__all__ = ["AbuseReport", "AbuseRow", "AbuseVerdict", "Axis", "Bucket", "report"]

_USUAL = timedelta(days=30)
_BUCKETS = 60
_STEPS_S = (60, 300, 900, 3600, 6 * 3600, 86400)
_HOUR_S = 3600
_SUMS = (sums_by_origin, sums_by_domain)
_AT_ONCE = 2  # so many queries: the database works beside Python
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Bucket:
    """What came in one step of time."""

    at: datetime
    accepted: int
    """Recipients."""
    refused: int
    messages: int


@dataclass(frozen=True, slots=True)
class AbuseRow:
    """One login, client, rule or recipient domain."""

    key: str
    """As it is recorded; "" for no login and for what has no recipient."""
    label: str
    messages: int
    accepted: int
    refused: int
    per_hour: float
    """Accepted recipients an hour in the span."""
    usual_per_hour: float | None
    """The same in up to 30 days before the span; None: never seen before."""
    since: datetime
    """When it was first seen in the span."""

    @property
    def times(self) -> float | None:
        """Return how many times the usual rate this is; None where there is none to compare with."""
        return self.per_hour / self.usual_per_hour if self.usual_per_hour else None


@dataclass(frozen=True, slots=True)
class AbuseVerdict:
    """What the numbers come to."""

    is_quiet: bool
    sentence: str
    axis: Axis | None = None
    key: str = ""
    """Who stands out, if somebody does."""


@dataclass(frozen=True, slots=True)
class AbuseReport:
    """The traffic of a span."""

    since: datetime
    until: datetime
    series: tuple[Bucket, ...]
    step_s: int
    verdict: AbuseVerdict
    by_axis: Mapping[Axis, tuple[AbuseRow, ...]]

    def rows(self, axis: Axis) -> tuple[AbuseRow, ...]:
        """Return the rows of an axis, whoever has most accepted recipients first."""
        return self.by_axis[axis]


def report(store: Store, since: datetime, until: datetime) -> AbuseReport:
    """Return what was recorded from `since` up to `until`; blocks, raises StoreError."""
    until = max(since + timedelta(seconds=1), min(until, now()))  # what has not come yet would thin out the rates
    step_s = next((step for step in _STEPS_S if (until - since).total_seconds() <= step * _BUCKETS), _STEPS_S[-1])
    with store.traffic.reading() as connection:
        oldest = connection.execute(select(func.min(decisions.c.at))).scalar()
    before = max(since - _USUAL, oldest or since)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        def start(read: Callable[[Connection], _T]) -> Future[_T]:
            def work() -> _T:
                with store.traffic.reading() as connection:
                    return read(connection)

            return pool.submit(work)

        usual = [start(partial(read, since=before, until=since, are_whole=False)) for read in _SUMS]
        present = [start(partial(read, since=since, until=until)) for read in _SUMS]
        series = start(partial(_series, since=since, until=until, step_s=step_s))
        messages = {axis: start(partial(messages_by, axis=axis, since=since, until=until)) for axis in Axis}
        sums, usual_sums = _joined(present), _joined(usual)
        found = {axis: _rows(axis, (before, since, until), sums[axis], usual_sums[axis], messages[axis].result())
                 for axis in Axis}
    with store.traffic.reading() as connection:
        verdict = _verdict(connection, found, since, until)
    return AbuseReport(since, until, series.result(), step_s, verdict, found)


def _joined(parts: Iterable[Future[dict[Axis, Sums]]]) -> dict[Axis, Sums]:
    return {axis: sums for part in parts for axis, sums in part.result().items()}


def _rows(axis: Axis, span: tuple[datetime, datetime, datetime], present: Sums, usual: Sums,
          messages: Mapping[str, int]) -> tuple[AbuseRow, ...]:
    before, since, until = span
    hours = max((until - since).total_seconds() / _HOUR_S, 1 / 60)
    usual_hours = (since - before).total_seconds() / _HOUR_S

    def row(key: str, found: Sum) -> AbuseRow:
        known = usual.get(key) if usual_hours > 0 else None
        return AbuseRow(key, _label(axis, key), messages.get(key, 0), found.accepted, found.refused, found.accepted / hours,
                        known.accepted / usual_hours if known else None, datetime.fromtimestamp(found.first, UTC))

    return tuple(sorted((row(key, found) for key, found in present.items()),
                        key=lambda item: (-item.accepted, -item.refused, item.key)))


def _label(axis: Axis, key: str) -> str:
    if axis is Axis.RULE:
        return rule_label(key)
    return key or {Axis.LOGIN: tr("(not logged in)"), Axis.RECIPIENT_DOMAIN: tr("(no recipient)")}.get(axis, tr("(unknown)"))


def _series(connection: Connection, since: datetime, until: datetime, step_s: int) -> tuple[Bucket, ...]:
    """Return all steps of the span, those without traffic too."""
    step = cast(SECONDS / step_s, Integer).label("step")
    found = {row.step: row for row in connection.execute(select(
        step, ACCEPTED.label("accepted"), REFUSED.label("refused"), MESSAGES.label("messages")).where(
            is_between(since, until)).group_by(step))}
    first, last = int(since.timestamp() // step_s), int(until.timestamp() // step_s)
    return tuple(_bucket(number * step_s, found.get(number)) for number in range(first, last + 1))


def _bucket(at_s: int, row: Any) -> Bucket:
    at = datetime.fromtimestamp(at_s, UTC)
    return Bucket(at, 0, 0, 0) if row is None else Bucket(at, row.accepted, row.refused, row.messages)


def _verdict(connection: Connection, found: Mapping[Axis, Sequence[AbuseRow]], since: datetime,
             until: datetime) -> AbuseVerdict:
    """Blame a login before the client that it comes from: the mailbox is what must be locked."""
    for axis in (Axis.LOGIN, Axis.CLIENT):
        rows = {row.label: row for row in found[axis] if row.key}
        striking = most_striking(Habit(row.label, row.accepted, row.per_hour, row.usual_per_hour) for row in rows.values())
        if striking is not None:
            row = rows[striking.who]
            begin, number = _burst(connection, axis, row, since, until)
            hours = max((until - begin).total_seconds() / _HOUR_S, min(1.0, (until - since).total_seconds() / _HOUR_S))
            burst = replace(striking, accepted=number, per_hour=number / hours)
            return AbuseVerdict(False, striking_sentence(burst, f"{begin.astimezone():%Y-%m-%d %H:%M}"), axis, row.key)
    clients = found[Axis.CLIENT]
    return AbuseVerdict(True, quiet_sentence(sum(row.accepted for row in clients), sum(row.refused for row in clients)))


def _burst(connection: Connection, axis: Axis, row: AbuseRow, since: datetime, until: datetime) -> tuple[datetime, int]:
    """Return when somebody began to send far more than is usual, to the hour, and how much that was from then on."""
    hour = cast(SECONDS / _HOUR_S, Integer).label("hour")
    hours = connection.execute(select(hour, func.min(case((IS_ACCEPTED, SECONDS))).label("first"),
                                      ACCEPTED.label("accepted")).where(
        is_between(since, until), key_of(axis) == row.key).group_by(hour).order_by(hour)).all()
    threshold = TIMES * (row.usual_per_hour or 0.0)
    sent = [sum(item.accepted for item in hours[place:]) for place in range(len(hours))]
    places = [place for place, item in enumerate(hours) if item.accepted and item.accepted >= threshold] or [0]
    # One livelier hour long before is not the beginning: what came from it on must be much for all the time since.
    place = max(places, key=lambda one: sent[one] - threshold * (until.timestamp() // _HOUR_S - hours[one].hour))
    return datetime.fromtimestamp(hours[place].first, UTC), sent[place]
