"""What is done in the queues' node of the console, and what a running server and the remote one make of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.robot import answer, click_node, trigger
from harness.server_process import ServerProcess, server_process
from harness.sink import Sink
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import BAD_MAIL_PATH, OUTBOUND_PATH
from posthouse_console.navigation.nodes import Path as NodePath
from posthouse_console.service.backend import Backend
from posthouse_server.store.queues import Queue

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PATIENCE_MS = 20_000
BUSY = "451 4.7.1 We are busy\n451 4.7.1 come back later"


class SmartHost:
    """Refuses every recipient until it is told otherwise."""

    def __init__(self) -> None:
        self.reply: str | None = BUSY

    def __call__(self, line: str) -> str | None:
        return self.reply if line.upper().startswith("RCPT") else None


@pytest.fixture
def moody() -> SmartHost:
    return SmartHost()


@pytest.fixture
def sink(moody: SmartHost) -> Iterator[Sink]:
    with Sink(answers=moody) as found:
        yield found


@pytest.fixture
def server(tmp_path: Path, sink: Sink) -> Iterator[ServerProcess]:
    """A running server with mailboxes at example.com, which hands everything else to the smart host."""
    with server_process(tmp_path) as found:
        found.store.directory.add_domain("example.com", "test")
        found.store.directory.add_mailbox("john@example.com", "secret", "test")
        found.set({**sink.settings(), "smtp.relay.allow_privileged_ip_ranges": True,
                   "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]})
        yield found.start()


@pytest.fixture
def window(qtbot: QtBot, server: ServerProcess) -> Iterator[MainWindow]:
    gc.disable()
    backend = Backend(server.store)
    window = MainWindow(backend)
    backend.start()
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


def send(server: ServerProcess, sender: str = "john@example.com", recipient: str = "friend@far.example") -> None:
    server.connect().sendmail(sender, [recipient], b"Subject: Hello\r\n\r\nHello\r\n")


def listed(window: MainWindow, column: int = 0) -> list[str]:
    model = window.pane.list.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def wait_for_deferral(qtbot: QtBot, window: MainWindow, path: NodePath = OUTBOUND_PATH) -> None:
    click_node(qtbot, window, *path)
    qtbot.waitUntil(lambda: any("busy" in text for text in listed(window, 10)), timeout=PATIENCE_MS)
    window.pane.list.selectRow(0)


def test_retry_now_delivers(qtbot: QtBot, server: ServerProcess, sink: Sink, moody: SmartHost, window: MainWindow) -> None:
    send(server)
    wait_for_deferral(qtbot, window)
    assert "come back later" in window.pane.list.selected_rows()[0].last_reply  # type: ignore[attr-defined]
    moody.reply = None
    trigger(window, Command.RETRY_NOW)
    qtbot.waitUntil(lambda: len(sink.messages) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: listed(window) == [], timeout=PATIENCE_MS)
    assert server.store.spool.ledger().delivered == 1


def test_returned_mail_reaches_its_sender_as_a_notification(qtbot: QtBot, server: ServerProcess, window: MainWindow) -> None:
    send(server)
    wait_for_deferral(qtbot, window)
    trigger(window, Command.RETURN)
    assert "return it to its sender?" in answer(qtbot, "Return")
    inbox = server.folder.mail
    qtbot.waitUntil(lambda: any(path.is_file() for path in inbox.rglob("new/*")), timeout=PATIENCE_MS)
    content = next(path for path in inbox.rglob("new/*")).read_text("utf-8")
    assert "friend@far.example" in content
    assert "Returned to the sender by an administrator" in content
    qtbot.waitUntil(lambda: listed(window) == [], timeout=PATIENCE_MS)
    ledger = server.store.spool.ledger()
    assert (ledger.bounced, ledger.difference) == (1, 0)


def test_held_mail_goes_through_another_smart_host(qtbot: QtBot, server: ServerProcess, sink: Sink, window: MainWindow) -> None:
    send(server)
    wait_for_deferral(qtbot, window)
    trigger(window, Command.HOLD)
    qtbot.waitUntil(lambda: listed(window, 1) == ["Held"], timeout=PATIENCE_MS)
    with Sink() as other:
        queue, ids = server.store.spool.queues, listed(window)
        queue.route(Queue.OUTBOUND, ids, f"127.0.0.1:{other.port}")
        qtbot.waitUntil(lambda: window.actions_by_command[Command.RELEASE].isEnabled(), timeout=PATIENCE_MS)
        trigger(window, Command.RELEASE)
        qtbot.waitUntil(lambda: len(other.messages) == 1, timeout=PATIENCE_MS)
    assert sink.messages == []
    qtbot.waitUntil(lambda: listed(window) == [], timeout=PATIENCE_MS)


def test_bad_mail_with_its_reason_is_sent_again(qtbot: QtBot, server: ServerProcess, sink: Sink, moody: SmartHost,
                                                window: MainWindow) -> None:
    moody.reply = "550 5.1.1 No such user here"
    send(server, sender="")
    click_node(qtbot, window, *BAD_MAIL_PATH)
    qtbot.waitUntil(lambda: any("No such user" in text for text in listed(window, 9)), timeout=PATIENCE_MS)
    window.pane.list.selectRow(0)
    moody.reply = None
    trigger(window, Command.SEND_AGAIN)
    qtbot.waitUntil(lambda: len(sink.messages) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: listed(window) == [], timeout=PATIENCE_MS)
