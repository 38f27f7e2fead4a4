"""Sums over the recorded decisions: what was accepted lately, and how much a login is used to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Float, Integer, cast, func, select, type_coerce

from posthouse_server.store.engine import Database
from posthouse_server.store.tables import decisions

_REFUSED = "refused"
_STEP_S = 300
_HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class HourlyRow:
    """Accepted recipients of five minutes that have login, client and rule in common."""

    at: datetime
    login: str | None
    client: str
    verdict: str
    rule: str
    number: int


def accepted_since(database: Database, since: datetime) -> list[HourlyRow]:
    """Return sums over the accepted recipients since a time, in one query. Raises StoreError."""
    step = cast(_seconds() / _STEP_S, Integer)
    query = select(step, decisions.c.login, decisions.c.client, decisions.c.verdict, decisions.c.rule,
                   func.sum(decisions.c.number)).where(
        decisions.c.at >= since, decisions.c.verdict != _REFUSED).group_by(
        step, decisions.c.login, decisions.c.client, decisions.c.verdict, decisions.c.rule)
    with database.read() as connection:
        return [HourlyRow(datetime.fromtimestamp(first * _STEP_S, UTC) + timedelta(seconds=_STEP_S / 2), login, client,
                          verdict, rule, number)
                for first, login, client, verdict, rule, number in connection.execute(query)]


def _seconds() -> ColumnElement[float]:
    return type_coerce(decisions.c.at, Float)


def busiest_hour(database: Database, login: str, since: datetime, until: datetime) -> int:
    """Return how many accepted recipients a login had in its busiest hour of a span; 0 if none. Raises StoreError."""
    hour = cast(_seconds() / _HOUR_S, Integer)
    sums = select(func.sum(decisions.c.number).label("number")).where(
        decisions.c.login == login, decisions.c.at >= since, decisions.c.at < until,
        decisions.c.verdict != _REFUSED).group_by(hour).subquery()
    with database.read() as connection:
        return int(connection.execute(select(func.max(sums.c.number))).scalar() or 0)
