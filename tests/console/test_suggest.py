"""Suggest Ranges: nothing is taken without a tick, and what is ticked goes where it was asked for."""

import socket
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from console.robot import click_node
from posthouse_console.actions import Command
from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.dialogs.suggest import SuggestRangesDialog
from posthouse_console.dialogs.take_ranges import TakeRangesDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import SMTP_PATH
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.service import host_names
from posthouse_console.widgets.dialog_buttons import Button
from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_server.settings import set_paths
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


def _click_tick(dialog: SuggestRangesDialog, qtbot: QtBot) -> None:
    place = dialog.wider.visualItemRect(dialog.wider.item(0)).topLeft() + QPoint(10, 10)
    qtbot.mouseClick(dialog.wider.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _button(parent: QWidget, text: str) -> QPushButton:
    return next(button for button in parent.findChildren(QPushButton) if button.text().replace("&", "") == text)


def _save(window: MainWindow, qtbot: QtBot) -> str:
    """Wait for the preview of the whole change, press Save, and return the question."""
    qtbot.waitUntil(lambda: window.findChild(TakeRangesDialog) is not None)
    dialog = window.findChild(TakeRangesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.ok_button.isEnabled)
    question = dialog.question.text()
    qtbot.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    return question


def test_what_is_ticked_goes_into_the_settings_after_a_question(refused: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 2)
    ok = dialog.box.button(Button.Ok)
    assert not ok.isEnabled()
    _tick(dialog, 0, qtbot)
    assert [item.range for item in dialog.ticked()] == ["10.0.4.17"]
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    _save(window, qtbot)
    qtbot.waitUntil(lambda: refused.settings.load().settings.smtp.relay.allow_privileged_ip_ranges)
    (entry,) = refused.settings.load().settings.smtp.relay.privileged_ip_ranges
    assert entry.range == "10.0.4.17"
    assert "suggested" in entry.note


def test_a_stranger_stands_last_unticked_and_with_words_of_warning(refused: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 2)
    assert dialog.table.ticked_rows() == []
    assert dialog.notice.text() == ""
    why = dialog.table.item(1, 6)
    assert why is not None
    assert why.text() == ("A stranger on the Internet: 2 refused recipients from 1 sender; take it only if you know this "
                          "device.")
    _tick(dialog, 1, qtbot)
    assert dialog.notice.text().startswith("8.8.4.4 is a stranger on the Internet:")
    _tick(dialog, 1, qtbot)
    assert dialog.notice.text() == ""
    assert dialog.entries() == []


def test_a_public_address_with_a_sender_of_this_server_carries_a_warning(
        refused: Store, window: MainWindow, qtbot: QtBot) -> None:
    refused.directory.add_domain("house.example", "test")
    dialog = _opened(window, qtbot, 2)
    _tick(dialog, 1, qtbot)
    assert "8.8.4.4 is public" in dialog.notice.text()


def test_taking_a_stranger_needs_a_second_yes_with_the_number(refused: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 2)
    _tick(dialog, 1, qtbot)
    qtbot.mouseClick(dialog.box.button(Button.Ok), Qt.MouseButton.LeftButton)
    _save(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(ExposureConfirmation) is not None)
    confirmation = window.findChild(ExposureConfirmation)
    assert confirmation is not None
    assert _button(confirmation, "Yes, allow 1 public address to relay").isEnabled()
    qtbot.mouseClick(_button(confirmation, "Cancel"), Qt.MouseButton.LeftButton)
    taking = window.findChild(TakeRangesDialog)
    assert taking is not None
    qtbot.waitUntil(taking.ok_button.isEnabled)
    assert refused.settings.load().settings.smtp.relay.privileged_ip_ranges == ()


@pytest.fixture
def office(store: Store) -> Store:
    """Three clients relay by 10.0.0.0/8."""
    store.settings.change(lambda settings: set_paths(settings, {
        "smtp.relay.allow_privileged_ip_ranges": True,
        "smtp.relay.privileged_ip_ranges": [{"range": "10.0.0.0/8", "note": "Office"}]}), "test")
    store.traffic.open_writer()
    for client, times in (("10.0.4.17", 7), ("10.0.4.18", 5), ("10.0.9.9", 4)):
        for number in range(times):
            store.traffic.record_decision(DecisionRow(
                new_id(), now(), client, None, False, "scan@house.example", f"b{number}@far.example", "relay",
                "privileged_range", "250 OK", 1))
    store.traffic.close_writer()
    return store


def test_taking_some_offers_to_remove_the_wider_range_and_says_whom_that_refuses(
        office: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 3)
    assert not dialog.wider.isVisible()
    narrows = dialog.table.item(0, 1)
    assert narrows is not None
    assert narrows.text() == "10.0.0.0/8"
    _tick(dialog, 0, qtbot)
    _tick(dialog, 1, qtbot)
    line = dialog.wider.item(0)
    assert line.text() == ("Remove 10.0.0.0/8 (Office): 2 of its 3 clients seen in 30 days are covered by narrower entries; 1 "
                           "other client (10.0.9.9; 4 recipients) would be refused.")
    assert line.checkState() is Qt.CheckState.Unchecked
    _click_tick(dialog, qtbot)
    assert [entry.range for entry in dialog.removed()] == ["10.0.0.0/8"]
    _tick(dialog, 2, qtbot)
    assert dialog.wider.item(0).text().endswith("nobody would be refused.")
    assert dialog.wider.item(0).checkState() is Qt.CheckState.Checked
    _tick(dialog, 2, qtbot)
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(PreviewDialog) is not None)
    preview = dialog.findChild(PreviewDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: "4 would be refused" in preview.totals.text())
    assert "2 private addresses" in preview.exposure.text()
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.mouseClick(dialog.box.button(Button.Ok), Qt.MouseButton.LeftButton)
    assert _save(window, qtbot) == "Add 10.0.4.17, 10.0.4.18 to the privileged IP ranges, and remove 10.0.0.0/8 from them?"
    qtbot.waitUntil(lambda: len(office.settings.load().settings.smtp.relay.privileged_ip_ranges) == 2)
    saved = office.settings.load().settings.smtp.relay.privileged_ip_ranges
    assert [entry.range for entry in saved] == ["10.0.4.17", "10.0.4.18"]
    assert all(entry.note.startswith("Office: ") for entry in saved)


