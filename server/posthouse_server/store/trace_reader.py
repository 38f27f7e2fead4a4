"""The trace as a list of any length: the times of all wanted lines, newest first, and the lines that are in sight."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Float, func, select, type_coerce

from posthouse_server.store.engine import Database
from posthouse_server.store.packs import horizon
from posthouse_server.store.tables import decisions, packs
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.store.traffic_writes import DecisionRow

_at = type_coerce(decisions.c.at, Float)
_first = type_coerce(packs.c.first_at, Float)
_last = type_coerce(packs.c.last_at, Float)
_PACKS_AT_ONCE = 16
_ROWS_AT_ONCE = 20_000
_MOST_IDS = 5000
_AT_ONCE = 400
_MOST_OF_CLIENT = 2000
_LONGEST_TRANSACTION = timedelta(hours=1)
_ANY_TIME = float("-inf")
_END_OF_TIME = 1e12


@dataclass(frozen=True, slots=True)
class TracePart:
    """A part of the answer: older than all parts before it."""

    times: array[float]
    """Seconds since 1970, ascending, one for each line."""
    since: float
    """How far back has been looked, in seconds since 1970; minus infinity: to the beginning."""
    share: float
    """How much of the trace has been looked through, from 0 to 1."""


class TraceReader:
    """Reads long lists of decisions: each call blocks, in transactions of its own, and raises StoreError."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database

    def oldest(self) -> float:
        """Return the time of the oldest line; without any, the end of time."""
        with self._database.read() as connection:
            return _oldest(connection)

    def newest_times(self, number: int) -> array[float]:
        """Return the times of the newest lines, ascending: enough to fill a screen while the rest is read."""
        with self._database.read() as connection:
            found = connection.execute(select(_at).order_by(_at.desc()).limit(number)).scalars().all()
        return array("d", reversed(found))

    def times(self, wanted: TraceFilter, since: float = _ANY_TIME) -> Iterator[TracePart]:
        """Yield the times of all wanted lines made since a time, the newest part first."""
        if wanted.id_prefix:
            yield TracePart(self._with_id(wanted, since), _ANY_TIME, 1.0)
        else:
            yield from self._plain(wanted, since)

    def rows_at(self, wanted: TraceFilter, times: Sequence[float]) -> list[DecisionRow]:
        """Return the wanted lines made at these times, the oldest first; lines of one time in the order of their ids."""
        found: list[DecisionRow] = []
        distinct = sorted(set(times))
        for start in range(0, len(distinct), _AT_ONCE):
            query = select(decisions).where(_at.in_(distinct[start:start + _AT_ONCE]))
            with self._database.read() as connection:
                found += _wanted(connection, query, wanted)
        found.sort(key=lambda row: (row.at, row.id))
        return found

    def of_client(self, client: str, first: datetime, last: datetime) -> list[DecisionRow]:
        """Return the lines about a client in a span, both ends included, oldest first; 2,000 of them at most."""
        query = select(decisions).where(
            decisions.c.at >= first, decisions.c.at <= last, decisions.c.client == client).order_by(
            _at, decisions.c.id).limit(_MOST_OF_CLIENT)
        with self._database.read() as connection:
            return _wanted(connection, query, None)

    def with_id(self, short_id: str) -> DecisionRow | None:
        """Return the decision with this id."""
        with self._database.read() as connection:
            return next(iter(_wanted(connection, select(decisions).where(decisions.c.id == short_id), None)), None)

    def of_message(self, message_id: str, before: datetime | None = None) -> list[DecisionRow]:
        """Return the decisions about the recipients of a message, the oldest first.

        There is no index for it: random ids would double what the writer needs for a line. What is known of the time
        when it was accepted at the latest keeps it short; else all lines are looked through, a million in 150 ms.
        """
        query = select(decisions).where(decisions.c.message_id == message_id)
        with self._database.read() as connection:
            found = [] if before is None else _wanted(connection, query.where(
                decisions.c.at >= before - _LONGEST_TRANSACTION, decisions.c.at <= before), None)
            found = found or _wanted(connection, query, None)
        return sorted(found, key=lambda row: (row.at, row.id))

    def _plain(self, wanted: TraceFilter, since: float) -> Iterator[TracePart]:
        with self._database.read() as connection:
            until, oldest = horizon(connection), _oldest(connection)
            chosen = select(packs.c.id).where(_last >= max(since, oldest), _first < until).order_by(packs.c.id.desc())
            numbers = list(connection.execute(chosen).scalars())
        whole = len(numbers) + 1
        yield from self._loose(wanted, max(since, until), 1 / whole)
        first = max(since, oldest)
        start = 0
        while start < len(numbers):
            part = numbers[start:start + min(start + 1, _PACKS_AT_ONCE)]  # few at first: somebody waits for a screenful
            with self._database.read() as connection:
                times = _packed(connection, wanted, part, first, until)
                reached = connection.execute(select(func.min(_first)).where(packs.c.id.in_(part))).scalar()
            start += len(part)
            since_then = _ANY_TIME if start == len(numbers) else float(reached or 0.0)
            yield TracePart(times, since_then, (1 + start) / whole)
        if not numbers:
            yield TracePart(array("d"), _ANY_TIME, 1.0)

    def _loose(self, wanted: TraceFilter, first: float, share: float) -> Iterator[TracePart]:
        """Look through what is not packed yet: it is not much, unless a server has not run for long."""
        if wanted.is_empty:
            with self._database.read() as connection:
                times = array("d", connection.execute(select(_at).where(_at >= first).order_by(_at)).scalars())
            yield TracePart(times, first, share)
            return
        is_wanted = wanted.row_test()
        for rows in self._windows(select(decisions), first, _END_OF_TIME):
            found = array("d", sorted(row.at.timestamp() for row in rows if is_wanted(row)))
            yield TracePart(found, rows[0].at.timestamp() if rows else first, 0.0)
        yield TracePart(array("d"), first, share)

    def _windows(self, query: Any, first: float, end: float) -> Iterator[list[DecisionRow]]:
        """Yield rows of a span, newest first, each window in the order of time; no time is parted."""
        while True:
            with self._database.read() as connection:
                start = connection.execute(select(_at).where(_at >= first, _at < end).order_by(_at.desc()).limit(1).offset(
                    _ROWS_AT_ONCE)).scalar()
                start = first if start is None else start
                found = _wanted(connection, query.where(_at >= start, _at < end).order_by(_at), None)
            yield found
            if start <= first:
                return
            end = start

    def _with_id(self, wanted: TraceFilter, since: float) -> array[float]:
        prefix = wanted.id_prefix
        end = f"{prefix}\U0010ffff"
        found: dict[str, float] = {}
        with self._database.read() as connection:
            for column in (decisions.c.id, decisions.c.message_id):
                query = select(decisions).where(column >= prefix, column < end, _at >= since).limit(_MOST_IDS)
                found.update({row.id: row.at.timestamp() for row in _wanted(connection, query, wanted)})
        return array("d", sorted(found.values()))


