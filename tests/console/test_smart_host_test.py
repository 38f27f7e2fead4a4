"""The test of a smart host from the real window: the button on the tab opens it, over settings that nobody has saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QLineEdit, QPushButton, QSpinBox, QTabWidget
from pytestqt.qtbot import QtBot

from console.robot import child, click_node, dialog, trigger
from harness.sink import Sink
from posthouse_console.actions import Command
from posthouse_console.dialogs.smart_host_test import SmartHostTestDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import SMTP_PATH
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_server.store import Store


def test_it_opens_from_the_tab(qtbot: QtBot, full_store: Store, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    click_node(qtbot, window, *SMTP_PATH)
    trigger(window, Command.PROPERTIES)
    properties = dialog(qtbot, PropertiesDialog)
    tabs = child(properties, QTabWidget, "tabs")
    tabs.setCurrentIndex([tabs.tabText(index) for index in range(tabs.count())].index("Smart Host"))
    child(properties, QGroupBox, "smtp_smart_host_enabled").setChecked(True)
    with Sink() as sink:
        host = child(properties, QLineEdit, "smtp_smart_host_host")
        host.clear()
        qtbot.keyClicks(host, "127.0.0.1")
        child(properties, QSpinBox, "smtp_smart_host_port").setValue(sink.port)
        qtbot.mouseClick(child(properties, QPushButton, "smtp_smart_host_test"), Qt.MouseButton.LeftButton)
        test = dialog(qtbot, SmartHostTestDialog)
        qtbot.waitUntil(lambda: "answers on port" in test.verdict.text())
        assert "wants no login" in test.verdict.text()
    assert full_store.settings.load().settings.smtp.smart_host.port != sink.port
    test.reject()
    properties.reject()
