"""Logs: followed, paused, filtered and scrolled; each line opens its session, and leads to the answers and the message."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from console.robot import child, click_node, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.find_message import FindMessageDialog
from posthouse_console.dialogs.session_transcript import SessionDialog
from posthouse_console.dialogs.who_can_relay import WhoCanRelayDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import LOGS_PATH, OUTBOUND_PATH, POST_OFFICES_PATH, SERVER_PATH
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, NewRecipient, Route
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.store.trace_reader import TracePart
from posthouse_server.store.traffic import AttemptRow, DecisionRow

BODY = b"Subject: Pumps\r\n\r\nHello\r\n"
_TIME, _CLIENT, _SENDER, _ID = 0, 1, 3, 9


def line(number: int, **values: object) -> DecisionRow:
    known: dict[str, object] = {
        "id": f"T{number:03d}-0000", "at": now() - timedelta(seconds=1000 - number), "client": f"192.0.2.{number % 3}",
        "login": None, "tls": False, "sender": f"s{number % 5}@example.com", "recipient": f"r{number}@far.example",
        "verdict": ("relay", "refused")[number % 2], "rule": ("privileged_range", "no_criterion_met")[number % 2],
        "reply": ("250 2.1.5 OK", "550 5.7.1 Relaying denied")[number % 2], "revision": 1}
    return DecisionRow(**{**known, **values})  # type: ignore[arg-type]


@pytest.fixture
def traced(full_store: Store) -> Iterator[Store]:
    """Two hundred lines, and a writer for more."""
    full_store.traffic.open_writer()
    full_store.spool.open_writer()
    for number in range(200):
        full_store.traffic.record_decision(line(number))
    yield full_store
    full_store.traffic.close_writer()
    full_store.spool.close_writer()


def texts(window: MainWindow, column: int = _ID) -> list[str]:
    """Return what the lines in sight say; scrolling makes others."""
    table = window.pane.list
    rows = range(table.rowAt(0), table.rowAt(table.viewport().height() - 1) + 1 or table.model().rowCount())
    return [str(table.model().index(row, column).data()) for row in rows]


def open_logs(qtbot: QtBot, window: MainWindow, number: int = 200) -> None:
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: window._backend.store.traffic.trace.oldest() < 1e11)
    click_node(qtbot, window, *LOGS_PATH)
    qtbot.waitUntil(lambda: window.pane.list.model().rowCount() == number, timeout=10_000)
    qtbot.waitUntil(lambda: "None" not in texts(window))


def click_line(qtbot: QtBot, window: MainWindow, row: int, *, double: bool = False) -> QPoint:
    table = window.pane.list
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return place


def press(qtbot: QtBot, parent: object, name: str) -> None:
    qtbot.mouseClick(child(parent, QPushButton, name), Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_the_filters_of_the_row_are_combined_with_the_words(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    open_logs(qtbot, window)
    count = child(window.pane.filter_bar, QLabel, "rowCount")

    def are(number: int) -> None:
        qtbot.waitUntil(lambda: window.pane.list.model().rowCount() == number and not window._backend.trace.state.is_running)
        qtbot.waitUntil(lambda: count.text().startswith(f"{number} "))

    type_into(qtbot, window, "traceSender", "S3@")
    are(40)
    type_into(qtbot, window, "traceClient", "192.0.2.0/31")
    are(sum(number % 5 == 3 and number % 3 < 2 for number in range(200)))
    verdict = child(window, QComboBox, "traceVerdict")
    qtbot.keyClicks(verdict, "Ref")
    are(sum(number % 5 == 3 and number % 3 < 2 and number % 2 == 1 for number in range(200)))
    type_into(qtbot, window, "filterEdit", "r1 denied")
    are(sum(number % 5 == 3 and number % 3 < 2 and number % 2 == 1 and str(number).startswith("1") for number in range(200)))
    press(qtbot, window, "traceClear")
    child(window, QLineEdit, "filterEdit").clear()
    are(200)
    type_into(qtbot, window, "traceId", "t017")
    are(1)
    qtbot.waitUntil(lambda: texts(window) == ["T017-0000"])
    type_into(qtbot, window, "traceRecipient", "nobody")
    are(0)
    assert window.pane.list.model().note == "No line is as these filters ask."  # type: ignore[attr-defined]
    click_node(qtbot, window, *SERVER_PATH)
    open_logs(qtbot, window)
    assert child(window, QLineEdit, "traceId").text() == ""


def test_it_follows_pauses_and_keeps_its_place(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    open_logs(qtbot, window)
    table = window.pane.list
    traced.traffic.record_decision(line(1000))
    qtbot.waitUntil(lambda: texts(window)[0] == "T1000-0000", timeout=10_000)
    table.verticalScrollBar().setValue(50)
    qtbot.waitUntil(lambda: "None" not in texts(window))
    before = texts(window)
    for number in range(1000, 1003):
        traced.traffic.record_decision(line(number, id=f"NEW{number}"))
    qtbot.waitUntil(lambda: table.model().rowCount() == 204, timeout=10_000)
    qtbot.waitUntil(lambda: texts(window) == before)
    press(qtbot, window, "tracePause")
    traced.traffic.record_decision(line(1000, id="LATER"))
    qtbot.wait(1500)
    assert table.model().rowCount() == 204
    assert child(window, QLabel, "traceState").text().startswith("Paused")
    press(qtbot, window, "tracePause")
    qtbot.waitUntil(lambda: table.model().rowCount() == 205, timeout=10_000)
    assert not child(window, QLabel, "traceState").isVisible()


def test_a_long_search_lists_what_it_finds_and_can_be_cancelled(
        qtbot: QtBot, traced: Store, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    open_logs(qtbot, window)
    go_on = threading.Event()

    def times(wanted: TraceFilter, since: float = 0.0) -> Iterator[TracePart]:
        if since:  # the look at what has come meanwhile, which may fall into any moment of this: nothing has
            return
        newest = line(199).at.timestamp()
        yield TracePart(array("d", traced.traffic.trace.newest_times(5)), newest, 0.3)
        go_on.wait(20)
        yield TracePart(array("d", [newest - 500]), float("-inf"), 1.0)

    monkeypatch.setattr(traced.traffic.trace, "times", times)
    monkeypatch.setattr(traced.traffic.trace, "oldest", lambda: 0.0)
    type_into(qtbot, window, "filterEdit", "T1")
    model, cancel = window.pane.list.model(), child(window, QPushButton, "traceCancel")
    qtbot.waitUntil(lambda: model.rowCount() == 5)
    qtbot.waitUntil(lambda: texts(window)[0] == "T199-0000")
    qtbot.waitUntil(cancel.isVisible)
    assert child(window, QLabel, "traceState").text().startswith("Looked through back to")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isVisible()
    assert child(window, QLabel, "traceState").text().startswith("The search was cancelled: looked through back to")
    go_on.set()
    qtbot.wait(300)
    assert model.rowCount() == 5, "what was found stays, and nothing comes after Cancel"


def test_time_turns_the_list_round_and_nothing_else_sorts(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    open_logs(qtbot, window)
    header, table = window.pane.list.horizontalHeader(), window.pane.list
    click_line(qtbot, window, 0)
    place = QPoint(header.sectionViewportPosition(_CLIENT) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: header.sortIndicatorSection() == _TIME)
    assert texts(window)[0] == "T199-0000"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, header.height() // 2))
    qtbot.waitUntil(lambda: texts(window)[0] == "T000-0000")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [199], "what is selected stays selected"


def test_a_line_opens_its_session_as_a_transcript(qtbot: QtBot, traced: Store, window: MainWindow, tmp_path: Path) -> None:
    message = "M4RD-2TZ8"
    for number, name in enumerate("ab", 1):
        traced.traffic.record_decision(line(999, id=f"AAAA-000{number}", client="198.51.100.1", login="john@example.com",
                                            recipient=f"{name}@far.example", verdict="relay", rule="authenticated",
                                            reply="250 2.1.5 OK", message_id=message))
    traced.traffic.record_attempt(AttemptRow(now(), message, "a@far.example", "deferred", "mx.far.example:25",
                                             "451 4.7.1 Greylisted,\nplease wait"))
    open_logs(qtbot, window, 202)
    click_line(qtbot, window, 0, double=True)
    opened = dialog(qtbot, SessionDialog)
    text = child(opened, QPlainTextEdit, "transcript")
    qtbot.waitUntil(lambda: "Greylisted" in text.toPlainText())
    told = [entry[14:] for entry in text.toPlainText().splitlines()[5:]]
    assert told == [
        "C: MAIL FROM:<s4@example.com>", "C: RCPT TO:<a@far.example>", "S: 250 2.1.5 OK",
        "*  Accepted and relayed: Authenticated sender [AAAA-0001]", "C: RCPT TO:<b@far.example>", "S: 250 2.1.5 OK",
        "*  Accepted and relayed: Authenticated sender [AAAA-0002]  <-- this line",
        "*  Its content followed: message M4RD-2TZ8, for 2 recipients",
        "-> Not taken yet; tried again later: <a@far.example> through mx.far.example:25 (message M4RD-2TZ8)",
        "R: 451 4.7.1 Greylisted,", "   please wait"]
    qtbot.mouseClick(opened.panel.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == text.toPlainText()
    qtbot.mouseClick(opened.panel.save_button, Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "session.txt"))
    asked.reject()
    qtbot.waitUntil(lambda: (tmp_path / "session.txt").exists())
    qtbot.waitUntil(lambda: (tmp_path / "session.txt").read_text(encoding="utf-8") == text.toPlainText())
    press(qtbot, opened, "whyButton")
    why = dialog(qtbot, WhoCanRelayDialog)
    qtbot.waitUntil(lambda: "AAAA-0002" in why.id_notice.text())
    why.reject()
    opened.reject()


def test_allow_this_leads_to_what_would_allow_it(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    open_logs(qtbot, window)
    click_line(qtbot, window, 1)
    qtbot.waitUntil(lambda: texts(window)[1] == "T198-0000")
    assert not window.actions_by_command[Command.ALLOW_THIS].isEnabled(), "it was allowed"
    click_line(qtbot, window, 0)
    trigger(window, Command.ALLOW_THIS)
    asked = dialog(qtbot, WhoCanRelayDialog)
    qtbot.waitUntil(lambda: asked.focusWidget() is not None and asked.focusWidget().objectName().startswith("remedyButton"))
    asked.reject()


def test_enter_searches_once(qtbot: QtBot, traced: Store, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    trigger(window, Command.FIND_MESSAGE)
    asked = dialog(qtbot, FindMessageDialog)
    monkeypatch.setattr(asked.finder, "search", searched.append)
    type_into(qtbot, asked, "findEdit", "pumps")
    qtbot.keyClick(child(asked, QLineEdit, "findEdit"), Qt.Key.Key_Return)
    assert searched == ["pumps"]
    asked.reject()


def test_a_message_is_found_and_its_life_leads_on(qtbot: QtBot, traced: Store, window: MainWindow) -> None:
    message, box = "M4RD-2TZ8", next(row for row in traced.directory.list_mailboxes() if row.name == "john")
    for number, (name, verdict) in enumerate((("c@slow.example", "relay"), ("john@example.com", "local")), 1):
        traced.traffic.record_decision(line(999, id=f"AAAA-000{number}", recipient=name, verdict=verdict, rule="authenticated",
                                            message_id=message))
    traced.traffic.record_attempt(AttemptRow(now(), message, "john@example.com", "delivered", box.maildir, "250 Delivered"))
    traced.spool.accept(NewMessage(message, "s4@example.com", "192.0.2.0", None, "pc", 20, False, False, "Offer for <pumps>",
                                   BODY, None, (NewRecipient("c@slow.example", Route.RELAY, None, "authenticated",
                                                             "AAAA-0001"),))).result()
    qtbot.waitUntil(lambda: len(traced.traffic.attempts_of(message)) == 1)
    qtbot.waitUntil(lambda: window._backend.directory.is_loaded)
    trigger(window, Command.FIND_MESSAGE)
    asked = dialog(qtbot, FindMessageDialog)
    press(qtbot, asked, "findButton")
    assert asked.notice.text().startswith("Type what you know")
    type_into(qtbot, asked, "findEdit", "nobody-at-all")
    press(qtbot, asked, "findButton")
    qtbot.waitUntil(lambda: asked.notice.text().startswith("Nothing was found"))
    type_into(qtbot, asked, "findEdit", "<pumps>")
    qtbot.keyClick(child(asked, QLineEdit, "findEdit"), Qt.Key.Key_Return)
    page = child(asked, QTextBrowser, "lifePage")
    qtbot.waitUntil(lambda: "M4RD-2TZ8" in page.toPlainText())
    told = page.toPlainText()
    assert "Offer for <pumps>" in told
    assert "Delivered to the mailbox john@example.com." in told
    assert "Waiting; the next attempt is now: in Queues > Outbound." in told
    page.anchorClicked.emit(QUrl("why:AAAA-0001"))
    dialog(qtbot, WhoCanRelayDialog).reject()
    page.anchorClicked.emit(QUrl("session:AAAA-0001"))
    dialog(qtbot, SessionDialog).reject()
    page.anchorClicked.emit(QUrl("queue:outbound:c%40slow.example"))
    qtbot.waitUntil(lambda: window.navigator.path == OUTBOUND_PATH)
    assert child(window, QLineEdit, "filterEdit").text() == message
    trigger(window, Command.FIND_MESSAGE)
    again = dialog(qtbot, FindMessageDialog)
    again.look_for(message)
    qtbot.waitUntil(lambda: "mailbox" in child(again, QTextBrowser, "lifePage").toPlainText())
    child(again, QTextBrowser, "lifePage").anchorClicked.emit(QUrl("mailbox:john%40example.com"))
    qtbot.waitUntil(lambda: window.navigator.path == (*POST_OFFICES_PATH, "example.com", "Mailboxes"))