def _oldest(connection: Connection) -> float:
    return float(connection.execute(select(func.min(_at))).scalar() or _END_OF_TIME)


def _wanted(connection: Connection, query: Any, wanted: TraceFilter | None) -> list[DecisionRow]:
    rows = [DecisionRow(**row._mapping) for row in connection.execute(query)]
    return rows if wanted is None or wanted.is_empty else list(filter(wanted.row_test(), rows))


def _packed(connection: Connection, wanted: TraceFilter, numbers: Sequence[int], first: float, until: float) -> array[float]:
    """Return the wanted times that these packs hold, ascending."""
    from posthouse_server.store.trace_packs import is_ascending, picked  # on first use: numpy is not for every start

    columns = [packs.c.seconds]
    if wanted.is_about_packs:
        columns.append(packs.c.cells)
        anywhere = wanted.party or wanted.words
        if wanted.client or wanted.login or wanted.verdict or anywhere:
            columns.append(packs.c.origins)
        if wanted.sender or anywhere:
            columns.append(packs.c.senders)
        if wanted.recipient or anywhere:
            columns.append(packs.c.recipients)
        if wanted.words:
            columns += [packs.c.ids, packs.c.replies, packs.c.reply_cells]
    query = select(*columns).where(packs.c.id.in_(numbers)).order_by(packs.c.id)
    found = array("d")
    for row in connection.execute(query):
        found.frombytes(picked(row, wanted, first, until))
    return found if is_ascending(found) else array("d", sorted(found))  # what came late is in a pack of its own
