"""A store that answers nothing for five seconds: the window repaints and reacts all the same."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from console.robot import cells, child, click_node, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import HISTORY_PATH, POST_OFFICES_PATH, SMTP_PATH
from posthouse_server import control
from posthouse_server.store import Store
from posthouse_server.store.engine import Database
from posthouse_server.store.row_reader import RowReader

STALL_S = 5.0
MOST_S = 2.5
"""So long may the window be busy by itself (making all tabs, on a machine with other work); a stalled store takes five."""
_PULSE_MS = 20


class Stall:
    """Holds up whoever asks the store, and takes down who did so in the GUI thread."""

    def __init__(self) -> None:
        self.passable = threading.Event()
        self.passable.set()
        self.in_gui_thread: list[str] = []

    def wait(self) -> None:
        if self.passable.is_set():
            return
        if threading.current_thread() is threading.main_thread():
            frames = [frame for frame in traceback.extract_stack() if "posthouse_" in frame.filename]
            self.in_gui_thread.append(" < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames)))
            return  # that is a failure already: no need to freeze as well
        self.passable.wait(STALL_S)


class Pulse(QObject):
    """Measures the longest time in which the GUI thread did nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_s, self._last = 0.0, time.monotonic()
        self._timer = QTimer(self, interval=_PULSE_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_s, self._last = max(self.longest_s, now - self._last), now


class Paints(QObject):
    """Counts how often a widget is painted."""

    number = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def stall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stall]:
    found = Stall()

    def held(usual: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*values: Any, **named: Any) -> Any:
            found.wait()
            return usual(*values, **named)

        return ask

    usual_read: Callable[..., AbstractContextManager[Any]] = Database.read
    monkeypatch.setattr(Database, "read", held(usual_read))
    monkeypatch.setattr(Database, "write", held(Database.write))
    monkeypatch.setattr(RowReader, "rows", held(RowReader.rows))
    yield found
    found.passable.set()


def close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.done(0)


def test_the_window_repaints_and_reacts_while_the_store_is_stalled(qtbot: QtBot, full_store: Store, window: MainWindow,
                                                                   stall: Stall) -> None:
    qtbot.waitUntil(lambda: window.nodes.index_of((*POST_OFFICES_PATH, "example.com")).isValid())
    paints = Paints()
    window.pane.list.viewport().installEventFilter(paints)
    stall.passable.clear()
    began, pulse = time.monotonic(), Pulse()
    for node in list(window.nodes.root.walk()):
        click_node(qtbot, window, *node.path)
        assert window.navigator.path == node.path
        qtbot.wait(30)
    before = paints.number
    click_node(qtbot, window, *POST_OFFICES_PATH)
    qtbot.waitUntil(lambda: paints.number > before)
    assert "example.com" in cells(window)  # what is known is shown
    qtbot.keyClicks(child(window, QLineEdit, "filterEdit"), "shop")
    assert cells(window) == ["shop.example"]
    trigger(window, Command.REFRESH)
    qtbot.waitUntil(lambda: time.monotonic() - began > STALL_S, timeout=10_000)
    stall.passable.set()
    assert stall.in_gui_thread == []
    assert pulse.longest_s < MOST_S


_WHERE = {Command.VERIFY: HISTORY_PATH}
"""The nodes of the commands that can't be used at SMTP."""


@pytest.mark.parametrize("command", [
    Command.PROPERTIES, Command.NEW_DOMAIN, Command.NEW_MAILBOX, Command.WHO_CAN_RELAY, Command.RELAY_TEST,
    Command.SUGGEST_RANGES, Command.VERIFY, Command.EXPORT, Command.COLUMNS, Command.ABOUT, Command.HELP,
    Command.NEW_WINDOW, Command.START, Command.NEW_GROUP, Command.SEND_TEST, Command.CONNECT_DEVICE, Command.SET_UP,
    Command.FIND_MESSAGE, Command.FIND_ADDRESS, Command.IMPORT, Command.EXPORT_DIRECTORY, Command.BACK_UP, Command.RESTORE])
def test_no_command_waits_for_the_store(qtbot: QtBot, full_store: Store, window: MainWindow, stall: Stall, command: Command,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    click_node(qtbot, window, *_WHERE.get(command, SMTP_PATH))
    qtbot.waitUntil(window.actions_by_command[command].isEnabled)
    monkeypatch.setattr(control, "start", lambda store, *_more: control.status(store))
    stall.passable.clear()
    pulse = Pulse()
    trigger(window, command)
    qtbot.wait(400)
    for opened in QApplication.topLevelWidgets():
        if isinstance(opened, QDialog) and opened.isVisible() and not isinstance(opened, QFileDialog):
            qtbot.keyClick(opened, Qt.Key.Key_Tab)
    qtbot.wait(50)
    close_dialogs()
    stall.passable.set()
    assert stall.in_gui_thread == []
    assert pulse.longest_s < MOST_S


def test_what_is_saved_is_waited_for_without_a_freeze(qtbot: QtBot, full_store: Store, window: MainWindow,
                                                      stall: Stall) -> None:
    trigger(window, Command.NEW_DOMAIN)
    opened = dialog(qtbot, NewDomainDialog)
    type_into(qtbot, opened, "domainEdit", "new.example")
    stall.passable.clear()
    pulse = Pulse()
    qtbot.mouseClick(opened.ok_button, Qt.MouseButton.LeftButton)
    qtbot.wait(500)
    assert opened.isVisible()
    assert stall.in_gui_thread == []
    assert pulse.longest_s < MOST_S
    stall.passable.set()
    domains = lambda: {row.name for row in window._backend.directory.lists.domains}  # noqa: E731
    qtbot.waitUntil(lambda: "new.example" in domains(), timeout=10_000)


def test_a_question_of_the_gui_thread_would_be_found(full_store: Store, stall: Stall) -> None:
    stall.passable.clear()
    full_store.directory.list_domains()
    assert stall.in_gui_thread != []
