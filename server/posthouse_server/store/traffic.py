"""What happened: decisions and delivery attempts, written in batches that never slow or block mail."""

from __future__ import annotations

import logging
import queue
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from posthouse_server.store.decision_listing import with_words
from posthouse_server.store.engine import Database, StoreError, is_damaged, is_of_the_data
from posthouse_server.store.floods import Flood, FloodGate
from posthouse_server.store.tables import attempts, decisions
from posthouse_server.store.trace_reader import TraceReader
from posthouse_server.store.traffic_reads import HourlyRow, accepted_since, busiest_hour
from posthouse_server.store.traffic_writes import AttemptRow, DecisionRow, Pruning, write_rows
from posthouse_server.store.writer import BatchWriter

__all__ = ["AttemptRow", "DecisionRow", "TrafficStore"]

_log = logging.getLogger(__name__)
_WAITING_LIMIT = 20_000
_GATHER_S = 0.2
_EQUAL_ROWS, _EQUAL_WINDOW_S = 10, 10.0
_CLIENT_ROWS, _CLIENT_WINDOW_S = 100, 60.0


class TrafficStore:
    """Records and searches traffic. Recording never blocks: what can't be kept up with is counted and dropped."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database
        self.trace = TraceReader(database)
        """The decisions as a list of any length."""
        self._writer: BatchWriter | None = None
        self._equal = FloodGate(_EQUAL_ROWS, _EQUAL_WINDOW_S)
        self._of_client = FloodGate(_CLIENT_ROWS, _CLIENT_WINDOW_S)
        self.dropped = 0
        """How many rows could not be kept."""
        self.is_damaged = False
        """Whether the last write has found the database damaged."""
        self.fault = ""
        """Why the trace can't be written at present, as a sentence; empty while it can."""

    def open_writer(self) -> None:
        """Start the batch thread (the server's part)."""
        self._writer = BatchWriter(self._database, name="traffic writer", gather_s=_GATHER_S, capacity=_WAITING_LIMIT,
                                   on_end=self._on_end)

    def close_writer(self) -> None:
        """Write what waits and end the thread."""
        if self._writer is not None:
            self._writer.close()

    def record_decision(self, row: DecisionRow) -> None:
        """Keep a decision."""
        self._post(row)

    def record_attempt(self, row: AttemptRow) -> None:
        """Keep a delivery attempt."""
        self._post(row)

    def merge_refusal(self, client: str, rule: str, login: str | None, sender: str, recipient: str) -> str | None:
        """Count a refusal that belongs to a flood; returns the id of the flood's row, for the reply.

        None: it belongs to none (yet), and wants a row of its own by `record_refusal`. Ten refusals of the same client,
        rule, login, sender and recipient within ten seconds get rows of their own, and a hundred of the same client and
        rule within a minute, whatever their addresses.
        """
        flood = self._equal.flood((client, rule, login, sender, recipient)) or self._of_client.flood((client, rule))
        if flood is None:
            return None
        if not flood.is_queued:
            flood.is_queued = True
            flood.is_queued = self._post(flood)
        return flood.id

    def record_refusal(self, row: DecisionRow) -> str:
        """Keep a refusal, in a row of its own or in that of a flood; returns the id by which it is found."""
        merged = self.merge_refusal(row.client, row.rule, row.login, row.sender, row.recipient)
        if merged is not None:
            return merged
        own = Flood(row.id)
        self._equal.admit((row.client, row.rule, row.login, row.sender, row.recipient), own)
        self._of_client.admit((row.client, row.rule), own)
        self._post(row)
        return row.id

    def prune(self) -> None:
        """Forget what is older than 90 days, and the oldest of more than a million rows."""
        self._post(Pruning())

    def search(self, words: str = "", limit: int = 200) -> list[DecisionRow]:
        """Return the newest decisions in which every word occurs somewhere; an id finds its decision."""
        query = with_words(words).order_by(decisions.c.at.desc()).limit(limit)
        with self._database.read() as connection:
            return [DecisionRow(**row._mapping) for row in connection.execute(query)]

    def find(self, short_id: str) -> DecisionRow | None:
        """Return the decision with this id, else the first one about the message with this id; None if there is neither."""
        for column in (decisions.c.id, decisions.c.message_id):
            query = select(decisions).where(column == short_id).order_by(decisions.c.at).limit(1)
            with self._database.read() as connection:
                if row := connection.execute(query).first():
                    return DecisionRow(**row._mapping)
        return None

    def attempts_of(self, message_id: str) -> list[AttemptRow]:
        """Return the delivery attempts for a message, oldest first."""
        query = select(attempts).where(attempts.c.message_id == message_id).order_by(attempts.c.at)
        with self._database.read() as connection:
            return [AttemptRow(row.at, row.message_id, row.recipient, row.outcome, row.remote, row.reply)
                    for row in connection.execute(query)]

    def accepted_since(self, since: datetime) -> list[HourlyRow]:
        """Return sums over the accepted recipients since a time."""
        return accepted_since(self._database, since)

    def busiest_hour(self, login: str, since: datetime, until: datetime) -> int:
        """Return how many accepted recipients a login had in its busiest hour of a span; 0 if none."""
        return busiest_hour(self._database, login, since, until)

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a read transaction, for the reports of this package; raises StoreError."""
        return self._database.read()

    def _post(self, item: Any) -> bool:
        """Hand an item to the writer; False: it was dropped."""
        assert self._writer is not None
        try:
            is_taken = self._writer.post(write_rows, item)
        except queue.Full:
            is_taken = False
        if not is_taken:
            self.dropped += 1
        return is_taken

    def _on_end(self, error: Exception | None, number: int) -> None:
        """Count what is lost, and say why; a row that is itself at fault is no fault of the database. Called by the writer."""
        self.is_damaged = is_damaged(error)
        if error is None:
            self.fault = ""
            return
        self.dropped += number
        fault = error if isinstance(error, StoreError) else self._database.fault(error, "written")
        _log.warning("%d lines of the trace are lost: %s", number, fault)
        if not is_of_the_data(error) or isinstance(error, StoreError):
            self.fault = str(fault)
