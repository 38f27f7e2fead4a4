"""Back Up and Restore."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.background import Background
from posthouse_console.widgets.question import tell
from posthouse_server.store import Store
from posthouse_server.words import tr


class BackupCommands(QObject):
    """Opens the two dialogs and says what became of them."""

    reported = Signal(str)
    restored = Signal()
    """Everything on show is to be read again."""

    def __init__(self, store: Store, background: Background, window: QWidget) -> None:
        """Act on this store in this window."""
        super().__init__(window)
        self._store, self._background, self._window = store, background, window

    def back_up(self) -> None:
        """Write a backup."""
        # Imported on first use, as all dialogs that a start should not wait for.
        from posthouse_console.dialogs.backup import BackupDialog

        dialog = BackupDialog(self._store, self._background, self._window)
        dialog.made.connect(self.reported)
        dialog.open()

    def restore(self) -> None:
        """Bring one back."""
        from posthouse_console.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self._store, self._background, self._window)
        dialog.done_back.connect(self._on_done)
        dialog.open()

    def _on_done(self, what: str, where: str) -> None:
        self.restored.emit()
        self.reported.emit(what)
        tell(self._window, tr("Restore"), what, detail=where, icon=QMessageBox.Icon.Information)
