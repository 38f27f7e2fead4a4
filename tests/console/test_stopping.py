"""A server that does not stop, cannot be ended, or cannot be asked."""

from __future__ import annotations

from collections.abc import Callable

import psutil
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import answer, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_server import control
from posthouse_server.control import ControlError, Status
from posthouse_server.store import StoreError
from posthouse_server.store.nodes import NodeState

GONE = 1.0
"""When a process started that is not ours: the row of a server that has ended."""


@pytest.fixture
def running(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> MainWindow:
    """A console beside a running server."""
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running")
    return window


@pytest.fixture
def hanging(running: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The same, and the server does not stop in time."""
    def hang(*_arguments: object) -> Status:
        raise ControlError("The server (process 7) has not stopped after 15 s.")

    monkeypatch.setattr(control, "stop", hang)
    return running


def boxes(window: MainWindow) -> list[QMessageBox]:
    """Return the message boxes that are open."""
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_stop_that_hangs_offers_to_kill(qtbot: QtBot, when_server: WhenServer, hanging: MainWindow,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "kill", lambda _store: when_server(NodeState.RUNNING, process_started_at=GONE))
    trigger(hanging, Command.STOP)
    assert "has not stopped" in answer(qtbot, "End It Now")
    qtbot.waitUntil(lambda: "ended by force" in hanging.message.text())
    assert hanging.actions_by_command[Command.START].isEnabled()


def test_keep_waiting_waits_and_stop_asks_again(qtbot: QtBot, when_server: WhenServer, hanging: MainWindow) -> None:
    trigger(hanging, Command.STOP)
    answer(qtbot, "Keep Waiting")
    qtbot.wait(150)
    assert hanging.overview.state.text() == "Stopping…"
    assert not boxes(hanging)
    trigger(hanging, Command.STOP)
    answer(qtbot, "Keep Waiting")
    when_server(NodeState.STOPPED, process_started_at=GONE)
    qtbot.waitUntil(lambda: hanging.message.text() == "The server has stopped.")
    assert hanging.overview.state.text() == "Stopped"


def test_the_offer_goes_when_the_server_stops_by_itself(qtbot: QtBot, when_server: WhenServer, hanging: MainWindow) -> None:
    trigger(hanging, Command.STOP)
    dialog(qtbot, QMessageBox)
    when_server(NodeState.STOPPED, process_started_at=GONE)
    qtbot.waitUntil(lambda: not boxes(hanging))
    assert hanging.message.text() == "The server has stopped."


@pytest.mark.parametrize("choice", ["Keep Waiting", "End It Now"])
def test_a_late_stop_still_becomes_a_restart(qtbot: QtBot, when_server: WhenServer, hanging: MainWindow, choice: str,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_store: object, _who: str, _progress: Callable[[Status], None]) -> Status:
        return Status(NodeState.RUNNING, when_server(NodeState.RUNNING, revision=2))

    def end(_store: object) -> None:
        when_server(NodeState.STOPPING, process_started_at=GONE)

    monkeypatch.setattr(control, "start", start)
    monkeypatch.setattr(control, "kill", end)
    trigger(hanging, Command.RESTART)
    answer(qtbot, choice)
    if choice == "Keep Waiting":
        end(None)
    qtbot.waitUntil(lambda: hanging.message.text().startswith("The server has restarted"))
    assert hanging.overview.state.text() == "Running"


def test_closing_during_a_restart_asks_first(qtbot: QtBot, hanging: MainWindow) -> None:
    trigger(hanging, Command.RESTART)
    answer(qtbot, "Keep Waiting")
    hanging.close()
    assert "the server stays stopped" in answer(qtbot, "Cancel")
    assert hanging.isVisible()
    hanging.close()
    answer(qtbot, "Close Console")
    qtbot.waitUntil(lambda: not hanging.isVisible())


def test_a_failed_kill_says_so_and_leaves_the_server_as_it_is(qtbot: QtBot, when_server: WhenServer, hanging: MainWindow,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_store: object) -> None:
        raise psutil.AccessDenied(7)

    monkeypatch.setattr(control, "kill", refuse)
    trigger(hanging, Command.STOP)
    answer(qtbot, "End It Now")
    assert answer(qtbot, "OK").startswith("The server could not be ended. AccessDenied")
    assert hanging.overview.state.text() == "Stopping…"
    assert hanging.actions_by_command[Command.STOP].isEnabled()
    when_server(NodeState.STOPPED, process_started_at=GONE)
    qtbot.waitUntil(lambda: hanging.message.text() == "The server has stopped.")


def test_a_store_that_can_not_be_written_is_no_failed_start(qtbot: QtBot, running: MainWindow,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> Status:
        raise StoreError("settings.db could not be written: database is locked.")

    monkeypatch.setattr(control, "stop", refuse)
    trigger(running, Command.STOP)
    assert answer(qtbot, "OK").startswith("The server could not be stopped. settings.db could not be written")
    assert running.overview.state.text() == "Running"
    assert running.actions_by_command[Command.STOP].isEnabled()


def test_buttons_of_messages_have_no_icons(qtbot: QtBot, running: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    running._backend.server.not_done.emit("The server could not be started.", "Port 25 is taken.")
    box = dialog(qtbot, QMessageBox)
    assert [(button.text().replace("&", ""), button.icon().isNull()) for button in box.buttons()] == [("OK", True)]
    answer(qtbot, "OK")
