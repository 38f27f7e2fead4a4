"""Whoever stands out is named, drawn and listed, and can be stopped from the row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from console.robot import answer, child, click_node, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.dialogs.behind_row import BehindRowDialog
from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.dialogs.previewed_save import PreviewedSaveDialog
from posthouse_console.dialogs.range_change import RangeChangeDialog
from posthouse_console.dialogs.set_password import SetPasswordDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.abuse_pane import AbusePane
from posthouse_console.navigation.nodes import ABUSE_PATH
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_console.widgets.hint import Notice
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.abuse import Axis
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Route
from posthouse_server.store.passwords import is_password_right
from posthouse_server.store.spool_groups import SpoolGroup
from posthouse_server.store.traffic import DecisionRow

JOHN = "john@example.com"


@pytest.fixture
def spammed_store(full_store: Store) -> Store:
    """John has sent to 400 recipients from a foreign client; a privileged range is used by one client of it."""
    now = datetime.now(UTC)
    loaded = full_store.settings.load()
    full_store.settings.save(set_paths(loaded.settings, {
        "smtp.relay.allow_privileged_ip_ranges": True,
        "smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.0/24", "note": "Printers"}]}), loaded.newest.number, "test")
    rows = [(60 * 72, "192.0.2.1", JOHN, "relay", "authenticated", 10),
            (90, "203.0.113.9", JOHN, "relay", "authenticated", 400),
            (80, "10.0.4.17", None, "relay", "privileged_range", 3),
            (79, "10.0.4.1", None, "relay", "privileged_range", 1),
            (70, "198.51.100.7", None, "refused", "no_criterion_met", 7)]
    full_store.traffic.open_writer()
    for minutes, client, login, verdict, rule, number in rows:
        full_store.traffic.record_decision(DecisionRow(
            new_id(), now - timedelta(minutes=minutes), client, login, False, "s@example.com", "b@far.example", verdict, rule,
            "550 Not 10.0.4.1" if verdict == "refused" else "250 OK", 1, None if verdict == "refused" else new_id(), number))
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
    qtbot.waitUntil(lambda: sum(pane.chart.shown("accepted")) == 404, timeout=20_000)
    assert sum(pane.chart.shown("refused")) == 7
    assert sum(pane.chart.shown("messages")) == 3
    assert (column(pane, 0), column(pane, 2), column(pane, 3)) == ([JOHN, "(not logged in)"], ["400", "4"], ["0", "7"])
    assert column(pane, 5)[1] == "new"
    assert offered(pane) == []
    assert child(pane, QPushButton, "abuseHold").toolTip().endswith("Select a row first.")
    choose(qtbot, pane, Axis.CLIENT, "203.0.113.9")
    assert column(pane, 0) == ["203.0.113.9", "10.0.4.17", "10.0.4.1", "198.51.100.7"]
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


def test_what_makes_no_sense_is_grey_and_says_why(qtbot: QtBot, pane: AbusePane) -> None:
    queued = ["Messages", "Hold Queued Mail", "Delete Queued Mail"]
    choose(qtbot, pane, Axis.LOGIN, JOHN)
    assert offered(pane) == [*queued, "Disable Mailbox", "Change Password"]
    assert "Only a client can be blocked" in child(pane, QPushButton, "abuseBlock").toolTip()
    choose(qtbot, pane, Axis.LOGIN, "(not logged in)")
    assert offered(pane) == ["Messages"]
    assert child(pane, QPushButton, "abuseDisable").accessibleDescription().endswith("Nobody was logged in here.")
    choose(qtbot, pane, Axis.CLIENT, "203.0.113.9")
    assert offered(pane) == [*queued, "Block Client"]
    assert "is in no entry of Privileged IPs" in child(pane, QPushButton, "abuseRemoveRange").toolTip()
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.17")
    assert offered(pane) == [*queued, "Block Client", "Remove Range", "Narrow Range"]
    choose(qtbot, pane, Axis.RULE, "Privileged IP range")
    assert offered(pane) == [*queued, "Remove Range", "Narrow Range"]
    choose(qtbot, pane, Axis.RECIPIENT_DOMAIN, "far.example")
    assert offered(pane) == queued


def test_the_messages_behind_a_row_and_no_others(qtbot: QtBot, pane: AbusePane) -> None:
    """10.0.4.1 is in the text of the refusal of another client: words in the logs would find that too."""
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.1")
    press(qtbot, pane, "abuseMessages")
    opened = dialog(qtbot, BehindRowDialog)
    qtbot.waitUntil(lambda: opened.model.rowCount() == 1)
    assert [row.client for row in opened.model.rows] == ["10.0.4.1"]
    assert opened.windowTitle() == "Messages from the client 10.0.4.1"
    child(opened, QLineEdit, "filterEdit").setText("nothing of the kind")
    assert child(opened, QLabel, "rowCount").text() == "0 of 1 decision"
    opened.close()
    choose(qtbot, pane, Axis.LOGIN, JOHN)
    press(qtbot, pane, "abuseMessages")
    opened = dialog(qtbot, BehindRowDialog)
    qtbot.waitUntil(lambda: opened.model.rowCount() > 0)
    assert [row.number for row in opened.model.rows] == [400], "what was sent before the span is not shown"
    opened.close()


def test_the_chart_comes_later_than_the_table_and_tells_its_numbers(qtbot: QtBot, pane: AbusePane) -> None:
    chart = pane.chart
    qtbot.waitUntil(lambda: bool(chart.shown("accepted")), timeout=20_000)
    plot = chart.findChild(QGraphicsView)
    assert plot is not None
    numbers = chart.shown("accepted")
    series, busiest = chart._series, numbers.index(max(numbers))
    box = chart._plot.getPlotItem().vb
    spot = box.mapViewToScene(QPointF(series[busiest].at.timestamp() + chart._step_s / 2, 1.0))
    qtbot.mouseMove(plot.viewport(), plot.mapFromScene(QPointF(1, 1)))
    qtbot.mouseMove(plot.viewport(), plot.mapFromScene(spot))
    qtbot.waitUntil(lambda: f"Recipients accepted: {numbers[busiest]}" in QToolTip.text())
    assert QToolTip.text().splitlines()[0].endswith(", 1 hour")
    assert chart.tip_at(QPointF(1, 1)) == ""
    assert "recipients accepted: 404" in chart.accessibleDescription()
    assert len({curve.opts["pen"].style() for curve in chart._curves.values()}) == 3, "lines differ without colour"


@pytest.mark.parametrize("width", [430, 480, 1200])  # at any time of the day: Since is shorter for what began today
def test_the_table_never_scrolls_sideways(qtbot: QtBot, pane: AbusePane, width: int) -> None:
    header = pane.list.horizontalHeader()

    def is_fitted() -> bool:
        shown = [column for column in range(8) if not header.isSectionHidden(column)]
        return (pane.list.width() == width and header.length() == pane.list.viewport().width()
                and all(header.sectionSize(column) >= header.sectionSizeHint(column) for column in shown))

    pane.list.setFixedWidth(width)
    qtbot.waitUntil(is_fitted)
    qtbot.waitUntil(lambda: pane.list.horizontalScrollBar().maximum() == 0)
    assert header.sectionSize(0) >= 150
    assert not header.isSectionHidden(2), "what was accepted always stands there"
    assert header.isSectionHidden(7) is (width < 700)


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


def is_password(store: Store, password: str) -> bool:
    found = store.directory.credentials(JOHN)
    return found is not None and is_password_right(found.password_hash, password)


def test_a_mailbox_is_disabled_and_given_a_password(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    choose(qtbot, pane, Axis.LOGIN, JOHN)
    press(qtbot, pane, "abuseSetPassword")
    opened = dialog(qtbot, SetPasswordDialog)
    for edit in opened.findChildren(QLineEdit):
        qtbot.keyClicks(edit, "a better one 42")
    qtbot.mouseClick(opened.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_password(spammed_store, "a better one 42"))
    press(qtbot, pane, "abuseDisable")
    answer(qtbot, "Disable")
    qtbot.waitUntil(lambda: not next(row for row in spammed_store.directory.list_mailboxes() if row.login == JOHN).enabled)
    qtbot.waitUntil(lambda: "Disable Mailbox" not in offered(pane))


def test_a_client_is_blocked(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    choose(qtbot, pane, Axis.CLIENT, "203.0.113.9")
    press(qtbot, pane, "abuseBlock")
    asked = dialog(qtbot, PreviewedSaveDialog)
    qtbot.mouseClick(asked.box.button(asked.box.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not frame(pane).findChildren(PreviewedSaveDialog))
    assert spammed_store.settings.load().settings.smtp.inbound.access_control.ranges == ()
    press(qtbot, pane, "abuseBlock")
    asked = dialog(qtbot, PreviewedSaveDialog)
    qtbot.waitUntil(asked.ok_button.isEnabled)
    assert "203.0.113.9" in asked.question.text()
    assert asked.view.foreseen is not None
    assert {flip.client for flip in asked.view.foreseen.preview.flips} == {"203.0.113.9"}, "what it sent would be refused"
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Block Client" not in offered(pane))
    loaded = spammed_store.settings.load()
    assert loaded.settings.smtp.inbound.access_control.ranges == ("203.0.113.9",)
    assert loaded.newest.comment == "Abuse report: block 203.0.113.9"


def entries(store: Store) -> list[tuple[str, str]]:
    return [(item.range, item.note) for item in store.settings.load().settings.smtp.relay.privileged_ip_ranges]


def pressed(qtbot: QtBot, opened: QDialog, name: str) -> None:
    button = child(opened, QAbstractButton, name)
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))


def result(opened: QDialog) -> list[str]:
    shown = child(opened, QListWidget, "rangeResult")
    return [shown.item(row).text() for row in range(shown.count())]


def test_a_range_is_narrowed_to_the_others_and_removed(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.17")
    press(qtbot, pane, "abuseNarrowRange")
    opened = dialog(qtbot, RangeChangeDialog)
    qtbot.waitUntil(lambda: result(opened) == ["10.0.4.1"])
    pressed(qtbot, opened, "rangePreview")
    preview = dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: "would be refused" in child(preview, QLabel, "previewTotals").text(), timeout=20_000)
    preview.reject()
    pressed(qtbot, opened, "narrowToRest")
    assert result(opened) == ["10.0.4.0-10.0.4.16", "10.0.4.18-10.0.4.255"]
    pressed(qtbot, opened, "narrowToUsed")
    pressed(qtbot, opened, "rangeAccept")
    qtbot.waitUntil(lambda: entries(spammed_store) == [("10.0.4.1", "Printers")])
    assert spammed_store.settings.load().newest.comment == "Abuse report: narrow 10.0.4.0/24"
    qtbot.waitUntil(lambda: "Remove Range" not in offered(pane))
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.1")
    assert "single address" in child(pane, QPushButton, "abuseNarrowRange").toolTip()
    press(qtbot, pane, "abuseRemoveRange")
    pressed(qtbot, dialog(qtbot, RangeChangeDialog), "rangeAccept")
    qtbot.waitUntil(lambda: entries(spammed_store) == [])


def test_of_several_entries_one_is_chosen(qtbot: QtBot, pane: AbusePane, spammed_store: Store) -> None:
    loaded = spammed_store.settings.load()
    spammed_store.settings.save(set_paths(loaded.settings, {"smtp.relay.privileged_ip_ranges": [
        {"range": "10.0.4.0/24", "note": "Printers"}, {"range": "10.0.0.0/8"}]}), loaded.newest.number, "test")
    choose(qtbot, pane, Axis.CLIENT, "10.0.4.17")
    qtbot.waitUntil(lambda: len(pane.window()._backend.settings.loaded.settings.smtp.relay.privileged_ip_ranges) == 2)  # type: ignore[attr-defined]
    press(qtbot, pane, "abuseNarrowRange")
    opened = dialog(qtbot, RangeChangeDialog)
    choices = child(opened, QListWidget, "rangeEntries")
    assert choices.count() == 2
    qtbot.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=choices.visualItemRect(choices.item(1)).center())
    pressed(qtbot, opened, "narrowToRest")
    assert result(opened) == ["10.0.0.0-10.0.4.16", "10.0.4.18-10.255.255.255"]
    assert "10.0.4.17 is also in 10.0.4.0/24 (Printers)" in child(opened, Notice, "rangeNotice").text()
    pressed(qtbot, opened, "rangeAccept")
    qtbot.waitUntil(lambda: [text for text, _ in entries(spammed_store)] == [
        "10.0.4.0/24", "10.0.0.0-10.0.4.16", "10.0.4.18-10.255.255.255"])


def test_the_help_about_the_report(qtbot: QtBot, pane: AbusePane) -> None:
    trigger(frame(pane), Command.HELP)
    opened = dialog(qtbot, HelpWindow)
    assert child(opened, QTextBrowser, "helpBrowser").documentTitle() == "Abuse report"
    opened.close()
