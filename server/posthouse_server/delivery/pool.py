"""Connections to other servers that are kept open for the next message: most of the cost of a small one is the greeting."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from dataclasses import dataclass

import aiosmtplib

from posthouse_server.delivery.connection import say_goodbye

_IDLE_S = 2.0
_MESSAGES = 100  # some servers count; a new connection is cheap once in so many


@dataclass(slots=True)
class Pooled:
    """A connection that is greeted, secured and logged in."""

    client: aiosmtplib.SMTP
    key: Hashable
    messages: int = 0
    expiry: asyncio.TimerHandle | None = None

    @property
    def is_fresh(self) -> bool:
        """Return whether nothing was sent through it yet: one that was idle may be dead without our knowing."""
        return self.messages == 0


class ConnectionPool:
    """Holds idle connections for a short while."""

    def __init__(self) -> None:
        """Hold none."""
        self._idle: dict[Hashable, list[Pooled]] = {}
        self._goodbyes: set[asyncio.Task[None]] = set()
        self._is_closed = False

    def take(self, key: Hashable) -> Pooled | None:
        """Return an idle connection made for exactly this purpose, the most recently used first."""
        idle = self._idle.get(key, [])
        while idle:
            found = idle.pop()
            assert found.expiry is not None
            found.expiry.cancel()
            if found.client.is_connected:
                return found
            found.client.close()
        return None

    def give_back(self, connection: Pooled) -> None:
        """Keep a connection for the next message; it must be between two transactions."""
        connection.messages += 1
        if self._is_closed or connection.messages >= _MESSAGES or not connection.client.is_connected:
            self._end(connection)
            return
        connection.expiry = asyncio.get_running_loop().call_later(_IDLE_S, self._expire, connection)
        self._idle.setdefault(connection.key, []).append(connection)

    async def close(self) -> None:
        """Say goodbye everywhere; what is given back later is closed at once."""
        self._is_closed = True
        for connection in [one for idle in self._idle.values() for one in idle]:
            assert connection.expiry is not None
            connection.expiry.cancel()
            self._end(connection)
        self._idle.clear()
        await asyncio.gather(*self._goodbyes)

    def _expire(self, connection: Pooled) -> None:
        idle = self._idle[connection.key]
        idle.remove(connection)
        if not idle:
            del self._idle[connection.key]
        self._end(connection)

    def _end(self, connection: Pooled) -> None:
        task = asyncio.create_task(say_goodbye(connection.client))
        self._goodbyes.add(task)
        task.add_done_callback(self._goodbyes.discard)
