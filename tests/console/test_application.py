"""Opening the store, closing the console, and errors that nobody expected."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from console.robot import answer, child, dialog
from posthouse_console.main_window import MainWindow
from posthouse_console.opening import Opening
from posthouse_console.service.backend import Backend
from posthouse_console.service.store_watcher import StoreWatcher
from posthouse_console.unexpected import UnexpectedErrors
from posthouse_server import control
from posthouse_server.control import Status
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, StoreError


def test_a_store_that_opens_at_once_shows_no_window(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(DataFolder(tmp_path))
    with qtbot.waitSignal(opening.opened):
        opening.start()
    assert not opening.window.isVisible()
    assert opening.store is not None
    opening.close()
    opening.store.close()


def test_a_slow_store_is_said_and_need_not_be_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    release = threading.Event()

    def open_slowly(_folder: DataFolder) -> Store:
        release.wait(10)
        raise StoreError("too late")

    opening = Opening(DataFolder(tmp_path), open_slowly)
    opening.start()
    qtbot.waitUntil(opening.window.isVisible)
    cancel = child(opening.window, QDialogButtonBox, "").button(QDialogButtonBox.StandardButton.Cancel)
    with qtbot.assertNotEmitted(opening.failed, wait=100):
        with qtbot.waitSignal(opening.given_up):
            qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
        release.set()
    assert not opening.window.isVisible()


def test_a_store_that_can_not_be_opened_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "settings.db").write_text("no database")
    opening = Opening(DataFolder(tmp_path))
    with qtbot.waitSignal(opening.failed) as failed:
        opening.start()
    assert "The store is unreadable" in failed.args[0]
    opening.close()


def test_closing_does_not_wait_for_a_server_that_hangs(qtbot: QtBot, store: Store) -> None:
    backend, release = Backend(store), threading.Event()
    backend.start()
    backend.background.run(backend, lambda: release.wait(30), lambda _outcome: None)
    at = time.monotonic()
    assert not backend.close(), "so the store is left open"
    assert time.monotonic() - at < 4
    release.set()
    assert backend.background.wait()


def test_a_start_is_abandoned_when_the_console_closes(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    backend, begun = Backend(store), threading.Event()

    def start(_store: Store, _who: str, progress: object) -> Status:
        while True:
            progress(control.status(store))  # type: ignore[operator]
            begun.set()
            time.sleep(0.01)

    monkeypatch.setattr(control, "start", start)
    backend.start()
    backend.server.start()
    assert begun.wait(5)
    assert backend.close()


def test_the_watcher_outlives_what_nobody_expected(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(control, "status", lambda _store: 1 // 0)
        qtbot.waitUntil(lambda: "can't be watched" in window.pane.problem_bar.text())
    qtbot.waitUntil(lambda: window.pane.problem_bar.text() == "")
    assert window.findChild(StoreWatcher) is None
    assert window._backend.findChild(StoreWatcher)._thread.is_alive()


def test_an_unexpected_error_becomes_a_log_line_and_one_message(
        qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    errors = UnexpectedErrors(lambda: "console.log", QObject(window))
    errors.install()

    def fail() -> None:
        raise ValueError("seven is not eight")

    threads = [threading.Thread(target=fail, name=name) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    dialog(qtbot, QMessageBox)
    qtbot.wait(50)
    assert len([box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]) == 1
    said = answer(qtbot, "OK")
    assert "Something unexpected has happened" in said
    assert "seven is not eight" in said
    assert "console.log" in said
    assert sorted(record.message for record in caplog.records) == ["Unexpected, in one", "Unexpected, in two"]
    assert "seven is not eight" in capsys.readouterr().err
    errors.on_exception(ValueError, ValueError("in a slot"), None)
    assert "in a slot" in answer(qtbot, "OK")
    errors.uninstall()
