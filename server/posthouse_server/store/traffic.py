"""What happened: decisions and delivery attempts, written in batches that never slow or block mail."""

from __future__ import annotations

import logging
import queue
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.tables import attempts, decisions
from posthouse_server.store.writer import BatchWriter, Work

_log = logging.getLogger(__name__)
_KEPT = timedelta(days=90)
_KEPT_ROWS = 1_000_000  # a flood of refusals must not fill the disk that the spool needs
_WAITING_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One judged recipient, or a flood of equal refusals."""

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


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One delivery attempt for one recipient."""

    at: datetime
    message_id: str
    recipient: str
    outcome: str
    remote: str
    reply: str


class TrafficStore:
    """Records and searches traffic. Recording never blocks: what can't be kept up with is counted and dropped."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database
        self._writer: BatchWriter | None = None
        self.dropped = 0

    def open_writer(self) -> None:
        """Start the batch thread (the server's part)."""
        self._writer = BatchWriter(self._database, name="traffic writer", gather_s=0.2, capacity=_WAITING_LIMIT)

    def close_writer(self) -> None:
        """Write what waits and end the thread."""
        if self._writer is not None:
            self._writer.close()

    def record_decision(self, row: DecisionRow) -> None:
        """Keep a decision."""
        self._submit(_insert_decisions, row)

    def record_attempt(self, row: AttemptRow) -> None:
        """Keep a delivery attempt."""
        self._submit(_insert_attempts, row)

    def prune(self) -> None:
        """Forget what is older than 90 days, and the oldest of more than a million rows."""
        self._submit(_prune, now() - _KEPT)

    def search(self, words: str = "", limit: int = 200) -> list[DecisionRow]:
        """Return the newest decisions in which every word occurs somewhere; an id finds its decision."""
        query = select(decisions).order_by(decisions.c.at.desc()).limit(limit)
        for word in words.split():
            like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
            query = query.where(or_(*(column.like(like, escape="\\") for column in (
                decisions.c.id, decisions.c.message_id, decisions.c.client, decisions.c.login, decisions.c.sender,
                decisions.c.recipient, decisions.c.verdict, decisions.c.rule, decisions.c.reply))))
        with self._database.read() as connection:
            return [DecisionRow(**row._mapping) for row in connection.execute(query)]

    def attempts_of(self, message_id: str) -> list[AttemptRow]:
        """Return the delivery attempts for a message, oldest first."""
        query = select(attempts).where(attempts.c.message_id == message_id).order_by(attempts.c.at)
        with self._database.read() as connection:
            return [AttemptRow(row.at, row.message_id, row.recipient, row.outcome, row.remote, row.reply)
                    for row in connection.execute(query)]

    def _submit(self, work: Work, item: Any) -> None:
        assert self._writer is not None
        try:
            self._writer.submit(work, item).add_done_callback(self._on_written)
        except queue.Full:
            self.dropped += 1

    def _on_written(self, done: Any) -> None:
        if done.exception() is not None:
            self.dropped += 1
            _log.warning("Traffic could not be recorded: %s", done.exception())


def _storable(row: DecisionRow | AttemptRow) -> dict[str, Any]:
    """Return the columns; bytes that were no UTF-8 (lone surrogates) are escaped, so that nobody stays untraced."""
    return {name: value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) and not value.isascii()
            else value for name in row.__slots__ for value in (getattr(row, name),)}


def _insert_decisions(connection: Connection, rows: Sequence[DecisionRow]) -> list[None]:
    connection.execute(insert(decisions), [_storable(row) for row in rows])
    return [None] * len(rows)


def _insert_attempts(connection: Connection, rows: Sequence[AttemptRow]) -> list[None]:
    connection.execute(insert(attempts), [_storable(row) for row in rows])
    return [None] * len(rows)


def _prune(connection: Connection, times: Sequence[datetime]) -> list[None]:
    for table in (decisions, attempts):
        oldest_kept = connection.execute(
            select(table.c.at).order_by(table.c.at.desc()).offset(_KEPT_ROWS).limit(1)).scalar() or max(times)
        connection.execute(delete(table).where(table.c.at < max(*times, oldest_kept)))
    return [None] * len(times)
