"""Bans are seen with their evidence and lifted at once; a mailbox with an alarm is marked wherever it is seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import cells, child, click_node, click_row, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import BANS_PATH, DESCRIPTIONS, NodeKind
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_server.store import Store
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.nodes import Alarm, NodeState

OFFICE = ("Messaging Manager", "Post Offices", "example.com")
MAILBOXES = (*OFFICE, "Mailboxes")


def ban(client: str, reason: BanReason = BanReason.FAILED_LOGINS) -> Ban:
    at = datetime.now(UTC) - timedelta(minutes=2)
    return Ban(client, at, at + timedelta(minutes=8), 3, reason, Evidence(10, at - timedelta(seconds=42), at, ("john", "mary")))


def test_bans_are_listed_as_they_come_and_lifted_at_once(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *BANS_PATH)
    assert cells(window) == []
    assert not window.actions_by_command[Command.LIFT_BAN].isEnabled()
    store.bans.record(ban("198.51.100.7"), ban("2001:db8::/64", BanReason.REFUSED_RELAYS))
    qtbot.waitUntil(lambda: sorted(cells(window)) == ["198.51.100.7", "2001:db8::/64"])
    assert sorted(cells(window, 4)) == ["Failed logins", "Refused relays"]
    assert "10 failed logins within 42 s; tried: john, mary" in cells(window, 5)
    click_row(qtbot, window, "198.51.100.7")
    trigger(window, Command.LIFT_BAN)
    qtbot.waitUntil(lambda: cells(window) == ["2001:db8::/64"])
    assert [row.client for row in store.bans.list()] == ["2001:db8::/64"]
    qtbot.waitUntil(lambda: window.message.text() == "The ban is lifted: 198.51.100.7 may connect again.")


def test_the_help_about_bans(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *BANS_PATH)
    trigger(window, Command.HELP)
    opened = dialog(qtbot, HelpWindow)
    assert child(opened, QTextBrowser, "helpBrowser").documentTitle() == "Bans"
    opened.close()


def test_a_mailbox_that_sends_too_much_is_marked(qtbot: QtBot, full_store: Store, when_server: WhenServer,
                                                 window: MainWindow) -> None:
    def marks() -> tuple[Any, Any, Any]:
        row = window.pane.list.filter_model().index(cells(window).index("john"), 0)
        return (row.data(Qt.ItemDataRole.ToolTipRole),
                *(window.nodes.index_of(path).data(Qt.ItemDataRole.ToolTipRole) for path in (OFFICE, MAILBOXES)))

    click_node(qtbot, window, *MAILBOXES)
    plain = (None, DESCRIPTIONS[NodeKind.POST_OFFICE], DESCRIPTIONS[NodeKind.MAILBOXES])
    qtbot.waitUntil(lambda: "john" in cells(window))
    assert marks() == plain
    text = "john@example.com has sent to 500 recipients within an hour."
    when_server(NodeState.RUNNING, alarms=(Alarm("unusual_sending:john@example.com", text, datetime.now(UTC)),))
    qtbot.waitUntil(lambda: marks() == (text, text, text))
    click_node(qtbot, window, "Servers")
    assert window.pane.alarms.text() == (
        f"1 alarm. A mailbox sends far above its habit (john@example.com): {text}")
    click_node(qtbot, window, *MAILBOXES)
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: marks() == plain)
