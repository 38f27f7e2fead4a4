"""Alarms and books: what is wrong is seen wherever one is, and gone when its cause is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import child, click_node, dialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import DESCRIPTIONS, NodeKind
from posthouse_console.service.alarm_words import title_of, whole_text
from posthouse_console.service.books_words import account_text, balance_text
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_resources import help_path
from posthouse_server.alarms import AlarmKind
from posthouse_server.store import Store, StoreError
from posthouse_server.store.messages import Ledger
from posthouse_server.store.nodes import Alarm, NodeState

SMTP = ("Servers", "localhost", "Connectors", "SMTP")
SERVERS = ("Servers",)
FULL = Alarm("storage", "The disk is full. Make room.", datetime.now(UTC) - timedelta(minutes=5, seconds=30))
NOT_WELCOME = Alarm("smart_host_login", "535 says the smart host.", datetime.now(UTC) - timedelta(seconds=5))


def tip(window: MainWindow, path: tuple[str, ...]) -> str:
    """Return what a node says when one points at it."""
    return str(window.nodes.index_of(path).data(Qt.ItemDataRole.ToolTipRole))


def heard(window: MainWindow, path: tuple[str, ...]) -> str:
    """Return what a screen reader adds to a node's name."""
    return str(window.nodes.index_of(path).data(Qt.ItemDataRole.AccessibleDescriptionRole))


def book(store: Store, **outcomes: int) -> None:
    """Write the books as no program of ours would."""
    with sqlite3.connect(store.folder.spool_db) as database:
        for outcome, number in outcomes.items():
            database.execute("INSERT OR REPLACE INTO ledger(outcome, recipients) VALUES (?, ?)", (outcome, number))
    database.close()


def test_an_alarm_is_seen_wherever_one_is_until_it_is_over(qtbot: QtBot, when_server: WhenServer, full_store: Store,
                                                          window: MainWindow) -> None:
    when_server(NodeState.RUNNING, alarms=(FULL, NOT_WELCOME))
    click_node(qtbot, window, *SMTP)
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running, 2 alarms")
    panel = window.pane.alarms
    assert panel.isVisible()
    assert panel.text() == ("2 alarms. Mail can't be stored: The disk is full. Make room. "
                            "The smart host refuses the login: 535 says the smart host.")
    expected = ("Running on 127.0.0.1:2525, revision 1 applied; 2 alarms: mail can't be stored, "
                "the smart host refuses the login")
    for path in (SERVERS, SERVERS + SMTP[1:2], SMTP):
        assert tip(window, path) == heard(window, path) == expected
    assert window.overview.sentence.text() == expected
    click_node(qtbot, window, "Messaging Manager", "Post Offices")
    assert not panel.isVisible()
    assert window.overview.state.accessibleName() == f"State of the server: {expected}"
    click_node(qtbot, window, *SERVERS)
    assert panel.isVisible()
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running")
    assert not panel.isVisible()
    assert panel.text() == ""
    assert tip(window, SERVERS) == DESCRIPTIONS[NodeKind.SERVERS]
    assert tip(window, SMTP) == "Running on 127.0.0.1:2525, revision 1 applied"


def test_the_badge_of_an_alarm_differs_from_that_of_every_state(qtbot: QtBot, when_server: WhenServer,
                                                               window: MainWindow) -> None:
    def badge() -> Any:
        return window.nodes.index_of(SMTP).data(Qt.ItemDataRole.DecorationRole).pixmap(16, 16).toImage()

    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running")
    running = badge()
    when_server(NodeState.RUNNING, alarms=(FULL,))
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running, 1 alarm")
    assert badge() != running


@pytest.mark.parametrize("state", [NodeState.STOPPED, NodeState.FAILED])
def test_the_alarms_of_a_server_that_is_down_are_shown_as_what_they_were(
        qtbot: QtBot, when_server: WhenServer, window: MainWindow, state: NodeState) -> None:
    when_server(state, alarms=(FULL,), last_error="It fell." if state is NodeState.FAILED else "")
    click_node(qtbot, window, *SMTP)
    qtbot.waitUntil(lambda: "When the server last ran, until " in window.pane.alarms.text())
    assert window.pane.alarms.text().endswith("Mail can't be stored: The disk is full. Make room.")
    assert "alarm" not in window.overview.state.text()
    assert tip(window, SERVERS) == DESCRIPTIONS[NodeKind.SERVERS]


