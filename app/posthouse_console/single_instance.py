"""One console a data folder and user: who comes second brings the first to the front."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ASKED, _ANSWERED = b"come forward\n", b"here\n"
_PATIENCE_MS = 2000
"""A first console that does not answer so soon hangs, or has just ended: better two than none."""


class SingleInstance(QObject):
    """Asks a console that is there already, or listens for those that come later."""

    wanted = Signal()
    """Somebody has started the console once more."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Do neither yet."""
        super().__init__(parent)
        self._name = name_for(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def hand_over(self) -> bool:
        """Bring the console of this folder to the front; False: there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        _let_others_come_forward()
        socket.write(_ASKED)
        return socket.waitForReadyRead(_PATIENCE_MS) and socket.readAll().data() == _ANSWERED

    def listen(self) -> bool:
        """Answer those that come later; returns whether that works. Call it only when nobody was there."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)  # what a console that was killed has left
        return self._server.listen(self._name)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_ready_read)
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready_read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket) and socket.readAll().data() == _ASKED:
            socket.write(_ANSWERED)
            socket.flush()
            self.wanted.emit()


def name_for(folder: Path) -> str:
    """Return the name of the meeting place: another one for each folder and user, and short, since some systems want that."""
    place = os.path.normcase(folder.resolve())
    digest = hashlib.sha256(f"{Path.home()}|{place}".encode()).hexdigest()
    return f"posthouse-{digest[:20]}"


def _let_others_come_forward() -> None:
    """Windows lets only the program that was started last bring a window to the front, or whom it allows to."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
