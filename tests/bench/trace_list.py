"""The trace with millions of lines: what its writer needs for them, and how long they take to be opened, filtered, scrolled."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bench.figures import Figure, milliseconds, say
from posthouse_server.paths import DataFolder
from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.packs import pack_all
from posthouse_server.store.traffic_writes import DecisionRow, write_rows

if TYPE_CHECKING:
    from posthouse_console.main_window import MainWindow

_BATCH = 2000
"""So many lines has the writer at once while a server is busy."""
_ROUNDS = 5
_STEPS = 200
_TIMEOUT_S = 120.0
_FIELDS = ({"client": "192.0.3.7"}, {"recipient": "r4999@"}, {"recipient": "far77.example"}, {"sender": "nowhere"},
           {"verdict": "refused"}, {"login": "user77", "recipient": "far5"}, {"id": "T0000"})
_WORDS = ("far77.example", "nowhere", "192.0.3.7", "T0012345", "s77@example.com", "denied")


def fill_trace(data: DataFolder, number: int) -> list[Figure]:
    """Record this many decisions of the last 30 days as a server does, a third of each verdict; then pack them."""
    database, began = Database(data.traffic_db, synchronous="NORMAL"), now() - timedelta(days=30)
    step, took = timedelta(days=29.9) / number, []
    for start in range(0, number, _BATCH):
        rows = [_line(line, began + line * step) for line in range(start, min(number, start + _BATCH))]
        with database.write() as connection:
            spent = time.thread_time()
            write_rows(connection, rows)
            took.append((time.thread_time() - spent) / len(rows))
        if start % 500_000 == 0:
            say(f"{start:,} of {number:,} lines of the trace")
    with database.write() as connection:
        pack_all(connection)
    database.dispose()
    return [(f"trace: processor time of the writer for a line, {number:,} of them",
             f"{statistics.median(took) * 1e6:.1f} us", "-")]


def _line(number: int, at: object) -> DecisionRow:
    verdict = ("relay", "local", "refused")[number % 3]
    id_ = f"{number * 7919 % 10_000_000:07d}"
    return DecisionRow(
        f"T{id_}", at, f"192.0.{number % 7}.{number % 250}", None if number % 3 else f"user{number % 400}@example.com",  # type: ignore[arg-type]
        False, f"s{number % 997}@example.com", f"r{number}@far{number % 1000}.example", verdict, "privileged_range",
        "550 5.7.1 Relaying denied" if verdict == "refused" else "250 2.1.5 OK", 1,
        None if verdict == "refused" else f"M{id_}")


def measure_trace(window: MainWindow, number: int) -> list[Figure]:
    """Open, scroll, turn round and filter the list of Logs."""
    return [*_opening(window, number), _scrolling(window), _turning(window), *_filtering(window)]


def _opening(window: MainWindow, number: int) -> list[Figure]:
    from posthouse_console.navigation.nodes import LOGS_PATH, SERVER_PATH

    first, whole = [], []
    for _ in range(_ROUNDS + 1):
        window.navigator.go(SERVER_PATH)
        began = time.perf_counter()
        window.navigator.go(LOGS_PATH)
        wait(lambda: _is_read(window))
        first.append(time.perf_counter() - began)
        wait(lambda: window.pane.list.model().rowCount() == number)
        whole.append(time.perf_counter() - began)
    return [(f"{number:,} lines of the trace: click to the first screenful", milliseconds(first[1:]), "< 300 ms"),
            ("the same, to the whole list", milliseconds(whole[1:]), "-")]


def _scrolling(window: MainWindow) -> Figure:
    from PySide6.QtWidgets import QApplication

    table, bar, took = window.pane.list, window.pane.list.verticalScrollBar(), []
    for number in range(_STEPS):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * number // _STEPS)
        table.viewport().repaint()
        QApplication.processEvents()
        took.append(time.perf_counter() - began)
        time.sleep(0.005)
    return ("the same, scrolled to any place: one frame", milliseconds(took), "< 50 ms")


def _turning(window: MainWindow) -> Figure:
    from PySide6.QtCore import Qt

    took = []
    for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder) * 3:
        began = time.perf_counter()
        window.pane.list.sortByColumn(0, order)
        wait(lambda: _is_read(window))
        took.append(time.perf_counter() - began)
    return ("the same, sorted by time, the other way round", milliseconds(took), "< 1 s")


def _filtering(window: MainWindow) -> list[Figure]:
    bar, edit = window.pane.trace_bar, window.pane.filter_bar.edit()
    fields = [_search(window, lambda values=values: bar.show_values(values)) for values in _FIELDS]  # type: ignore[misc]
    _search(window, bar.clear)
    words = [_search(window, lambda text=text: edit.setText(text)) for text in _WORDS]  # type: ignore[misc]
    _search(window, edit.clear)
    return [("the same, filtered by fields: to the first screenful", milliseconds([first for first, _ in fields]), "< 1 s"),
            ("the same, to the whole list", milliseconds([whole for _, whole in fields]), "< 1 s"),
            ("the same, filtered by words of any column: to the first screenful",
             milliseconds([first for first, _ in words]), "< 1 s"),
            ("the same, until every line was looked at", milliseconds([whole for _, whole in words]), "< 1 s")]


def _search(window: MainWindow, act: Callable[[], object]) -> tuple[float, float]:
    """Return how long it takes to the first screenful, and to the end; 200 ms of it wait for the next letter."""
    trace = window._backend.trace
    began = time.perf_counter()
    act()
    wait(lambda: trace.state.is_running)
    wait(lambda: _is_read(window) or not trace.state.is_running)
    first = time.perf_counter() - began
    wait(lambda: not trace.state.is_running)
    return first, time.perf_counter() - began


def _is_read(window: MainWindow) -> bool:
    model = window.pane.list.model()
    return model.rowCount() > 0 and model.index(0, 1).data() is not None


def wait(is_true: Callable[[], bool]) -> None:
    """Let the console work until something is true."""
    from PySide6.QtWidgets import QApplication

    deadline = time.perf_counter() + _TIMEOUT_S
    while not is_true():
        assert time.perf_counter() < deadline, "the console did not follow"
        QApplication.processEvents()
        time.sleep(0.001)
