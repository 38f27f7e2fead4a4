"""Set Password: a new one for a mailbox."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.password_field import PasswordField
from posthouse_server.words import tr


class SetPasswordDialog(FormDialog):
    """Replaces a password; the old one is known to nobody."""

    help_topic = "directory"

    password_set = Signal(str)

    def __init__(self, directory: DirectoryModel, login: str, parent: QWidget) -> None:
        """Ask for the new password of a mailbox."""
        super().__init__(tr("Set Password"), tr("A new password for {login}. It counts from the next login on.", login=login),
                         parent)
        self._directory = directory
        self._login = login
        self._password = PasswordField()
        self.add(tr("New &Password:"), self._password, buddy=self._password.input)
        self._password.changed.connect(self.refresh)
        self.refresh()

    def is_complete(self) -> bool:
        """Return whether there is a password."""
        return bool(self._password.password())

    def submit(self) -> None:
        """Set it."""
        password = self._password.password()
        self._directory.change(self, lambda store, who: store.set_password(self._login, password, who),
                               self.accept_after(lambda: self.password_set.emit(self._login)), self.show_error)
