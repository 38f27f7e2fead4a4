"""The state of the server, wherever the console shows it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import answer, cells, child, click_node, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.service import server_model
from posthouse_server import control
from posthouse_server.control import ControlError, Status
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.nodes import Counters, NodeState

SMTP = ("Servers", "localhost", "Connectors", "SMTP")


def enabled(window: MainWindow) -> tuple[bool, bool, bool]:
    """Return whether Start, Stop and Restart can be used."""
    start, stop, restart = (window.actions_by_command[command].isEnabled()
                            for command in (Command.START, Command.STOP, Command.RESTART))
    return start, stop, restart


@pytest.mark.parametrize(("state", "expected", "text"), [
    (NodeState.STOPPED, (True, False, False), "Stopped"),
    (NodeState.STARTING, (False, True, False), "Starting…"),
    (NodeState.RUNNING, (False, True, True), "Running"),
    (NodeState.STOPPING, (False, True, False), "Stopping…"),
    (NodeState.FAILED, (True, False, False), "Failed"),
])
def test_the_state_is_everywhere(qtbot: QtBot, when_server: WhenServer, window: MainWindow, state: NodeState,
                                 expected: tuple[bool, bool, bool], text: str) -> None:
    when_server(state, last_error="Port 25 is taken." if state is NodeState.FAILED else "")
    qtbot.waitUntil(lambda: window.overview.state.text() == text and enabled(window) == expected)
    tip = window.nodes.index_of(SMTP).data(3)  # ToolTipRole
    assert tip == window.overview.sentence.text()
    if state is NodeState.RUNNING:
        assert tip == "Running on 127.0.0.1:2525, revision 1 applied"
    if state is NodeState.FAILED:
        assert tip == "Failed: Port 25 is taken."
        assert window.pane.problem_bar.text() == "Port 25 is taken."


def test_live_numbers(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> None:
    when_server(NodeState.RUNNING)
    click_node(qtbot, window, "Servers")
    qtbot.waitUntil(lambda: cells(window, 1) == ["Running"])
    assert [cells(window, column)[0] for column in range(3, 8)] == ["127.0.0.1:2525", "7", "5", "2", "1"]
    assert cells(window, 2)[0].startswith("3 min")
    when_server(NodeState.RUNNING, counters=Counters(accepted=6))
    qtbot.waitUntil(lambda: cells(window, 5) == ["6"], timeout=1000)


def test_a_dead_server_is_noticed(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> None:
    when_server(NodeState.RUNNING, process_started_at=1.0)
    qtbot.waitUntil(lambda: window.overview.state.text() == "Failed")
    assert "ended without saying why" in window.pane.problem_bar.text()


def test_a_start_that_fails_says_why(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> Status:
        raise ControlError("Port 25 of 127.0.0.1 is taken by another program.")

    monkeypatch.setattr(control, "start", refuse)
    trigger(window, Command.START)
    assert "Port 25 of 127.0.0.1 is taken" in answer(qtbot, "OK")
    assert window.overview.state.text() == "Failed"
    assert "Port 25" in str(window.nodes.index_of(("Servers", "localhost")).data(3))
    assert enabled(window) == (True, False, False)


def test_while_starting_nothing_can_be_pressed(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch,
                                               when_server: WhenServer) -> None:
    def start(_store: Store, _who: str, progress: Callable[[Status], None]) -> Status:
        progress(Status(NodeState.STARTING, None))
        return Status(NodeState.RUNNING, when_server(NodeState.RUNNING))

    monkeypatch.setattr(control, "start", start)
    trigger(window, Command.START)
    assert enabled(window) == (False, False, False)
    assert window.overview.state.text() == "Starting…"
    qtbot.waitUntil(lambda: enabled(window) == (False, True, True))
    assert window.message.text() == "The server has started: running on 127.0.0.1:2525, revision 1 applied."
    assert server_model.Task.NONE is window.dispatch.server._server.task


def test_saved_while_stopped(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    save(window, "smtp.relay.enabled", False)
    expected = "Saved as revision 2; the server is stopped and will use it when it starts."
    qtbot.waitUntil(lambda: window.message.text() == expected)


def test_in_force_or_why_not(qtbot: QtBot, store: Store, when_server: WhenServer, window: MainWindow) -> None:
    when_server(NodeState.RUNNING)
    save(window, "smtp.relay.enabled", False)
    qtbot.waitUntil(lambda: store.settings.newest_number() == 2)
    when_server(NodeState.RUNNING, revision=2)
    qtbot.waitUntil(lambda: window.message.text().startswith("Revision 2 in force after "))
    save(window, "smtp.relay.enabled", True)
    qtbot.waitUntil(lambda: store.settings.newest_number() == 3)
    qtbot.wait(150)
    when_server(NodeState.RUNNING, revision=2, last_error="Port 25 is taken.")
    qtbot.waitUntil(lambda: window.message.text() == "Revision 3 is saved, but the server can't use it: Port 25 is taken.")
    qtbot.waitUntil(lambda: window.pane.problem_bar.text() == "Port 25 is taken.")
    assert window.overview.sentence.text() == "Running on 127.0.0.1:2525, revision 2 applied; Port 25 is taken"


def test_every_refusal_is_said_and_the_repair_by_its_own_number(
        qtbot: QtBot, store: Store, when_server: WhenServer, window: MainWindow) -> None:
    reason = "Port 25 is taken."
    when_server(NodeState.RUNNING, last_error=reason)
    for number in (2, 3):
        save(window, "smtp.relay.enabled", number == 3)
        qtbot.waitUntil(lambda: store.settings.newest_number() == number)  # noqa: B023 - waited for at once
        qtbot.wait(1100)
        when_server(NodeState.RUNNING, last_error=reason)
        expected = f"Revision {number} is saved, but the server can't use it: {reason}"
        qtbot.waitUntil(lambda: window.message.text() == expected)  # noqa: B023
    save(window, "smtp.relay.enabled", False)
    qtbot.waitUntil(lambda: store.settings.newest_number() == 4)
    when_server(NodeState.RUNNING, revision=5)
    qtbot.waitUntil(lambda: window.message.text() == "Revision 5 is in force; it came after your revision 4.")


def test_a_refusal_stands_in_the_open_properties_and_once_in_the_pane(
        qtbot: QtBot, store: Store, when_server: WhenServer, window: MainWindow) -> None:
    from posthouse_console.properties.dialog import PropertiesDialog

    when_server(NodeState.RUNNING)
    click_node(qtbot, window, *SMTP)
    trigger(window, Command.PROPERTIES)
    opened = dialog(qtbot, PropertiesDialog)
    save(window, "smtp.relay.enabled", False)
    qtbot.waitUntil(lambda: store.settings.newest_number() == 2)
    qtbot.wait(150)
    when_server(NodeState.RUNNING, last_error="Port 25 is taken.")
    qtbot.waitUntil(lambda: "can't use it: Port 25 is taken." in opened.message.text())
    qtbot.waitUntil(lambda: window.pane.problem_bar.text() == "Port 25 is taken.")
    assert window.pane.summary._sentence.text() == "Running on 127.0.0.1:2525, revision 1 applied."
    opened.reject()


def test_the_pane_speaks_of_one_revision(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> None:
    when_server(NodeState.RUNNING, revision=3)
    qtbot.waitUntil(lambda: window.overview.revision_note() == "By revision 3, which the running server obeys.")


def test_the_count_follows_a_listener_that_is_removed_elsewhere(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    two = [{"port": 2525}, {"port": 2526}]
    store.settings.change(lambda settings: set_paths(settings, {"smtp.inbound.listeners": two}), "test")
    click_node(qtbot, window, *SMTP)
    count = child(window, QLabel, "rowCount")
    qtbot.waitUntil(lambda: count.text() == "2 listeners")
    store.settings.change(lambda settings: set_paths(settings, {"smtp.inbound.listeners": two[:1]}), "test")
    qtbot.waitUntil(lambda: count.text() == "1 listener")


def save(window: MainWindow, path: str, value: object) -> None:
    """Save a setting as the Properties dialog does."""
    model = window.dispatch.tools._settings
    assert model.loaded is not None
    settings: Settings = set_paths(model.loaded.settings, {path: value})
    from posthouse_console.service.settings_model import SaveRequest

    model.save(SaveRequest(settings, model.loaded.newest.number, {}), lambda _revision: None, lambda _error: None)


def test_a_broken_document_is_said_in_words(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    with store._settings_db.write() as connection:
        connection.exec_driver_sql("INSERT INTO revisions (kind, document, summary, author, comment, created_at) "
                                   "VALUES ('settings', '{\"smtp\": 7}', 'by hand', 'somebody', '', 1.0)")
    qtbot.waitUntil(lambda: "Revision 2 by somebody is not valid" in window.pane.problem_bar.text())
    assert window.pane.problem_bar.text().endswith("Revision 1 stays in force.")


def test_smtp_lists_its_listeners_and_who_can_relay(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP)
    assert (cells(window), cells(window, 1), cells(window, 2)) == (["127.0.0.1"], ["2525"], ["Closed"])
    qtbot.waitUntil(lambda: "one of the 2 enabled mailboxes" in window.pane.relay.text())
    full_store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.enabled": False}), "the command line")
    qtbot.waitUntil(lambda: window.pane.relay.text().startswith("Nobody can relay"))


def test_properties_open_from_smtp_alone(qtbot: QtBot, window: MainWindow) -> None:
    from posthouse_console.properties.dialog import PropertiesDialog

    assert not window.actions_by_command[Command.PROPERTIES].isEnabled()
    click_node(qtbot, window, *SMTP)
    trigger(window, Command.PROPERTIES)
    opened = dialog(qtbot, PropertiesDialog)
    assert opened.windowTitle() == "SMTP Properties"
    opened.reject()


def test_closing_leaves_the_server_running_and_says_so_until_told_not_to(
        qtbot: QtBot, when_server: WhenServer, open_window: Callable[[], MainWindow]) -> None:
    from PySide6.QtWidgets import QCheckBox, QMessageBox

    when_server(NodeState.RUNNING)
    first = open_window()
    qtbot.waitUntil(lambda: first.overview.state.text() == "Running")
    first.close()
    assert first.isVisible()
    tick = dialog(qtbot, QMessageBox).checkBox()
    assert isinstance(tick, QCheckBox)
    tick.click()
    assert "The server keeps running." in answer(qtbot, "Close Console")
    qtbot.waitUntil(lambda: not first.isVisible())
    second = open_window()
    qtbot.waitUntil(lambda: second.overview.state.text() == "Running")
    second.close()
    assert not second.isVisible()
