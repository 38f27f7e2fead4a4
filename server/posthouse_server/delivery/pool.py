"""Connections to other servers that are kept open for the next message: most of the cost of a small one is the greeting."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable

from posthouse_server.delivery.connection import Connection

_IDLE_S = 2.0
_MESSAGES = 100  # some servers count; a new connection is cheap once in so many


class ConnectionPool:
    """Holds idle connections for a short while."""

    def __init__(self) -> None:
        """Hold none."""
        self._idle: dict[Hashable, list[Connection]] = {}
        self._goodbyes: set[asyncio.Task[None]] = set()
        self._is_closed = False

    def take(self, key: Hashable) -> Connection | None:
        """Return an idle connection made for exactly this purpose, the most recently used first."""
        idle = self._idle.get(key, [])
        while idle:
            found = idle.pop()
            assert found.expiry is not None
            found.expiry.cancel()
            if found.dialog.is_usable:
                return found
            found.dialog.abort()
        return None

    @staticmethod
    def is_worn(connection: Connection) -> bool:
        """Return whether a connection has carried enough, or can't carry more."""
        return connection.is_ending or connection.messages >= _MESSAGES or not connection.dialog.is_usable

    @staticmethod
    def is_nearly_worn(connection: Connection) -> bool:
        """Return whether the message after this one will need another connection."""
        return connection.messages + 1 >= _MESSAGES

    def give_back(self, connection: Connection) -> None:
        """Keep a connection for the next message."""
        if self._is_closed or self.is_worn(connection):
            self.end(connection)
            return
        connection.expiry = asyncio.get_running_loop().call_later(_IDLE_S, self._expire, connection)
        self._idle.setdefault(connection.key, []).append(connection)

    def end(self, connection: Connection) -> None:
        """Say goodbye and close."""
        task = asyncio.create_task(connection.dialog.say_goodbye())
        self._goodbyes.add(task)
        task.add_done_callback(self._goodbyes.discard)

    async def close(self) -> None:
        """Say goodbye everywhere; what is given back later is closed at once."""
        self._is_closed = True
        for connection in [one for idle in self._idle.values() for one in idle]:
            assert connection.expiry is not None
            connection.expiry.cancel()
            self.end(connection)
        self._idle.clear()
        while self._goodbyes:
            await asyncio.gather(*self._goodbyes)

    def _expire(self, connection: Connection) -> None:
        idle = self._idle[connection.key]
        idle.remove(connection)
        if not idle:
            del self._idle[connection.key]
        self.end(connection)
