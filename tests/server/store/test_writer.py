"""Group commit: each job gets its own outcome, and an answer means that the commit is done."""

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.writer import BatchWriter


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "x.db", synchronous="FULL")
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER PRIMARY KEY)")
    yield database
    database.dispose()


def _each(connection: Connection, jobs: Sequence[Callable[[Connection], object]]) -> list[object]:
    """One kind of work: its items are what to do."""
    return [job(connection) for job in jobs]


class Gate:
    """A job that keeps the writer busy until it is opened, so that what follows becomes one batch."""

    def __init__(self) -> None:
        self.entered, self.opened = threading.Event(), threading.Event()

    def __call__(self, _connection: Connection) -> None:
        self.entered.set()
        assert self.opened.wait(10)


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def writer(database: Database, gate: Gate) -> Iterator[BatchWriter]:
    writer = BatchWriter(database, name="test writer")
    writer.submit(_each, gate)
    assert gate.entered.wait(10)
    yield writer
    gate.opened.set()
    writer.close()


def _put(number: int) -> Callable[[Connection], int]:
    return lambda connection: connection.exec_driver_sql("INSERT INTO t VALUES (?)", (number,)).rowcount


def _fail(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO t VALUES (99)")
    raise ValueError("no")


def _end_transaction(connection: Connection) -> None:
    """What SQLite does by itself when the disk is full."""
    connection.exec_driver_sql("ROLLBACK")
    raise OSError("disk full")


def _rows(database: Database) -> list[int]:
    with database.read() as connection:
        return list(connection.exec_driver_sql("SELECT n FROM t ORDER BY n").scalars())


def test_one_failing_job_does_not_fail_the_others(database: Database, writer: BatchWriter, gate: Gate) -> None:
    jobs: list[Callable[[Connection], int | None]] = [_put(1), _fail, _put(2), _put(1), _put(3)]
    futures = [writer.submit(_each, job) for job in jobs]
    gate.opened.set()
    assert [futures[number].result(10) for number in (0, 2, 4)] == [1, 1, 1]
    assert isinstance(futures[1].exception(10), ValueError)
    assert isinstance(futures[3].exception(10), StoreError)
    assert _rows(database) == [1, 2, 3]


def test_an_item_that_ends_the_transaction_fails_alone(database: Database, writer: BatchWriter, gate: Gate) -> None:
    futures = [writer.submit(_each, job) for job in (_put(1), _end_transaction, _put(2))]
    gate.opened.set()
    assert [future.exception(10) for future in (futures[0], futures[2])] == [None, None]
    assert isinstance(futures[1].exception(10), OSError)
    assert _rows(database) == [1, 2]


def test_nothing_is_answered_when_the_transaction_has_ended_unnoticed(database: Database, writer: BatchWriter,
                                                                      gate: Gate) -> None:
    future = writer.submit(_each, lambda connection: connection.exec_driver_sql("ROLLBACK"))
    gate.opened.set()
    with pytest.raises(StoreError, match="ended by itself"):
        future.result(10)
    assert writer.submit(_each, _put(3)).result(10) == 1
    assert _rows(database) == [3]


def test_what_follows_comes_after_the_commit_and_only_then(database: Database, writer: BatchWriter, gate: Gate) -> None:
    seen: list[object] = []
    good = writer.submit(_each, _put(1), lambda outcome: seen.append((outcome, _rows(database))))
    bad = writer.submit(_each, _fail, seen.append)
    gate.opened.set()
    assert good.result(10) == 1
    assert bad.exception(10) is not None
    assert seen == [(1, [1])]


def test_a_failure_of_what_follows_leaves_the_commit(database: Database, writer: BatchWriter, gate: Gate) -> None:
    future = writer.submit(_each, _put(1), [].remove)
    gate.opened.set()
    assert future.result(10) == 1
    assert _rows(database) == [1]


def test_a_waiter_that_goes_away_changes_nothing(database: Database, writer: BatchWriter, gate: Gate) -> None:
    future = writer.submit(_each, _put(1))
    assert not future.cancel()
    gate.opened.set()
    assert future.result(10) == 1
    assert writer.submit(_each, _put(2)).result(10) == 1


def test_closing_writes_what_waits_and_refuses_what_comes_later(database: Database, writer: BatchWriter, gate: Gate) -> None:
    futures = [writer.submit(_each, _put(number)) for number in range(1200)]
    closing = threading.Thread(target=writer.close)
    closing.start()
    gate.opened.set()
    closing.join(20)
    assert not closing.is_alive()
    assert all(future.result(0) == 1 for future in futures)
    assert isinstance(writer.submit(_each, _put(5000)).exception(0), StoreError)
    writer.close()
    assert len(_rows(database)) == 1200


def test_a_locked_database_gives_a_sentence(database: Database, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posthouse_server.store.engine._BUSY_TIMEOUT_S", 0.05)
    impatient = Database(database.path, synchronous="FULL")
    writer = BatchWriter(impatient, name="test writer")
    with database.write():
        future = writer.submit(_each, _put(1))
        with pytest.raises(StoreError, match="could not be written: database is locked"):
            future.result(10)
    assert writer.submit(_each, _put(1)).result(10) == 1
    writer.close()
    impatient.dispose()


def test_a_full_queue_refuses_at_once(database: Database, gate: Gate) -> None:
    writer = BatchWriter(database, name="test writer", capacity=2)
    writer.submit(_each, gate)
    assert gate.entered.wait(10)
    futures = [writer.submit(_each, _put(number)) for number in range(2)]
    with pytest.raises(queue.Full):
        writer.submit(_each, _put(2))
    gate.opened.set()
    writer.close()
    assert [future.result(0) for future in futures] == [1, 1]


def test_items_of_one_kind_are_written_in_one_call(database: Database, writer: BatchWriter, gate: Gate) -> None:
    calls: list[tuple[str, list[int]]] = []

    def even(_connection: Connection, items: Sequence[int]) -> list[int]:
        calls.append(("even", list(items)))
        return [item * 10 for item in items]

    def odd(_connection: Connection, items: Sequence[int]) -> list[int]:
        calls.append(("odd", list(items)))
        return [item * 100 for item in items]

    futures = [writer.submit(odd if item % 2 else even, item) for item in range(6)]
    gate.opened.set()
    assert [future.result(10) for future in futures] == [0, 100, 20, 300, 40, 500]
    assert calls == [("even", [0, 2, 4]), ("odd", [1, 3, 5])]


def test_a_loop_is_woken_once_for_all_futures_of_a_commit(database: Database, writer: BatchWriter, gate: Gate) -> None:
    async def run() -> None:
        loop = asyncio.get_running_loop()
        calls: list[object] = []
        original = loop.call_soon_threadsafe

        def counted(callback: Callable[..., object], *arguments: Any, **more: Any) -> Any:
            calls.append(callback)
            return original(callback, *arguments, **more)

        loop.call_soon_threadsafe = counted  # type: ignore[method-assign]
        jobs: list[Callable[[Connection], int | None]] = [_put(1), _put(2), _fail, _put(3)]
        futures = [writer.submit_async(_each, job) for job in jobs]
        gone = writer.submit_async(_each, _put(4))
        gone.cancel()
        gate.opened.set()
        outcomes = await asyncio.gather(*futures, return_exceptions=True)
        assert [outcomes[number] for number in (0, 1, 3)] == [1, 1, 1]
        assert isinstance(outcomes[2], ValueError)
        assert len(calls) == 1
        assert _rows(database) == [1, 2, 3, 4]
        writer.close()
        with pytest.raises(StoreError, match="closed"):
            await writer.submit_async(_each, _put(5))

    asyncio.run(run())


def test_a_loop_that_has_ended_is_no_end_of_the_writer(database: Database, writer: BatchWriter, gate: Gate) -> None:
    async def run() -> None:
        writer.submit_async(_each, _put(1))

    asyncio.run(run())
    gate.opened.set()
    assert writer.submit(_each, _put(2)).result(10) == 1
    assert _rows(database) == [1, 2]


def test_what_nobody_waits_for_is_told_to_the_owner(database: Database, gate: Gate) -> None:
    heard: list[tuple[Exception | None, int]] = []
    writer = BatchWriter(database, name="test writer", on_end=lambda error, number: heard.append((error, number)))
    writer.post(_each, gate)
    assert gate.entered.wait(10)
    for job in (_put(1), _fail, _put(2), _put(3)):
        assert writer.post(_each, job)
    gate.opened.set()
    writer.close()
    assert not writer.post(_each, _put(4))
    assert sum(number for error, number in heard if error is None) == 4
    assert [(type(error), number) for error, number in heard if error is not None] == [(ValueError, 1)]
    assert _rows(database) == [1, 2, 3]
