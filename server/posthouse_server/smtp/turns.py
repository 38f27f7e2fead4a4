"""Sharing one event loop among many connections: replies go out together, and whoever floods us waits its turn."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from typing import Protocol

_log = logging.getLogger(__name__)
_TURN_S = max(0.002, 2 * time.get_clock_info("monotonic").resolution)  # Windows counts in steps of 16 ms
"""Of connections that are flooded with commands, at most half of the time goes into them."""


class Speaker(Protocol):
    """A connection that has replies to send."""

    def uncork(self) -> None:
        """Send them."""


class Talker(Protocol):
    """A connection that has more to answer."""

    def go_on(self) -> None:
        """Answer some of it."""


class Guest(Protocol):
    """A connection that may outstay its welcome."""

    def check_time(self, at: float) -> None:
        """End it if it has been silent for too long, by the loop's clock."""


class Watch:
    """Looks at all connections every now and then: a timer for each would cost more than a command does."""

    def __init__(self, loop: asyncio.AbstractEventLoop, every_s: float) -> None:
        """Nobody is here yet."""
        self._loop = loop
        self._every_s = every_s
        self._guests: set[Guest] = set()
        self._is_planned = False

    def add(self, guest: Guest) -> None:
        """Watch a connection."""
        self._guests.add(guest)
        self._plan()

    def discard(self, guest: Guest) -> None:
        """Forget a connection."""
        self._guests.discard(guest)

    def _plan(self) -> None:
        if self._guests and not self._is_planned:
            self._is_planned = True
            self._loop.call_later(self._every_s, self._look)

    def _look(self) -> None:
        self._is_planned = False
        at = self._loop.time()
        try:
            for guest in tuple(self._guests):
                guest.check_time(at)
        finally:
            self._plan()


class Outbox:
    """Sends the replies of all connections that have been served in one turn of the event loop, one after the other.

    The first of them wakes its client. While that runs, the others wake without a detour through the scheduler: many
    clients are served for far less than with a write as soon as each reply is known, and one alone waits no longer.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hold nothing yet."""
        self._loop = loop
        self._waiting: list[Speaker] = []

    def add(self, connection: Speaker) -> None:
        """Send what a connection has to say, in a moment."""
        if not self._waiting:
            self._loop.call_soon(self._send)
        self._waiting.append(connection)

    def _send(self) -> None:
        waiting, self._waiting = self._waiting, []
        for connection in waiting:
            try:
                connection.uncork()
            except Exception:  # noqa: BLE001 - the others must not wait for ever because of one
                _log.exception("A reply could not be sent")


class Turns:
    """Lets connections that have sent many commands at once go on in turn, a little in each turn of the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Nobody waits yet."""
        self._loop = loop
        self._waiting: deque[Talker] = deque()
        self._is_planned = False

    def add(self, dialog: Talker) -> None:
        """Let a connection go on when it is its turn."""
        self._waiting.append(dialog)
        self._plan()

    def _plan(self) -> None:
        if self._waiting and not self._is_planned:
            self._is_planned = True
            self._loop.call_later(_TURN_S, self._take_turns)

    def _take_turns(self) -> None:
        end = self._loop.time() + _TURN_S
        self._is_planned = False
        try:
            for _ in range(len(self._waiting)):
                self._waiting.popleft().go_on()
                if self._loop.time() > end:
                    break
        finally:
            self._plan()
