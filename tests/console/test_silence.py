"""A server that is there and does not report: the console finds out why by itself."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from posthouse_console.main_window import MainWindow
from posthouse_console.service.silence import folder_fault, silence_alarm
from posthouse_server.control import Status
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, StoreError, engine
from posthouse_server.store.nodes import Node, NodeState


def quiet(store: Store, when_server: WhenServer) -> None:
    """Write the row of a server that has last spoken a minute ago."""
    store.nodes.write(replace(when_server(NodeState.RUNNING), heartbeat_at=datetime.now(UTC) - timedelta(minutes=1)))


def failing(number: int) -> Callable[..., Any]:
    """Return a TemporaryFile on a disk that gives this error."""
    def fail(*_arguments: object, **_more: object) -> Any:
        raise OSError(number, "as the system says it")

    return fail


def test_a_silent_server_is_noticed_and_the_folder_looked_at(qtbot: QtBot, store: Store, when_server: WhenServer,
                                                            window: MainWindow) -> None:
    quiet(store, when_server)
    qtbot.waitUntil(lambda: "The server does not report: " in window.pane.alarms.text())
    assert f"The folder {store.folder.root} can be written (" in window.pane.alarms.text()
    assert "its spool.db is not locked" in window.pane.alarms.text()
    assert window.overview.state.text() == "Running, 1 alarm"
    assert not window.pane.problem_bar.isVisible(), "said once"
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running")
    assert not list(store.folder.root.glob("probe-*"))


def test_a_console_that_can_not_read_does_not_blame_the_server(qtbot: QtBot, store: Store, when_server: WhenServer,
                                                              window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Any:
        raise StoreError("traffic.db could not be read: disk I/O error.")

    quiet(store, when_server)
    qtbot.waitUntil(lambda: window.overview.state.text().startswith("Running"))
    monkeypatch.setattr(store.nodes, "newest", refuse)
    qtbot.waitUntil(lambda: "traffic.db could not be read" in window.pane.problem_bar.text())
    qtbot.waitUntil(lambda: not window.pane.alarms.isVisible())
    looks = count_looks(window, monkeypatch)
    qtbot.waitUntil(lambda: len(looks) >= 3)
    assert not window.pane.alarms.isVisible()


def count_looks(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows with each look of the console at the books."""
    looks: list[object] = []
    ledger = window._backend.store.spool.ledger
    monkeypatch.setattr(window._backend.store.spool, "ledger", lambda: looks.append(None) or ledger())
    return looks


def test_a_silent_server_on_a_full_disk(qtbot: QtBot, store: Store, when_server: WhenServer, window: MainWindow,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", failing(errno.ENOSPC))
    quiet(store, when_server)
    qtbot.waitUntil(lambda: f"The disk of {store.folder.root} is full (" in window.pane.alarms.text())
    assert "make room on it, and the server goes on by itself." in window.pane.alarms.text()


@pytest.fixture
def impatient_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that waits for no lock."""
    monkeypatch.setattr(engine, "_BUSY_TIMEOUT_S", 0.05)
    with Store(DataFolder(tmp_path / "data")) as opened:
        yield opened


def test_a_silent_server_beside_a_locked_spool(impatient_store: Store) -> None:
    at = datetime.now(UTC) - timedelta(minutes=1)
    status = Status(NodeState.RUNNING, Node("test", 7, 1.0, NodeState.RUNNING, at, at))
    holder = sqlite3.connect(impatient_store.folder.spool_db, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    locked = silence_alarm(impatient_store, status)
    holder.close()
    assert f"{impatient_store.folder.spool_db} is locked: end the program that holds it" in locked.text
    assert locked.since == at
    assert "is not locked" in silence_alarm(impatient_store, status).text


@pytest.mark.parametrize(("number", "words"), [
    (errno.ENOSPC, "is full ("), (errno.EROFS, "is read-only"), (errno.EACCES, "give the user of the server the right"),
    (errno.ENOENT, "is gone"), (errno.EIO, "can't be written: as the system says it")])
def test_each_fault_of_the_folder_has_a_sentence_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                                 number: int, words: str) -> None:
    assert folder_fault(tmp_path) == ""
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(tempfile, "TemporaryFile", failing(number))
    assert words in folder_fault(tmp_path)
    assert str(tmp_path) in folder_fault(tmp_path)


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert "is gone: bring it or its disk back" in folder_fault(tmp_path / "no")
