"""Takes a change on trial back when its time is over, whether or not the console that made it still lives."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic

from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.trials import Trial

_log = logging.getLogger(__name__)


class TrialWatch:
    """Knows the trial that runs; the store is asked only after a change."""

    def __init__(self, store: Store) -> None:
        """Know of none yet."""
        self._store = store
        self._trial: Trial | None = None
        self._due_s = 0.0
        """When its time is over by a clock that nobody sets back."""

    def look(self) -> None:
        """Read which trial runs, and end one that is over; blocks, raises StoreError."""
        known, self._trial = self._trial, self._store.trials.current()
        if self._trial is not None and self._trial != known:
            self._due_s = monotonic() + (self._trial.until - now()).total_seconds()
        self._end()

    async def keep(self) -> None:
        """End the trial at its time; for a timer."""
        if self._trial is not None and (now() >= self._trial.until or monotonic() >= self._due_s):
            await asyncio.to_thread(self._end)

    def _end(self) -> None:
        trial, at = self._trial, now()
        if trial is not None and monotonic() >= self._due_s:
            at = max(at, trial.until)
        restored = self._store.trials.expire(at)
        if restored is not None:
            self._trial = None
            _log.warning("Revision %d: %s", restored.number, restored.summary)
