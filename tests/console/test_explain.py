"""Why?: the logs, the answer to an id, and a remedy that is applied."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from console.robot import answer, child, click_node, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.remedy_dialog import RemedyDialog
from posthouse_console.dialogs.who_can_relay import WhoCanRelayDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.menus import node_menu
from posthouse_console.navigation.nodes import LOGS_PATH, NodeKind
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.properties.smtp.relay import RelayPage
from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.clock import now
from posthouse_server.store.traffic import DecisionRow

_DENIED = "550 5.7.1 Relaying denied: log in first, or ask the administrator for access"
_CLIENT, _SENDER, _ID = 1, 3, 9


def _row(short_id: str, age_s: int = 0, **values: object) -> DecisionRow:
    known: dict[str, object] = {
        "id": short_id, "at": now() - timedelta(seconds=age_s), "client": "203.0.113.9", "login": None, "tls": True,
        "sender": "a@far.example", "recipient": "b@away.example", "verdict": "refused", "rule": "no_criterion_met",
        "reply": _DENIED, "revision": 1}
    return DecisionRow(**{**known, **values})  # type: ignore[arg-type]


def _record(store: Store, *rows: DecisionRow) -> None:
    store.traffic.open_writer()
    for row in rows:
        store.traffic.record_decision(row)
    store.traffic.close_writer()


@pytest.fixture
def traced(full_store: Store) -> Store:
    """A relay, a refusal, and a ban that came before there was a recipient."""
    _record(full_store, _row("AAAA-0001", 30, verdict="relay", rule="authenticated", login="john@example.com"),
            _row("AAAA-0002", 20, number=240, last_at=now()),
            _row("AAAA-0003", 10, rule="banned", recipient="", sender="", reply="421 4.7.0 Too many failures"))
    return full_store


def _shown(window: MainWindow, column: int) -> list[str]:
    model = window.pane.list.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _ids(window: MainWindow) -> list[str]:
    return _shown(window, _ID)


def _point(window: MainWindow, row: int) -> QPoint:
    table = window.pane.list
    return table.visualRect(table.model().index(row, 0)).center()


def test_the_logs_list_the_newest_first_and_follow(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *LOGS_PATH)
    qtbot.waitUntil(lambda: _ids(window) == ["AAAA-0003", "AAAA-0002", "AAAA-0001"])
    assert _shown(window, 8) == ["", "240", ""]
    _record(traced, _row("AAAA-0004", client="198.51.100.1"))
    qtbot.waitUntil(lambda: _ids(window)[0] == "AAAA-0004")
    assert _shown(window, _CLIENT)[0] == "198.51.100.1"


def test_why_opens_from_the_menu(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    traced.settings.change(lambda settings: set_paths(settings, {
        "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "203.0.113.9"}]}), "test")
    click_node(qtbot, window, *LOGS_PATH)
    qtbot.waitUntil(lambda: _ids(window) == ["AAAA-0003", "AAAA-0002", "AAAA-0001"])
    assert not window.actions_by_command[Command.WHY].isEnabled()
    qtbot.mouseClick(window.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=_point(window, 1))
    trigger(window, Command.WHY)
    asked = dialog(qtbot, WhoCanRelayDialog)
    tabs = child(asked, QTabWidget, "answers")
    qtbot.waitUntil(lambda: tabs.count() == 2)
    assert [tabs.tabText(number).split(" (")[0] for number in (0, 1)] == ["Then", "Today"]
    assert child(asked, SentenceList, "then_verdict").text().startswith("Refused")
    assert child(asked, SentenceList, "verdict").text().startswith("Accepted and relayed")
    assert child(asked, QLineEdit, "clientEdit").text() == "203.0.113.9"
    assert child(asked, QCheckBox, "tlsCheck").isChecked()
    assert not child(asked, QCheckBox, "nowCheck").isChecked()
    asked.reject()
    table = window.pane.list
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=_point(window, 0))
    table.customContextMenuRequested.emit(_point(window, 0))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.defaultAction() is window.actions_by_command[Command.SHOW_SESSION]
    assert Command.WHY in [action.objectName() for action in menu.actions()]
    menu.close()
    trigger(window, Command.WHY)
    banned = dialog(qtbot, WhoCanRelayDialog)
    qtbot.waitUntil(lambda: "421 4.7.0" in child(banned, SentenceList, "verdict").text())
    assert not child(banned, QTableView, "traceTable").isVisible()
    banned.reject()


def test_the_questions_stand_in_the_context_menus_of_smtp_and_of_the_logs(window: MainWindow) -> None:
    commands = window.actions_by_command
    for kind, wanted in ((NodeKind.SMTP, (Command.WHO_CAN_RELAY, Command.RELAY_TEST, Command.SUGGEST_RANGES)),
                         (NodeKind.LOGS, (Command.WHO_CAN_RELAY, Command.WHY))):
        shown = node_menu(window, commands, kind).actions()
        assert [command for command in wanted if commands[command] not in shown] == []


def test_an_id_is_pasted_and_an_unknown_one_is_a_sentence(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    trigger(window, Command.WHO_CAN_RELAY)
    asked = dialog(qtbot, WhoCanRelayDialog)
    type_into(qtbot, asked, "idEdit", "zzzz-zzzz")
    qtbot.keyClick(child(asked, QLineEdit, "idEdit"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.id_notice.text().startswith("No decision with the id ZZZZ-ZZZZ"))
    type_into(qtbot, asked, "idEdit", f"{_DENIED} [aaaa-0001]")
    qtbot.mouseClick(child(asked, QPushButton, "explainButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: child(asked, QComboBox, "loginBox").currentText() == "john@example.com")
    table = child(asked, QTableView, "then_traceTable")
    headings = [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]
    assert [text[0] for text in headings if text[0].isdigit()] == ["1", "2", "3"]
    qtbot.mouseClick(child(asked, QPushButton, "checkButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: child(asked, QTabWidget, "answers").count() == 1)
    asked.reject()


def test_the_edited_settings_are_judged_unsaved(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *LOGS_PATH[:-1])
    trigger(window, Command.PROPERTIES)
    properties = dialog(qtbot, PropertiesDialog)
    page = properties.findChild(RelayPage)
    assert isinstance(page, RelayPage)
    properties.tabs.setCurrentIndex(3)
    page.enabled.group.setChecked(False)
    qtbot.mouseClick(page.why, Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, WhoCanRelayDialog)
    qtbot.waitUntil(lambda: "Mail relay disabled" in child(asked, SentenceList, "verdict").text())
    assert "Nobody can relay" in child(asked, SentenceList, "rules").text()
    assert not asked.findChildren(QPushButton, "remedyButton0"), "they would act on the saved settings"
    assert traced.settings.load().settings.smtp.relay.enabled
    asked.reject()
    properties.reject()


def test_a_remedy_asks_about_public_addresses_and_is_saved(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    _record(traced, _row("AAAA-0004", client="8.8.4.4", number=3))
    trigger(window, Command.WHO_CAN_RELAY)
    asked = dialog(qtbot, WhoCanRelayDialog)
    type_into(qtbot, asked, "clientEdit", "8.8.4.4")
    qtbot.mouseClick(child(asked, QPushButton, "checkButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(button.isVisible() and "8.8.4.4" in button.accessibleName()
                                for button in asked.findChildren(QPushButton)))
    button = next(item for item in asked.findChildren(QPushButton) if item.isVisible() and "8.8.4.4" in item.accessibleName())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    looked = dialog(qtbot, RemedyDialog)
    assert not looked.ok_button.isEnabled(), "first the preview"
    qtbot.waitUntil(looked.ok_button.isEnabled)
    assert "After: " in looked.view.exposure.text()
    assert looked.view.totals.text().endswith(": 3 would be accepted.")
    qtbot.mouseClick(looked.ok_button, Qt.MouseButton.LeftButton)
    confirmed = dialog(qtbot, ExposureConfirmation)
    assert "allow 1 public address to relay" in confirmed._ok.text()
    qtbot.mouseClick(confirmed._ok, Qt.MouseButton.LeftButton)
    verdict = child(asked, SentenceList, "verdict")
    qtbot.waitUntil(lambda: verdict.text().startswith("Accepted and relayed"))
    newest = traced.settings.load()
    assert [item.range for item in newest.settings.smtp.relay.privileged_ip_ranges] == ["8.8.4.4"]
    assert newest.newest.comment.startswith("Who can relay?: ")
    asked.reject()


def test_a_what_if_asks_for_a_login_and_for_a_time(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    traced.settings.change(lambda settings: set_paths(settings, {
        "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [
            {"range": "10.0.4.17", "expires_at": (now() + timedelta(days=1)).isoformat()}]}), "test")
    qtbot.waitUntil(lambda: bool(window._backend.settings.loaded.settings.smtp.relay.privileged_ip_ranges))  # type: ignore[union-attr]
    trigger(window, Command.WHO_CAN_RELAY)
    asked = dialog(qtbot, WhoCanRelayDialog)
    verdict = child(asked, SentenceList, "verdict")

    def is_checked(words: str) -> None:
        qtbot.mouseClick(child(asked, QPushButton, "checkButton"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: words in verdict.text())

    type_into(qtbot, asked, "clientEdit", "10.0.4.17")
    is_checked("Privileged IP range")
    child(asked, QCheckBox, "nowCheck").click()
    moment = child(asked, QDateTimeEdit, "timeEdit")
    moment.setDateTime(moment.dateTime().addDays(2))
    is_checked("No relay option applies")
    login = child(asked, QComboBox, "loginBox")
    assert login.findText("printer@example.com") < 0, "it is disabled"
    qtbot.keyClicks(login, "john@example.com")
    is_checked("Authenticated sender")
    asked.reject()


def test_the_two_hours_of_a_remedy_count_from_now_and_not_from_the_refusal(
        qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    _record(traced, _row("AAAA-0009", 3 * 86400, client="10.0.4.17"))
    window.dispatch.tools.explain("AAAA-0009")
    asked = dialog(qtbot, WhoCanRelayDialog)

    def offered() -> list[QPushButton]:
        return [item for item in asked.findChildren(QPushButton) if item.isVisible()
                and "Let 10.0.4.17 relay for 2 hours" in item.accessibleName()]

    qtbot.waitUntil(lambda: bool(offered()))
    (button,) = offered()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    looked = dialog(qtbot, RemedyDialog)
    qtbot.waitUntil(looked.ok_button.isEnabled)
    assert looked.view.totals.text().endswith(": 1 would be accepted.")
    qtbot.mouseClick(looked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(traced.settings.load().settings.smtp.relay.privileged_ip_ranges))
    (entry,) = traced.settings.load().settings.smtp.relay.privileged_ip_ranges
    assert entry.expires_at is not None
    assert timedelta(minutes=110) < entry.expires_at - now() <= timedelta(hours=2)
    asked.reject()


def test_a_remedy_is_left_with_cancel(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    traced.settings.change(lambda settings: set_paths(settings, {
        "smtp.blocked_addresses.senders": ["someone@elsewhere.example", "more.example"]}), "test")
    qtbot.waitUntil(lambda: bool(window._backend.settings.loaded.settings.smtp.blocked_addresses.senders))  # type: ignore[union-attr]
    trigger(window, Command.WHO_CAN_RELAY)
    asked = dialog(qtbot, WhoCanRelayDialog)
    qtbot.waitUntil(lambda: any(button.isVisible() for button in asked.findChildren(QPushButton, "remedyButton0")))
    button = next(item for item in asked.findChildren(QPushButton, "remedyButton0") if item.isVisible())
    assert "Take someone@elsewhere.example off the blocked senders" in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    looked = dialog(qtbot, RemedyDialog)
    qtbot.waitUntil(looked.ok_button.isEnabled)
    looked.reject()
    assert len(traced.settings.load().settings.smtp.blocked_addresses.senders) == 2
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    again = dialog(qtbot, RemedyDialog)
    qtbot.waitUntil(again.ok_button.isEnabled)
    qtbot.mouseClick(again.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No relay option applies" in child(asked, SentenceList, "verdict").text())
    assert traced.settings.load().settings.smtp.blocked_addresses.senders == ("more.example",)
    asked.reject()


def test_a_ban_is_lifted_from_the_answer(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    traced.bans.record(Ban("203.0.113.9", now(), now() + timedelta(minutes=5), 1, BanReason.FAILED_LOGINS,
                           Evidence(10, now(), now(), ("john",))))
    window.dispatch.tools.explain("AAAA-0003")
    asked = dialog(qtbot, WhoCanRelayDialog)
    qtbot.waitUntil(lambda: any(item.isVisible() for item in asked.findChildren(QPushButton, "remedyButton0")))
    button = next(item for item in asked.findChildren(QPushButton, "remedyButton0") if item.isVisible())
    assert "Lift the ban of 203.0.113.9" in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "10 failed logins" in answer(qtbot, "Lift")
    qtbot.waitUntil(lambda: not traced.bans.list())
    qtbot.waitUntil(lambda: not any(item.isVisible() for item in asked.findChildren(QPushButton, "remedyButton0")))
    asked.reject()
