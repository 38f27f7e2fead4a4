"""What is asked before the console's last window closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.server_model import ServerModel, Task
from posthouse_console.widgets.question import ask, ask_with_choice
from posthouse_console.window_memory import WindowMemory
from posthouse_server.store.nodes import NodeState
from posthouse_server.words import tr

_LEFT_RUNNING = (NodeState.RUNNING, NodeState.STARTING)


class Closing:
    """Asks at most once; what is answered closes the window."""

    def __init__(self, server: ServerModel, memory: WindowMemory, window: QWidget) -> None:
        """Speak for this window; others may say that it is not the last."""
        self._server, self._memory, self._window = server, memory, window
        self._is_free = False
        self.is_last: Callable[[], bool] = lambda: True

    def let(self) -> None:
        """Ask nothing."""
        self._is_free = True

    def ask_again(self) -> None:
        """It has come back from the tray: ask anew when it is closed."""
        self._is_free = False

    def asks(self) -> bool:
        """Return whether a question is on the screen now that has to be answered first. A session's end is not held up."""
        if self._is_free or not self.is_last() or _is_session_ending():
            return False
        if self._server.task is Task.RESTARTING:
            ask(self._window, tr("Close Console"), tr("The server is being restarted."), tr("&Close Console"),
                self._on_answered,
                detail=tr("It is this window that starts it again: if it closes before that, the server stays stopped."),
                icon=QMessageBox.Icon.Warning, is_default=False)
            return True
        if self._server.status.state in _LEFT_RUNNING and not self._memory.closes_silently():
            ask_with_choice(self._window, tr("Close Console"), tr("The server keeps running."), tr("&Close Console"),
                            tr("&Don't say this again"), self._on_answered,
                            detail=tr("Mail goes on being received and relayed without this window. The next console finds the "
                                      "server again; Stop ends it."))
            return True
        return False

    def _on_answered(self, is_silent_from_now_on: bool = False) -> None:
        if is_silent_from_now_on:
            self._memory.close_silently_from_now_on()
        self._is_free = True
        self._window.close()


def _is_session_ending() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
