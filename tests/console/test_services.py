"""The node Services: the server as a process, Start and Stop, and the start with the computer, seen before it is done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from console.robot import child, click_node, dialog
from posthouse_console.dialogs.autostart import AutostartDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import SERVICES_PATH, SMTP_PATH
from posthouse_server.autostart.macos import AgentStarter
from posthouse_server.autostart.plan import AutostartError, Plan
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState


@pytest.fixture
def starter(window: MainWindow, store: Store, tmp_path: Path) -> AgentStarter:
    """The way of a system that needs nothing but a file."""
    made = AgentStarter(store.folder, is_root=False, agents=tmp_path / "agents")
    window.services.model.starter_of = lambda _folder: made
    return made


def test_the_server_as_a_process(window: MainWindow, qtbot: QtBot, starter: AgentStarter,
                                 when_server: Callable[..., object]) -> None:
    pane = window.pane.services
    click_node(qtbot, window, *SERVICES_PATH)
    assert pane.headline.text() == "Posthouse SMTP server: stopped"
    assert pane.values["Process"].text() == "–"
    when_server(NodeState.RUNNING, version="0.1.0")
    qtbot.waitUntil(lambda: pane.headline.text() == "Posthouse SMTP server: running", timeout=10_000)
    qtbot.waitUntil(lambda: pane.values["Memory"].text() != "–", timeout=10_000)
    assert pane.values["Listens on"].text() == "127.0.0.1:2525"
    assert pane.values["User"].text()
    assert pane.values["Version"].text() == "0.1.0"
    assert pane.values["Memory"].accessibleName().startswith("Memory: ")


def test_its_buttons_are_the_actions(window: MainWindow, qtbot: QtBot, starter: AgentStarter,
                                     when_server: Callable[..., object]) -> None:
    click_node(qtbot, window, *SERVICES_PATH)
    start, stop = (child(window, QPushButton, name) for name in ("serviceStart", "serviceStop"))
    assert (start.isEnabled(), stop.isEnabled()) == (True, False)
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: (start.isEnabled(), stop.isEnabled()) == (False, True), timeout=10_000)


def _open(window: MainWindow, qtbot: QtBot) -> AutostartDialog:
    button = window.pane.services.switch_button
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    opened = dialog(qtbot, AutostartDialog)
    qtbot.waitUntil(opened.ok_button.isEnabled)
    return opened


def test_it_is_switched_on_and_off_after_a_look(window: MainWindow, qtbot: QtBot, starter: AgentStarter) -> None:
    click_node(qtbot, window, *SERVICES_PATH)
    pane = window.pane.services
    opened = _open(window, qtbot)
    shown = child(opened, QPlainTextEdit, "planText").toPlainText()
    assert shown == starter.plan_on().text
    assert str(starter.path) in shown
    assert not starter.path.exists(), "nothing is written before OK"
    opened.reject()
    assert not starter.path.exists()
    qtbot.mouseClick(_open(window, qtbot).ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.start_sentence.text() == f"The server starts when you log in ({starter.path}).")
    assert starter.path.exists()
    assert "starts when you log in" in window.message.text()
    assert pane.switch_button.text() == "T&urn Off…"
    opened = _open(window, qtbot)
    assert opened.text.toPlainText() == f"Remove the file {starter.path}"
    qtbot.mouseClick(opened.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.start_sentence.text() == "The server does not start by itself.")
    assert not starter.path.exists()


def test_what_fails_is_said_in_the_dialog(window: MainWindow, qtbot: QtBot, starter: AgentStarter,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_plan: Plan, _run: object) -> str:
        raise AutostartError("The file can't be written: read-only. Nothing was changed.")

    monkeypatch.setattr("posthouse_console.service.services_model.carry_out", refuse)
    click_node(qtbot, window, *SERVICES_PATH)
    opened = _open(window, qtbot)
    qtbot.mouseClick(opened.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nothing was changed." in opened.notice.text())
    assert opened.isVisible()
    opened.reject()


def test_where_it_can_not_be_switched_it_says_why(window: MainWindow, qtbot: QtBot, starter: AgentStarter) -> None:
    starter.agents.mkdir()
    starter.path.write_text("somebody else's")
    click_node(qtbot, window, *SERVICES_PATH)
    pane = window.pane.services
    qtbot.waitUntil(lambda: "was not written by Posthouse" in pane.start_sentence.text())
    assert not pane.switch_button.isEnabled()
    window.navigator.go(SMTP_PATH)
    assert not window.services.model._timer.isActive(), "nobody looks when nobody watches"
