"""Suggest Ranges: nothing is taken without a tick, and what is ticked goes where it was asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from posthouse_console.actions import Command
from posthouse_console.dialogs.suggest import SuggestRangesDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.widgets.dialog_buttons import Button
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow


@pytest.fixture
def refused(store: Store) -> Store:
    """A scanner in the house and a server on the Internet were refused relay."""
    store.traffic.open_writer()
    for client, times in (("10.0.4.17", 7), ("8.8.4.4", 2)):
        for number in range(times):
            store.traffic.record_decision(DecisionRow(
                new_id(), now(), client, None, False, "scan@house.example", f"b{number}@far.example", "refused",
                "no_criterion_met", "550 5.7.1 Relaying denied", 1))
    store.traffic.close_writer()
    return store


def _opened(window: MainWindow, qtbot: QtBot, rows: int) -> SuggestRangesDialog:
    qtbot.waitUntil(lambda: window._backend.settings.loaded is not None)
    window.actions_by_command[Command.SUGGEST_RANGES].trigger()
    dialog = window.findChild(SuggestRangesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() == rows)
    return dialog


def _tick(dialog: SuggestRangesDialog, row: int, qtbot: QtBot) -> None:
    dialog.table.setCurrentCell(row, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)


def test_what_is_ticked_goes_into_the_settings_after_a_question(refused: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 2)
    ok = dialog.box.button(Button.Ok)
    assert not ok.isEnabled()
    _tick(dialog, 0, qtbot)
    assert [item.range for item in dialog.ticked()] == ["10.0.4.17"]
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    add = next(button for button in box.findChildren(QPushButton) if button.text().replace("&", "") == "Add")
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: refused.settings.load().settings.smtp.relay.allow_privileged_ip_ranges)
    (entry,) = refused.settings.load().settings.smtp.relay.privileged_ip_ranges
    assert entry.range == "10.0.4.17"
    assert "suggested" in entry.note


def test_a_public_client_carries_a_warning(refused: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 2)
    assert dialog.notice.text() == ""
    _tick(dialog, 1, qtbot)
    assert "8.8.4.4 is public" in dialog.notice.text()
    _tick(dialog, 1, qtbot)
    assert dialog.notice.text() == ""
    assert dialog.entries() == []


def test_without_traffic_there_is_nothing_to_suggest(store: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 0)
    qtbot.waitUntil(lambda: dialog.notice.text().startswith("Nothing to suggest"))
    assert not dialog.box.button(Button.Ok).isEnabled()
