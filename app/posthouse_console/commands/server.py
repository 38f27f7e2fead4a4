"""Start, Stop and Restart, and what has to be asked and said about them."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.server_model import ServerModel
from posthouse_console.widgets.question import ask, tell
from posthouse_server.words import tr


class ServerCommands(QObject):
    """Offers what helps when the server does not start or stop."""

    def __init__(self, server: ServerModel, window: QWidget) -> None:
        """Speak for this model in this window."""
        super().__init__(window)
        self._server = server
        self._window = window
        self._offer: QMessageBox | None = None
        self.speaks: Callable[[], bool] = lambda: True
        """Of several windows only one says what has to be said once."""
        server.not_done.connect(self._on_not_done)
        server.stop_overdue.connect(self._on_stop_overdue)
        server.changed.connect(self._on_server_changed)

    def _on_not_done(self, what: str, why: str) -> None:
        if self.speaks():
            tell(self._window, "Posthouse", what, detail=why, icon=QMessageBox.Icon.Critical)

    def _on_stop_overdue(self, reason: str) -> None:
        self._withdraw_offer()
        if not self.speaks():
            return
        self._offer = ask(
            self._window, "Posthouse", reason, tr("&End It Now"), self._server.kill, reject=tr("&Keep Waiting"),
            detail=tr("It can be ended by force: open connections break off, and no message that the server has accepted is "
                      "lost. If you keep waiting, Stop asks again."), icon=QMessageBox.Icon.Warning, is_default=False)

    def _on_server_changed(self) -> None:
        """What has stopped by itself need not be ended."""
        if not self._server.overdue:
            self._withdraw_offer()

    def _withdraw_offer(self) -> None:
        if self._offer is not None and shiboken6.isValid(self._offer):
            self._offer.reject()
        self._offer = None
