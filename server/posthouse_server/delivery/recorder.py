"""Writes what became of recipients, many at a time: while one write is under way, the next is gathered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from posthouse_server.delivery.delivery import Outcome
from posthouse_server.store.messages import NewMessage, QueuedMessage, QueuedRecipient, Result
from posthouse_server.store.spool import SpoolStore

_log = logging.getLogger(__name__)
PAUSE_S = 1.0  # after a fault of the store
_BATCH = 250


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """The outcomes of some recipients of a message, and what follows from them."""

    message: QueuedMessage
    recipients: Sequence[QueuedRecipient]
    outcomes: Mapping[int, Outcome]
    results: Sequence[Result]
    notifications: Sequence[NewMessage] = ()


class Recorder:
    """Records entries in their order; each is reported as soon as it is on disk."""

    def __init__(self, spool: SpoolStore, written: Callable[[Entry], None]) -> None:
        """Call `written` for each entry that is on disk."""
        self._spool = spool
        self._written = written
        self._waiting: list[Entry] = []
        self._task: asyncio.Task[None] | None = None
        self._is_stopping = False

    def add(self, entry: Entry) -> None:
        """Record an entry."""
        self._waiting.append(entry)
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Write what waits; what can't be written now is given up: it will be delivered again."""
        self._is_stopping = True
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
                await self._write(batch)
        finally:
            self._task = None

    async def _write(self, batch: list[Entry]) -> None:
        """Write until it is written: what was delivered and not recorded would be delivered again."""
        groups = _grouped(batch)
        while groups:
            failed: list[list[Entry]] = []
            for group in groups:
                try:
                    await self._spool.record_async(
                        [result for entry in group for result in entry.results],
                        [notification for entry in group for notification in entry.notifications])
                except Exception as error:  # noqa: BLE001 - whatever it is, giving up would deliver again
                    _log.error("The outcome of a delivery could not be written: %s", error)
                    # One by one from now on: one that can't be written must not hold up the others, and on a full disk a
                    # small write may find room where a large one does not.
                    failed += [[entry] for entry in group]
                else:
                    self._report(group)
            if not failed or self._is_stopping:
                return
            groups = failed
            await asyncio.sleep(PAUSE_S)

    def _report(self, group: list[Entry]) -> None:
        for entry in group:
            try:
                self._written(entry)
            except Exception as error:  # noqa: BLE001 - the entry is on disk, and the others must be heard of too
                _log.error("What follows a delivery failed", exc_info=error)


def _grouped(batch: list[Entry]) -> list[list[Entry]]:
    """Write what has notifications for itself: they are dropped where an administrator has removed its recipients."""
    plain = [entry for entry in batch if not entry.notifications]
    return [*([plain] if plain else []), *([entry] for entry in batch if entry.notifications)]
