"""Large scales and reading from right to left: all windows fit a full-HD screen at 200 %, and no text is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QRadioButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from console.robot import click_node, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import SMTP_PATH
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.selection import select_row
from posthouse_server.store import Store

SCREEN = QSize(960, 540)
"""1920 by 1080 at 200 %."""
FRAME = QSize(8, 40)
DIALOGS = (Command.PROPERTIES, Command.WHO_CAN_RELAY, Command.RELAY_TEST, Command.SUGGEST_RANGES, Command.NEW_MAILBOX,
           Command.NEW_DOMAIN, Command.COLUMNS, Command.ABOUT)


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"])
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    usual = qapp.layoutDirection()
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(usual)


def open_dialog(qtbot: QtBot, window: MainWindow, command: Command) -> QDialog:
    click_node(qtbot, window, *SMTP_PATH)
    trigger(window, command)
    found: list[QDialog] = []

    def is_open() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_open)
    return found[0]


def cut(window: QWidget) -> list[str]:
    """Return the texts in a window that have less room than they need."""
    found = []
    for kind in (QLabel, QPushButton, QCheckBox, QRadioButton):
        for part in window.findChildren(kind):
            if not part.isVisible() or not part.text() or (isinstance(part, QLabel) and part.wordWrap()):
                continue
            if part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height():
                found.append(f"{part.text()}: {part.size().toTuple()} of {part.minimumSizeHint().toTuple()}")
    return found


@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog_fits_a_small_screen_and_cuts_nothing(qtbot: QtBot, full_store: Store, window: MainWindow,
                                                       direction: Qt.LayoutDirection, command: Command,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    for user in ("screen", "steady_tabs"):
        monkeypatch.setattr(f"posthouse_console.widgets.{user}.room_for", lambda _widget: SCREEN - FRAME)
    opened = open_dialog(qtbot, window, command)
    assert opened.layoutDirection() is direction
    opened.resize(opened.size().boundedTo(SCREEN - FRAME))
    qtbot.wait(150)
    assert opened.width() <= (SCREEN - FRAME).width()
    assert opened.height() <= (SCREEN - FRAME).height()
    tabs = opened.findChild(QTabWidget)
    for number in range(tabs.count() if tabs is not None and command is Command.PROPERTIES else 1):
        if command is Command.PROPERTIES and tabs is not None:
            tabs.setCurrentIndex(number)
            qtbot.wait(20)
        assert cut(opened) == []
    opened.done(0)


def test_the_window_fits_a_small_screen_and_cuts_nothing(qtbot: QtBot, full_store: Store, window: MainWindow,
                                                         direction: Qt.LayoutDirection) -> None:
    window.resize(SCREEN - FRAME)
    for node in list(window.nodes.root.walk()):
        window.navigator.go(node.path)
        qtbot.wait(10)
        assert window.width() <= SCREEN.width(), node.path
        assert window.height() <= SCREEN.height(), node.path
        qtbot.waitUntil(lambda: cut(window.pane) == [])  # what has just come into sight is laid out a moment later


def test_back_points_where_reading_comes_from(qtbot: QtBot, direction: Qt.LayoutDirection, window: MainWindow) -> None:
    back, forward = (window.actions_by_command[command].icon().pixmap(20).toImage() for command in (
        Command.BACK, Command.FORWARD))
    assert back == forward.flipped(Qt.Orientation.Horizontal)
    left, right = (sum(back.pixelColor(x, y).alpha() for x in columns for y in range(20)) for columns in (
        range(8), range(12, 20)))  # the head of the arrow has more of it than the shaft
    is_pointing_left = left > right
    assert is_pointing_left is (direction is Qt.LayoutDirection.LeftToRight)


def test_a_row_is_chosen_whatever_the_reading_direction(qtbot: QtBot, window: MainWindow,
                                                        direction: Qt.LayoutDirection) -> None:
    click_node(qtbot, window, *SMTP_PATH[:2])
    rows = window.pane.list
    rows.clearSelection()
    rows.select_first()
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [0]
    last = rows.model().rowCount() - 1
    select_row(rows, last)
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [last] != [0]


def test_what_points_somewhere_points_the_other_way_from_right_to_left(qapp: QApplication,
                                                                       direction: Qt.LayoutDirection) -> None:
    shown, other = (icon(name).pixmap(24).toImage() for name in ("back", "forward"))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    usual = icon("back").pixmap(24).toImage()
    is_turned = direction is Qt.LayoutDirection.RightToLeft
    assert (shown == usual) is not is_turned
    assert shown != other
