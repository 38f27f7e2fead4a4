"""What a screen reader says is what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from posthouse_console.dialogs.domain_properties import DomainPropertiesDialog
from posthouse_console.dialogs.find_address import FindAddressDialog
from posthouse_console.dialogs.group import GroupDialog
from posthouse_console.dialogs.mailbox_properties import MailboxPropertiesDialog
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.dialogs.new_mailbox import NewMailboxDialog
from posthouse_console.dialogs.send_test import SendTestDialog
from posthouse_console.dialogs.set_password import SetPasswordDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.properties.smtp import pages
from posthouse_console.widgets.access_dialog import AccessDialog
from posthouse_console.widgets.authentication_dialog import AuthenticationDialog
from posthouse_console.widgets.balancers_dialog import BalancersDialog
from posthouse_console.widgets.listeners_entry import ListenerDialog
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_console.widgets.ranges_paste import PasteDialog
from posthouse_server.settings.schema import AccessControl, Listener

_MAKERS: dict[str, Callable[[MainWindow], QWidget]] = {
    "window": lambda window: window,
    "properties": lambda window: PropertiesDialog("SMTP", pages(), window._backend.settings, window),
    "access": lambda window: AccessDialog(AccessControl(), window),
    "balancers": lambda window: BalancersDialog((), window),
    "authentication": lambda window: AuthenticationDialog((Listener(),), window),
    "listener": lambda window: ListenerDialog("Add", Listener(), (), window),
    "privileged": lambda window: PrivilegedDialog((), window),
    "range": lambda window: RangeEntryDialog("Add", (), parent=window),
    "paste": lambda window: PasteDialog((), "", parent=window),
    "domain": lambda window: NewDomainDialog(window._backend.directory, "", window),
    "mailbox": lambda window: NewMailboxDialog(
        window._backend.directory, list(window._backend.directory.lists.domains), window),
    "mailbox properties": lambda window: MailboxPropertiesDialog(
        window._backend.directory, window._backend.directory.lists.mailboxes[0], window),
    "domain properties": lambda window: DomainPropertiesDialog(
        window._backend.directory, window._backend.directory.lists.domains[0], window),
    "group": lambda window: GroupDialog(window._backend.directory, None, list(window._backend.directory.lists.domains), window),
    "find address": lambda window: FindAddressDialog(window._backend.directory, window),
    "password": lambda window: SetPasswordDialog(window._backend.directory, "john@example.com", window),
    "test message": lambda window: SendTestDialog(
        window._backend.background, ("127.0.0.1:25",), (), window._backend.directory.lists, window),
}


@pytest.mark.usefixtures("full_store")
@pytest.mark.parametrize("which", _MAKERS)
def test_each_accessible_name_is_the_label_on_the_screen(qtbot: QtBot, window: MainWindow, which: str) -> None:
    made = _MAKERS[which](window)
    wrong = [(shown, heard) for shown, heard in names(made) if shown != heard]
    assert wrong == []


def names(made: QWidget) -> list[tuple[str, str]]:
    """Return each caption with the accessible name of what it stands beside or on."""
    found = [(_plain(label.text()), label.buddy().accessibleName() or _caption(label.buddy()))
             for label in made.findChildren(QLabel)
             if label.buddy() is not None and not isinstance(label.buddy(), QAbstractButton | QLabel)]
    boxes: list[QWidget] = [*made.findChildren(QAbstractButton), *made.findChildren(QGroupBox)]
    return found + [(_caption(widget), widget.accessibleName()) for widget in boxes
                    if _caption(widget) and widget.accessibleName()]


def _caption(widget: QWidget) -> str:
    if isinstance(widget, QGroupBox):
        return _plain(widget.title())
    return _plain(widget.text()) if isinstance(widget, QAbstractButton) else ""


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip(":…")
