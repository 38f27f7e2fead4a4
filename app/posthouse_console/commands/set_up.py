"""Set Up Posthouse, and Connect a Device or Program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.service.backend import Backend
from posthouse_console.widgets.question import tell
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

if TYPE_CHECKING:
    from posthouse_console.wizard.dialog import SetUpDialog


class SetUpCommands(QObject):
    """Opens the dialogs; they are imported on first use, since a start should not wait for them."""

    test_accepted = Signal()

    def __init__(self, backend: Backend, window: QWidget) -> None:
        """Act on this backend in this window."""
        super().__init__(window)
        self._backend = backend
        self._window = window
        self._wizard: SetUpDialog | None = None

    def open_wizard(self) -> None:
        """Begin the set-up, or bring it to the front."""
        from posthouse_console.wizard.dialog import SetUpDialog

        loaded = self._backend.settings.loaded
        if loaded is None:
            tell(self._window, tr("Set Up Posthouse"), tr("The settings can't be read."), detail=self._backend.settings.fault)
            return
        if self._wizard is None:
            self._wizard = SetUpDialog(self._backend, loaded, self._window)
            self._wizard.test_accepted.connect(self.test_accepted)
            self._wizard.finished.connect(self._on_wizard_finished)
        self._wizard.open()
        self._wizard.raise_()

    def connect_device(self, login: str = "") -> None:
        """Show the connection for the mailbox of this login; empty: to be chosen there."""
        from posthouse_console.dialogs.connect_device import ConnectDeviceDialog

        if self._backend.settings.loaded is None:
            tell(self._window, tr("Connect a Device or Program"), tr("The settings can't be read."),
                 detail=self._backend.settings.fault)
            return
        ConnectDeviceDialog(self._backend, self._window, login).open()

    def connect_range(self, entry: PrivilegedRange, asker: QWidget) -> None:
        """Show the connection for a range, which may not be saved yet, in front of the window that asks."""
        from posthouse_console.dialogs.connect_device import ConnectDeviceDialog

        ConnectDeviceDialog(self._backend, asker, entry).open()

    def _on_wizard_finished(self) -> None:
        self._wizard = None
