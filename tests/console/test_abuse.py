"""Whoever stands out is named, drawn and listed, and can be stopped from the row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from console.robot import answer, cells, child, click_node, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.dialogs.set_password import SetPasswordDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.abuse_pane import AbusePane
from posthouse_console.navigation.nodes import ABUSE_PATH, LOGS_PATH
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.abuse import Axis
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Route
from posthouse_server.store.spool_groups import SpoolGroup
from posthouse_server.store.traffic import DecisionRow

JOHN = "john@example.com"


@pytest.fixture
def spammed_store(full_store: Store) -> Store:
    """John has sent to 400 recipients from a foreign client; a privileged range is used by one client of it."""
    now = datetime.now(UTC)
    loaded = full_store.settings.load()
    full_store.settings.save(set_paths(loaded.settings, {"smtp.relay.privileged_ip_ranges": [
        {"range": "10.0.4.0/24", "note": "Printers"}]}), loaded.newest.number, "test")
    rows = [(60 * 72, "192.0.2.1", JOHN, "relay", "authenticated", 10),
            (90, "203.0.113.9", JOHN, "relay", "authenticated", 400),
            (80, "10.0.4.17", None, "relay", "privileged_range", 3),
            (70, "198.51.100.7", None, "refused", "no_criterion_met", 7)]
    full_store.traffic.open_writer()
    for minutes, client, login, verdict, rule, number in rows:
        full_store.traffic.record_decision(DecisionRow(
            new_id(), now - timedelta(minutes=minutes), client, login, False, "s@example.com", "b@far.example", verdict, rule,
            "250 OK", 1, None if verdict == "refused" else new_id(), number))
    full_store.traffic.close_writer()
    full_store.spool.open_writer()
    for number, login in enumerate((JOHN, JOHN, None)):
        full_store.spool.accept(NewMessage(
            f"m{number}", "s@example.com", "203.0.113.9", login, "h", 3, False, False, "", b"x\r\n", None,
            (NewRecipient("b@far.example", Route.RELAY, None, "authenticated", new_id()),))).result()
    full_store.spool.close_writer()
    return full_store


@pytest.fixture
def pane(qtbot: QtBot, spammed_store: Store, open_window: Callable[[], MainWindow]) -> AbusePane:
    """The report of the last 24 hours, as it is first seen."""
    window = open_window()
    click_node(qtbot, window, *ABUSE_PATH)
    qtbot.waitUntil(lambda: bool(window.pane.abuse.verdict.text()), timeout=20_000)
    return window.pane.abuse


def frame(pane: AbusePane) -> MainWindow:
    window = pane.window()
    assert isinstance(window, MainWindow)
    return window


def column(pane: AbusePane, number: int) -> list[str]:
    model = pane.list.filter_model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def choose(qtbot: QtBot, pane: AbusePane, axis: Axis, label: str) -> None:
    """Click a tab, and then a row."""
    qtbot.mouseClick(pane.tabs, Qt.MouseButton.LeftButton, pos=pane.tabs.tabRect(list(Axis).index(axis)).center())
    index = pane.list.filter_model().index(column(pane, 0).index(label), 0)
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(index).center())


def press(qtbot: QtBot, pane: AbusePane, name: str) -> None:
    button = child(pane, QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def offered(pane: AbusePane) -> list[str]:
    return [action.text().replace("&", "").rstrip("…") for action in pane.actions_by_kind.values() if action.isEnabled()]


def test_who_stands_out_is_named_drawn_and_listed(qtbot: QtBot, pane: AbusePane) -> None:
    assert pane.verdict.text().startswith(f"{JOHN} stands out: 400 recipients since ")
    assert sum(pane.chart.shown("accepted")) == 403
    assert sum(pane.chart.shown("refused")) == 7
    assert sum(pane.chart.shown("messages")) == 2
    assert (column(pane, 0), column(pane, 2), column(pane, 3)) == ([JOHN, "(not logged in)"], ["400", "3"], ["0", "7"])
    assert column(pane, 5)[1] == "new"
    assert offered(pane) == []
    choose(qtbot, pane, Axis.CLIENT, "203.0.113.9")
    assert column(pane, 0) == ["203.0.113.9", "10.0.4.17", "198.51.100.7"]
    choose(qtbot, pane, Axis.RULE, "Privileged IP range")
    choose(qtbot, pane, Axis.RECIPIENT_DOMAIN, "far.example")


def test_another_span_is_read_at_once(qtbot: QtBot, pane: AbusePane) -> None:
    spans = child(pane, QComboBox, "spanChoice")
    qtbot.keyClick(spans, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: pane.verdict.text() == "Quiet: nothing was recorded in this time.")
    assert column(pane, 0) == []
    qtbot.keyClick(spans, Qt.Key.Key_End)
    assert pane.span.begin.isVisible()
    qtbot.waitUntil(lambda: column(pane, 0) == [JOHN, "(not logged in)"])


def test_what_makes_no_sense_is_grey(qtbot: QtBot, pane: AbusePane) -> None:
    queued = ["Messages", "Hold Queued Mail", "Delete Queued Mail"]
    choose(qtbot, pane, Axis.LOGIN, JOHN)
    assert offered(pane) == [*queued, "Disable Mailbox", "Change Password"]
    choose(qtbot, pane, Axis.LOGIN, "(not logged in)")
    assert offered(pane) == []
    choose(qtbot, pane, Axis.CLIENT, "203.0.113.9")
    assert offered(pane) == [*queued, "Block Client"]
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.17")
    assert offered(pane) == [*queued, "Block Client", "Remove Range", "Narrow Range"]
    choose(qtbot, pane, Axis.RULE, "Privileged IP range")
    assert offered(pane) == [*queued, "Remove Range", "Narrow Range"]
    choose(qtbot, pane, Axis.RECIPIENT_DOMAIN, "far.example")
    assert offered(pane) == queued


def test_the_messages_behind_a_row(qtbot: QtBot, pane: AbusePane) -> None:
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.17")
    press(qtbot, pane, "abuseMessages")
    window = frame(pane)
    assert window.navigator.path == LOGS_PATH
    qtbot.waitUntil(lambda: len(cells(window)) == 1)


def test_queued_mail_is_held_and_deleted_after_a_question(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    spool = spammed_store.spool
    choose(qtbot, pane, Axis.LOGIN, JOHN)
    press(qtbot, pane, "abuseHold")
    assert answer(qtbot, "Hold").startswith(f"Hold the queued mail from the login {JOHN}? 2 recipients wait for delivery.")
    qtbot.waitUntil(lambda: frame(pane).message.text() == f"Held: 2 recipients from the login {JOHN}.")
    assert spool.size_of(SpoolGroup(Axis.LOGIN, JOHN)).held == 2
    press(qtbot, pane, "abuseHold")
    assert answer(qtbot, "OK").startswith(f"Nothing from the login {JOHN} waits")
    press(qtbot, pane, "abuseDelete")
    assert "It is for 2 recipients." in answer(qtbot, "Delete")
    qtbot.waitUntil(lambda: len(spool.list()) == 1)
    assert spool.list()[0].recipients[0].state is RecipientState.WAITING


def test_a_mailbox_is_disabled_and_given_a_password(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    choose(qtbot, pane, Axis.LOGIN, JOHN)
    press(qtbot, pane, "abuseSetPassword")
    dialog(qtbot, SetPasswordDialog).reject()
    press(qtbot, pane, "abuseDisable")
    answer(qtbot, "Disable")
    qtbot.waitUntil(lambda: not next(row for row in spammed_store.directory.list_mailboxes() if row.login == JOHN).enabled)
    qtbot.waitUntil(lambda: "Disable Mailbox" not in offered(pane))


def test_a_client_is_blocked(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    choose(qtbot, pane, Axis.CLIENT, "203.0.113.9")
    press(qtbot, pane, "abuseBlock")
    answer(qtbot, "Cancel")
    press(qtbot, pane, "abuseBlock")
    answer(qtbot, "Block")
    qtbot.waitUntil(lambda: "Block Client" not in offered(pane))
    loaded = spammed_store.settings.load()
    assert loaded.settings.smtp.inbound.access_control.ranges == ("203.0.113.9",)
    assert loaded.newest.comment == "Abuse report: block 203.0.113.9"


def test_a_range_is_narrowed_and_removed(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    def entries() -> list[tuple[str, str]]:
        return [(item.range, item.note) for item in spammed_store.settings.load().settings.smtp.relay.privileged_ip_ranges]

    choose(qtbot, pane, Axis.CLIENT, "10.0.4.17")
    press(qtbot, pane, "abuseNarrowRange")
    assert answer(qtbot, "Narrow").startswith("Narrow 10.0.4.0/24 (Printers) to 10.0.4.17?")
    qtbot.waitUntil(lambda: entries() == [("10.0.4.17", "Printers")])
    qtbot.waitUntil(lambda: "Narrow Range" not in offered(pane))
    press(qtbot, pane, "abuseRemoveRange")
    answer(qtbot, "Remove")
    qtbot.waitUntil(lambda: entries() == [])


def test_the_help_about_the_report(qtbot: QtBot, pane: AbusePane) -> None:
    trigger(frame(pane), Command.HELP)
    opened = dialog(qtbot, HelpWindow)
    assert child(opened, QTextBrowser, "helpBrowser").documentTitle() == "Abuse report"
    opened.close()
