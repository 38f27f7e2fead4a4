"""What happened: decisions and delivery attempts, written in batches that never slow or block mail."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, or_, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.tables import attempts, decisions
from posthouse_server.store.writer import BatchWriter

_log = logging.getLogger(__name__)
_KEPT = timedelta(days=90)
_WAITING_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One judged recipient."""

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
        values = _storable(row)
        self._submit(lambda connection: _insert(connection, decisions, values))

    def record_attempt(self, row: AttemptRow) -> None:
        """Keep a delivery attempt."""
        values = _storable(row)
        self._submit(lambda connection: _insert(connection, attempts, values))

    def link(self, decision_ids: list[str], message_id: str) -> None:
        """Note which message the accepted recipients of a transaction became."""
        self._submit(lambda connection: _link(connection, decision_ids, message_id))

    def prune(self) -> None:
        """Forget what is older than 90 days."""
        self._submit(_prune)

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

    def _submit(self, work: Callable[[Connection], Any]) -> None:
        assert self._writer is not None
        try:
            self._writer.submit(work).add_done_callback(self._on_written)
        except queue.Full:
            self.dropped += 1

    def _on_written(self, done: Any) -> None:
        if done.exception() is not None:
            self.dropped += 1
            _log.warning("Traffic could not be recorded: %s", done.exception())


def _storable(row: DecisionRow | AttemptRow) -> dict[str, Any]:
    """Return the columns; bytes that were no UTF-8 (lone surrogates) are escaped, so that nobody stays untraced."""
    return {name: value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
            for name, value in asdict(row).items()}


def _insert(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    connection.execute(insert(table).values(**values))


def _link(connection: Connection, decision_ids: list[str], message_id: str) -> None:
    connection.execute(update(decisions).where(decisions.c.id.in_(decision_ids)).values(message_id=message_id))


def _prune(connection: Connection) -> None:
    for table in (decisions, attempts):
        connection.execute(delete(table).where(table.c.at < now() - _KEPT))
