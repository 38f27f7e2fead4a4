"""Has this server been spammed through? What was accepted and refused in a span, by whom, and what is usual for each.

MailEnable's article ME020339 tells how an administrator finds it out by hand, from the logs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Integer, and_, case, cast, distinct, func, select, type_coerce

from posthouse_server.policy.explanation import rule_label
from posthouse_server.policy.habits import TIMES, Habit, most_striking, quiet_sentence, striking_sentence
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions
from posthouse_server.store.traffic_axis import Axis, domain_of

__all__ = ["AbuseReport", "AbuseRow", "AbuseVerdict", "Axis", "Bucket", "report"]

_USUAL = timedelta(days=30)
_BUCKETS = 60
_STEPS_S = (60, 300, 900, 3600, 6 * 3600, 86400)
_HOUR_S = 3600
_REFUSED = "refused"


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
    hours = max((until - since).total_seconds() / _HOUR_S, 1 / 60)
    step_s = next((step for step in _STEPS_S if hours * _HOUR_S <= step * _BUCKETS), _STEPS_S[-1])
    with store.traffic.reading() as connection:
        oldest = connection.execute(select(func.min(decisions.c.at))).scalar()
        before = max(since - _USUAL, oldest or since)
        usual_hours = (since - before).total_seconds() / _HOUR_S
        found = {axis: _rows(connection, axis, (before, since, until), hours, usual_hours) for axis in Axis}
        return AbuseReport(since, until, _series(connection, since, until, step_s), step_s,
                           _verdict(connection, found, since, until), found)


def _is_between(since: datetime, until: datetime) -> ColumnElement[bool]:
    return and_(decisions.c.at >= since, decisions.c.at < until)


def _key(axis: Axis) -> ColumnElement[str]:
    """Return what groups the decisions of an axis, never NULL."""
    keys: dict[Axis, ColumnElement[str]] = {
        Axis.LOGIN: func.coalesce(decisions.c.login, ""), Axis.CLIENT: decisions.c.client, Axis.RULE: decisions.c.rule,
        Axis.RECIPIENT_DOMAIN: domain_of(decisions.c.recipient)}
    return keys[axis]


_IS_ACCEPTED = decisions.c.verdict != _REFUSED
_ACCEPTED = func.coalesce(func.sum(case((_IS_ACCEPTED, decisions.c.number), else_=0)), 0)
_REFUSALS = func.coalesce(func.sum(case((_IS_ACCEPTED, 0), else_=decisions.c.number)), 0)
_MESSAGES = func.count(distinct(decisions.c.message_id))


def _rows(connection: Connection, axis: Axis, span: tuple[datetime, datetime, datetime], hours: float,
          usual_hours: float) -> tuple[AbuseRow, ...]:
    before, since, until = span
    key = _key(axis).label("key")
    usual = {row.key: row.number for row in connection.execute(
        select(key, _ACCEPTED.label("number")).where(_is_between(before, since)).group_by(key))}
    rows = []
    for row in connection.execute(select(
            key, _MESSAGES.label("messages"), _ACCEPTED.label("accepted"), _REFUSALS.label("refused"),
            func.min(type_coerce(decisions.c.at, Float)).label("first")).where(_is_between(since, until)).group_by(key)):
        is_known = usual_hours > 0 and row.key in usual
        rows.append(AbuseRow(row.key, _label(axis, row.key), row.messages, row.accepted, row.refused, row.accepted / hours,
                             usual[row.key] / usual_hours if is_known else None, datetime.fromtimestamp(row.first, UTC)))
    return tuple(sorted(rows, key=lambda item: (-item.accepted, -item.refused, item.key)))


def _label(axis: Axis, key: str) -> str:
    if axis is Axis.RULE:
        return rule_label(key)
    return key or {Axis.LOGIN: "(not logged in)", Axis.RECIPIENT_DOMAIN: "(no recipient)"}.get(axis, "(unknown)")


def _series(connection: Connection, since: datetime, until: datetime, step_s: int) -> tuple[Bucket, ...]:
    """Return all steps of the span, those without traffic too."""
    step = cast(type_coerce(decisions.c.at, Float) / step_s, Integer).label("step")
    found = {row.step: row for row in connection.execute(select(
        step, _ACCEPTED.label("accepted"), _REFUSALS.label("refused"), _MESSAGES.label("messages")).where(
            _is_between(since, until)).group_by(step))}
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
            hours = max((until - begin).total_seconds() / _HOUR_S, 1.0)
            burst = replace(striking, accepted=number, per_hour=number / hours)
            return AbuseVerdict(False, striking_sentence(burst, f"{begin.astimezone():%Y-%m-%d %H:%M}"), axis, row.key)
    clients = found[Axis.CLIENT]
    return AbuseVerdict(True, quiet_sentence(sum(row.accepted for row in clients), sum(row.refused for row in clients)))


def _burst(connection: Connection, axis: Axis, row: AbuseRow, since: datetime, until: datetime) -> tuple[datetime, int]:
    """Return when somebody began to send far more than is usual, to the hour, and how much that was from then on."""
    hour = cast(type_coerce(decisions.c.at, Float) / _HOUR_S, Integer).label("hour")
    hours = connection.execute(select(hour, func.min(type_coerce(decisions.c.at, Float)).label("first"),
                                      _ACCEPTED.label("accepted")).where(
        _is_between(since, until), _key(axis) == row.key).group_by(hour).order_by(hour)).all()
    threshold = TIMES * (row.usual_per_hour or 0.0)
    position = next((place for place, item in enumerate(hours) if item.accepted and item.accepted >= threshold), 0)
    return datetime.fromtimestamp(hours[position].first, UTC), sum(item.accepted for item in hours[position:])
