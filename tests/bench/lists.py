"""The long lists of the console, in its window off screen: 100,000 queued messages, and as many lines of trace as wanted."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure, Options, milliseconds
from bench.restart import MESSAGES, fill
from bench.trace_list import fill_trace, measure_trace, wait
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store

if TYPE_CHECKING:
    from posthouse_console.main_window import MainWindow

MOST_TRACE_ROWS = 5_000_000
_ROUNDS = 5
_STEPS = 200
_HEARTBEAT_MS = 5
_WORDS = ("friend77", "far5.example", "privileged 9", "nowhere-at-all")


class Pulse:
    """Notices for how long the window could neither repaint nor react."""

    def __init__(self) -> None:
        """Begin to beat."""
        from PySide6.QtCore import QTimer

        self.gaps: list[float] = []
        self.worked: list[float] = []
        """The processor time of this thread alone between two beats: what a busy machine spoils least."""
        self._last, self._spent = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=_HEARTBEAT_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        at, spent = time.perf_counter(), time.thread_time()
        self.gaps.append(at - self._last)
        self.worked.append(spent - self._spent)
        self._last, self._spent = at, spent


def measure(folder: Path, options: Options) -> list[Figure]:
    """Fill a store, then open a console on it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    data = DataFolder(folder / "data")
    with Store(data) as store:
        fill(data)
        written = fill_trace(data, options.trace_rows) if options.trace_rows else []
        return _in_the_console(store, options.trace_rows) + written


def _in_the_console(store: Store, trace_rows: int) -> list[Figure]:
    from PySide6.QtWidgets import QApplication

    from posthouse_console.main_window import MainWindow
    from posthouse_console.service.backend import Backend

    application = QApplication.instance() or QApplication(["bench"])
    backend = Backend(store)
    window = MainWindow(backend)
    backend.start()
    window.resize(1280, 800)
    window.show()
    wait(lambda: backend.directory.is_loaded)
    pulse = Pulse()
    try:
        return [*_opening(window, pulse), *_sorting(window), *_filtering(window), *_scrolling(window),
                *(measure_trace(window, trace_rows) if trace_rows else []), _gap(pulse)]
    finally:
        backend.close()
        window.hide()
        window.deleteLater()
        application.processEvents()


def _opening(window: MainWindow, pulse: Pulse) -> list[Figure]:
    from posthouse_console.navigation.nodes import OUTBOUND_PATH, SERVER_PATH

    first, whole = [], []
    for number in range(_ROUNDS + 1):
        window.navigator.go(SERVER_PATH)
        began = time.perf_counter()
        window.navigator.go(OUTBOUND_PATH)
        wait(lambda: _has_rows(window))
        shown = time.perf_counter() - began
        wait(lambda: window.pane.list.model().rowCount() == MESSAGES)
        if number:  # the first one fills the disk cache
            first.append(shown)
            whole.append(time.perf_counter() - began)
        else:
            pulse.gaps.clear()
            pulse.worked.clear()
    return [(f"{MESSAGES:,} queued messages: click to the first screenful", milliseconds(first), "< 300 ms"),
            ("the same, to the whole list", milliseconds(whole), "-")]


def _has_rows(window: MainWindow) -> bool:
    model = window.pane.list.model()
    return model.rowCount() > 0 and model.index(0, 2).data() is not None


def _sorting(window: MainWindow) -> list[Figure]:
    from PySide6.QtCore import Qt

    table, source = window.pane.list, window._backend.queues
    took = [_until_seen(partial(table.sortByColumn, column, order), source.seen)
            for column in range(table.model().columnCount())
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)]
    return [("sorted by any of its columns", milliseconds(took), "< 1 s")]


def _filtering(window: MainWindow) -> list[Figure]:
    edit, source = window.pane.filter_bar.edit(), window._backend.queues
    took = [_until_seen(partial(edit.setText, words), source.seen) for words in _WORDS]
    _until_seen(edit.clear, source.seen)
    return [("filtered by words (200 ms of them wait for the next letter)", milliseconds(took), "< 1 s")]


def _scrolling(window: MainWindow) -> list[Figure]:
    from PySide6.QtWidgets import QApplication

    table, bar, took = window.pane.list, window.pane.list.verticalScrollBar(), []
    for number in range(_STEPS):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * number // _STEPS)
        table.viewport().repaint()
        QApplication.processEvents()
        took.append(time.perf_counter() - began)
        time.sleep(0.005)
    return [("scrolled to any place: one frame", milliseconds(took), "< 50 ms")]


def _gap(pulse: Pulse) -> Figure:
    return ("longest time in which the window could not react in all that",
            f"{max(pulse.gaps) * 1000:,.0f} ms (at work for {max(pulse.worked) * 1000:,.0f})", "-")


def _until_seen(act: Callable[[], object], seen: object) -> float:
    """Return how long it takes from an act to the list that follows from it."""
    found: list[object] = []
    connection = seen.connect(found.append)  # type: ignore[attr-defined]
    began = time.perf_counter()
    act()
    wait(lambda: bool(found))
    took = time.perf_counter() - began
    seen.disconnect(connection)  # type: ignore[attr-defined]
    return took
