"""Looking at the history, and going back in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.service.background import Background
from posthouse_server.store import Revision, Store


class HistoryCommands(QObject):
    """Acts on one revision, or verifies all."""

    reported = Signal(str)

    def __init__(self, store: Store, background: Background, window: QWidget) -> None:
        """Act on this store in this window."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._window = window

    def show(self, revision: Revision) -> None:
        """Show what a revision changed."""
        # Imported on first use, as all dialogs that a start should not wait for.
        from posthouse_console.dialogs.revision import REVERT, RevisionDialog

        dialog = RevisionDialog(self._store, self._background, revision, self._window)
        dialog.accepted.connect(lambda: self._go(revision, is_revert=dialog.wanted == REVERT))
        dialog.open()

    def revert(self, revision: Revision) -> None:
        """Take one change back."""
        self._go(revision, is_revert=True)

    def go_back(self, revision: Revision) -> None:
        """Go back to the state of a revision."""
        self._go(revision, is_revert=False)

    def verify(self) -> None:
        """Say whether the history is as it was written."""
        from posthouse_console.dialogs.verify_history import VerifyHistoryDialog

        VerifyHistoryDialog(self._store, self._background, self._window).open()

    def _go(self, revision: Revision, *, is_revert: bool) -> None:
        from posthouse_console.dialogs.way_back import WayBackDialog

        dialog = WayBackDialog(self._store, self._background, revision, is_revert=is_revert, parent=self._window)
        dialog.done_back.connect(self.reported)
        dialog.open()
