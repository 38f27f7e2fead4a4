"""The open relay test in the console, with a real server."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from harness.server_process import ServerProcess, server_process
from posthouse_console.dialogs import open_relay_test
from posthouse_console.dialogs.open_relay_test import OpenRelayTestDialog
from posthouse_console.service.background import Background
from posthouse_console.service.server_model import ServerModel
from posthouse_server import control
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.relay_tests import Outcome, RelayTest
from posthouse_server.store.work_orders import OrderState

OPEN_TO_ALL = {"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "0.0.0.0/0"}]}


@contextmanager
def opened(store: Store) -> Iterator[OpenRelayTestDialog]:
    """Yield the dialog over a store, with the state of the server as it is now."""
    background = Background()
    server = ServerModel(store, background)
    server.see(control.status(store))
    dialog = OpenRelayTestDialog(store, background, server, None)
    dialog.show()
    try:
        yield dialog
    finally:
        if shiboken6.isValid(dialog):
            dialog.close()
        assert background.close(20)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServerProcess]:
    with server_process(tmp_path / "data") as server:
        yield server


def cells(dialog: OpenRelayTestDialog, column: int) -> list[str]:
    model = dialog.list.filter_model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def press(qtbot: QtBot, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def state_of_order(store: Store) -> OrderState | None:
    """Return how far the first test is that was ordered."""
    order = store.work_orders.get(1)
    return None if order is None else order.state


def test_the_verdict_and_what_was_said_are_shown(qtbot: QtBot, served: ServerProcess) -> None:
    served.set(OPEN_TO_ALL)
    served.start()
    with opened(served.store) as dialog:
        assert dialog.verdict.text().startswith("No test has run yet")
        assert dialog.run_button.text() == "&Run Test"
        press(qtbot, dialog.run_button)
        assert not dialog.run_button.isEnabled()
        assert dialog.progress.isVisible()
        qtbot.waitUntil(lambda: len(cells(dialog, 0)) > 40, timeout=30_000)
        assert dialog.verdict.text().startswith("OPEN RELAY")
        assert cells(dialog, 0)[0] == "OPEN"
        assert "C: DATA" in dialog.transcript.text.toPlainText()
        assert "after STARTTLS" in dialog.coverage.text()
        assert dialog.run_button.isEnabled()
        assert not dialog.progress.isVisible()


def test_a_server_that_is_stopped_is_started_and_tested(qtbot: QtBot, served: ServerProcess) -> None:
    with opened(served.store) as dialog:
        assert dialog.run_button.text() == "&Start the Server and Test"
        assert "stopped" in dialog.state.text().lower()
        try:
            qtbot.keyClick(dialog, Qt.Key.Key_Return)  # it is the default button
            assert not dialog.run_button.isEnabled()
            qtbot.waitUntil(lambda: dialog.verdict.text().startswith("Closed"), timeout=40_000)
            assert dialog.run_button.text() == "&Run Test"
        finally:
            control.kill(served.store)


def test_a_server_that_does_not_start_is_no_test(qtbot: QtBot, served: ServerProcess) -> None:
    served.set({"smtp.inbound.certificate_file": "/nowhere/at/all.pem", "smtp.inbound.private_key_file": "/nowhere/key.pem"})
    with opened(served.store) as dialog:
        press(qtbot, dialog.run_button)
        qtbot.waitUntil(lambda: "nothing was tested" in dialog.verdict.text(), timeout=30_000)
        assert dialog.run_button.isEnabled()
        assert dialog.run_button.text() == "&Start the Server and Test"


def test_a_server_that_has_ended_meanwhile_is_named(qtbot: QtBot, served: ServerProcess) -> None:
    served.start()
    with opened(served.store) as dialog:
        served.stop()
        press(qtbot, dialog.run_button)
        qtbot.waitUntil(lambda: "not running" in dialog.verdict.text(), timeout=5_000)
        assert dialog.run_button.isEnabled()


def test_closing_in_the_middle_leaves_no_error(qtbot: QtBot, served: ServerProcess) -> None:
    served.start()
    with opened(served.store) as dialog:
        press(qtbot, dialog.run_button)
        qtbot.waitUntil(lambda: state_of_order(served.store) is OrderState.RUNNING, timeout=20_000)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
        qtbot.waitUntil(lambda: served.store.relay_tests.newest() is not None, timeout=20_000)
    assert served.store.relay_tests.newest().is_closed  # type: ignore[union-attr]


@pytest.mark.skipif(os.name == "nt", reason="a process can't be held there")
def test_a_server_that_is_stopped_during_a_test_is_said(qtbot: QtBot, served: ServerProcess) -> None:
    served.start()
    assert served.process is not None
    with opened(served.store) as dialog:
        os.kill(served.process.pid, signal.SIGSTOP)  # so that the order stays where it is
        press(qtbot, dialog.run_button)
        qtbot.waitUntil(lambda: state_of_order(served.store) is OrderState.OPEN)
        served.process.send_signal(signal.SIGTERM)
        os.kill(served.process.pid, signal.SIGCONT)
        qtbot.waitUntil(lambda: dialog.run_button.isEnabled(), timeout=30_000)
        order = served.store.work_orders.get(1)
        assert order is not None
        assert order.is_over


def kept(store: Store, *outcomes: Outcome, revision: int, fault: str = "") -> RelayTest:
    return store.relay_tests.add(RelayTest(0, now(), revision, "anna@desk", "on request", outcomes, fault))


RED = Outcome("Local sender", "<john@example.com>", "<relaytest@example.org>", "198.51.100.3", False, "C: DATA\nS: 250 ok",
              "Would have been relayed.", "127.0.0.1:25, in the clear", "documentation address")
GREEN = replace(RED, form="Plain", is_closed=True, transcript="S: 550 5.7.1 No", note="")
AWAY = replace(GREEN, form="Any form", is_tested=False, transcript="S: 554 5.7.1 No", note="Not tested: turned away.")


def test_an_earlier_test_is_picked_by_its_revision(qtbot: QtBot, store: Store) -> None:
    kept(store, RED, GREEN, AWAY, revision=7)
    kept(store, GREEN, revision=8)
    kept(store, revision=9, fault="The server hung up.")
    with opened(store) as dialog:
        qtbot.waitUntil(lambda: "hung up" in dialog.verdict.text())
        assert [dialog.history.itemText(number).partition("revision ")[2] for number in range(3)] == [
            "9: proves nothing (on request)", "8: closed (on request)", "7: OPEN (on request)"]
        dialog.history.setFocus()
        qtbot.keyClick(dialog.history, Qt.Key.Key_End)
        qtbot.waitUntil(lambda: dialog.is_shown(2))
        assert dialog.verdict.text().startswith("OPEN RELAY")
        assert "Revision 7" in dialog.verdict.text()
        assert cells(dialog, 0) == ["OPEN", "Not tested", "Closed"]
        assert "Not tested: turned away." in dialog.coverage.text()


def test_a_test_that_ran_by_itself_is_noticed(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_relay_test, "_LOOK_MS", 50)
    kept(store, GREEN, revision=2)
    with opened(store) as dialog:
        qtbot.waitUntil(lambda: "Revision 2" in dialog.verdict.text())
        kept(store, RED, revision=3)
        qtbot.waitUntil(lambda: "Revision 3" in dialog.verdict.text())
        dialog.history.setCurrentIndex(1)
        qtbot.waitUntil(lambda: "Revision 2" in dialog.verdict.text())
        kept(store, GREEN, revision=4)
        qtbot.waitUntil(lambda: dialog.history.count() == 3)
        assert dialog.history.currentIndex() == 2, "who looks at an earlier one goes on with it"
        assert "Revision 2" in dialog.verdict.text()


def test_attempts_are_filtered_and_sorted(qtbot: QtBot, store: Store) -> None:
    kept(store, RED, GREEN, AWAY, revision=7)
    with opened(store) as dialog:
        qtbot.waitUntil(lambda: dialog.is_shown(0))
        dialog.filter_bar.edit().setFocus()
        qtbot.keyClicks(dialog.filter_bar.edit(), "plain")
        assert cells(dialog, 1) == ["Plain"]
        qtbot.keyClick(dialog.filter_bar.edit(), Qt.Key.Key_Return)
        assert dialog.list.hasFocus()
        assert dialog.run_button.isEnabled(), "Enter starts nothing"
        assert "S: 550" in dialog.transcript.text.toPlainText()
        dialog.filter_bar.clear()
        dialog.list.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        assert cells(dialog, 1) == ["Plain", "Local sender", "Any form"]


def test_the_transcript_is_copied_and_the_test_saved(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    kept(store, GREEN, RED, revision=7)
    with opened(store) as dialog:
        assert not dialog.transcript.save_button.isEnabled()
        qtbot.waitUntil(lambda: dialog.is_shown(0))
        press(qtbot, dialog.transcript.copy_button)
        copied = QGuiApplication.clipboard().text()
        assert copied.startswith("OPEN: Local sender, as 198.51.100.3")
        assert "S: 250 ok" in copied
        press(qtbot, dialog.transcript.save_button)
        chooser = dialog.findChild(QFileDialog)
        assert chooser is not None
        path = tmp_path / "kept"
        chooser.selectFile(str(path))
        chooser.accept()
        target = tmp_path / "kept.txt"
        qtbot.waitUntil(lambda: target.exists() and target.read_text(encoding="utf-8").endswith("No\n\n"))
        written = target.read_text(encoding="utf-8")
        assert "revision 7" in written
        assert written.index("Local sender, as") < written.index("Plain, as")


def test_the_keyboard_reaches_everything(qtbot: QtBot, store: Store) -> None:
    kept(store, RED, GREEN, revision=7)
    with opened(store) as dialog:
        qtbot.waitUntil(lambda: dialog.is_shown(0))
        dialog.run_button.setFocus()
        seen = []
        for _ in range(8):
            qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget() or dialog.focusWidget())
        wanted = [dialog.history, dialog.filter_bar.edit(), dialog.list, dialog.transcript.copy_button,
                  dialog.transcript.save_button, dialog.transcript.text]
        assert [item for item in seen if item in wanted] == wanted
