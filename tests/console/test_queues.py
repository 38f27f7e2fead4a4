"""The queues and Bad Mail: what is listed, what can be done with it, and that the store and the server do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from console.robot import answer, child, click_node, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.message_information import MessageInformationDialog
from posthouse_console.dialogs.reroute import RerouteDialog
from posthouse_console.dialogs.send_history import SendHistoryDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import BAD_MAIL_PATH, INBOUND_PATH, OUTBOUND_PATH, QUEUES_PATH
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Result, Route
from posthouse_server.store.traffic import AttemptRow

BODY = b"Subject: Greetings\r\nFrom: john@example.com\r\nX-Long: one\r\n two\r\n\r\nHello\r\n"
REPLY = "451 4.7.1 Try again later\nplease, since we are busy"


def mail(number: int, *addresses: str, route: Route = Route.RELAY, sender: str = "john@example.com") -> NewMessage:
    return NewMessage(f"MAIL-{number:04d}", sender, "192.0.2.7", sender or None, "pc", len(BODY) + number,
                      False, False, f"Greetings {number}", BODY, None,
                      tuple(NewRecipient(address, route, None, "authenticated", "DDDD-DDDD") for address in addresses))


@pytest.fixture
def spool(store: Store) -> Iterator[Store]:
    """A store that takes mail and records attempts as a server does, on Outbound one message that was deferred."""
    store.spool.open_writer()
    store.traffic.open_writer()
    store.spool.accept(mail(1, "a@far.example", "b@far.example")).result()
    deferred = store.spool.find("MAIL-0001")
    assert deferred is not None
    store.spool.record([Result(deferred.recipients[0].id, "MAIL-0001", RecipientState.WAITING, REPLY, now())]).result()
    store.traffic.record_attempt(AttemptRow(now(), "MAIL-0001", "a@far.example", "deferred", "mx.far.example:25", REPLY))
    yield store
    store.spool.close_writer()
    store.traffic.close_writer()


def cells(window: MainWindow, column: int = 0) -> list[str]:
    model = window.pane.list.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def show(qtbot: QtBot, window: MainWindow, path: Sequence[str], ids: Sequence[str]) -> None:
    click_node(qtbot, window, *path)
    qtbot.waitUntil(lambda: sorted(cells(window)) == sorted(ids))
    qtbot.waitUntil(lambda: None not in [window.pane.list.model().index(row, 2).data() for row in range(len(ids))])


def choose(qtbot: QtBot, window: MainWindow, *ids: str) -> None:
    table = window.pane.list
    for number, id_ in enumerate(ids):
        place = table.visualRect(table.model().index(cells(window).index(id_), 0)).center()
        held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)


def states(store: Store, id_: str) -> list[RecipientState]:
    message = store.spool.find(id_)
    return [] if message is None else [recipient.state for recipient in message.recipients]


def test_the_queues_stand_below_smtp_and_say_when_they_are_empty(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *QUEUES_PATH)
    assert cells(window) == ["Inbound", "Outbound"]
    for path in (INBOUND_PATH, OUTBOUND_PATH, BAD_MAIL_PATH):
        show(qtbot, window, path, [])
        assert window.pane.list._empty_text.startswith(("Nothing waits", "There is no bad mail"))
    action = window.actions_by_command[Command.RETRY_NOW]
    assert not action.isEnabled()
    assert "No message is selected." in action.statusTip()


def test_a_row_says_what_is_known(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001"])
    row = [cells(window, column)[0] for column in range(11)]
    assert row[1:4] == ["Waiting", "john@example.com", "a@far.example and 1 more"]
    assert row[5:7] == ["john@example.com", rule_label("authenticated")]
    assert row[8:10] == ["1", "Now"]
    assert row[10] == "451 4.7.1 Try again later please, since we are busy"
    tip = window.pane.list.model().index(0, 10).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == REPLY


def test_what_strangers_write_is_no_html_in_a_tip(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    subject = "<img src='file:////evil.example/share/x.png'> Pumps & <b>more</b>"
    spool.spool.accept(replace(mail(2, "c@far.example"), subject=subject)).result()
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001", "MAIL-0002"])
    tip = window.pane.list.model().index(cells(window).index("MAIL-0002"), 2).data(Qt.ItemDataRole.ToolTipRole)
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText() == subject


def test_the_list_follows_the_server_and_keeps_the_selection(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001"])
    choose(qtbot, window, "MAIL-0001")
    spool.spool.accept(mail(2, "c@far.example")).result()
    spool.spool.accept(mail(3, "home@example.com", route=Route.LOCAL)).result()
    qtbot.waitUntil(lambda: cells(window) == ["MAIL-0001", "MAIL-0002"])
    assert [row.id for row in window.pane.list.selected_rows()] == ["MAIL-0001"]  # type: ignore[attr-defined]
    show(qtbot, window, INBOUND_PATH, ["MAIL-0003"])
    spool.spool.remove(["MAIL-0003"])
    qtbot.waitUntil(lambda: cells(window) == [])


def test_sorting_and_filtering(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    for number in (2, 3):
        spool.spool.accept(mail(number, f"x{number}@other.example", sender=f"sender{9 - number}@example.com")).result()
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001", "MAIL-0002", "MAIL-0003"])
    table = window.pane.list
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: cells(window) == ["MAIL-0002", "MAIL-0003", "MAIL-0001"])
    table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: cells(window) == ["MAIL-0003", "MAIL-0002", "MAIL-0001"])
    qtbot.keyClicks(child(window, QLineEdit, "filterEdit"), "other sender6")
    qtbot.waitUntil(lambda: cells(window) == ["MAIL-0003"])
    qtbot.keyClicks(child(window, QLineEdit, "filterEdit"), "nowhere")
    qtbot.waitUntil(lambda: cells(window) == [])
    assert window.pane.list.model().note == "No message contains these words."  # type: ignore[attr-defined]


def test_hold_release_and_retry(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001"])
    choose(qtbot, window, "MAIL-0001")
    assert not window.actions_by_command[Command.RELEASE].isEnabled()
    assert "Nothing that is selected is held." in window.actions_by_command[Command.RELEASE].statusTip()
    trigger(window, Command.HOLD)
    qtbot.waitUntil(lambda: cells(window, 1) == ["Held"])
    assert states(spool, "MAIL-0001") == [RecipientState.HELD] * 2
    qtbot.waitUntil(lambda: window.message.text() == "2 recipients: held.")
    qtbot.waitUntil(lambda: not window.actions_by_command[Command.RETRY_NOW].isEnabled())
    trigger(window, Command.RELEASE)
    qtbot.waitUntil(lambda: cells(window, 1) == ["Waiting"])
    qtbot.waitUntil(lambda: window.actions_by_command[Command.RETRY_NOW].isEnabled())
    trigger(window, Command.RETRY_NOW)
    qtbot.waitUntil(lambda: window.message.text() == (
        "2 recipients: due now; the server is stopped, and acts when it runs again."))


def test_many_are_removed_after_a_question_with_count_and_names(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    spool.spool.accept(mail(2, "c@far.example")).result()
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001", "MAIL-0002"])
    choose(qtbot, window, "MAIL-0001", "MAIL-0002")
    qtbot.keyClick(window.pane.list, Qt.Key.Key_Delete)
    text = answer(qtbot, "Cancel")
    assert "Remove 2 messages for good?" in text
    assert "MAIL-0001: john@example.com to a@far.example and 1 more" in text
    trigger(window, Command.DELETE)
    answer(qtbot, "Remove")
    qtbot.waitUntil(lambda: cells(window) == [])
    assert spool.spool.find("MAIL-0001") is None
    assert spool.spool.ledger().removed == 3
    assert spool.spool.ledger().difference == 0


def test_held_messages_get_another_smart_host(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    spool.spool.hold(None)
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001"])
    choose(qtbot, window, "MAIL-0001")
    trigger(window, Command.REROUTE)
    asked = dialog(qtbot, RerouteDialog)
    type_into(qtbot, asked, "hostEdit", "no host")
    assert not asked.ok_button.isEnabled()
    type_into(qtbot, asked, "hostEdit", "relay.example.net")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: states(spool, "MAIL-0001") == [RecipientState.WAITING] * 2)
    found = spool.spool.find("MAIL-0001")
    assert found is not None
    assert {recipient.via for recipient in found.recipients} == {"relay.example.net:25"}


def test_message_information_and_send_history(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001"])
    choose(qtbot, window, "MAIL-0001")
    qtbot.keyClick(window.pane.list, Qt.Key.Key_Return)
    opened = dialog(qtbot, MessageInformationDialog)
    table = opened.recipients.table
    qtbot.waitUntil(lambda: table.rowCount() == 2)
    assert [table.item(0, column).text() for column in (0, 1, 2)] == ["a@far.example", "Waiting", "1"]
    table.selectRow(0)
    assert child(opened, QPlainTextEdit, "fullText").toPlainText() == REPLY
    child(opened, QTabWidget, "tabs").setCurrentIndex(1)
    assert child(opened, QPlainTextEdit, "headersText").toPlainText() == (
        "Subject: Greetings\nFrom: john@example.com\nX-Long: one\n two")
    qtbot.mouseClick(child(opened, QPushButton, "historyButton"), Qt.MouseButton.LeftButton)
    history = dialog(qtbot, SendHistoryDialog)
    qtbot.waitUntil(lambda: history.attempts.table.rowCount() == 1)
    assert [history.attempts.table.item(0, column).text() for column in (1, 2, 3)] == [
        "a@far.example", "Tried again later", "mx.far.example:25"]
    assert child(history, QPlainTextEdit, "fullText").toPlainText() == REPLY
    history.reject()
    opened.reject()


def test_bad_mail_is_sent_again_or_removed(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    found = spool.spool.find("MAIL-0001")
    assert found is not None
    spool.spool.record([Result(recipient.id, "MAIL-0001", RecipientState.BAD_MAIL, "550 5.1.1 No such user")
                        for recipient in found.recipients]).result()
    show(qtbot, window, BAD_MAIL_PATH, ["MAIL-0001"])
    assert cells(window, 9) == ["550 5.1.1 No such user"]
    choose(qtbot, window, "MAIL-0001")
    assert not window.actions_by_command[Command.RETURN].isEnabled()
    trigger(window, Command.SEND_AGAIN)
    qtbot.waitUntil(lambda: cells(window) == [])
    assert states(spool, "MAIL-0001") == [RecipientState.WAITING] * 2


def test_the_context_menu_of_a_message(qtbot: QtBot, spool: Store, window: MainWindow) -> None:
    show(qtbot, window, OUTBOUND_PATH, ["MAIL-0001"])
    choose(qtbot, window, "MAIL-0001")
    window.pane.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(item for item in window.findChildren(QMenu, "contextMenu") if item.isVisible())
    texts = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert texts[:3] == ["Retry Now", "Hold", "Release"]
    assert {"Message Information…", "View Send History…"} <= set(texts)
    menu.close()


def test_a_long_queue_is_read_as_it_comes_into_sight(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    store.spool.open_writer()
    for done in [store.spool.accept(mail(number, f"r{number}@far.example")) for number in range(1500)]:
        done.result()
    store.spool.close_writer()
    ids = [f"MAIL-{number:04d}" for number in range(1500)]
    click_node(qtbot, window, *OUTBOUND_PATH)
    model = window.pane.list.model()
    qtbot.waitUntil(lambda: model.rowCount() == 1500)
    assert list(model.keys) == ids  # type: ignore[attr-defined]
    assert len(model.rows) < 300  # type: ignore[attr-defined]
    window.pane.list.scrollToBottom()
    qtbot.waitUntil(lambda: model.index(1499, 2).data() == "john@example.com")
    window.pane.list.selectAll()
    assert len(window.pane.list.selected_rows()) == 1500
    trigger(window, Command.HOLD)
    assert "Hold 1,500 messages?" in answer(qtbot, "Hold")
    qtbot.waitUntil(lambda: store.spool.ledger().held == 1500, timeout=20_000)
    assert QApplication.activeModalWidget() is None
