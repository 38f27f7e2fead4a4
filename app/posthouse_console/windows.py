"""The windows of one console: the first shows the whole tree, others what is below a node."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication

from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import Path
from posthouse_console.service.backend import Backend
from posthouse_console.service.backend_branch import BackendBranch
from posthouse_console.tray import Tray
from posthouse_console.widgets.screen import fit

_STEP = QPoint(28, 28)


class Windows(QObject):
    """Opens windows and lets go of those that are closed."""

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        """Open none yet."""
        super().__init__(parent)
        self._backend = backend
        self._first: MainWindow | None = None
        self._is_ending = False
        self.tray = Tray(backend, self)
        self.tray.opened.connect(self.come_forward)
        self.tray.exit_wanted.connect(self._on_exit_wanted)
        self.tray.changed.connect(self._on_tray_changed)
        self._on_tray_changed()
        self._open: list[MainWindow] = []

    @property
    def all(self) -> tuple[MainWindow, ...]:
        """Return the windows that are open, the oldest first."""
        return tuple(self._open)

    def open_first(self) -> MainWindow:
        """Make the window that comes back as it was left; its owner shows it."""
        self._first = self._adopt(MainWindow(self._backend))
        return self._first

    def open_from(self, path: Path) -> MainWindow:
        """Open a window whose tree begins at a node."""
        beside = self._open[-1] if self._open else None
        branch = BackendBranch(self._backend)
        window = self._adopt(MainWindow(branch, root=path))
        branch.setParent(window)
        if beside is not None:
            window.move(beside.pos() + _STEP)
            fit(window)
        window.show()
        return window

    def come_forward(self) -> None:
        """Bring the window that was opened first, of those still there, before the eye; all may be closed to the tray."""
        if not self._open and self._first is not None:
            self._first.closing.ask_again()
            self._open.append(self._first)
        if self._open:
            self._open[0].come_forward()

    def _adopt(self, window: MainWindow) -> MainWindow:
        self._open.append(window)
        window.closing.is_last = lambda: len(self._open) <= 1 and not self.tray.is_shown()
        window.view_menu.follow_tray(self.tray)
        window.dispatch.server.speaks = lambda: bool(self._open) and self._open[0] is window
        window.new_window_wanted.connect(self.open_from)
        window.left_root.connect(self._show_elsewhere)
        window.closed.connect(lambda: self._let_go(window))
        return window

    def _show_elsewhere(self, path: Path) -> None:
        """A node outside of a window's tree is shown by one that has it, if need be a new one."""
        found = next((window for window in self._open if path[:len(window.root)] == window.root), None) or self.open_from(())
        found.navigator.go(path)
        found.come_forward()

    def _let_go(self, window: MainWindow) -> None:
        if window in self._open:
            self._open.remove(window)
        if window.is_extra:
            window.deleteLater()
        if not self._open and self.tray.is_on and not self._is_ending:
            if self.tray.is_shown():
                self.tray.say_that_it_stays()
            else:
                QApplication.quit()

    def _on_tray_changed(self) -> None:
        QApplication.setQuitOnLastWindowClosed(not self.tray.is_on)

    def _on_exit_wanted(self) -> None:
        """End the console; the server goes on, as the menu says by offering Stop beside it."""
        self._is_ending = True
        for window in (*self._open, *([self._first] if self._first is not None else [])):
            window.closing.let()
        QApplication.quit()
