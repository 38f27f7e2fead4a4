"""Makes the notifications that follow from outcomes, and records both in one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from posthouse_server.delivery.bounce import KEPT_HEADER_BYTES, KEPT_WHOLE_BYTES, Action, Original, Told, make_notification
from posthouse_server.delivery.recorder import Entry, Recorder
from posthouse_server.delivery.verdict import Verdict
from posthouse_server.live import Live
from posthouse_server.store import StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, QueuedMessage
from posthouse_server.store.spool import SpoolStore

_log = logging.getLogger(__name__)


class Notices:
    """Reads of the original what is given back, off the loop, and passes entries on to the recorder."""

    def __init__(self, live: Live, spool: SpoolStore, recorder: Recorder) -> None:
        """Make none yet."""
        self._live = live
        self._spool = spool
        self._recorder = recorder
        self._tasks: set[asyncio.Task[None]] = set()

    def add(self, entry: Entry, verdicts: Sequence[Verdict]) -> None:
        """Record an entry with its notifications."""
        task = asyncio.create_task(self._run(entry, verdicts))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Wait until all are with the recorder."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def _run(self, entry: Entry, verdicts: Sequence[Verdict]) -> None:
        try:
            notifications = await asyncio.to_thread(self._make, entry, verdicts)
        except Exception as error:  # noqa: BLE001 - what was delivered must be recorded, or it is delivered again
            _log.error("A notification about %s could not be made", entry.message.id, exc_info=error)
            notifications = []
        self._recorder.add(replace(entry, notifications=notifications))

    def _make(self, entry: Entry, verdicts: Sequence[Verdict]) -> list[NewMessage]:
        groups: dict[Action, list[Told]] = {}
        for recipient, verdict in zip(entry.recipients, verdicts, strict=True):
            if verdict.told is not None:
                groups.setdefault(verdict.told, []).append(Told(
                    recipient.address, verdict.result.reply, entry.outcomes[recipient.id].remote, recipient.original_recipient))
        return [make_notification(entry.message, self._original(entry.message, action), told, self._live.current, now(), action)
                for action, told in groups.items()]

    def _original(self, message: QueuedMessage, action: Action) -> Original:
        """Return what is given back: all only of what has failed, where the sender wants it and it is not large."""
        is_whole = (action is Action.FAILED and message.returned == "FULL" and message.size <= KEPT_WHOLE_BYTES
                    and not message.utf8)
        limit = -1 if is_whole else KEPT_HEADER_BYTES
        if message.body is not None:
            return Original(message.body if is_whole else message.body[:limit], is_whole)
        try:
            if message.body_file is None:
                return Original(self._spool.body(message.id), is_whole)
            with (self._spool.folder / message.body_file).open("rb") as file:
                return Original(file.read(limit), is_whole)
        except (OSError, StoreError) as error:  # the report matters more than what it gives back
            _log.error("The body of %s could not be read: %s", message.id, error)
            return Original(b"")
