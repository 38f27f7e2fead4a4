"""The abuse report as the console sees it, and what can be done with queued mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.store import Store
from posthouse_server.store.abuse import AbuseReport, report
from posthouse_server.store.spool_groups import GroupSize, SpoolGroup

Failed = Callable[[Exception], None]


class AbuseReports(QObject):
    """Reads a report when asked; `changed` is emitted in the GUI thread when it has come, or could not be read."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call read()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._newest = Newest(background, self)
        self.report: AbuseReport | None = None
        self.fault = ""
        """Why there is no report; empty when there is one."""

    def read(self, since: datetime, until: datetime) -> None:
        """Read the report of a span; the answer to an older question is dropped."""
        self._newest.ask(lambda: report(self._store, since, until), self._on_read, self._on_failed)

    def count(self, group: SpoolGroup, done: Callable[[GroupSize], None], failed: Failed) -> None:
        """Count the queued mail of a group."""
        self._background.run(self, lambda: self._store.spool.size_of(group), done, failed)

    def hold(self, group: SpoolGroup, done: Callable[[int], None], failed: Failed) -> None:
        """Hold what waits of a group; `done` hears how many recipients."""
        self._background.run(self, lambda: self._store.spool.hold(group), done, failed)

    def remove(self, group: SpoolGroup, done: Callable[[int], None], failed: Failed) -> None:
        """Remove what is queued of a group; `done` hears how many recipients."""
        self._background.run(self, lambda: self._store.spool.remove(group), done, failed)

    def _on_read(self, found: AbuseReport) -> None:
        self.report, self.fault = found, ""
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.report, self.fault = None, str(error)
        self.changed.emit()
