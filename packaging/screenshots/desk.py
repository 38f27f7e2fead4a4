"""The console on the demonstration, driven without a screen: find, click, wait, take a picture."""

from __future__ import annotations

import sys
import time
import traceback
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import Path
from posthouse_console.service.backend import Backend

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtGui import QImage

    from posthouse_server.store import Store

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)
_PATIENCE_S = 20.0
_PAUSE_S = 0.02
_QUIET_LOOKS = 4
"""So many looks in a row must be the same before a picture counts as finished."""


class PictureError(Exception):
    """A picture could not be taken; the message says why."""


class Desk:
    """One console in one theme."""

    def __init__(self, application: QApplication, store: Store) -> None:
        """Open the console and wait until it shows its data."""
        self.application = application
        self.store = store
        self.fault = ""
        """What a slot of the console has raised, if one has."""
        sys.excepthook = self._on_unexpected
        self.backend = Backend(store)
        self.window = MainWindow(self.backend)
        self.backend.start()
        self.window.show()
        self.wait(lambda: self.backend.directory.is_loaded and self.backend.settings.loaded is not None, "the console's data")
        self.settle()

    def close(self) -> None:
        """End all threads."""
        self.close_dialogs()
        self.backend.close()
        self.window.hide()

    def wait(self, is_true: Callable[[], object], what: str) -> None:
        """Let the console work until a condition holds; raises PictureError after a while."""
        deadline = time.monotonic() + _PATIENCE_S
        while not is_true():
            if self.fault:
                raise PictureError(f"the console failed: {self.fault}")
            if time.monotonic() > deadline:
                raise PictureError(f"waited {_PATIENCE_S:.0f} s in vain for {what}")
            self._turn()

    def settle(self) -> None:
        """Wait until no work is under way in the background."""
        for _ in range(3):
            if not self.backend.background.wait(_PATIENCE_S):
                raise PictureError(f"the console still works after {_PATIENCE_S:.0f} s")
            self._turn()

    def go(self, path: Path) -> QMainWindow:
        """Show a node."""
        if self.window.nodes.index_of(path).isValid() or not path:
            self.window.navigator.go(path)
            self.settle()
            return self.window
        raise PictureError(f"there is no node {' > '.join(path)}")

    def trigger(self, command: Command) -> None:
        """Use an action."""
        action = self.window.actions_by_command[command]
        if not action.isEnabled():
            raise PictureError(f"the action {command} is grey")
        action.trigger()

    def select(self, text: str) -> None:
        """Select the first row of the list in which some cell begins so."""
        model = self.window.pane.list.model()

        def found() -> list[int]:
            columns = range(model.columnCount())
            return [row for row in range(model.rowCount())
                    if any(str(model.index(row, column).data()).startswith(text) for column in columns)]

        self.wait(found, f"a row that begins with {text!r}")
        self.window.pane.list.selectRow(found()[0])
        self._turn()

    def dialog(self, kind: type[D]) -> D:
        """Wait for a dialog of this class."""
        def visible() -> list[D]:
            return [item for item in QApplication.topLevelWidgets() if isinstance(item, kind) and item.isVisible()]

        self.wait(visible, f"a {kind.__name__}")
        return visible()[-1]

    def child(self, parent: QWidget, kind: type[W], name: str) -> W:
        """Find a widget by its object name."""
        found = parent.findChild(kind, name)
        if found is None:
            raise PictureError(f"there is no {name} in {parent.objectName() or type(parent).__name__}")
        return found

    def close_dialogs(self) -> None:
        """Discard every dialog, the last opened first."""
        self.fault = ""
        for _ in range(10):
            opened = [item for item in QApplication.topLevelWidgets() if isinstance(item, QDialog) and item.isVisible()]
            if not opened:
                break
            for item in reversed(opened):
                item.reject()
            self._turn()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()

    def picture(self, widget: QWidget) -> QImage:
        """Return what a widget looks like once nothing moves in it any more."""
        self.settle()
        before, same = widget.grab().toImage(), 0
        deadline = time.monotonic() + _PATIENCE_S
        while same < _QUIET_LOOKS:
            if time.monotonic() > deadline:
                raise PictureError(f"something still moves in it after {_PATIENCE_S:.0f} s")
            self._turn()
            after = widget.grab().toImage()
            same = same + 1 if after == before else 0
            before = after
        return before

    def _on_unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.fault = f"{kind.__name__}: {error}"
        traceback.print_exception(kind, error, trace)

    def _turn(self) -> None:
        for _ in range(3):
            self.application.processEvents()
            time.sleep(_PAUSE_S)
