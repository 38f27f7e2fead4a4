"""The open relay test in the console, with a real server."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from harness.server_process import server_process
from posthouse_console.dialogs.open_relay_test import OpenRelayTestDialog
from posthouse_console.service.background import Background


def test_the_verdict_and_what_was_said_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with server_process(tmp_path / "data") as server:
        server.set({"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "0.0.0.0/0"}]})
        server.start()
        background = Background()
        dialog = OpenRelayTestDialog(server.store, background, None)
        dialog.show()
        qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
        assert not dialog.run_button.isEnabled()
        qtbot.waitUntil(lambda: dialog.table.topLevelItemCount() > 40, timeout=20_000)
        assert dialog.verdict.text().startswith("OPEN RELAY")
        first = dialog.table.topLevelItem(0)
        assert first is not None
        assert first.text(0) == "OPEN"
        assert "C: DATA" in dialog.transcript.toPlainText()
        assert dialog.run_button.isEnabled()
        dialog.close()


def test_a_server_that_does_not_run_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    with server_process(tmp_path / "data") as server:
        background = Background()
        dialog = OpenRelayTestDialog(server.store, background, None)
        dialog.show()
        qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "not running" in dialog.verdict.text(), timeout=5_000)
        assert dialog.run_button.isEnabled()
        dialog.close()