def test_what_to_do_opens_the_help_about_alarms(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> None:
    when_server(NodeState.RUNNING, alarms=(FULL,))
    click_node(qtbot, window, *SMTP)
    qtbot.waitUntil(window.pane.alarms.isVisible)
    qtbot.mouseClick(window.pane.alarms.help, Qt.MouseButton.LeftButton)
    opened = dialog(qtbot, HelpWindow)
    browser = child(opened, QTextBrowser, "helpBrowser")
    assert browser.documentTitle() == "Alarms"
    for kind in AlarmKind:
        assert title_of(Alarm(kind, "", datetime.now(UTC))) in browser.toPlainText(), kind
    opened.close()


def test_tab_leads_past_the_alarms_to_the_list(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> None:
    when_server(NodeState.RUNNING, alarms=(FULL,))
    click_node(qtbot, window, *SMTP)
    qtbot.waitUntil(window.pane.alarms.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.tree.setFocus()
    visited = []
    for _press in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focused = window.focusWidget()
        visited.append(focused.accessibleName() or focused.text().replace("&", ""))
    assert visited == ["What To Do…", "Filter", "Go"]


def test_many_alarms_scroll_and_leave_room(qtbot: QtBot, when_server: WhenServer, window: MainWindow) -> None:
    window.resize(900, 600)
    long = tuple(Alarm(kind, "The disk is full, and this is a long story about it. " * 6, FULL.since) for kind in AlarmKind)
    when_server(NodeState.RUNNING, alarms=long)
    click_node(qtbot, window, *SMTP)
    qtbot.waitUntil(window.pane.alarms.isVisible)
    qtbot.waitUntil(lambda: 0 < window.pane.alarms.height() <= window.height() * 0.4 + 4)
    when_server(NodeState.RUNNING, alarms=(FULL,))
    qtbot.waitUntil(lambda: 0 < window.pane.alarms.height() < window.height() * 0.2)


def test_an_alarm_tells_since_when() -> None:
    now = datetime.now(UTC)
    assert whole_text(replace(FULL, since=now - timedelta(minutes=5, seconds=20))).endswith(" (5 min).")
    assert whole_text(replace(FULL, since=now - timedelta(hours=26, seconds=20))).endswith(" (1 d 2 h).")
    assert "(" not in whole_text(replace(FULL, since=now))
    assert "(" not in whole_text(FULL, is_past=True)
    assert title_of(Alarm("some_new_kind", "", FULL.since)) == "Some new kind"


def test_the_books_are_live_and_a_difference_is_an_alarm_even_when_nobody_runs(qtbot: QtBot, store: Store,
                                                                              when_server: WhenServer,
                                                                              window: MainWindow) -> None:
    when_server(NodeState.STOPPED)
    click_node(qtbot, window, *SMTP)
    books = window.pane.ledger
    qtbot.waitUntil(lambda: books.verdict() == "The books balance: nothing has been accepted yet.")
    book(store, accepted=1234, delivered=1200, bounced=33, removed=1)
    qtbot.waitUntil(lambda: books.verdict() == "The books balance: every recipient that was accepted is accounted for.")
    assert [number.replace(",", "") for number in books.numbers()] == ["1234", "1200", "0", "0", "33", "0", "1"]
    assert "=" in books.accessibleDescription()
    book(store, delivered=1198)
    qtbot.waitUntil(lambda: books.verdict() == "The books differ by 2: 2 accepted recipients are not accounted for.")
    assert "≠" in books.accessibleDescription()
    qtbot.waitUntil(lambda: window.pane.alarms.text().startswith("1 alarm. The books don't balance: The books differ by 2"))
    assert window.overview.state.text() == "Stopped, 1 alarm"
    book(store, delivered=1201)
    qtbot.waitUntil(lambda: books.verdict() == "The books differ by 1: 1 recipient is there that nobody accepted.")
    book(store, delivered=1200)
    qtbot.waitUntil(lambda: not window.pane.alarms.isVisible())


def test_the_servers_own_alarm_about_the_books_is_not_said_twice(qtbot: QtBot, store: Store, when_server: WhenServer,
                                                                window: MainWindow) -> None:
    own = Alarm("ledger", "The books of the spool do not balance.", FULL.since)
    book(store, accepted=5)
    when_server(NodeState.RUNNING, alarms=(own,))
    qtbot.waitUntil(lambda: window.pane.ledger.verdict().startswith("The books differ by 5"))
    qtbot.waitUntil(lambda: window.overview.state.text() == "Running, 1 alarm")
    assert own.text in window.pane.alarms.text()


def test_books_that_can_not_be_read_show_no_old_numbers(qtbot: QtBot, store: Store, window: MainWindow,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Ledger:
        raise StoreError("spool.db could not be read: disk I/O error.")

    qtbot.waitUntil(lambda: window.pane.ledger.numbers()[0] == "0")
    monkeypatch.setattr(store.spool, "ledger", refuse)
    expected = "The books can't be read: spool.db could not be read: disk I/O error."
    qtbot.waitUntil(lambda: window.pane.ledger.verdict() == expected)
    assert set(window.pane.ledger.numbers()) == {"–"}


def test_the_books_in_words(german: None) -> None:
    ledger = Ledger(accepted=1_234_567, delivered=1_234_000, bounced=500, removed=7, waiting=50, held=5, bad_mail=5)
    assert account_text(ledger) == ("1.234.567 Accepted = 1.234.000 Delivered + 50 Waiting + 5 Held + 500 Bounced + "
                                    "5 Bad Mail + 7 Removed")
    assert "1.000 accepted recipients" in balance_text(replace(ledger, delivered=1_233_000))


@pytest.fixture
def german() -> Iterator[None]:
    """People here write 1.234."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    yield
    QLocale.setDefault(before)


def test_every_link_of_the_help_leads_to_a_page() -> None:
    pages = sorted(help_path("index").parent.glob("*.html"))
    index = help_path("index").read_text("utf-8")
    for page in pages:
        text = page.read_text("utf-8")
        links = [part.partition('"')[0] for part in text.split('href="')[1:]]
        assert [link for link in links if not (page.parent / link).is_file()] == [], page.name
        assert page.name == "index.html" or f'"{page.name}"' in index, page.name
