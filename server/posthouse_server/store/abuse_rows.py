"""The decisions behind one row of the abuse report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from posthouse_server.store.abuse_sums import is_between, key_of
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions
from posthouse_server.store.traffic_axis import Axis
from posthouse_server.store.traffic_writes import DecisionRow

MOST = 1000


@dataclass(frozen=True, slots=True)
class Behind:
    """A row of a report: what it is sorted by, its key as recorded, and the span from `since` up to `until`."""

    axis: Axis
    key: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class BehindRows:
    """The newest decisions of a row, and how many there are of it in all."""

    rows: tuple[DecisionRow, ...]
    total: int
    """Decisions; a flood of equal refusals is one."""


def decisions_behind(store: Store, behind: Behind, most: int = MOST) -> BehindRows:
    """Return exactly the decisions that a row sums up, the newest first; blocks, raises StoreError."""
    of_row = is_between(behind.since, behind.until), key_of(behind.axis) == behind.key
    with store.traffic.reading() as connection:
        total = connection.execute(select(func.count()).where(*of_row)).scalar_one()
        found = connection.execute(select(decisions).where(*of_row).order_by(decisions.c.at.desc()).limit(most))
        return BehindRows(tuple(DecisionRow(**row._mapping) for row in found), total)
