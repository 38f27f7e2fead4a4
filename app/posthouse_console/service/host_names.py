"""The names of clients (PTR): several look-ups at once, none waited for longer than a few seconds."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from posthouse_console.service.background import Background
from posthouse_server.diagnose.client_names import name_of
from posthouse_server.words import tr

TIMEOUT_S = 3.0
AT_ONCE = 8
_MOST_THREADS = 24  # with those that nobody waits for any more: the system's resolver can't be called off
_LOOK_S = 0.1


class Answer(StrEnum):
    """How a look-up has ended, as it is shown."""

    NAMED = "named"  # never shown: the name is
    NO_NAME = tr("no name")
    TIMED_OUT = tr("name look-up timed out")
    FAILED = tr("name look-up failed")


@dataclass(frozen=True, slots=True)
class HostName:
    """What is known of a client's name."""

    answer: Answer
    name: str = ""
    fault: str = ""
    """What the system said, where the look-up has failed."""


Found = Callable[[str, HostName], None]


def look_up(background: Background, owner: QObject, clients: Sequence[str], found: Found, left: threading.Event,
            servers: Sequence[str] = ()) -> None:
    """Call `found(client, name)` in the GUI thread for each client as the answers come, until `left` is set.

    The DNS servers are asked, or the system where there are none.
    """
    wanted = list(dict.fromkeys(clients))

    def tell(client: str, answer: HostName) -> None:
        background.post(owner, lambda: None if left.is_set() else found(client, answer))

    def is_over() -> bool:
        return left.is_set() or background.closing.is_set()

    if wanted:
        background.run(owner, lambda: _Round(wanted, servers, tell, is_over).run(), lambda _done: None)


class _Round:
    """One round over many clients: starts the look-ups, and gives up those that take too long."""

    def __init__(self, clients: Sequence[str], servers: Sequence[str], tell: Found, is_over: Callable[[], bool]) -> None:
        self._waiting = deque(clients)
        self._servers = servers
        self._tell = tell
        self._is_over = is_over
        self._started: dict[str, float] = {}
        self._threads = 0
        self._answers: queue.SimpleQueue[tuple[str, HostName]] = queue.SimpleQueue()

    def run(self) -> None:
        """Work through all clients; returns early when nobody wants to know any more."""
        while (self._waiting or self._started) and not self._is_over():
            self._start()
            self._hear()
            self._give_up()

    def _start(self) -> None:
        while self._waiting and len(self._started) < AT_ONCE and self._threads < _MOST_THREADS:
            client = self._waiting.popleft()
            self._started[client] = time.monotonic()
            self._threads += 1
            threading.Thread(target=self._ask, args=(client,), name=f"name of {client}", daemon=True).start()

    def _hear(self) -> None:
        """Take one answer, if one comes in time to look at the clock again."""
        try:
            client, answer = self._answers.get(timeout=_LOOK_S)
        except queue.Empty:
            return
        self._threads -= 1
        if self._started.pop(client, None) is not None:
            self._tell(client, answer)

    def _ask(self, client: str) -> None:
        self._answers.put((client, _look_up(client, self._servers)))

    def _give_up(self) -> None:
        late = time.monotonic() - TIMEOUT_S
        for client in [client for client, started in self._started.items() if started < late]:
            del self._started[client]
            self._tell(client, HostName(Answer.TIMED_OUT))


def _look_up(client: str, servers: Sequence[str]) -> HostName:
    try:
        name = name_of(client, servers, TIMEOUT_S)
    except TimeoutError:
        return HostName(Answer.TIMED_OUT)
    except OSError as error:
        return HostName(Answer.FAILED, fault=error.strerror or str(error))
    return HostName(Answer.NAMED, name) if name else HostName(Answer.NO_NAME)
