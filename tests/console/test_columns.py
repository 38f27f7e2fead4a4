"""View > Columns…: what a list shows, remembered for each kind of list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from console.robot import cells, click_node, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.dialogs.columns import ColumnsDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.list_view import ListView
from posthouse_console.navigation.nodes import HISTORY_PATH, SERVER_PATH
from posthouse_console.widgets.dialog_buttons import Button
from posthouse_server.store import Store

USUAL = ["Revision", "Time", "By", "Change", "Comment"]


def titles(view: ListView) -> list[str]:
    return [column.title for column in view.arrangement().columns if column.is_shown]


def tick(qtbot: QtBot, columns: QListWidget, row: int) -> None:
    place = columns.visualItemRect(columns.item(row))
    qtbot.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 10, place.center().y()))


def open_columns(qtbot: QtBot, window: MainWindow) -> ColumnsDialog:
    trigger(window, Command.COLUMNS)
    return dialog(qtbot, ColumnsDialog)


def ok(qtbot: QtBot, opened: ColumnsDialog) -> None:
    qtbot.mouseClick(opened.box.button(Button.Ok), Qt.MouseButton.LeftButton)


def test_columns_are_hidden_and_moved_and_remembered(qtbot: QtBot, full_store: Store,
                                                     open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    click_node(qtbot, window, *HISTORY_PATH)
    qtbot.waitUntil(lambda: len(cells(window)) > 3)
    opened = open_columns(qtbot, window)
    tick(qtbot, opened.list, 1)
    opened.list.setCurrentRow(4)
    for _step in range(3):
        qtbot.mouseClick(opened.up_button, Qt.MouseButton.LeftButton)
    assert not opened.arrangement().columns[2].is_shown
    ok(qtbot, opened)
    assert titles(window.pane.list) == ["Revision", "Comment", "By", "Change"]
    window.pane.list.setColumnWidth(0, 222)
    click_node(qtbot, window, *SERVER_PATH)
    assert titles(window.pane.list) == [column.title for column in window.pane.list._source.COLUMNS]  # type: ignore[union-attr]
    again = open_window()
    click_node(qtbot, again, *HISTORY_PATH)
    assert titles(again.pane.list) == ["Revision", "Comment", "By", "Change"]
    assert again.pane.list.columnWidth(0) == 222


def test_reset_brings_everything_back(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *HISTORY_PATH)
    window.pane.list.setColumnWidth(0, 222)
    opened = open_columns(qtbot, window)
    tick(qtbot, opened.list, 0)
    qtbot.mouseClick(opened.down_button, Qt.MouseButton.LeftButton)
    ok(qtbot, opened)
    assert titles(window.pane.list) == USUAL[1:]
    opened = open_columns(qtbot, window)
    qtbot.mouseClick(opened.reset_button, Qt.MouseButton.LeftButton)
    ok(qtbot, opened)
    assert titles(window.pane.list) == USUAL
    assert window.pane.list.columnWidth(0) == 90


def test_a_list_keeps_a_column_and_cancel_changes_nothing(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *HISTORY_PATH)
    opened = open_columns(qtbot, window)
    for row in range(5):
        tick(qtbot, opened.list, row)
    assert not opened.box.button(Button.Ok).isEnabled()
    qtbot.mouseClick(opened.box.button(Button.Cancel), Qt.MouseButton.LeftButton)
    assert titles(window.pane.list) == USUAL


def test_columns_of_another_version_are_not_taken_over(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *HISTORY_PATH)
    window.pane.list.setColumnHidden(2, True)
    click_node(qtbot, window, *SERVER_PATH)
    window._backend.memory.keep("column_titles/HISTORY", "Revision\nOther")
    click_node(qtbot, window, *HISTORY_PATH)
    assert titles(window.pane.list) == USUAL
