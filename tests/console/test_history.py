"""The node History: what is listed, searched, shown and taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from posthouse_console.actions import Command
from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.dialogs.revision import RevisionDialog
from posthouse_console.dialogs.verify_history import VerifyHistoryDialog
from posthouse_console.dialogs.way_back import WayBackDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import HISTORY_PATH
from posthouse_console.widgets.dialog_buttons import Button
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.traffic import DecisionRow

WHO = "anna@desk (console)"


@pytest.fixture
def at_history(window: MainWindow, qtbot: QtBot) -> Callable[[int], None]:
    def show(rows: int) -> None:
        window._backend.refresh()
        window.navigator.go(HISTORY_PATH)
        qtbot.waitUntil(lambda: window.pane.list.filter_model().rowCount() == rows)

    return show


def _open_senders(store: Store) -> int:
    wanted = {"smtp.relay.allow_local_sender_addresses": True}
    return store.settings.change(lambda old: set_paths(old, wanted), WHO, "why not").number


def _select(window: MainWindow, number: int) -> None:
    model = window.pane.list.filter_model()
    for row in range(model.rowCount()):
        if model.index(row, 0).data() == str(number):
            window.pane.list.selectRow(row)
            return
    raise AssertionError(f"revision {number} is not listed")


def test_revisions_are_listed_in_the_words_of_the_dialogs_and_searched(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    before = store.settings.newest_number()
    number = _open_senders(store)
    at_history(before + 1)
    _select(window, number)
    model, row = window.pane.list.filter_model(), window.pane.list.selectionModel().selectedRows()[0].row()
    texts = [model.index(row, column).data() for column in range(model.columnCount())]
    assert texts[2:] == [WHO, "Allow relay for local sender addresses: off → on", "why not"]
    window.pane.filter_bar.edit().setText("why not")
    qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_a_change_is_shown_and_reverted(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    before = store.settings.newest_number()
    number = _open_senders(store)
    at_history(before + 1)
    _select(window, number)
    window.actions_by_command[Command.SHOW_CHANGE].trigger()
    shown = window.findChild(RevisionDialog)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.table.lines() == [("Allow relay for local sender addresses", "off", "on")])
    qtbot.mouseClick(shown.revert, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(WayBackDialog) is not None)
    dialog = window.findChild(WayBackDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.ok_button.isEnabled())
    assert dialog.table.lines() == [("Allow relay for local sender addresses", "on", "off")]
    qtbot.keyClicks(dialog.findChild(QLineEdit, "commentEdit"), "a mistake")
    qtbot.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.settings.newest_number() == number + 1)
    assert not store.settings.load().settings.smtp.relay.allow_local_sender_addresses
    assert store.history.list()[0].comment == "a mistake"
    qtbot.waitUntil(lambda: window.pane.list.filter_model().rowCount() == before + 2)


def test_going_back_to_an_open_state_needs_the_word(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    store.directory.add_domain("history.example", WHO)
    store.directory.add_mailbox("john@history.example", "secret", WHO)
    number = _open_senders(store)
    store.settings.change(lambda old: set_paths(old, {"smtp.relay.allow_local_sender_addresses": False}), WHO)
    at_history(number + 1)
    _select(window, number)
    window.actions_by_command[Command.GO_BACK].trigger()
    dialog = window.findChild(WayBackDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.word.isVisible())
    assert "Open to the Internet" in dialog.exposure.text()
    assert not dialog.ok_button.isEnabled()
    qtbot.keyClicks(dialog.word, "OPEN")
    assert dialog.ok_button.isEnabled()
    qtbot.mouseClick(dialog.box.button(Button.Cancel), Qt.MouseButton.LeftButton)
    assert store.settings.newest_number() == number + 1, "Cancel changes nothing"


def test_a_way_back_is_previewed_by_the_recorded_traffic(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    number = store.settings.change(lambda old: set_paths(old, {
        "smtp.relay.allow_privileged_ip_ranges": True,
        "smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.17", "note": "scanner"}]}), WHO).number
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow("AAAA-0001", now(), "10.0.4.17", None, False, "s@far.example", "a@away.example",
                                              "relay", "privileged_range", "250 OK", number, None, 214))
    store.traffic.close_writer()
    at_history(number)
    dialog = _way_back(window, qtbot, number, Command.REVERT)
    qtbot.waitUntil(dialog.preview.isEnabled)
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    shown = dialog.findChild(PreviewDialog)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.progress.isHidden())
    assert [shown.model.index(0, column).data() for column in range(4)] == [
        "scanner 10.0.4.17", "214", "Relay: Privileged IP range 10.0.4.17", "Refused: No relay option applies"]
    assert "Exposure before: 1 private address" in shown.exposure.text()
    assert "After: Closed" in shown.exposure.text()
    shown.reject()
    assert store.settings.newest_number() == number, "a preview changes nothing"


def test_what_can_not_be_taken_back_says_why(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    at_history(store.settings.newest_number())
    _select(window, 1)
    window.actions_by_command[Command.REVERT].trigger()
    dialog = window.findChild(WayBackDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "the first one" in dialog.notice.text())
    assert not dialog.ok_button.isEnabled()


def _way_back(window: MainWindow, qtbot: QtBot, number: int, command: Command) -> WayBackDialog:
    _select(window, number)
    window.actions_by_command[command].trigger()
    dialog = window.findChild(WayBackDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.table.lines()))
    return dialog


def test_a_trial_is_shown_and_ends_with_its_revert(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    wanted = {"smtp.inbound.max_connections": 7}
    number = store.settings.change(lambda old: set_paths(old, wanted), WHO, trial_minutes=10).number
    at_history(number)
    qtbot.waitUntil(window.pane.trial_bar.isVisible)
    _select(window, number)
    window.actions_by_command[Command.SHOW_CHANGE].trigger()
    shown = window.findChild(RevisionDialog)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.notice.text().startswith("On trial: it takes itself back at "))
    shown.reject()
    dialog = _way_back(window, qtbot, number, Command.REVERT)
    assert dialog.table.lines()[-1] == (f"Trial of revision {number}", "running", "over")
    qtbot.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.pane.trial_bar.isVisible())
    assert store.trials.current() is None
    assert store.settings.newest_number() == number + 1


def test_a_confirmation_is_listed_and_shown(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    wanted = {"smtp.inbound.max_connections": 7}
    number = store.settings.change(lambda old: set_paths(old, wanted), WHO, trial_minutes=10).number
    at_history(number)
    qtbot.waitUntil(window.pane.trial_bar.isVisible)
    qtbot.mouseClick(window.pane.trial_bar.keep, Qt.MouseButton.LeftButton)
    model = window.pane.list.filter_model()
    qtbot.waitUntil(lambda: model.rowCount() == number + 1)
    assert model.index(0, 3).data() == f"Revision {number} confirmed"
    _select(window, number + 1)
    window.actions_by_command[Command.SHOW_CHANGE].trigger()
    shown = window.findChild(RevisionDialog)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.notice.text() == f"Revision {number} confirmed: it stays in force. Nothing else was changed.")
    assert not shown.revert.isEnabled()


def test_public_addresses_need_a_yes_that_states_their_number(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    ranges = {"smtp.relay.allow_privileged_ip_ranges": True,
              "smtp.relay.privileged_ip_ranges": [{"range": "198.51.99.0/24"}]}
    number = store.settings.change(lambda old: set_paths(old, ranges), WHO).number
    store.settings.change(lambda old: set_paths(old, {"smtp.relay.privileged_ip_ranges": []}), WHO)
    at_history(number + 1)
    dialog = _way_back(window, qtbot, number, Command.GO_BACK)
    qtbot.waitUntil(dialog.yes.isVisible)
    assert not dialog.word.isVisible()
    assert dialog.yes.text() == "&Yes, allow 256 public addresses to relay"
    assert not dialog.ok_button.isEnabled()
    dialog.yes.click()
    qtbot.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.settings.newest_number() == number + 2)
    assert store.settings.load().settings == store.history.settings_at(number)


def test_what_somebody_changed_meanwhile_is_shown_before_anything_is_done(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    number = _open_senders(store)
    at_history(number)
    dialog = _way_back(window, qtbot, number, Command.REVERT)
    qtbot.waitUntil(dialog.ok_button.isEnabled)
    store.settings.change(lambda old: set_paths(old, {"smtp.inbound.max_connections": 7}), "berta@desk (console)")
    qtbot.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Meanwhile berta@desk (console) has made revision" in dialog.notice.text()
                    and dialog.ok_button.isEnabled())
    assert store.settings.newest_number() == number + 1
    qtbot.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.settings.newest_number() == number + 2)
    after = store.settings.load().settings.smtp
    assert (after.relay.allow_local_sender_addresses, after.inbound.max_connections) == (False, 7)


def test_the_history_is_verified_with_a_digest_to_note(
        window: MainWindow, store: Store, qtbot: QtBot, at_history: Callable[[int], None]) -> None:
    noted = store.history.verify().digest
    number = _open_senders(store)
    at_history(number)
    window.actions_by_command[Command.VERIFY].trigger()
    dialog = window.findChild(VerifyHistoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "The history is whole" in dialog.outcome.text())
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == store.history.verify().digest == dialog.digest.text()
    assert not dialog.compare_button.isEnabled()
    qtbot.keyClicks(dialog.noted, noted.upper())
    qtbot.mouseClick(dialog.compare_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: f"Revision {number - 1} has the digest that was noted" in dialog.outcome.text())
    dialog.noted.setText("0" * 64)
    qtbot.mouseClick(dialog.compare_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "none has the digest" in dialog.outcome.text())
