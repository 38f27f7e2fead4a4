"""New Window from Here: one window more, on the same models, with a tree of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import cells, click_node, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.dialogs.find_message import FindMessageDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import LOGS_PATH, OUTBOUND_PATH, POST_OFFICES_PATH, SMTP_PATH
from posthouse_console.service.backend import Backend
from posthouse_console.windows import Windows
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState

MAILBOXES = (*POST_OFFICES_PATH, "example.com", "Mailboxes")


@pytest.fixture
def windows(qtbot: QtBot, full_store: Store) -> Iterator[Windows]:
    """A console with its first window open."""
    owner = QObject()
    backend = Backend(full_store, owner)
    opened = Windows(backend, owner)
    first = opened.open_first()
    backend.start()
    first.show()
    qtbot.waitExposed(first)
    qtbot.waitUntil(lambda: backend.directory.is_loaded and backend.settings.loaded is not None)
    qtbot.waitUntil(lambda: first.nodes.index_of(MAILBOXES).isValid())
    yield opened
    backend.close()
    for window in {first, *opened.all}:
        window.closing.let()
        window.close()
        window.deleteLater()
    owner.deleteLater()
    qtbot.wait(1)


def open_from(qtbot: QtBot, windows: Windows, *path: str) -> MainWindow:
    click_node(qtbot, windows.all[0], *path)
    trigger(windows.all[0], Command.NEW_WINDOW)
    opened = windows.all[-1]
    qtbot.waitExposed(opened)
    return opened


def test_the_tree_begins_at_the_node(qtbot: QtBot, windows: Windows) -> None:
    second = open_from(qtbot, windows, *SMTP_PATH)
    assert second.current_node().path == SMTP_PATH
    assert second.windowTitle() == r"Posthouse - [Servers\localhost\Connectors\SMTP]"
    assert second.tree.model().rowCount() == 1
    assert second.tree.currentIndex().data() == "SMTP"
    assert not second.actions_by_command[Command.UP].isEnabled()
    click_node(qtbot, second, *LOGS_PATH)
    trigger(second, Command.UP)
    assert second.navigator.path == SMTP_PATH
    assert not second.actions_by_command[Command.UP].isEnabled()


def test_both_windows_follow_the_same_store(qtbot: QtBot, windows: Windows, full_store: Store) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *POST_OFFICES_PATH)
    for window in (first, second):
        click_node(qtbot, window, *MAILBOXES)
        qtbot.waitUntil(lambda window=window: len(cells(window)) == 3)
    full_store.directory.add_mailbox("zoe@example.com", "secret", "test")
    for window in (first, second):
        qtbot.waitUntil(lambda window=window: "zoe" in cells(window))


def test_each_window_looks_at_its_own_list(qtbot: QtBot, windows: Windows) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *SMTP_PATH)
    click_node(qtbot, first, *OUTBOUND_PATH)
    click_node(qtbot, second, *LOGS_PATH)
    click_node(qtbot, second, *SMTP_PATH)
    assert first._backend.queues.queue is not None
    assert second._backend.queues.queue is None
    assert first._backend.directory is second._backend.directory


def test_closing_one_leaves_the_others(qtbot: QtBot, windows: Windows, full_store: Store, when_server: WhenServer) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *SMTP_PATH)
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: first._backend.server.is_running)
    second.close()
    assert windows.all == (first,)
    assert not [box for box in first.findChildren(QMessageBox) if box.isVisible()]
    qtbot.wait(1)
    full_store.directory.add_mailbox("zoe@example.com", "secret", "test")
    first._backend.refresh()
    click_node(qtbot, first, *MAILBOXES)
    qtbot.waitUntil(lambda: "zoe" in cells(first))
    assert first.isVisible()


def test_the_last_window_says_that_the_server_goes_on(qtbot: QtBot, windows: Windows, when_server: WhenServer) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *SMTP_PATH)
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: first._backend.server.is_running)
    first.close()
    assert not first.isVisible()
    assert windows.all == (second,)
    second.close()
    assert second.isVisible()
    assert second.findChildren(QMessageBox)


def test_only_one_window_tells_what_has_to_be_told_once(qtbot: QtBot, windows: Windows) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *SMTP_PATH)
    first._backend.server.not_done.emit("The server did not start.", "It is too late.")
    boxes = [len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) for window in (first, second)]
    assert boxes == [1, 0]


def test_what_lies_outside_is_shown_by_the_window_that_has_it(qtbot: QtBot, windows: Windows) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *SMTP_PATH)
    second.navigator.go(POST_OFFICES_PATH)
    assert second.navigator.path == SMTP_PATH
    assert first.navigator.path == POST_OFFICES_PATH


def test_a_message_that_another_window_shows_leaves_the_filter_of_this_one(qtbot: QtBot, windows: Windows) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *LOGS_PATH)
    second.dispatch.messages.find()
    dialog(qtbot, FindMessageDialog).queue_wanted.emit("outbound", "MAIL-0001")
    assert first.navigator.path == OUTBOUND_PATH
    assert second.pane.filter_bar.edit().text() == ""


def test_a_window_whose_node_is_gone_closes(qtbot: QtBot, windows: Windows, full_store: Store) -> None:
    office = (*POST_OFFICES_PATH, "shop.example")
    open_from(qtbot, windows, *office)
    full_store.directory.remove_domain("shop.example", "test")
    windows.all[0]._backend.refresh()
    qtbot.waitUntil(lambda: len(windows.all) == 1)


def test_another_window_does_not_change_where_the_console_begins(qtbot: QtBot, windows: Windows) -> None:
    first, second = windows.all[0], open_from(qtbot, windows, *SMTP_PATH)
    memory = first._backend.memory
    click_node(qtbot, second, *LOGS_PATH)
    second.resize(701, 501)
    second.close()
    assert memory.text("window/node") == "\\".join(SMTP_PATH)
    assert memory.blob("window/geometry").isEmpty()
