"""Start, Stop and Restart, and what has to be asked and said about them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.server_model import ServerModel
from posthouse_console.widgets.question import ask, tell


class ServerCommands(QObject):
    """Offers what helps when the server does not start or stop."""

    def __init__(self, server: ServerModel, window: QWidget) -> None:
        """Speak for this model in this window."""
        super().__init__(window)
        self._server = server
        self._window = window
        server.start_failed.connect(self._on_start_failed)
        server.stop_failed.connect(self._on_stop_failed)

    def _on_start_failed(self, reason: str) -> None:
        tell(self._window, "Posthouse", "The server could not be started.", detail=reason,
             icon=QMessageBox.Icon.Critical)

    def _on_stop_failed(self, reason: str) -> None:
        ask(self._window, "Posthouse", reason, "&End It Now", self._server.kill, reject="&Keep Waiting",
            detail="It can be ended by force. Open connections break off; no message that the server has accepted is lost.",
            icon=QMessageBox.Icon.Warning, is_default=False)
