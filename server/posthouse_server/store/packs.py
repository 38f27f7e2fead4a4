"""Decisions once more, many to a row and by columns, so that a million of them are read in a second.

A pack numbers the texts that its decisions have in common and keeps the numbers in arrays. Packs never change; what is newer
than the last of them is read from the decisions themselves. `until` says how far that goes: every decision made before the
greatest `until` is in a pack.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Float, bindparam, delete, func, insert, select, type_coerce

from posthouse_server.store.clock import now
from posthouse_server.store.packed_texts import Texts, grouped, read_texts, unparted
from posthouse_server.store.statements import Prepared, driver_cursor
from posthouse_server.store.tables import decisions, packs

PACK_ROWS = 16_384  # fewer than 65,536: texts are numbered with two bytes
_LEAST_ROWS = 4096  # a quiet server shall not make thousands of small packs
_MOST_AT_ONCE = 16 * PACK_ROWS  # so that nobody waits long for the writer
_GROWING = timedelta(minutes=3)  # the row of a flood is counted up for a minute, and written within seconds

_at = type_coerce(decisions.c.at, Float)
_until = type_coerce(packs.c.until, Float)
_last = type_coerce(packs.c.last_at, Float)
_IS_BETWEEN = (_at >= bindparam("first"), _at < bindparam("end"))
_ROWS = Prepared(select(
    _at, decisions.c.client, decisions.c.login, decisions.c.rule, decisions.c.verdict, decisions.c.sender,
    decisions.c.recipient, decisions.c.number, decisions.c.id, decisions.c.message_id, decisions.c.reply).where(
        *_IS_BETWEEN).order_by(_at), "first", "end")
_NUMBER = Prepared(select(func.count()).select_from(decisions).where(*_IS_BETWEEN), "first", "end")
_NTH = Prepared(select(_at).where(*_IS_BETWEEN).order_by(_at).limit(1).offset(bindparam("nth")), "first", "end", "nth")
_HORIZON = Prepared(select(func.max(_until)))
_END_OF_TIME = 1e12
Raw = tuple[float, str, str | None, str, str, str, str, int, str, str | None, str]
"""Seconds, client, login, rule, verdict, sender, recipient, number, id, the message's id, reply."""
_READ = select(*(column for column in packs.c if column.name not in ("ids", "replies", "reply_cells")))


@dataclass(slots=True)
class Pack:
    """Up to 16,384 decisions in the order of their time; the arrays have one item for each, which numbers a text."""

    origins: list[str]
    """Client, login ("" for none), rule and verdict, with tabs between."""
    senders: Texts
    recipients: Texts
    origin: array[int]
    sender: array[int]
    recipient: array[int]
    seconds: array[float]
    """Since 1970."""
    floods: list[tuple[int, int]]
    """Positions of rows that stand for more than one decision, and for how many more."""

    def since(self, first: float) -> Pack:
        """Return what was decided from a time on."""
        start = bisect_left(self.seconds, first)
        if not start:
            return self
        return Pack(self.origins, self.senders, self.recipients, self.origin[start:], self.sender[start:],
                    self.recipient[start:], self.seconds[start:],
                    [(place - start, more) for place, more in self.floods if place >= start])


def made_of(rows: Sequence[Raw]) -> Pack:
    """Pack rows that are in the order of their time."""
    origins: dict[str, int] = {}
    senders: dict[str, int] = {}
    recipients: dict[str, int] = {}
    origin, sender, recipient = [], [], []
    for _, client, login, rule, verdict, from_, to, _, _, _, _ in rows:
        origin.append(origins.setdefault("\t".join(map(unparted, (client, login or "", rule, verdict))), len(origins)))
        sender.append(senders.setdefault(unparted(from_), len(senders)))
        recipient.append(recipients.setdefault(unparted(to), len(recipients)))
    sender_texts, sender_numbers = grouped(senders)
    recipient_texts, recipient_numbers = grouped(recipients)
    return Pack(list(origins), sender_texts, recipient_texts, array("H", origin),
                array("H", map(sender_numbers.__getitem__, sender)), array("H", map(recipient_numbers.__getitem__, recipient)),
                array("d", [row[0] for row in rows]), [(place, row[7] - 1) for place, row in enumerate(rows) if row[7] != 1])


