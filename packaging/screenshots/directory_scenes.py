"""The pictures of domains, mailboxes, groups and lists, of one queued message, and of a smart host's test."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPushButton

from posthouse_console.actions import Command
from posthouse_console.dialogs.domain_properties import DomainPropertiesDialog
from posthouse_console.dialogs.find_address import FindAddressDialog
from posthouse_console.dialogs.group import GroupDialog
from posthouse_console.dialogs.import_directory import ImportDirectoryDialog
from posthouse_console.dialogs.mailbox_properties import MailboxPropertiesDialog
from posthouse_console.dialogs.message_information import MessageInformationDialog
from posthouse_console.dialogs.send_history import SendHistoryDialog
from posthouse_console.dialogs.smart_host_test import SmartHostTestDialog
from posthouse_console.navigation.nodes import OUTBOUND_PATH
from screenshots import scenes
from screenshots.demo import WAITING_ID
from screenshots.demo_directory import INFO, NEW_STAFF
from screenshots.made_up_host import made_up_host

if TYPE_CHECKING:
    from posthouse_console.navigation.nodes import Path as NodePath
    from screenshots.desk import Desk
    from screenshots.scenes import Scene

_D = TypeVar("_D", bound=QDialog)
OFFICE = ("Messaging Manager", "Post Offices", "example.com")
DOMAINS, MAILBOXES, GROUPS = (*OFFICE, "Domains"), (*OFFICE, "Mailboxes"), (*OFFICE, "Groups")


def _opened(desk: Desk, node: NodePath, row: str, command: Command, kind: type[_D]) -> _D:
    """Return what a command opens for a row."""
    desk.go(node)
    desk.select(row)
    desk.trigger(command)
    dialog = desk.dialog(kind)
    desk.settle()
    return dialog


def group(desk: Desk) -> GroupDialog:
    """Return a group with a member elsewhere."""
    return _opened(desk, GROUPS, "sales@", Command.PROPERTIES, GroupDialog)


def domain(desk: Desk) -> DomainPropertiesDialog:
    """Return a domain with a catch-all that is chosen and not saved."""
    dialog = _opened(desk, DOMAINS, "example.org", Command.PROPERTIES, DomainPropertiesDialog)
    desk.child(dialog, QComboBox, "catchAllBox").setCurrentText(INFO)
    return dialog


def mailbox(page: str) -> Scene:
    """Return Mailbox Properties with one of its pages in front, by the name of its attribute."""
    return partial(_mailbox, page)


def _mailbox(page: str, desk: Desk) -> MailboxPropertiesDialog:
    dialog = _opened(desk, MAILBOXES, INFO, Command.PROPERTIES, MailboxPropertiesDialog)
    dialog.bring(getattr(dialog, page))
    desk.wait(lambda: dialog.quota.used.text() != "…", "the size of the mailbox")
    if page == "messages":
        desk.wait(lambda: dialog.messages.view.source.toPlainText(), "an opened message")
    return dialog


def find_address(desk: Desk) -> FindAddressDialog:
    """Return who has to do with a part of an address."""
    desk.go(MAILBOXES)
    desk.trigger(Command.FIND_ADDRESS)
    dialog = desk.dialog(FindAddressDialog)
    desk.child(dialog, QLineEdit, "partEdit").setText("mary")
    return dialog


def dry_run(desk: Desk) -> ImportDirectoryDialog:
    """Return what a file would do; one of its lines is refused."""
    file = Path(mkdtemp()) / "new-staff.csv"
    file.write_text(NEW_STAFF, "utf-8")
    desk.go(MAILBOXES)
    desk.trigger(Command.IMPORT)
    chooser = desk.dialog(QFileDialog)
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    dialog = desk.dialog(ImportDirectoryDialog)
    desk.wait(lambda: dialog.table.table.model().rowCount(), "the lines of the file")
    return dialog


def message_information(desk: Desk) -> MessageInformationDialog:
    """Return all about the message that waits."""
    dialog = _opened(desk, OUTBOUND_PATH, WAITING_ID, Command.MESSAGE_INFORMATION, MessageInformationDialog)
    desk.wait(dialog.facts.rowCount, "the message")
    return dialog


def send_history(desk: Desk) -> SendHistoryDialog:
    """Return the attempts at the message that waits."""
    return _opened(desk, OUTBOUND_PATH, WAITING_ID, Command.SEND_HISTORY, SendHistoryDialog)


def smart_host(desk: Desk) -> SmartHostTestDialog:
    """Return a test that went well; it is the real one, and the host is made up."""
    properties = scenes.tab("smtp-smart-host")(desk)
    desk.child(properties, QLineEdit, "smtp_smart_host_password").setText("not-a-real-password")
    with made_up_host():
        desk.child(properties, QPushButton, "smtp_smart_host_test").click()
        dialog = desk.dialog(SmartHostTestDialog)
        desk.wait(dialog.copy.isEnabled, "the end of the test")
    return dialog
