"""Mailbox Properties and its Messages, groups and domain properties, used by hand."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from console.robot import answer, cells, child, click_node, click_row, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.domain_properties import DomainPropertiesDialog
from posthouse_console.dialogs.group import GroupDialog
from posthouse_console.dialogs.mailbox_properties import MailboxPropertiesDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.service.safe_html import safe_html
from posthouse_console.widgets.texts_dialog import TextsDialog
from posthouse_console.widgets.texts_panel import TextsPanel
from posthouse_server.mailboxes import maildir
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.store import Store
from posthouse_server.store.directory import MailboxKind, Redirection, UnknownRecipients, properties_of
from posthouse_server.store.passwords import is_password_right

OFFICE = ("Messaging Manager", "Post Offices", "example.com")
LEFT = Qt.MouseButton.LeftButton


def _open(qtbot: QtBot, window: MainWindow, name: str = "john") -> MailboxPropertiesDialog:
    click_node(qtbot, window, *OFFICE, "Mailboxes")
    click_row(qtbot, window, name, double=True)
    return dialog(qtbot, MailboxPropertiesDialog)


def _add_texts(qtbot: QtBot, panel: TextsPanel, text: str) -> None:
    qtbot.mouseClick(panel.add, LEFT)
    asked = dialog(qtbot, TextsDialog)
    qtbot.keyClicks(asked.text, text)
    asked.accept()


def _choose(qtbot: QtBot, asked: MailboxPropertiesDialog, name: str) -> None:
    button = child(asked, QRadioButton, name)
    qtbot.mouseClick(button, LEFT, pos=QPoint(8, button.height() // 2))  # beside its words it can't be hit


def test_every_tab_is_saved_as_one_revision(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    number = full_store.settings.newest_number()
    asked = _open(qtbot, window)
    assert not asked.apply_button.isEnabled()
    type_into(qtbot, asked, "friendlyNameEdit", "John Doe")
    assert asked.apply_button.isEnabled()
    child(asked, QComboBox, "kindBox").setCurrentText("ADMIN")
    type_into(qtbot, asked, "passwordEdit", "better")
    asked.bring(asked.addresses)
    _add_texts(qtbot, asked.addresses.panel, "JD@example.com")
    asked.bring(asked.redirection)
    assert not asked.redirection.panel.isEnabled()
    _choose(qtbot, asked, "copyButton")
    _add_texts(qtbot, asked.redirection.panel, "john@elsewhere.example")
    asked.bring(asked.quota)
    child(asked, QSpinBox, "quotaSpin").setValue(500)
    qtbot.mouseClick(asked.apply_button, LEFT)
    qtbot.waitUntil(lambda: asked.notice.text() == "Saved.")
    assert not asked.apply_button.isEnabled()
    row = full_store.directory.mailbox("john@example.com")
    assert (row.friendly_name, row.kind, row.quota_kb) == ("John Doe", MailboxKind.ADMIN, 500)
    assert row.addresses == ("jd@example.com", "john@example.com", "john@example.org")
    assert (row.redirection, row.redirect_to) == (Redirection.COPY, ("john@elsewhere.example",))
    credentials = full_store.directory.credentials("jd@example.com")
    assert credentials is not None
    assert is_password_right(credentials.password_hash, "better")
    assert full_store.settings.newest_number() == number + 1
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: cells(window, 6)[0] == "Copy to john@elsewhere.example")
    assert (cells(window, 4)[0], cells(window, 5)[0]) == ("500", "John Doe")
    assert full_store.settings.newest_number() == number + 1, "OK without an edit saves nothing"


def test_a_fault_brings_its_tab_to_the_front(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    asked = _open(qtbot, window)
    asked.bring(asked.redirection)
    _choose(qtbot, asked, "redirectButton")
    asked.bring(asked.general)
    qtbot.mouseClick(asked.ok_button, LEFT)
    assert asked.notice.text() == "A redirection needs at least one address."
    assert asked.tabs.front() is asked.redirection
    _add_texts(qtbot, asked.redirection.panel, "nobody@example.com")
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: "no mailbox or group with the address nobody@example.com" in asked.notice.text())
    assert asked.isVisible()
    asked.reject()
    assert full_store.directory.mailbox("john@example.com").redirection is Redirection.NONE


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    asked = _open(qtbot, window)
    full_store.directory.set_enabled("john@example.com", False, "ann")
    type_into(qtbot, asked, "friendlyNameEdit", "John")
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: "was changed meanwhile" in asked.notice.text())
    asked.reject()
    assert full_store.directory.mailbox("john@example.com").friendly_name == ""


def test_the_preview_gets_what_was_edited(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    asked = _open(qtbot, window)
    button = child(asked, QPushButton, "previewButton")
    assert not button.isEnabled()
    child(asked, QCheckBox, "enabledBox").setChecked(False)
    outcomes: list[DirectoryChange] = []
    asked.preview_wanted.disconnect()
    asked.preview_wanted.connect(lambda outcome, _asker: outcomes.append(outcome))
    qtbot.mouseClick(button, LEFT)
    later = outcomes[0](full_store.directory.snapshot())
    assert list(later.enabled_addresses()).count("john@example.com") == 0
    asked.reject()


def _deliver(store: Store, number: int, *, html: bool = False) -> None:
    mail = EmailMessage()
    mail["From"] = f"p{number}@far.example"
    mail["Subject"] = f"Letter {number}"
    mail["Date"] = f"Mon, {number:02} Nov 2026 10:00:00 +0000"
    mail.set_content("plain words\n")
    if html:
        mail.add_alternative("<p>rich <img src='http://track.example/x.png'><script>bad()</script>words "
                             "<a href='https://far.example/'>link</a></p>", subtype="html")
        mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="../report.pdf")
    row = store.directory.mailbox("john@example.com")
    maildir.deliver(store.folder.mail / row.maildir, f"{number}.A{number}", mail.as_bytes().replace(b"\n", b"\r\n"))


def test_messages_are_listed_read_saved_and_deleted(
        qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        _deliver(full_store, number, html=number == 3)
    asked = _open(qtbot, window)
    asked.bring(asked.messages)
    page = asked.messages
    qtbot.waitUntil(lambda: page.list.total() == 3)
    qtbot.waitUntil(lambda: "rich" in page.view.html.toPlainText())
    assert "bad()" not in page.view.html.toPlainText()
    assert "3 messages, 3 of them unread" in page.count.text()
    assert not page.view.html.loadResource(2, QUrl("http://track.example/x.png")), "nothing is loaded"
    page.view.as_text.setChecked(True)
    assert page.view.plain.toPlainText() == "plain words\n"
    assert "Subject: Letter 3" in child(asked, QPlainTextEdit, "messageHeaders").toPlainText()
    assert child(asked, QPlainTextEdit, "messageSource").toPlainText().startswith("From: p3@far.example")
    qtbot.mouseClick(page.view.save, LEFT)
    chooser = dialog(qtbot, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "saved.pdf"))
    chooser.reject()
    qtbot.waitUntil(lambda: asked.notice.text() == "Saved as saved.pdf.")
    assert (tmp_path / "saved.pdf").read_bytes() == b"%PDF"
    page.list.selectAll()
    assert "3 messages are chosen" in page.view.plain.placeholderText()
    qtbot.mouseClick(page.delete, LEFT)
    said = answer(qtbot, "Cancel")
    assert "Delete these 3 messages for good?" in said
    assert "Letter 1, from p1@far.example" in said
    page.list.selectRow(0)
    qtbot.mouseClick(page.delete, LEFT)
    answer(qtbot, "Delete")
    qtbot.waitUntil(lambda: page.list.total() == 2)
    asked.reject()
    qtbot.waitUntil(lambda: cells(window, 2)[0] == "2", timeout=8000)


@pytest.mark.parametrize("bad", [
    "<script>x</script>", "<img src=x onerror=y>", "<a href='javascript:x'>", "<form action=x>", "<style>@import 'x'</style>",
    "<p style='background:url(http://x)'>", "<body background='http://x'>", "<iframe src='http://x'>", "<link href='x'>",
    "<svg onload=x>", "<meta http-equiv=refresh content='0;url=http://x'>", "<object data=x>", "<video poster='http://x'>",
    "<table background='http://x'>", "<a href='file:///etc/passwd'>"])
def test_nothing_of_html_mail_acts_or_loads(bad: str) -> None:
    shown = safe_html(f"{bad}words")
    for trace in ("script", "onerror", "javascript", "form", "style", "url(", "src", "background", "iframe", "onload", "http://x",
                  "meta", "object", "poster", "file:"):
        assert trace not in shown


def test_a_group_is_made_changed_and_deleted(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *OFFICE, "Groups")
    trigger(window, Command.NEW_GROUP)
    asked = dialog(qtbot, GroupDialog)
    assert not asked.ok_button.isEnabled()
    type_into(qtbot, asked, "groupEdit", "john")
    _add_texts(qtbot, asked.members, "mary@example.com")
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: asked.notice.text() == "The address john@example.com is taken already.")
    type_into(qtbot, asked, "groupEdit", "staff")
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: cells(window) == ["staff@example.com"])
    click_row(qtbot, window, "staff@example.com", double=True)
    asked = dialog(qtbot, GroupDialog)
    assert child(asked, QLabel, "addressLabel").text() == "staff@example.com"
    _add_texts(qtbot, asked.members, "x@elsewhere.example")
    type_into(qtbot, asked, "friendlyNameEdit", "Everybody")
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: cells(window, 2) == ["2"])
    assert full_store.directory.list_groups()[0].friendly_name == "Everybody"
    click_row(qtbot, window, "staff@example.com")
    trigger(window, Command.DELETE)
    assert "Delete the group staff@example.com?" in answer(qtbot, "Delete")
    qtbot.waitUntil(lambda: cells(window) == [])


def test_several_addresses_are_counted_in_words(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *OFFICE, "Groups")
    trigger(window, Command.NEW_GROUP)
    asked = dialog(qtbot, GroupDialog)
    qtbot.mouseClick(asked.members.add, LEFT)
    texts = dialog(qtbot, TextsDialog)
    assert texts.windowTitle() == "Add Addresses"
    assert texts.text.accessibleName() == "Addresses, one a line"
    texts.text.setPlainText("mary@example.com\nx@elsewhere.example\nx@elsewhere.example")
    assert child(texts, QLabel, "texts_report").text() == "2 addresses will be added. 1 address in the list already."
    texts.reject()
    asked.reject()


def test_domain_properties(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *OFFICE, "Domains")
    click_row(qtbot, window, "example.com")
    trigger(window, Command.PROPERTIES)
    asked = dialog(qtbot, DomainPropertiesDialog)
    child(asked, QComboBox, "unknownBox").setCurrentText("Accept them")
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: cells(window, 3)[0] == "Accepted")
    assert full_store.directory.list_domains()[0].unknown is UnknownRecipients.ACCEPT


def test_the_columns_are_those_of_mailenable(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    row = full_store.directory.mailbox("mary@example.com")
    full_store.directory.set_mailbox("mary@example.com", replace(properties_of(row), redirection=Redirection.REDIRECT,
                                                                 redirect_to=("john@example.com",)), "test")
    _deliver(full_store, 1)
    click_node(qtbot, window, *OFFICE, "Mailboxes")
    model = window.pane.list.filter_model()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(7)]
    assert titles == ["Mailbox", "Disk Usage (KB)", "Inbox Messages", "Status", "Quota", "Friendly Name", "Redirection"]
    qtbot.waitUntil(lambda: cells(window, 1) == ["1", "0", "0"])
    assert cells(window, 2) == ["1", "0", "0"]
    qtbot.waitUntil(lambda: cells(window, 6) == ["None", "To john@example.com", "None"])
