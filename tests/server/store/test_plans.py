"""How the busiest statements are run: by indexes, however many messages wait and however many mailboxes there are."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.dialects.postgresql import dialect as postgresql_dialect
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.engine.interfaces import Dialect

from posthouse_server.store import Store, directory_view, spool_reads, spool_writes, traffic_writes
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Result, Route
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.statements import Choice, Insertion, Prepared

SOON = timedelta(minutes=5)


def _message(number: int = 1) -> NewMessage:
    return NewMessage(new_id(), "x@home.test", "192.0.2.1", None, "helo", 1, False, False, "x", b"x", None, tuple(
        NewRecipient(f"{index}@away.test", Route.RELAY, None, "authenticated", new_id()) for index in range(number)))


def _deliver(queue: SpoolStore) -> None:
    (message, *_) = queue.lease(now() + SOON, 1)
    first, *others = [Result(recipient.id, message.id, RecipientState.DELIVERED, "250 OK") for recipient in message.recipients]
    queue.record([first]).result(10)
    queue.record(others).result(10)


def _defer(queue: SpoolStore) -> None:
    (message,) = queue.lease(now() + SOON, 1)
    queue.record([Result(recipient.id, message.id, RecipientState.WAITING, "451 Later", now() + SOON)
                  for recipient in message.recipients]).result(10)


@pytest.mark.parametrize("work", [
    lambda queue: queue.accept(_message()).result(10), lambda queue: queue.lease(now() + SOON, 50, Route.LOCAL), _deliver,
    _defer, SpoolStore.next_due_at, SpoolStore.recover, lambda queue: queue.find("NONE-SUCH")])
def test_nothing_reads_all_that_waits(work: Callable[[SpoolStore], Any], store: Store) -> None:
    said: list[str] = []
    event.listen(store.spool._database.engine, "connect",
                 lambda connection, _record: connection.set_trace_callback(said.append))
    store.spool._database.dispose()
    store.spool.open_writer()
    for _ in range(3):
        store.spool.accept(_message(3)).result(10)
    said.clear()
    work(store.spool)
    with closing(sqlite3.connect(store.folder.spool_db)) as connection:
        plans = [(text, row[3]) for text in said if text.startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))
                 for row in connection.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert plans, said
    assert not [plan for plan in plans if ("SCAN" in plan[1] and "CONSTANT" not in plan[1])
                or "TEMP B-TREE" in plan[1]], plans


def test_the_ledger_counts_index_entries_alone(store: Store) -> None:
    said: list[str] = []
    event.listen(store.spool._database.engine, "connect",
                 lambda connection, _record: connection.set_trace_callback(said.append))
    store.spool._database.dispose()
    store.spool.ledger()
    with closing(sqlite3.connect(store.folder.spool_db)) as connection:
        plans = [row[3] for text in said if "recipients" in text and "FROM ledger" not in text
                 for row in connection.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert plans
    assert all("COVERING INDEX" in plan for plan in plans), plans


def test_a_look_up_of_a_mailbox_reads_no_table(store: Store) -> None:
    dialect = store.settings._database.engine.dialect
    with closing(sqlite3.connect(store.folder.settings_db)) as connection:
        for statement, values in ((directory_view._BY_ADDRESS, ("x",)), (directory_view._BY_LOGIN, ("x", "y"))):
            text, ordered = statement._compile(dialect)
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", ordered(values))]
            assert plan
            assert not [step for step in plan if "SCAN" in step], plan


@pytest.mark.parametrize("number", [1, 2, 3, 64, 65, 200])
def test_many_rows_are_few_statements(number: int, store: Store) -> None:
    said: list[str] = []

    class Cursor:
        def execute(self, text: str, values: Sequence[Any]) -> None:
            said.append(text)
            assert text.count("?") == len(values)

    Insertion(directory_view.addresses, "address", "domain_id", "mailbox_id").run(
        Cursor(), store.spool._database.engine.dialect, [(str(row), 1, row) for row in range(number)])
    assert sum(text.count("(?, ?, ?)") for text in said) == number
    assert len(said) <= 6 + number // 64


def test_the_statements_are_no_other_for_another_database() -> None:
    dialect: Dialect = postgresql_dialect(paramstyle="format")
    assert isinstance(dialect, DefaultDialect)
    found = [value for module in (spool_reads, spool_writes, traffic_writes, directory_view)
             for value in vars(module).values()]
    for statement in found:
        if isinstance(statement, Insertion):
            statement = statement._prepare(2)
        elif isinstance(statement, Choice):
            statement = statement._prepare((2,) * len(statement._lists))
        if isinstance(statement, Prepared):
            text, _ = statement._compile(dialect)
            assert "%s" in text or not statement._names
