"""The tables of Inbound, Outbound and Bad Mail, each filled while it is on show."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, Qt

from posthouse_console.models.queue_rows import BadMailModel, QueueModel
from posthouse_console.navigation.nodes import NodeKind
from posthouse_console.service.queue_model import QueueList, Sight
from posthouse_server.store.queues import Queue, QueuedRow, QueueOrder
from posthouse_server.words import tr

QUEUES = {NodeKind.INBOUND: Queue.INBOUND, NodeKind.OUTBOUND: Queue.OUTBOUND, NodeKind.BAD_MAIL: Queue.BAD_MAIL}


class QueueTables(QObject):
    """Carries rows from the source to the table on show, and its wishes back."""

    def __init__(self, source: QueueList, parent: QObject) -> None:
        """Make all tables; none is filled."""
        super().__init__(parent)
        self._source = source
        self._shown: QueueModel | None = None
        self.models = {kind: (BadMailModel if queue is Queue.BAD_MAIL else QueueModel)(queue, self)
                       for kind, queue in QUEUES.items()}
        for model in self.models.values():
            model.rows_wanted.connect(source.read_rows)
            model.read_rows = functools.partial(source.find_rows, model.queue)
            model.sort_wanted.connect(functools.partial(self._on_sort_wanted, model))
        source.seen.connect(self._on_seen)
        source.rows_read.connect(self._on_rows_read)
        source.changed.connect(self._on_fault_changed)

    def watch(self, kind: NodeKind) -> None:
        """Fill the table of a node, if it has one."""
        model = self.models.get(kind)
        if model is self._shown:
            return
        if self._shown is not None:
            self._shown.show_keys((), {})
        self._shown = model
        if model is None:
            self._source.watch(None)
        else:
            model.note = tr("Reading…")
            self._source.watch(model.queue, model.keys_in_sight)

    def search(self, words: str) -> None:
        """List only messages with these words."""
        self._source.search(words)

    def _on_sort_wanted(self, model: QueueModel, column: int, order: Qt.SortOrder) -> None:
        if model is not self._shown:
            return
        wanted = model.ORDERS[column]
        is_descending = order is Qt.SortOrder.DescendingOrder
        # The age grows the earlier a message has come.
        self._source.sort(wanted, is_descending=is_descending is not (wanted is QueueOrder.ACCEPTED))

    def _on_seen(self, sight: Sight) -> None:
        if self._shown is not None and self._shown.queue is sight.queue:
            self._shown.note = tr("No message contains these words.") if sight.words and not sight.ids else ""
            self._shown.show_keys(sight.ids, sight.rows)

    def _on_rows_read(self, rows: dict[str, QueuedRow], gone: set[str]) -> None:
        if self._shown is not None:
            self._shown.take_rows(rows, gone)

    def _on_fault_changed(self) -> None:
        if self._shown is not None and self._source.fault:
            self._shown.note = tr("This queue can't be read: {fault}", fault=self._source.fault)
            self._shown.show_keys((), {})
