"""Carries bans between the server and the store: new ones out, those lifted by people in."""

from __future__ import annotations

import asyncio
import logging
import time

from posthouse_server.smtp.bans import Bans
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now

_log = logging.getLogger(__name__)


class BanKeeper:
    """Call `load` before the first client, and `keep` about once a second."""

    def __init__(self, store: Store, bans: Bans) -> None:
        """Keep these bans in that store."""
        self._store = store
        self._bans = bans
        self._trace_note = store.trace_note
        self._is_failing = False

    def load(self) -> None:
        """Take over what an earlier run has left; blocks. Raises StoreError."""
        self._bans.restore(self._store.bans.remembered(), time.monotonic(), now())

    async def keep(self) -> None:
        """Save new bans, and end those whose row somebody has removed; costs nothing while nobody is banned."""
        try:
            await self._exchange()
        except StoreError as error:
            if not self._is_failing:
                _log.error("Bans hold, but can't be saved or lifted at present: %s", error)
            self._is_failing = True
        else:
            self._is_failing = False

    async def _exchange(self) -> None:
        await self._save()
        standing = set(self._bans.in_force(now())) - set(self._bans.unsaved)
        if not standing:
            return
        known = {ban.client for ban in await asyncio.to_thread(self._store.bans.list)}
        if self._store.trace_note != self._trace_note:  # the trace began anew, without the bans: nobody has lifted them
            self._trace_note = self._store.trace_note
            self._bans.unsaved.update(self._bans.standing)
            return
        # What has ended or was made anew while we read is not lifted.
        for client in (standing - known - set(self._bans.unsaved)) & set(self._bans.in_force(now())):
            self._bans.lift(client)
            _log.info("The ban of %s was lifted", client)

    async def _save(self) -> None:
        unsaved, lifted = dict(self._bans.unsaved), set(self._bans.lifted)
        if unsaved:
            await asyncio.to_thread(self._store.bans.record, *unsaved.values())
        for client in lifted:
            await asyncio.to_thread(self._store.bans.lift, client)
        self._bans.lifted -= lifted
        for client, ban in unsaved.items():
            if self._bans.unsaved.get(client) is ban:
                del self._bans.unsaved[client]
