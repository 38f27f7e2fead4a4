"""The table of Logs: it carries what is found from the source to the list, and the wishes of list and filters back."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer

from posthouse_console.models.trace_list import TraceListModel
from posthouse_console.navigation.list_view import ListView
from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.trace_model import TraceSource
from posthouse_console.widgets.trace_bar import TraceBar
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.words import tr

_PATIENCE_MS = 400
"""A search that is over sooner is not worth a progress bar."""


class TraceTable(QObject):
    """Fills the list while Logs is on show."""

    def __init__(self, source: TraceSource, parent: QObject) -> None:
        """Fill nothing yet."""
        super().__init__(parent)
        self._source = source
        self._bar: TraceBar | None = None
        self._words = ""
        self.model = TraceListModel(self)
        self.model.rows_wanted.connect(self._on_rows_wanted)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_state)
        source.began.connect(self._on_began)
        source.found.connect(self._on_found)
        source.followed.connect(self.model.follow)
        source.lines_read.connect(self.model.take_lines)
        source.changed.connect(self._show_state)

    def attach(self, bar: TraceBar, view: ListView) -> None:
        """Use these filters, and keep the view where it is while lines come above it."""
        self._bar = bar
        bar.changed.connect(self._search)
        bar.paused.connect(self._source.pause)
        bar.cancelled.connect(self._source.cancel)
        SteadyView(self.model, view)

    def watch(self, on: bool) -> None:
        """Begin to fill the list, or leave it."""
        if on and self._bar is not None and not self._source.is_watched:
            self._words = ""
            self._bar.reset()
        self._source.watch(on)
        if not on:
            self.model.begin("")

    def search(self, words: str) -> None:
        """List only lines with these words, besides what the fields say."""
        self._words = " ".join(words.split())
        self._search()

    def _search(self) -> None:
        values = self._bar.values() if self._bar is not None else {}
        self._source.search(TraceFilter(**values, words=self._words))

    def _on_began(self) -> None:
        self.model.read_times = self._source.reader()
        self.model.begin(tr("Reading…"))
        self._patience.start()

    def _on_found(self, times: array[float]) -> None:
        self.model.add_older(times)

    def _on_rows_wanted(self, numbers: Sequence[int]) -> None:
        self._source.read_lines(numbers, [self.model.time_of(number) for number in numbers])

    def _show_state(self) -> None:
        state, source = self._source.state, self._source
        if not state.is_running:
            self._patience.stop()
            nothing = tr("No line is as these filters ask.") if not source.wanted.is_empty else ""
            self.model.note = tr("The trace can't be read: {fault}", fault=source.fault) if source.fault else nothing
        if self._bar is None or (state.is_running and self._patience.isActive()):
            return
        since = "" if math.isinf(state.since) else time_text(datetime.fromtimestamp(state.since, UTC))
        if source.fault:
            self._bar.show_state(tr("The trace can't be read: {fault}", fault=source.fault), None)
        elif state.is_running:
            self._bar.show_state(tr("Looked through back to {since}…", since=since) if since else
                                 tr("Looking through the trace…"), state.share)
        elif state.is_cancelled:
            self._bar.show_state(tr("The search was cancelled: looked through back to {since}.", since=since) if since else
                                 tr("The search was cancelled: looked through nothing."), None)
        else:
            self._bar.show_state(tr("Paused: new lines are not listed.") if source.is_paused else "", None)


class SteadyView(QObject):
    """Keeps the rows in sight where they are when others come above them; at the top, new ones come into sight."""

    def __init__(self, model: TraceListModel, view: ListView) -> None:
        """Hold this view whenever it shows this model."""
        super().__init__(view)
        self._model, self._view = model, view
        model.rowsInserted.connect(lambda _parent, first, last: self._on_inserted(first, last))
        model.order_refused.connect(self._on_order_refused)

    def _on_inserted(self, first: int, last: int) -> None:
        bar = self._view.verticalScrollBar()
        if self._view.model() is not self._model or not bar.value() or first > self._view.rowAt(0):
            return
        number = last - first + 1
        is_by_row = self._view.verticalScrollMode() is ListView.ScrollMode.ScrollPerItem
        step = number if is_by_row else number * self._view.verticalHeader().defaultSectionSize()
        self._view.updateGeometries()  # or the bar would not reach as far as that
        bar.setValue(bar.value() + step)

    def _on_order_refused(self, order: Qt.SortOrder) -> None:
        """The header shows the order that there is."""
        if self._view.model() is self._model:
            QTimer.singleShot(0, self, lambda: self._view.horizontalHeader().setSortIndicator(0, order))
