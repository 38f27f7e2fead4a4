"""One writer a database with group commit: whatever waits is committed in one transaction, then all are answered."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from posthouse_server.store.engine import Database

_log = logging.getLogger(__name__)
_MAX_BATCH = 500


@dataclass(slots=True)
class _Job:
    work: Callable[[Connection], Any]
    done: Future[Any]


class BatchWriter:
    """A thread that runs write jobs, many to a transaction."""

    def __init__(self, database: Database, *, name: str, gather_s: float = 0.0, capacity: int = 0) -> None:
        """With gather_s the writer waits that long for company; above `capacity` waiting jobs (0: no limit) it refuses."""
        self._database = database
        self._gather_s = gather_s
        self._queue: queue.Queue[_Job | None] = queue.Queue(capacity)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], Any]) -> Future[Any]:
        """Queue a job; the future is done after the commit. Raises queue.Full when over capacity."""
        job = _Job(work, Future())
        self._queue.put_nowait(job)
        return job.done

    def close(self) -> None:
        """Finish what waits and end the thread."""
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
        try:
            with self._database.write() as connection:
                results = [job.work(connection) for job in batch]
        except Exception as error:  # noqa: BLE001 - it travels on through the futures
            if len(batch) == 1:
                batch[0].done.set_exception(error)
                return
            _log.debug("A batch of %d jobs failed (%s); trying them one by one", len(batch), error)
            for job in batch:
                self._commit([job])
            return
        for job, result in zip(batch, results, strict=True):
            job.done.set_result(result)
