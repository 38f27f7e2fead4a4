"""One writer a database with group commit: whatever waits is committed in one transaction, then all are answered."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from posthouse_server.store.engine import Database, StoreError, is_in_transaction

_log = logging.getLogger(__name__)
_MAX_BATCH = 500


Work = Callable[[Connection, Sequence[Any]], Sequence[Any]]
"""Writes many items at once, in their order, and returns an outcome for each."""


@dataclass(slots=True)
class _Job:
    work: Work
    item: Any
    then: Callable[[Any], None] | None
    done: Future[Any]
    outcome: Any = None
    error: Exception | None = None


class BatchWriter:
    """A thread that runs write jobs: many to a transaction, and those of one kind in one call."""

    def __init__(self, database: Database, *, name: str, gather_s: float = 0.0, capacity: int = 0) -> None:
        """With gather_s the writer waits that long for company; above `capacity` waiting jobs (0: no limit) it refuses."""
        self._database = database
        self._gather_s = gather_s
        self._queue: queue.Queue[_Job | None] = queue.Queue(capacity)
        self._stopping = threading.Event()
        self._entrance = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Work, item: Any, then: Callable[[Any], None] | None = None) -> Future[Any]:
        """Queue an item to be written by `work`; the future is done after the commit. Raises queue.Full over capacity.

        What is of one kind of work keeps its order; kinds may overtake each other. `then` gets the item's outcome, after
        the commit and before the future is done. A queued job can't be cancelled: a waiter that goes away leaves it to be
        written. After `close` the future carries StoreError.
        """
        job = _Job(work, item, then, Future())
        job.done.set_running_or_notify_cancel()
        with self._entrance:
            if self._stopping.is_set():
                job.done.set_exception(StoreError("The store is closed; nothing more is written."))
            else:
                self._queue.put_nowait(job)
        return job.done

    def close(self) -> None:
        """Finish what waits and end the thread."""
        with self._entrance:
            if not self._stopping.is_set():
                self._stopping.set()
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        ended = False
        while not ended:
            first = self._queue.get()
            if first is None:
                return
            if self._gather_s:
                self._stopping.wait(self._gather_s)
            batch, ended = self._gather(first)
            self._commit(batch)

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
        kinds: dict[Work, list[_Job]] = {}
        for job in batch:
            kinds.setdefault(job.work, []).append(job)
        try:
            with self._database.write() as connection:
                for jobs in kinds.values():
                    self._work(connection, jobs)
        except Exception as error:  # noqa: BLE001 - it travels on through the futures
            for job in batch:
                job.done.set_exception(job.error or error)
            return
        for job in batch:
            _answer(job)

    def _work(self, connection: Connection, jobs: list[_Job]) -> None:
        """Run jobs of one kind behind a savepoint; if they fail, one by one, so that a failure undoes only its own part."""
        try:
            with connection.begin_nested():
                outcomes = jobs[0].work(connection, [job.item for job in jobs])
        except Exception as error:
            if not is_in_transaction(connection):
                raise  # the work of the others is undone too
            if len(jobs) == 1:
                jobs[0].error = self._database.fault(error, "written") if isinstance(error, DBAPIError) else error
                return
            for job in jobs:
                self._work(connection, [job])
            return
        for job, outcome in zip(jobs, outcomes, strict=True):
            job.outcome = outcome


def _answer(job: _Job) -> None:
    if job.error is not None:
        job.done.set_exception(job.error)
        return
    if job.then is not None:
        try:
            job.then(job.outcome)
        except Exception:  # noqa: BLE001 - the commit stands, whatever follows it
            _log.exception("What should follow a commit failed")
    job.done.set_result(job.outcome)
