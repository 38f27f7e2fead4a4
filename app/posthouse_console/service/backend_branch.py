"""A backend for another window on the same data: it shares the models, and reads lists of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from posthouse_console.service.abuse_model import AbuseReports
from posthouse_console.service.backend import Backend
from posthouse_console.service.bans_model import BansList
from posthouse_console.service.history_model import HistoryList
from posthouse_console.service.queue_model import QueueList
from posthouse_console.service.trace_model import TraceSource


class BackendBranch(Backend):
    """Two windows may look at two queues, or search the logs for different words: what depends on that is not shared."""

    def __init__(self, trunk: Backend, parent: QObject | None = None) -> None:
        """Stand on a backend that lives longer."""
        QObject.__init__(self, parent)
        vars(self).update(vars(trunk))
        store, background = trunk.store, trunk.background
        self.bans = BansList(store, background, self)
        self.abuse = AbuseReports(store, background, self)
        self.trace = TraceSource(store, background, self)
        self.history = HistoryList(store, background, self)
        self.queues = QueueList(store, background, self)
        self._watcher.settings_changed.connect(self._reload_lists)
        self._watcher.traffic_changed.connect(self.trace.refresh)
        self._watcher.spool_changed.connect(self.queues.refresh)
        trunk.store_faulted.connect(self.store_faulted)

    def _reload_lists(self) -> None:
        self.bans.reload()
        self.history.reload()

    def close(self) -> bool:
        """Read no more; the trunk goes on."""
        self.bans.watch(False)
        self.trace.watch(False)
        self.history.watch(False)
        self.queues.watch(None)
        return True
