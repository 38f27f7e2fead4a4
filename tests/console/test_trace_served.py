"""Logs and Find Message on a running server: its lines as they come, their session, and the life of what was sent."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from console.robot import child, click_node, dialog, trigger, type_into
from harness.server_process import ServerProcess, server_process
from harness.sink import Sink
from posthouse_console.actions import Command
from posthouse_console.dialogs.find_message import FindMessageDialog
from posthouse_console.dialogs.session_transcript import SessionDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import LOGS_PATH
from posthouse_console.service.backend import Backend

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PATIENCE_MS = 20_000


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink(answers=lambda line: "550 5.1.1 No such user" if line.upper().startswith("RCPT TO:<NOBODY") else None) as found:
        yield found


@pytest.fixture
def server(tmp_path: Path, sink: Sink) -> Iterator[ServerProcess]:
    """A running server with a mailbox at example.com, which hands everything else to the smart host."""
    with server_process(tmp_path) as found:
        found.store.directory.add_domain("example.com", "test")
        found.store.directory.add_mailbox("john@example.com", "secret", "test")
        found.set({**sink.settings(), "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [
            {"range": "127.0.0.1", "senders": ["john@example.com"]}]})
        yield found.start()


@pytest.fixture
def window(qtbot: QtBot, server: ServerProcess) -> Iterator[MainWindow]:
    gc.disable()
    backend = Backend(server.store)
    window = MainWindow(backend)
    backend.start()
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    yield window
    backend.close()
    window.hide()
    window.deleteLater()
    backend.deleteLater()
    qtbot.wait(1)
    gc.collect(0)
    gc.enable()


def send(server: ServerProcess, sender: str, *recipients: str) -> str:
    """Send a message as a program would; returns its id."""
    with server.connect() as client:
        client.ehlo("pc.example.com")
        client.mail(sender)
        accepted = [client.rcpt(recipient)[0] == 250 for recipient in recipients]
        if not any(accepted):
            return ""
        _, said = client.data(b"Subject: Pumps\r\nFrom: john@example.com\r\n\r\nHello\r\n")
    found = re.search(rb"\[(\S+)\]", said)
    assert found is not None, said
    return found[1].decode()


def test_what_a_server_does_is_seen_as_it_comes(qtbot: QtBot, server: ServerProcess, window: MainWindow) -> None:
    click_node(qtbot, window, *LOGS_PATH)
    table = window.pane.list
    message = send(server, "john@example.com", "john@example.com", "friend@far.example", "nobody@far.example")
    send(server, "stranger@else.example", "x@far.example")
    qtbot.waitUntil(lambda: table.model().rowCount() == 4, timeout=PATIENCE_MS)
    type_into(qtbot, window, "traceSender", "john")
    qtbot.waitUntil(lambda: table.model().rowCount() == 3, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: str(table.model().index(0, 4).data()) == "nobody@far.example")
    qtbot.waitUntil(lambda: len(server.store.traffic.attempts_of(message)) >= 3, timeout=PATIENCE_MS)
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    session = dialog(qtbot, SessionDialog)
    text = child(session, QPlainTextEdit, "transcript")
    qtbot.waitUntil(lambda: "R: 550 5.1.1 No such user" in text.toPlainText(), timeout=PATIENCE_MS)
    told = text.toPlainText()
    places = [told.find(part) for part in ("C: MAIL FROM:<john@example.com>", "C: RCPT TO:<friend@far.example>", message,
                                           "C: MAIL FROM:<stranger@else.example>", "S: 550 5.7.1")]
    assert -1 not in places, told
    assert places == sorted(places), told
    session.reject()
    trigger(window, Command.FIND_MESSAGE)
    asked = dialog(qtbot, FindMessageDialog)
    type_into(qtbot, asked, "findEdit", "friend@far")
    qtbot.keyClick(child(asked, QLineEdit, "findEdit"), Qt.Key.Key_Return)
    page = child(asked, QTextBrowser, "lifePage")
    qtbot.waitUntil(lambda: f"Message {message}" in page.toPlainText(), timeout=PATIENCE_MS)
    life = page.toPlainText()
    assert "Delivered to the mailbox john@example.com." in life
    assert "Not delivered; the sender was told." in life
    assert re.search(r"Delivered: .*has taken it\.", life)
