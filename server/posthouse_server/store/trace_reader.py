"""The trace as a list of any length: the times of all wanted lines, newest first, and the lines that are in sight."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Float, func, or_, select, type_coerce

from posthouse_server.store.decision_listing import with_words
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
        if wanted.words.split():
            yield from self._with_words(wanted, since)
        elif wanted.id_prefix:
            yield TracePart(self._with_id(wanted, since), _ANY_TIME, 1.0)
        else:
            yield from self._plain(wanted, since)

    def rows_at(self, wanted: TraceFilter, times: Sequence[float]) -> list[DecisionRow]:
        """Return the wanted lines made at these times, the oldest first; lines of one time in the order of their ids."""
        found: list[DecisionRow] = []
        distinct = sorted(set(times))
        for start in range(0, len(distinct), _AT_ONCE):
            query = with_words(wanted.words).where(_at.in_(distinct[start:start + _AT_ONCE]))
            with self._database.read() as connection:
                found += _wanted(connection, query, wanted)
        found.sort(key=lambda row: (row.at, row.id))
        return found

    def between(self, first: float, last: float, wanted: TraceFilter, limit: int) -> list[DecisionRow]:
        """Return the oldest wanted lines of a span, both ends included."""
        query = select(decisions).where(_at >= first, _at <= last).order_by(_at, decisions.c.id).limit(limit)
        with self._database.read() as connection:
            return _wanted(connection, query, wanted)

    def of_message(self, message_id: str) -> list[DecisionRow]:
        """Return the decisions about the recipients of a message, the oldest first."""
        query = select(decisions).where(decisions.c.message_id == message_id).order_by(_at, decisions.c.id)
        with self._database.read() as connection:
            return _wanted(connection, query, TraceFilter())

    def _plain(self, wanted: TraceFilter, since: float) -> Iterator[TracePart]:
        with self._database.read() as connection:
            until, oldest = horizon(connection), _oldest(connection)
            chosen = select(packs.c.id).where(_last >= max(since, oldest), _first < until).order_by(packs.c.id.desc())
            numbers = list(connection.execute(chosen).scalars())
        whole = len(numbers) + 1
        yield from self._loose(wanted, max(since, until), 1 / whole)
        first = max(since, oldest)
        for start in range(0, len(numbers), _PACKS_AT_ONCE):
            part = numbers[start:start + _PACKS_AT_ONCE]
            with self._database.read() as connection:
                times = _packed(connection, wanted, part, first, until)
                reached = connection.execute(select(func.min(_first)).where(packs.c.id.in_(part))).scalar()
            is_last = start + _PACKS_AT_ONCE >= len(numbers)
            yield TracePart(times, _ANY_TIME if is_last else float(reached or 0.0), (1 + start + len(part)) / whole)
        if not numbers:
            yield TracePart(array("d"), _ANY_TIME, 1.0)

    def _loose(self, wanted: TraceFilter, first: float, share: float) -> Iterator[TracePart]:
        """Look through what is not packed yet: it is not much, unless a server has not run for long."""
        if wanted.is_empty:
            with self._database.read() as connection:
                times = array("d", connection.execute(select(_at).where(_at >= first).order_by(_at)).scalars())
            yield TracePart(times, first, share)
            return
        for rows in self._windows(select(decisions), first, _END_OF_TIME):
            found = array("d", sorted(row.at.timestamp() for row in rows if wanted.wants(row)))
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

    def _with_words(self, wanted: TraceFilter, since: float) -> Iterator[TracePart]:
        """Look into the lines themselves, a slice of time after the other; what packs know narrows it down before."""
        fields = TraceFilter(wanted.client, wanted.login, wanted.sender, wanted.recipient, wanted.verdict, wanted.id,
                             wanted.party)
        for part in self.times(fields, since):
            times = part.times
            if not times:
                yield part
            for end in range(len(times), 0, -_ROWS_AT_ONCE):
                start = max(0, end - _ROWS_AT_ONCE)
                found = self._worded(wanted, fields, times[start:end])
                is_whole = start == 0
                yield TracePart(found, part.since if is_whole else times[start], part.share if is_whole else 0.0)

    def _worded(self, wanted: TraceFilter, fields: TraceFilter, times: array[float]) -> array[float]:
        query = with_words(wanted.words)
        if fields.is_empty or len(times) > _AT_ONCE:
            query = query.where(_at >= times[0], _at <= times[-1])
        else:
            query = query.where(_at.in_(sorted(set(times))))
        with self._database.read() as connection:
            if fields.is_empty:
                return array("d", connection.execute(query.with_only_columns(_at).order_by(_at)).scalars())
            return array("d", sorted(row.at.timestamp() for row in _wanted(connection, query, fields)))


def _oldest(connection: Connection) -> float:
    return float(connection.execute(select(func.min(_at))).scalar() or _END_OF_TIME)


def _wanted(connection: Connection, query: Any, wanted: TraceFilter | None) -> list[DecisionRow]:
    rows = [DecisionRow(**row._mapping) for row in connection.execute(query)]
    return rows if wanted is None or wanted.is_empty else [row for row in rows if wanted.wants(row)]


def _packed(connection: Connection, wanted: TraceFilter, numbers: Sequence[int], first: float, until: float) -> array[float]:
    """Return the wanted times that these packs hold, ascending."""
    from posthouse_server.store.trace_packs import is_ascending, picked  # on first use: numpy is not for every start

    columns = [packs.c.seconds]
    if wanted.is_about_packs:
        columns += [packs.c.origins, packs.c.cells]
        if wanted.sender or wanted.party:
            columns.append(packs.c.senders)
        if wanted.recipient or wanted.party:
            columns.append(packs.c.recipients)
    query = select(*columns).where(packs.c.id.in_(numbers)).order_by(packs.c.id)
    found = array("d")
    for row in connection.execute(query):
        found.frombytes(picked(row, wanted, first, until))
    return found if is_ascending(found) else array("d", sorted(found))  # what came late is in a pack of its own
