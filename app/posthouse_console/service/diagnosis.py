"""The checks of Diagnose, run in the background; what they find comes one by one."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_server.diagnose.finding import Finding
from posthouse_server.store import Store
from posthouse_server.words import tr

if TYPE_CHECKING:
    from posthouse_server.diagnose.running import Check


class Diagnosis(QObject):
    """Holds a row for each check, and what it has found so far."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Check nothing yet."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._cancel: threading.Event | None = None
        self._found: dict[str, Finding] = {}
        self._pending: set[str] = set()
        self.checks: Sequence[Check] = ()
        self.fault = ""
        """Why there are no findings, as a sentence."""

    @property
    def is_running(self) -> bool:
        """Return whether findings are still to come."""
        return self._cancel is not None

    @property
    def was_run(self) -> bool:
        """Return whether it has begun at least once."""
        return self.is_running or bool(self._found) or bool(self.fault)

    def finding(self, key: str) -> Finding | None:
        """Return what a check has found; None while it looks, or when it was cancelled before it had."""
        return None if key in self._pending else self._found.get(key)

    def findings(self) -> list[Finding]:
        """Return what has been found, in the order of the checks."""
        return [found for check in self.checks if (found := self.finding(check.key)) is not None]

    def is_pending(self, key: str) -> bool:
        """Return whether a check is looking."""
        return key in self._pending

    def run(self) -> None:
        """Look at everything inside this network; nothing happens while that is being done already."""
        self._begin("")

    def run_one(self, key: str) -> None:
        """Do a single check, also one that leaves this network."""
        self._begin(key)

    def cancel(self) -> None:
        """Stop waiting; what was found stays."""
        if self._cancel is not None:
            self._cancel.set()
            self._on_ended(self._cancel)

    def _begin(self, key: str) -> None:
        if self._cancel is not None:
            return
        cancel = self._cancel = threading.Event()
        self.fault = ""
        self.changed.emit()
        self._background.run(self, lambda: self._work(cancel, key), lambda _nothing: self._on_ended(cancel),
                             lambda error: self._on_failed(cancel, error))

    def _work(self, cancel: threading.Event, key: str) -> None:
        """Called in the background's thread; what the checks need is loaded here, so that no start waits for it."""
        from posthouse_server.diagnose.catalogue import CHECKS
        from posthouse_server.diagnose.running import findings, unasked
        from posthouse_server.diagnose.subject import Subject

        asked = [check for check in CHECKS if (check.key == key if key else not check.question)]
        left = [unasked(check) for check in CHECKS if check not in asked and not key]
        self._background.post(self, lambda: self._on_begun(cancel, CHECKS, [check.key for check in asked], left))
        subject = Subject.read(self._store)
        for found in findings(subject, asked, lambda: cancel.is_set() or self._background.closing.is_set()):
            self._background.post(self, partial(self._on_found, cancel, found))

    def _on_begun(self, cancel: threading.Event, checks: Sequence[Check], asked: Sequence[str],
                  left: Sequence[Finding]) -> None:
        if cancel is not self._cancel:
            return
        self.checks = checks
        self._pending = set(asked)
        for found in left:
            self._found.setdefault(found.key, found)  # what somebody has asked for earlier stays
        self.changed.emit()

    def _on_found(self, cancel: threading.Event, found: Finding) -> None:
        if cancel is self._cancel:
            self._pending.discard(found.key)
            self._found[found.key] = found
            self.changed.emit()

    def _on_ended(self, cancel: threading.Event) -> None:
        if cancel is self._cancel:
            self._cancel = None
            self._pending.clear()
            self.changed.emit()

    def _on_failed(self, cancel: threading.Event, error: Exception) -> None:
        if cancel is self._cancel:
            self.fault = tr("The checks could not be made: {error}", error=error)
            self._on_ended(cancel)
