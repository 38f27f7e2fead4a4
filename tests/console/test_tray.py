"""The icon in the notification area: off until wanted; state, menu, alarms; a desktop without one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import child
from posthouse_console.service.backend import Backend
from posthouse_console.tray import NO_TRAY, Tray
from posthouse_console.windows import Windows
from posthouse_server.store import Store
from posthouse_server.store.nodes import Alarm, NodeState

with_tray = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "This plugin does not support")  # the offscreen platform


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desktop with a notification area, and what is said there."""
    found: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, *_more: found.append(text))
    return found


@pytest.fixture
def windows(qtbot: QtBot, store: Store, qapp: QApplication) -> Iterator[Windows]:
    owner = QObject()
    backend = Backend(store, owner)
    opened = Windows(backend, owner)
    first = opened.open_first()
    backend.start()
    first.show()
    qtbot.waitExposed(first)
    qtbot.waitUntil(lambda: backend.settings.loaded is not None)
    yield opened
    opened.tray.icon.hide()
    opened.tray.menu.deleteLater()
    opened._is_ending = True
    backend.close()
    first.closing.let()
    first.close()
    first.deleteLater()
    owner.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)
    qtbot.wait(1)


def switch(windows: Windows) -> QAction:
    return child(windows.all[0], QAction, "showTrayIcon")


def entry(tray: Tray, text: str) -> QAction:
    return next(action for action in tray.menu.actions() if action.text().replace("&", "") == text)


def test_without_a_notification_area_it_can_not_be_wanted(windows: Windows) -> None:
    action = switch(windows)
    assert not action.isEnabled()
    assert NO_TRAY in action.statusTip()
    windows.tray.switch(True)
    assert not windows.tray.is_on


@with_tray
def test_it_is_off_until_wanted_and_then_remembered(said: list[str], windows: Windows, store: Store) -> None:
    windows.all[0].view_menu._show_tray()
    action = switch(windows)
    assert not windows.tray.is_on
    action.trigger()
    assert windows.tray.is_shown()
    assert action.isChecked()
    again = Tray(windows._backend)
    assert again.is_on
    again.icon.hide()
    action.trigger()
    assert not windows.tray.icon.isVisible()
    assert not Tray(windows._backend).is_on


@with_tray
def test_state_and_menu_follow_the_server(qtbot: QtBot, said: list[str], windows: Windows, when_server: WhenServer) -> None:
    tray = windows.tray
    tray.switch(True)
    assert entry(tray, "Start Server").isEnabled()
    assert not entry(tray, "Stop Server").isEnabled()
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: entry(tray, "Stop Server").isEnabled())
    assert not entry(tray, "Start Server").isEnabled()
    assert "Running" in tray.icon.toolTip()


@with_tray
def test_new_alarms_are_told_and_old_ones_are_not(qtbot: QtBot, said: list[str], windows: Windows,
                                                  when_server: WhenServer) -> None:
    windows.tray.switch(True)
    old, new = Alarm("disk", "The disk is full.", datetime.now(UTC)), Alarm("tls", "The certificate ends.", datetime.now(UTC))
    when_server(NodeState.RUNNING, alarms=(old,))
    qtbot.waitUntil(lambda: windows._backend.server.is_running)
    assert said == []
    when_server(NodeState.RUNNING, alarms=(old, new))
    qtbot.waitUntil(lambda: said == ["The certificate ends."])
    when_server(NodeState.RUNNING, alarms=(old, new), revision=2)
    qtbot.wait(300)
    assert said == ["The certificate ends."]


@with_tray
def test_the_closed_console_stays_in_the_tray_and_comes_back(said: list[str], windows: Windows) -> None:
    first = windows.all[0]
    windows.tray.switch(True)
    first.close()
    assert not first.isVisible()
    assert len(said) == 1
    assert "stays here" in said[0]
    entry(windows.tray, "Open Console").trigger()
    assert first.isVisible()
    assert windows.all == (first,)
    first.close()
    assert len(said) == 1
    windows.come_forward()


@with_tray
def test_exit_ends_the_console_without_a_question(qtbot: QtBot, said: list[str], windows: Windows, when_server: WhenServer,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    windows.tray.switch(True)
    when_server(NodeState.RUNNING)
    qtbot.waitUntil(lambda: windows._backend.server.is_running)
    entry(windows.tray, "Exit Console").trigger()
    assert ended == [True]
    windows.all[0].close()
    assert said == []