def horizon(connection: Connection) -> float:
    """Return the time before which every decision is in a pack."""
    (found,) = _HORIZON.run(driver_cursor(connection), connection.dialect).fetchone()
    return found or 0.0


def pack_up(connection: Connection) -> None:
    """Pack the decisions that can't change any more, if there are enough of them; a part of them if there are too many."""
    cursor, dialect = driver_cursor(connection), connection.dialect
    first, end = horizon(connection), (now() - _GROWING).timestamp()
    if _NTH.run(cursor, dialect, (first, end, _LEAST_ROWS)).fetchone() is None:
        return
    (end,) = _NTH.run(cursor, dialect, (first, end, _MOST_AT_ONCE)).fetchone() or (end,)
    _pack_between(connection, first, end)


def pack_all(connection: Connection) -> None:
    """Pack all that can't change any more, however much or little it is."""
    _pack_between(connection, horizon(connection), (now() - _GROWING).timestamp())


def pack_late(connection: Connection, rows: Sequence[Raw]) -> None:
    """Pack what is recorded now, but was decided before the horizon: a clock was set back, or records were copied here."""
    until = horizon(connection)
    late = sorted((row for row in rows if row[0] < until), key=lambda row: row[0])
    for start in range(0, len(late), PACK_ROWS):
        _insert(connection, late[start:start + PACK_ROWS], until)


def forget(connection: Connection, before: float) -> None:
    """Delete the packs whose decisions are all gone, but not the one that says how far the packs go."""
    holder = select(func.max(packs.c.id)).where(_until >= horizon(connection)).scalar_subquery()
    connection.execute(delete(packs).where(_last < before, packs.c.id < holder))


def read_packs(connection: Connection, since: float) -> Iterator[tuple[int, Pack]]:
    """Yield all decisions made since a time, in packs, each with how many percent were read before it."""
    first = max(since, horizon(connection))
    number = connection.execute(select(func.count()).select_from(packs).where(_last >= since)).scalar() or 0
    (loose,) = _NUMBER.run(driver_cursor(connection), connection.dialect, (first, _END_OF_TIME)).fetchone()
    done, whole = 0, max(1, number * PACK_ROWS + loose)
    for row in connection.execute(_READ.where(_last >= since).order_by(packs.c.id)):
        yield 100 * done // whole, _unpacked(row).since(since)
        done += PACK_ROWS
    for rows in _parts(connection, first, _END_OF_TIME):
        yield 100 * done // whole, made_of(rows)
        done += len(rows)


def _pack_between(connection: Connection, first: float, end: float) -> None:
    for rows in _parts(connection, first, end):
        _insert(connection, rows, end)


def _parts(connection: Connection, first: float, end: float) -> Iterator[list[Raw]]:
    cursor = _ROWS.run(driver_cursor(connection), connection.dialect, (first, end))
    while rows := cursor.fetchmany(PACK_ROWS):
        yield rows


def _insert(connection: Connection, rows: Sequence[Raw], until: float) -> None:
    from posthouse_server.store.packed_words import words_of  # on first use: numpy is not for every start

    pack = made_of(rows)
    connection.execute(insert(packs).values(
        first_at=_moment(pack.seconds[0]), last_at=_moment(pack.seconds[-1]), until=_moment(until),
        origins="\n".join(pack.origins), senders=pack.senders.stored(), recipients=pack.recipients.stored(),
        cells=b"".join(map(_bytes, (pack.origin, pack.sender, pack.recipient))), seconds=_bytes(pack.seconds),
        floods=_bytes(array("q", [number for flood in pack.floods for number in flood])),
        **words_of([row[8:] for row in rows])))


def _unpacked(row: Any) -> Pack:
    cells = _array("H", row.cells)
    rows = len(cells) // 3
    floods = _array("q", row.floods)
    return Pack(row.origins.split("\n"), read_texts(row.senders), read_texts(row.recipients), cells[:rows],
                cells[rows:2 * rows], cells[2 * rows:], _array("d", row.seconds),
                list(zip(floods[::2], floods[1::2], strict=True)))


def _moment(seconds: float) -> Any:
    return type_coerce(seconds, Float)


def _bytes(values: array[Any]) -> bytes:
    """Return the numbers with the least byte first, so that a folder can be moved to any machine."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()


def _array(code: str, stored: bytes) -> array[Any]:
    values: array[Any] = array(code, stored)
    if sys.byteorder == "big":
        values.byteswap()
    return values
