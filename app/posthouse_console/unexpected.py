"""Errors that nobody expected: a line in the log and a plain message, never a silent death."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from posthouse_console.service.door import Door
from posthouse_console.widgets.question import tell
from posthouse_server.words import tr

_log = logging.getLogger(__name__)


class UnexpectedErrors(QObject):
    """Hears of exceptions that nothing has caught, in slots and in threads."""

    def __init__(self, where: Callable[[], str], parent: QObject | None = None) -> None:
        """Hear nothing yet: call install(). `where` names the log."""
        super().__init__(parent)
        self._where = where
        self._door = Door(self)
        self._box: QMessageBox | None = None

    def install(self) -> None:
        """Hear of them from now on, beside Python's own way, which is a terminal that a desktop program doesn't have."""
        sys.excepthook = self.on_exception
        threading.excepthook = lambda happened: self.on_exception(
            happened.exc_type, happened.exc_value, happened.exc_traceback)

    def uninstall(self) -> None:
        """Give Python's own way back, before Qt ends."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        self._door.close()

    def on_exception(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log it and tell it; for any thread."""
        sys.__excepthook__(kind, error or kind(), trace)
        if not issubclass(kind, Exception):
            return  # Ctrl+C, or the wish to end
        _log.error("Unexpected, in %s", threading.current_thread().name, exc_info=(kind, error or kind(), trace))
        reason = str(error) or kind.__name__
        self._door.send(lambda: self._tell(reason))

    def _tell(self, reason: str) -> None:
        """One message at a time: an error that comes again every second must not bury the screen."""
        if self._box is not None and shiboken6.isValid(self._box):  # it may have gone with the dialog that it belonged to
            return
        advice = tr("The server is not affected, and the console goes on. Details are in {log}.", log=self._where())
        self._box = tell(QApplication.activeWindow(), "Posthouse", tr("Something unexpected has happened in the console."),
                         icon=QMessageBox.Icon.Critical, detail=f"{reason}\n\n{advice}")
        self._box.finished.connect(self._on_box_finished)

    def _on_box_finished(self) -> None:
        self._box = None
