"""Background work with one door back to the GUI thread; nothing arrives once its owner is gone."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

from posthouse_console.service.door import Door

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_MOST_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class _Pending:
    owner: QObject
    done: Callable[[object], None]
    failed: Callable[[Exception], None]


class Background(QObject):
    """Runs blocking work in threads and calls back in the GUI thread.

    The threads are daemons: a QThreadPool would hold up the end of the program until the slowest server has answered.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Make it in the GUI thread."""
        super().__init__(parent)
        self.closing = threading.Event()
        """Work that waits for long should look at it, and give up."""
        self._numbers = itertools.count()
        self._pending: dict[int, _Pending] = {}
        self._threads: dict[int, threading.Thread] = {}
        self._threads_lock = threading.Lock()
        self._seats = threading.BoundedSemaphore(_MOST_AT_ONCE)
        self._door = Door(self)

    def run(self, owner: QObject, work: Callable[[], _T], done: Callable[[_T], None],
            failed: Callable[[Exception], None] | None = None) -> None:
        """Run `work` in a thread; then, in the GUI thread and only if the owner still lives, `done` or `failed`."""
        number = next(self._numbers)
        self._pending[number] = _Pending(owner, done, failed or self._log_failure)  # type: ignore[arg-type]
        thread = threading.Thread(target=self._perform, args=(number, work), name=f"background {number}", daemon=True)
        with self._threads_lock:
            self._threads[number] = thread
        thread.start()

    def post(self, owner: QObject, act: Callable[[], None]) -> None:
        """Call `act` in the GUI thread, if the owner then still lives; for any thread."""
        self._door.send(lambda: act() if shiboken6.isValid(owner) else None)

    def wait(self, timeout_s: float = 5.0) -> bool:
        """Wait for running work to end; returns whether all of it has."""
        deadline = time.monotonic() + timeout_s
        with self._threads_lock:
            threads = list(self._threads.values())
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    def close(self, timeout_s: float) -> bool:
        """Drop all outcomes, and wait a little; returns whether all work has ended. What has not is abandoned."""
        self.closing.set()
        self._door.close()
        return self.wait(timeout_s)

    def _perform(self, number: int, work: Callable[[], object]) -> None:
        try:
            with self._seats:
                if self.closing.is_set():
                    return
                outcome = work()
        except Exception as error:  # noqa: BLE001 - it is handed to the owner's `failed`
            outcome = error
        finally:
            with self._threads_lock:
                del self._threads[number]
        self._door.send(lambda: self._on_performed(number, outcome))

    def _on_performed(self, number: int, outcome: object) -> None:
        pending = self._pending.pop(number)
        if not shiboken6.isValid(pending.owner):
            return
        if isinstance(outcome, Exception):
            pending.failed(outcome)
        else:
            pending.done(outcome)

    @staticmethod
    def _log_failure(error: Exception) -> None:
        _log.error("Background work failed: %s", error, exc_info=error)
