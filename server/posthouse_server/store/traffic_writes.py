"""What the traffic writer does inside its transactions, many rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.floods import Flood
from posthouse_server.store.packs import forget, horizon, pack_late, pack_up
from posthouse_server.store.statements import Insertion, Prepared, driver_cursor
from posthouse_server.store.tables import attempts, decisions

_KEPT = timedelta(days=90)
_KEPT_ROWS = 1_000_000  # a flood of refusals must not fill the disk that the spool needs

_DECISIONS = Insertion(decisions, "id", "at", "client", "login", "tls", "sender", "recipient", "verdict", "rule", "reply",
                       "revision", "message_id", "number", "last_at")
_ATTEMPTS = Insertion(attempts, "at", "message_id", "recipient", "outcome", "remote", "reply")
_COUNT = Prepared(update(decisions).where(decisions.c.id == bindparam("flood")).values(
    number=bindparam("how_many"), last_at=bindparam("at")), "how_many", "at", "flood")


@dataclass(slots=True)
class DecisionRow:
    """One judged recipient, or a flood of equal refusals. Not frozen, since that would double what making one costs."""

    id: str
    at: datetime
    client: str
    login: str | None
    tls: bool
    sender: str
    recipient: str
    verdict: str
    rule: str
    reply: str
    revision: int
    message_id: str | None = None
    number: int = 1
    """How many equal refusals this row stands for."""
    last_at: datetime | None = None
    """When the last of them was, where there was more than one."""


@dataclass(slots=True)
class AttemptRow:
    """One delivery attempt for one recipient."""

    at: datetime
    message_id: str
    recipient: str
    outcome: str
    remote: str
    reply: str


class Pruning:
    """The wish to forget what is old."""


def write_rows(connection: Connection, items: Sequence[Any]) -> Sequence[None]:
    """Insert decisions and attempts, then bring the rows of floods up to date, then forget what is old."""
    cursor, dialect = driver_cursor(connection), connection.dialect
    kinds: dict[type, list[Any]] = {}
    for item in items:
        kinds.setdefault(type(item), []).append(item)
    if rows := kinds.get(DecisionRow):
        values = [(
            row.id, row.at.timestamp(), row.client, _text(row.login), row.tls, _text(row.sender), _text(row.recipient),
            row.verdict, row.rule, _text(row.reply), row.revision, row.message_id, row.number,
            None if row.last_at is None else row.last_at.timestamp()) for row in rows]
        _DECISIONS.run(cursor, dialect, values)
        _pack_late(connection, values)
    if rows := kinds.get(AttemptRow):
        _ATTEMPTS.run(cursor, dialect, [(
            row.at.timestamp(), row.message_id, _text(row.recipient), row.outcome, row.remote, _text(row.reply))
            for row in rows])
    if floods := kinds.get(Flood):
        _count(cursor, dialect, floods)
    if Pruning in kinds:
        _prune(connection)
        pack_up(connection)
    return [None] * len(items)


def _count(cursor: Any, dialect: Any, floods: Sequence[Flood]) -> None:
    at = now().timestamp()
    rows = []
    for flood in floods:
        flood.is_queued = False  # before the number is read: what is counted from here on is queued again
        rows.append((flood.number, at, flood.id))
    _COUNT.run_many(cursor, dialect, rows)


def _pack_late(connection: Connection, rows: list[tuple[Any, ...]]) -> None:
    if min(row[1] for row in rows) < horizon(connection):
        pack_late(connection, [(at, client, login, rule, verdict, sender, recipient, number, id_, message, reply) for (
            id_, at, client, login, _, sender, recipient, verdict, rule, reply, _, message, number, _) in rows])


def _text(value: str | None) -> str | None:
    """Escape bytes that were no UTF-8 (lone surrogates), which no database takes, so that nobody stays untraced."""
    return value if value is None or value.isascii() else value.encode("utf-8", "backslashreplace").decode()


def _prune(connection: Connection) -> None:
    too_old = now() - _KEPT
    for table in (decisions, attempts):
        oldest_kept = connection.execute(
            select(table.c.at).order_by(table.c.at.desc()).offset(_KEPT_ROWS).limit(1)).scalar() or too_old
        connection.execute(delete(table).where(table.c.at < max(too_old, oldest_kept)))
        if table is decisions:
            forget(connection, max(too_old, oldest_kept).timestamp())
