"""Background work with one door back to the GUI thread; nothing arrives once its owner is gone."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Pending:
    owner: QObject
    done: Callable[[object], None]
    failed: Callable[[Exception], None]


class _Task(QRunnable):
    """Runs in the pool; a QRunnable has no signals, so it borrows those of Background."""

    def __init__(self, number: int, work: Callable[[], object], door: Background) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._door = door

    def run(self) -> None:
        """Do the work and send its outcome through the door."""
        try:
            outcome: object = self._work()
        except Exception as error:  # noqa: BLE001 - it is handed to the owner's `failed`
            outcome = error
        if shiboken6.isValid(self._door):
            self._door.finished.emit(self._number, outcome)


class Background(QObject):
    """Runs blocking work in a thread pool and calls back in the GUI thread."""

    finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Use a pool of its own, so that nothing else can fill it."""
        super().__init__(parent)
        self._numbers = itertools.count()
        self._pending: dict[int, _Pending] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(8)
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(self, owner: QObject, work: Callable[[], _T], done: Callable[[_T], None],
            failed: Callable[[Exception], None] | None = None) -> None:
        """Run `work` in a thread; then, in the GUI thread and only if the owner still lives, `done` or `failed`."""
        number = next(self._numbers)
        self._pending[number] = _Pending(owner, done, failed or self._log_failure)  # type: ignore[arg-type]
        self._pool.start(_Task(number, work, self))

    def wait(self, timeout_ms: int = 5000) -> bool:
        """Wait for running work to end (when the program closes); its outcomes are dropped."""
        return self._pool.waitForDone(timeout_ms)

    def _on_finished(self, number: int, outcome: object) -> None:
        pending = self._pending.pop(number)
        if not shiboken6.isValid(pending.owner):
            return
        if isinstance(outcome, Exception):
            pending.failed(outcome)
        else:
            pending.done(outcome)

    @staticmethod
    def _log_failure(error: Exception) -> None:
        _log.error("Background work failed: %s", error)
