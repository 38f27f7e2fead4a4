"""What a person does with the console: find, click, type, choose."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import Path

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """Find a widget by its object name."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    """Wait for a dialog of this class to be open."""
    def visible() -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()))
    found = visible()[0]
    assert isinstance(found, kind)
    return found


def answer(qtbot: QtBot, caption: str) -> str:
    """Press a button of the message box that is open; returns what the box says."""
    box = dialog(qtbot, QMessageBox)
    text = f"{box.text()} {box.informativeText()}"
    chosen = next(item for item in box.buttons() if item.text().replace("&", "") == caption)
    qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
    return text


def type_into(qtbot: QtBot, parent: QWidget, name: str, text: str) -> None:
    """Replace the text of a field, key by key."""
    edit = child(parent, QLineEdit, name)
    edit.clear()
    qtbot.keyClicks(edit, text)


def click_node(qtbot: QtBot, window: MainWindow, *path: str) -> None:
    """Click a node of the tree."""
    target: Path = path
    tree = window.tree
    index = window.nodes.index_of(target)
    assert index.isValid(), path
    tree.scrollTo(index)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())


def trigger(window: MainWindow, command: Command) -> None:
    """Use an action that must be enabled."""
    action = window.actions_by_command[command]
    assert action.isEnabled(), command
    action.trigger()


def cells(window: MainWindow, column: int = 0) -> list[str]:
    """Return what the result pane lists in a column, from top to bottom."""
    model = window.pane.list.filter_model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def click_row(qtbot: QtBot, window: MainWindow, text: str, *, double: bool = False) -> None:
    """Click the row whose first cell has this text."""
    table = window.pane.list
    index = table.filter_model().index(cells(window).index(text), 0)
    position = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=position)
    if double:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=position)
