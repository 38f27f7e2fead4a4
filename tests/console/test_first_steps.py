"""Getting started, the test message, and Who Can Relay?"""

from __future__ import annotations

import base64
import socketserver
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTableView, QTextBrowser
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import answer, child, click_node, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.dialogs.send_test import SendTestDialog
from posthouse_console.dialogs.who_can_relay import WhoCanRelayDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.service.submission import TestMessage, submit
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState

_WRONG = base64.b64encode(b"\0john@example.com\0wrong").decode()


class _Smtp(socketserver.StreamRequestHandler):
    """As much of a mail server as a submission needs; refuses recipients at refused.example."""

    def handle(self) -> None:
        """Answer each command."""
        self._say("220 test ready")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ", maxsplit=1)[0].upper()
            if verb == "DATA":
                self._say("354 go on")
                while self.rfile.readline() != b".\r\n":
                    continue
            if "refused.example" in line:
                self._say("550 5.7.1 Relaying denied [AAAA-BBBB]")
            elif verb == "EHLO":
                self._say("250-test\r\n250 AUTH LOGIN PLAIN")
            elif verb == "AUTH" and line.endswith(_WRONG):
                self._say("535 5.7.8 Invalid Username or Password")
            else:
                self._say({"AUTH": "235 Authenticated", "QUIT": "221 bye"}.get(verb, "250 2.0.0 OK [AAAA-CCCC]"))

    def _say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


@pytest.fixture
def smtp_place() -> Iterator[str]:
    """A listener that accepts mail."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Smtp) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def ticks(window: MainWindow) -> list[bool]:
    """Return which steps are ticked off."""
    return [bool(button.property("isDone")) for button in window.pane.getting_started.buttons()]


def step(window: MainWindow, name: str) -> QPushButton:
    """Find the link of a step."""
    return child(window, QPushButton, name)


def test_the_steps_tick_themselves_off(qtbot: QtBot, store: Store, when_server: WhenServer, window: MainWindow) -> None:
    assert ticks(window) == [False] * 5
    qtbot.mouseClick(step(window, "stepNewDomain"), Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, NewDomainDialog)
    type_into(qtbot, asked, "domainEdit", "example.com")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ticks(window) == [True, False, False, False, False])
    store.directory.add_mailbox("john@example.com", "secret", "the command line")
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: ticks(window) == [True, True, True, False, False])
    qtbot.mouseClick(step(window, "stepWhoCanRelay"), Qt.MouseButton.LeftButton)
    dialog(qtbot, WhoCanRelayDialog).reject()
    assert ticks(window)[4]
    assert "done" in step(window, "stepNewDomain").accessibleDescription()


def test_a_test_message_shows_its_dialog_and_never_the_password(
        qtbot: QtBot, full_store: Store, when_server: WhenServer, smtp_place: str, window: MainWindow) -> None:
    when_server(NodeState.RUNNING, listening=(smtp_place,))
    qtbot.waitUntil(lambda: ticks(window)[2])
    qtbot.mouseClick(step(window, "stepSendTest"), Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, SendTestDialog)
    type_into(qtbot, asked, "recipientEdit", "a@refused.example")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked.notice.text().startswith("The server refuses the recipient: 550 5.7.1"))
    assert not ticks(window)[3]
    type_into(qtbot, asked, "recipientEdit", "a@accepted.example")
    type_into(qtbot, asked, "loginEdit", "john@example.com")
    assert not asked.ok_button.isEnabled()
    type_into(qtbot, asked, "passwordEdit", "secret")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked.notice.text() == "The server has accepted the message: 250 2.0.0 OK [AAAA-CCCC]")
    lines = child(asked, QPlainTextEdit, "transcript").toPlainText().splitlines()
    assert "C: AUTH PLAIN (not shown)" in lines
    assert lines.index("S: 354 go on") + 1 == next(n for n, line in enumerate(lines) if line.startswith("C: (the message"))
    assert not any("secret" in line or "AGpv" in line for line in lines)
    assert ticks(window)[3]
    asked.reject()


def test_a_wrong_password_is_tried_once(smtp_place: str) -> None:
    outcome = submit(TestMessage(smtp_place, "john@example.com", "a@accepted.example", "john@example.com", "wrong"))
    assert outcome.sentence == "The server refuses the login: 535 5.7.8 Invalid Username or Password"
    assert [line for line in outcome.transcript if line.startswith("C: AUTH")] == ["C: AUTH PLAIN (not shown)"]


def test_a_test_message_needs_a_running_server(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, Command.SEND_TEST)
    assert "needs a running server" in answer(qtbot, "Cancel")


def test_who_can_relay_answers_what_if(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    trigger(window, Command.WHO_CAN_RELAY)
    asked = dialog(qtbot, WhoCanRelayDialog)
    verdict, trace = child(asked, SentenceList, "verdict"), child(asked, QTableView, "traceTable")
    qtbot.waitUntil(lambda: "one of the 2 enabled mailboxes" in child(asked, SentenceList, "rules").text())
    qtbot.waitUntil(lambda: verdict.text().startswith("Refused"))
    assert "550 5.7.1 Relaying denied" in verdict.text()
    assert trace.model().index(trace.model().rowCount() - 1, 0).data() == "✓"
    assert [trace.model().index(row, 0).data() for row in (0, 1)] == ["1 Refused outright", "–"]
    decides = trace.visualRect(trace.model().index(trace.model().rowCount() - 1, 0))
    assert trace.viewport().rect().contains(decides), "the rule that decides is in sight"
    child(asked, QComboBox, "loginBox").setCurrentText("mary@example.com")
    qtbot.keyClick(child(asked, QLineEdit, "recipientEdit"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: verdict.text().startswith("Accepted and relayed"))
    type_into(qtbot, asked, "recipientEdit", "john@example.org")
    qtbot.mouseClick(child(asked, QPushButton, "checkButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: verdict.text().startswith("Accepted for delivery here in the mailbox john@example.com"))
    type_into(qtbot, asked, "clientEdit", "nonsense")
    qtbot.mouseClick(child(asked, QPushButton, "checkButton"), Qt.MouseButton.LeftButton)
    assert "is not an IP address" in asked.notice.text()
    asked.reject()


def test_f1_opens_the_help_for_what_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, "Servers")
    qtbot.keyClick(window.tree, Qt.Key.Key_F1)
    shown = dialog(qtbot, HelpWindow)
    assert "server" in child(shown, QTextBrowser, "helpBrowser").toPlainText().lower()
    shown.close()


def test_f1_works_inside_modal_dialogs_too(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, Command.WHO_CAN_RELAY)
    opened = dialog(qtbot, WhoCanRelayDialog)
    qtbot.keyClick(child(opened, QLineEdit, "clientEdit"), Qt.Key.Key_F1)
    shown = dialog(qtbot, HelpWindow)
    assert "Who can relay?" in child(shown, QTextBrowser, "helpBrowser").toPlainText()
    assert shown.parent() is opened, "a child of the dialog can be read while the dialog is open"
    qtbot.keyClick(child(opened, QLineEdit, "clientEdit"), Qt.Key.Key_F1)
    assert opened.findChildren(HelpWindow) == [shown]
    shown.close()
    qtbot.waitUntil(lambda: not opened.findChildren(HelpWindow))
    opened.reject()
