"""Start, Restart and Stop with the real server program, as the toolbar does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from console.robot import child, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.send_test import SendTestDialog
from posthouse_console.main_window import MainWindow
from posthouse_server import control
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

_PATIENCE_MS = 30_000


@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")  # it is meant to outlive us
def test_start_send_restart_stop(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    full_store.settings.change(lambda settings: set_paths(settings, {"smtp.inbound.listeners.0.port": 0}), "test")
    state = window.overview.state
    try:
        qtbot.mouseClick(child(window, QToolButton, "buttonStart"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: state.text() == "Running", timeout=_PATIENCE_MS)
        qtbot.waitUntil(lambda: window.message.text().startswith("The server has started"))
        trigger(window, Command.SEND_TEST)
        asked = dialog(qtbot, SendTestDialog)
        type_into(qtbot, asked, "loginEdit", "john@example.com")
        type_into(qtbot, asked, "passwordEdit", "secret")
        asked._starttls.click()
        qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: asked.notice.text().startswith("The server has accepted the message: 250"),
                        timeout=_PATIENCE_MS)
        asked.reject()
        first = control.status(full_store).node
        trigger(window, Command.RESTART)
        qtbot.waitUntil(lambda: window.message.text().startswith("The server has restarted"), timeout=_PATIENCE_MS)
        second = control.status(full_store).node
        assert first is not None
        assert second is not None
        assert first.pid != second.pid
        trigger(window, Command.STOP)
        qtbot.waitUntil(lambda: window.message.text() == "The server has stopped.", timeout=_PATIENCE_MS)
        assert state.text() == "Stopped"
    finally:
        control.kill(full_store)
