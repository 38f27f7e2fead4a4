"""Work orders: what the running server is asked to do by the console or the command line, and its answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, exists, insert, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.tables import work_orders

KEPT = timedelta(days=30)


class OrderKind(StrEnum):
    """What can be asked for."""

    RELAY_TEST = "relay_test"


class OrderState(StrEnum):
    """How far an order is."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """One order; the answer of a failed one has its `fault` as a sentence, that of a running one `done` and `total`."""

    id: int
    kind: OrderKind
    arguments: dict[str, Any]
    author: str
    requested_at: datetime
    state: OrderState
    answer: dict[str, Any]

    @property
    def is_over(self) -> bool:
        """Return whether nothing more will come."""
        return self.state in (OrderState.DONE, OrderState.FAILED)


class WorkOrderStore:
    """Reads and writes work orders. All methods block."""

    def __init__(self, database: Database) -> None:
        """Use an open settings database."""
        self._database = database

    def place(self, kind: OrderKind, arguments: dict[str, Any], author: str) -> int:
        """Ask for something; returns the number of the order."""
        with self._database.write() as connection:
            key = connection.execute(insert(work_orders).values(
                kind=kind.value, arguments=json.dumps(arguments), author=author, requested_at=now(),
                state=OrderState.OPEN.value)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def get(self, number: int) -> WorkOrder | None:
        """Return an order, or None where there is none of that number."""
        with self._database.read() as connection:
            row = connection.execute(select(work_orders).where(work_orders.c.id == number)).first()
        return None if row is None else _order(row)

    def open(self) -> list[WorkOrder]:
        """Return what nobody has begun yet, the oldest first."""
        query = select(work_orders).where(work_orders.c.state == OrderState.OPEN.value).order_by(work_orders.c.id)
        with self._database.read() as connection:
            return [_order(row) for row in connection.execute(query)]

    def begin(self, number: int) -> None:
        """Say that an open order is being worked on."""
        with self._database.write() as connection:  # one that comes late must not undo the end
            connection.execute(update(work_orders).where(
                work_orders.c.id == number, work_orders.c.state == OrderState.OPEN.value).values(
                    state=OrderState.RUNNING.value))

    def progress(self, number: int, done: int, total: int) -> None:
        """Say how far the work is."""
        with self._database.write() as connection:  # one that comes late must not undo the answer
            connection.execute(update(work_orders).where(
                work_orders.c.id == number, work_orders.c.state == OrderState.RUNNING.value).values(
                    answer=json.dumps({"done": done, "total": total})))

    def finish(self, number: int, answer: dict[str, Any]) -> None:
        """Answer an order."""
        self._write(number, OrderState.DONE, answer)

    def fail(self, number: int, fault: str) -> None:
        """Say why an order can't be done."""
        self._write(number, OrderState.FAILED, {"fault": fault})

    def fail_running(self, fault: str) -> None:
        """Fail what an earlier run of the server has begun and never finished."""
        with self._database.write() as connection:
            connection.execute(update(work_orders).where(work_orders.c.state == OrderState.RUNNING.value).values(
                state=OrderState.FAILED.value, answer=json.dumps({"fault": fault}), finished_at=now()))

    def prune(self, at: datetime | None = None) -> None:
        """Forget what was finished long ago; without such orders nothing is written, so that nobody is told of a change."""
        is_old = work_orders.c.finished_at < (at or now()) - KEPT
        with self._database.read() as connection:
            if not connection.execute(select(exists().where(is_old))).scalar():
                return
        with self._database.write() as connection:
            connection.execute(delete(work_orders).where(is_old))

    def _write(self, number: int, state: OrderState, answer: dict[str, Any]) -> None:
        with self._database.write() as connection:
            connection.execute(update(work_orders).where(work_orders.c.id == number).values(
                state=state.value, answer=json.dumps(answer), finished_at=now()))


def _order(row: Row[Any]) -> WorkOrder:
    return WorkOrder(row.id, OrderKind(row.kind), json.loads(row.arguments), row.author, row.requested_at,
                     OrderState(row.state), json.loads(row.answer))
