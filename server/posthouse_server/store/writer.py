"""One writer a database with group commit: whatever waits is committed in one transaction, then all are answered."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from posthouse_server.store.engine import (
    DATABASE_ERRORS,
    Database,
    ReplacedError,
    StoreError,
    is_in_transaction,
    is_of_the_data,
)
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_MAX_BATCH = 500


Work = Callable[[Connection, Sequence[Any]], Sequence[Any]]
"""Writes many items at once, in their order, and returns an outcome for each."""


class _Job:
    """One item on its way; `answer` is a future of a thread, a future of an event loop, or None."""

    __slots__ = ("answer", "error", "item", "outcome", "then", "work")

    def __init__(self, work: Work, item: Any, then: Callable[[Any], None] | None,
                 answer: Future[Any] | asyncio.Future[Any] | None) -> None:
        self.work = work
        self.item = item
        self.then = then
        self.answer = answer
        self.outcome: Any = None
        self.error: Exception | None = None


class BatchWriter:
    """A thread that runs write jobs: many to a transaction, and those of one kind in one call.

    It keeps a connection of its own. One that breaks is replaced, so that the writer works again when the cause is gone.
    """

    def __init__(self, database: Database, *, name: str, gather_s: float = 0.0, capacity: int = 0,
                 on_end: Callable[[Exception | None, int], None] | None = None) -> None:
        """With gather_s the writer waits that long for company; above `capacity` waiting jobs (0: no limit) it refuses.

        `on_end` hears of the end of each transaction, in the writer's thread: what went wrong, and of how many jobs.
        """
        self._database = database
        self._gather_s = gather_s
        self._capacity = capacity
        self._on_end = on_end
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._connection: Connection | None = None
        self._identity: object = None
        self._stopping = threading.Event()
        self._is_stopping = False
        self._entrance = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        """Return whether jobs are taken."""
        return not self._is_stopping

    def submit(self, work: Work, item: Any, then: Callable[[Any], None] | None = None) -> Future[Any]:
        """Queue an item to be written by `work`; the future is done after the commit. Raises queue.Full over capacity.

        What is of one kind of work keeps its order; kinds may overtake each other. `then` gets the item's outcome, after
        the commit and before the future is done. A queued job can't be cancelled: a waiter that goes away leaves it to be
        written. After `close` the future carries StoreError.
        """
        done: Future[Any] = Future()
        done.set_running_or_notify_cancel()
        if not self._put(_Job(work, item, then, done)):
            done.set_exception(_closed())
        return done

    def submit_async(self, work: Work, item: Any, then: Callable[[Any], None] | None = None) -> asyncio.Future[Any]:
        """Do the same from an event loop, for less: the loop is woken once for all the futures of a commit."""
        done = asyncio.get_running_loop().create_future()
        if not self._put(_Job(work, item, then, done)):
            done.set_exception(_closed())
        return done

    def post(self, work: Work, item: Any) -> bool:
        """Queue an item whose end nobody waits for; False after `close`. Raises queue.Full over capacity."""
        return self._put(_Job(work, item, None, None))

    def close(self) -> None:
        """Finish what waits and end the thread."""
        with self._entrance:
            if not self._is_stopping:
                self._is_stopping = True
                self._stopping.set()
                self._queue.put(None)
        self._thread.join()

    def _put(self, job: _Job) -> bool:
        if self._capacity and self._queue.qsize() >= self._capacity:
            raise queue.Full
        with self._entrance:
            if self._is_stopping:
                return False
            self._queue.put(job)
            return True

    def _run(self) -> None:
        ended = False
        while not ended:
            first = self._queue.get()
            if first is None:
                break
            if self._gather_s:
                self._stopping.wait(self._gather_s)
            batch, ended = self._gather(first)
            self._commit(batch)
            _answer(batch)
        self._disconnect()

    def _gather(self, first: _Job) -> tuple[list[_Job], bool]:
        batch = [first]
        while len(batch) < _MAX_BATCH:
            try:
                job = self._queue.get_nowait()
            except queue.Empty:
                break
            if job is None:
                return batch, True
            batch.append(job)
        return batch, False

    def _commit(self, batch: list[_Job]) -> None:
        """Write a batch in one transaction; if an item is at fault, its halves: a failure undoes only its own part."""
        try:
            self._write(batch)
        except Exception as error:  # noqa: BLE001 - it travels on through the futures
            if len(batch) > 1 and is_of_the_data(error) and not isinstance(error, ReplacedError):
                middle = len(batch) // 2
                self._commit(batch[:middle])
                self._commit(batch[middle:])
                return
            fault = self._database.fault(error, "written") if isinstance(error, DATABASE_ERRORS) else error
            for job in batch:
                job.error = fault
            self._end(error, len(batch))
        else:
            self._end(None, len(batch))

    def _write(self, batch: list[_Job]) -> None:
        kinds: dict[Work, list[_Job]] = {}
        for job in batch:
            kinds.setdefault(job.work, []).append(job)
        try:
            connection = self._connection or self._connect()
            with connection.begin():
                for work, jobs in kinds.items():
                    for job, outcome in zip(jobs, work(connection, [job.item for job in jobs]), strict=True):
                        job.outcome = outcome
                self._check_commit(connection)
        except ReplacedError:
            self._disconnect()
            self._database.dispose()
            raise
        except Exception as error:
            if not is_of_the_data(error):
                self._disconnect()
            raise

    def _check_commit(self, connection: Connection) -> None:
        """Refuse what would look like a commit: without a transaction, or into a file that is no more in its place."""
        if not is_in_transaction(connection):
            raise StoreError(tr("{path} could not be written: the transaction has ended by itself.",
                                path=self._database.path))
        if self._database.identity() != self._identity:
            raise ReplacedError(tr("{path} was moved or replaced by another file.", path=self._database.path))

    def _connect(self) -> Connection:
        self._connection = self._database.engine.connect().execution_options(posthouse_write=True)
        self._identity = self._database.identity()
        return self._connection

    def _disconnect(self) -> None:
        """Close the connection for good: after a fault of the file it may hold damaged pages, or a file that was replaced."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.invalidate()
            connection.close()
        except DATABASE_ERRORS as error:
            _log.debug("A broken connection to %s: %s", self._database.path, error)

    def _end(self, error: Exception | None, number: int) -> None:
        if self._on_end is not None:
            self._on_end(error, number)


def _closed() -> StoreError:
    return StoreError(tr("The store is closed; nothing more is written."))


def _answer(batch: list[_Job]) -> None:
    loops: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
    for job in batch:
        if job.error is None and job.then is not None:
            _follow(job)
        answer = job.answer
        if isinstance(answer, asyncio.Future):
            loops.setdefault(answer.get_loop(), []).append(job)
        elif answer is not None and job.error is not None:
            answer.set_exception(job.error)
        elif answer is not None:
            answer.set_result(job.outcome)
    for loop, jobs in loops.items():
        try:
            loop.call_soon_threadsafe(_settle, jobs)
        except RuntimeError as error:  # the loop has ended: nobody waits any more
            _log.debug("%d answers came too late: %s", len(jobs), error)


def _follow(job: _Job) -> None:
    assert job.then is not None
    try:
        job.then(job.outcome)
    except Exception:  # noqa: BLE001 - the commit stands, whatever follows it
        _log.exception("What should follow a commit failed")


def _settle(jobs: list[_Job]) -> None:
    for job in jobs:
        answer = job.answer
        assert answer is not None
        if answer.done():
            continue  # the waiter went away
        if job.error is not None:
            answer.set_exception(job.error)
        else:
            answer.set_result(job.outcome)