def test_a_wider_range_that_nobody_needs_can_go_without_taking_anything(
        office: Store, window: MainWindow, qtbot: QtBot) -> None:
    office.settings.change(lambda settings: set_paths(settings, {"smtp.relay.privileged_ip_ranges": [
        {"range": text} for text in ("10.0.0.0/8", "10.0.4.17", "10.0.4.18", "10.0.9.9")]}), "test")
    window._backend.settings.reload()
    qtbot.waitUntil(lambda: (loaded := window._backend.settings.loaded) is not None
                    and len(loaded.settings.smtp.relay.privileged_ip_ranges) == 4)
    dialog = _opened(window, qtbot, 0)
    qtbot.waitUntil(dialog.wider.isVisible)
    assert dialog.notice.text() == ""
    assert not dialog.box.button(Button.Ok).isEnabled()
    _click_tick(dialog, qtbot)
    qtbot.mouseClick(dialog.box.button(Button.Ok), Qt.MouseButton.LeftButton)
    assert _save(window, qtbot) == "Remove 10.0.0.0/8 from the privileged IP ranges?"
    qtbot.waitUntil(lambda: len(office.settings.load().settings.smtp.relay.privileged_ip_ranges) == 3)


def test_each_row_says_who_it_is_or_why_that_is_not_known(
        refused: Store, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(place: tuple[str, int], _flags: int) -> tuple[str, str]:
        if place[0] == "8.8.4.4":
            release.wait(20)
        return "scanner.house.example", "0"

    release = threading.Event()
    monkeypatch.setattr(socket, "getnameinfo", answer)
    monkeypatch.setattr(host_names, "TIMEOUT_S", 0.5)
    dialog = _opened(window, qtbot, 2)
    device, stranger = dialog.table.item(0, 2), dialog.table.item(1, 2)
    assert device is not None
    assert stranger is not None
    assert stranger.text() == "looking up the name…"
    qtbot.waitUntil(lambda: device.text() == "scanner.house.example")
    qtbot.waitUntil(lambda: stranger.text() == "name look-up timed out")
    release.set()
    _tick(dialog, 0, qtbot)
    _tick(dialog, 1, qtbot)
    known, unknown = dialog.entries()
    assert known.note.startswith("scanner.house.example (suggested")
    assert unknown.note.startswith("house.example (suggested")


def test_without_traffic_there_is_nothing_to_suggest(store: Store, window: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened(window, qtbot, 0)
    qtbot.waitUntil(lambda: dialog.notice.text().startswith("Nothing to suggest"))
    assert not dialog.box.button(Button.Ok).isEnabled()


def test_in_properties_the_list_that_is_edited_is_narrowed_and_nothing_is_saved_before_ok(
        office: Store, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._backend.settings.loaded is not None)
    click_node(qtbot, window, *SMTP_PATH)
    window.actions_by_command[Command.PROPERTIES].trigger()
    properties = window.findChild(PropertiesDialog)
    assert properties is not None
    tabs = properties.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex([tabs.tabText(number).replace("&", "") for number in range(tabs.count())].index("Relay"))
    ranges = properties.findChild(QPushButton, "smtp_relay_privileged_ip_ranges")
    assert ranges is not None
    qtbot.mouseClick(ranges, Qt.MouseButton.LeftButton)
    listed = properties.findChild(PrivilegedDialog)
    assert listed is not None
    qtbot.mouseClick(listed.suggest, Qt.MouseButton.LeftButton)
    dialog = listed.findChild(SuggestRangesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 3)
    _tick(dialog, 0, qtbot)
    _click_tick(dialog, qtbot)
    qtbot.mouseClick(dialog.box.button(Button.Ok), Qt.MouseButton.LeftButton)
    assert [entry.range for entry in listed.entries()] == ["10.0.4.17"]
    assert listed.summary() == "1 entry admits 1 address."
    assert [entry.range for entry in office.settings.load().settings.smtp.relay.privileged_ip_ranges] == ["10.0.0.0/8"]
    listed.reject()
    properties.reject()
