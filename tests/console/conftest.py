"""A console on a store of its own; servers are simulated by the row that they would write."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from posthouse_console.main_window import MainWindow
from posthouse_console.service.backend import Backend
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.nodes import Counters, Node, NodeState

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitExposed):
    waiting.__kwdefaults__["timeout"] = 20_000  # the usual five seconds are too few where other work keeps all cores busy

WhenServer = Callable[..., Node]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns whenever a window's minimum size changes, and Qt of a locale that is not installed."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", "Detected locale"))


@pytest.fixture(autouse=True)
def plain_locale() -> Iterator[None]:
    """Write numbers and times the same way in whatever country the tests are run."""
    usual = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(usual)


@pytest.fixture(autouse=True)
def garbage_of_the_gui_thread() -> Iterator[None]:
    """Collect what a test leaves before other threads can: see service/collector.py."""
    gc.disable()
    yield
    gc.collect(0)
    gc.enable()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(DataFolder(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def full_store(store: Store) -> Store:
    """Two domains in one post office, another one alone, and three mailboxes."""
    directory = store.directory
    directory.add_domain("example.com", "test")
    directory.add_domain("example.org", "test", "example.com")
    directory.add_domain("shop.example", "test")
    for name in ("john", "mary", "printer"):
        directory.add_mailbox(f"{name}@example.com", "secret", "test")
    directory.set_enabled("printer@example.com", False, "test")
    return store


@pytest.fixture
def when_server(store: Store) -> WhenServer:
    """Write the row of a server; its process is this test, so that it counts as alive."""
    process = psutil.Process()
    now = datetime.now(UTC)
    alive = Node("test", process.pid, process.create_time(), NodeState.RUNNING, now - timedelta(minutes=3), now,
                 ("127.0.0.1:2525",), 1, Counters(connections=7, accepted=5, refused=2, queue=1))

    def write(state: NodeState, **values: object) -> Node:
        node = replace(alive, state=state, heartbeat_at=datetime.now(UTC), **values)  # type: ignore[arg-type]
        if state in (NodeState.STOPPED, NodeState.FAILED):
            node = replace(node, listening=())
        store.nodes.write(node)
        return node

    return write


@pytest.fixture
def open_window(qtbot: QtBot, store: Store) -> Iterator[Callable[[], MainWindow]]:
    """Open consoles on the store, and close them after the test whatever they want to ask."""
    opened: list[tuple[Backend, MainWindow]] = []

    def open_one() -> MainWindow:
        backend = Backend(store)
        window = MainWindow(backend)
        opened.append((backend, window))
        backend.start()
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: backend.directory.is_loaded and backend.settings.loaded is not None)
        return window

    yield open_one
    for backend, window in opened:
        backend.close()
        window.hide()
        window.deleteLater()
        backend.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """One console, ready for use."""
    return open_window()
