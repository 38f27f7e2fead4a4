"""Domains and mailboxes, made and unmade by hand."""

from __future__ import annotations

import re
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from console.robot import answer, cells, child, click_node, click_row, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.domain_properties import DomainPropertiesDialog
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.dialogs.new_mailbox import NewMailboxDialog
from posthouse_console.dialogs.set_password import SetPasswordDialog
from posthouse_console.main_window import MainWindow
from posthouse_server.store import Store
from posthouse_server.store.passwords import is_password_right

OFFICE = ("Messaging Manager", "Post Offices", "example.com")


def test_a_new_domain(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, "Messaging Manager", "Post Offices")
    trigger(window, Command.NEW_DOMAIN)
    asked = dialog(qtbot, NewDomainDialog)
    assert not asked.ok_button.isEnabled()
    type_into(qtbot, asked, "domainEdit", "bad_domain..")
    assert not asked.ok_button.isEnabled()
    type_into(qtbot, asked, "domainEdit", "Example.com")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cells(window) == ["example.com"])
    assert window.message.text() == "The domain example.com has been added."
    assert [row.name for row in store.directory.list_domains()] == ["example.com"]


def test_a_domain_that_exists_is_refused_in_a_sentence(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    trigger(window, Command.NEW_DOMAIN)
    asked = dialog(qtbot, NewDomainDialog)
    type_into(qtbot, asked, "domainEdit", "example.com")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked.notice.text() == "The domain example.com exists already.")
    assert asked.isVisible()
    asked.reject()


def test_a_dialog_waits_for_its_work_and_can_not_be_left_meanwhile(
        qtbot: QtBot, store: Store, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    release, add_domain = threading.Event(), store.directory.add_domain

    def add_slowly(*arguments: str) -> object:
        release.wait(10)
        return add_domain(*arguments)

    monkeypatch.setattr(store.directory, "add_domain", add_slowly)
    trigger(window, Command.NEW_DOMAIN)
    asked = dialog(qtbot, NewDomainDialog)
    type_into(qtbot, asked, "domainEdit", "example.com")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    cancel = asked.box.button(asked.box.StandardButton.Cancel)
    assert not cancel.isEnabled()
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    asked.close()
    qtbot.keyClicks(child(asked, QLineEdit, "domainEdit"), "x")
    assert asked.isVisible()
    assert not asked.ok_button.isEnabled()
    release.set()
    qtbot.waitUntil(lambda: window.message.text() == "The domain example.com has been added.")
    qtbot.waitUntil(lambda: [row.name for row in window.dispatch.directory._directory.lists.domains] == ["example.com"])


def test_what_was_done_is_shown_even_if_its_dialog_is_gone(qtbot: QtBot, store: Store, window: MainWindow) -> None:
    model, owner, arrived = window.dispatch.directory._directory, QObject(), []
    model.change(owner, lambda directory, who: directory.add_domain("example.com", who), arrived.append, arrived.append)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: bool(model.lists.domains))
    assert arrived == []


def test_a_new_mailbox(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *OFFICE, "Mailboxes")
    trigger(window, Command.NEW_MAILBOX)
    asked = dialog(qtbot, NewMailboxDialog)
    type_into(qtbot, asked, "mailboxEdit", "sales")
    assert not asked.ok_button.isEnabled()
    qtbot.mouseClick(child(asked, QPushButton, "randomButton"), Qt.MouseButton.LeftButton)
    password = child(asked, QLineEdit, "passwordEdit")
    assert child(asked, QCheckBox, "showPassword").isChecked()
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    typed = password.text()
    assert len(typed) >= 16
    type_into(qtbot, asked, "mailboxEdit", "two words")
    assert not asked.ok_button.isEnabled()
    type_into(qtbot, asked, "mailboxEdit", "sales")
    child(asked, QComboBox, "kindBox").setCurrentText("ADMIN")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "sales" in cells(window))
    assert cells(window, 8)[cells(window).index("sales")] == "ADMIN"
    credentials = full_store.directory.credentials("sales@example.com")
    assert credentials is not None
    assert is_password_right(credentials.password_hash, typed)
    assert re.fullmatch(r"\S+@\S+ \(console\)", full_store.history.list()[0].author), "the history says who it was"


def test_a_mailbox_without_any_domain_asks_for_one(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, Command.NEW_MAILBOX)
    assert "there is none yet" in answer(qtbot, "Add a Domain…")
    dialog(qtbot, NewDomainDialog).reject()


def test_tab_leads_through_the_dialog(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    trigger(window, Command.NEW_MAILBOX)
    asked = dialog(qtbot, NewMailboxDialog)
    order = []
    widget = child(asked, QLineEdit, "mailboxEdit")
    assert asked.focusWidget() is widget
    current = widget.nextInFocusChain()
    while current is not widget:
        if current.focusPolicy() & Qt.FocusPolicy.TabFocus and current.objectName() and current.isVisible():
            order.append(current.objectName())
        current = current.nextInFocusChain()
    assert [name for name in order if not name.startswith("qt_")] == [
        "domainBox", "passwordEdit", "randomButton", "showPassword", "kindBox",
        "previewButton", "helpButton"]
    asked.reject()


def test_set_password_enable_disable_delete(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *OFFICE, "Mailboxes")
    assert not window.actions_by_command[Command.DELETE].isEnabled()
    click_row(qtbot, window, "john")
    trigger(window, Command.SET_PASSWORD)
    asked = dialog(qtbot, SetPasswordDialog)
    type_into(qtbot, asked, "passwordEdit", "better")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.message.text() == "The mailbox john@example.com has a new password.")
    assert not window.actions_by_command[Command.ENABLE].isEnabled()
    trigger(window, Command.DISABLE)
    assert "Disable the mailbox john@example.com?" in answer(qtbot, "Disable")
    qtbot.waitUntil(lambda: cells(window, 3)[0] == "Disabled")
    assert window.pane.list.selected_rows(), "the selection outlives the change"
    trigger(window, Command.ENABLE)
    answer(qtbot, "Enable")
    qtbot.waitUntil(lambda: cells(window, 3)[0] == "Enabled")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.pane.list, Qt.Key.Key_Delete)
    assert "Delete the mailbox john@example.com?" in answer(qtbot, "Cancel")
    trigger(window, Command.DELETE)
    answer(qtbot, "Delete")
    qtbot.waitUntil(lambda: cells(window) == ["mary", "printer"])


def test_a_domain_with_mailboxes_is_kept(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    full_store.directory.remove_domain("example.org", "test")
    click_node(qtbot, window, *OFFICE, "Domains")
    qtbot.waitUntil(lambda: cells(window) == ["example.com"])
    click_row(qtbot, window, "example.com")
    trigger(window, Command.DELETE)
    answer(qtbot, "Delete")
    assert "still has mailboxes" in answer(qtbot, "OK")


def test_the_catch_all(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *OFFICE, "Domains")
    click_row(qtbot, window, "example.com", double=True)
    asked = dialog(qtbot, DomainPropertiesDialog)
    child(asked, QComboBox, "catchAllBox").setCurrentText("mary@example.com")
    qtbot.mouseClick(asked.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cells(window, 2) == ["mary", "None"])
