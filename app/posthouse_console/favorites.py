"""The Favorites and Window menus: nodes to come back to, and the size of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from posthouse_console.navigation.navigator import Navigator
from posthouse_console.navigation.nodes import Path, path_text
from posthouse_console.service.memory import Memory
from posthouse_server.words import tr

_KEY = "favorites/paths"


class Favorites(QObject):
    """A menu of nodes, kept in the console's memory."""

    def __init__(self, menu: QMenu, navigator: Navigator, memory: Memory) -> None:
        """Fill the menu anew each time it opens, for the node that is shown then."""
        super().__init__(menu)
        self._menu = menu
        self._navigator = navigator
        self._memory = memory
        self._add = self._action(tr("&Add to Favorites"), tr("Puts the node that is shown into this menu."),
                                 self._on_add_triggered)
        self._add.setShortcut(QKeySequence("Ctrl+D"))
        self._remove = self._action(tr("&Remove from Favorites"), tr("Takes the node that is shown out of this menu."),
                                    self._on_remove_triggered)
        menu.aboutToShow.connect(self._fill)
        navigator.moved.connect(self._enable)  # a disabled action has no shortcut: it must fit the node before the menu opens
        self._fill()

    def paths(self) -> list[Path]:
        """Return the favorites, the oldest first."""
        return [tuple(line.split("\\")) for line in self._memory.text(_KEY).split("\n") if line]

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addActions([self._add, self._remove])
        self._enable()
        self._menu.addSeparator()
        for path in self.paths():
            name = path_text(path)
            entry = self._menu.addAction(name.replace("&", "&&"))
            entry.setStatusTip(tr("Shows {name}.", name=name))
            entry.triggered.connect(lambda _checked=False, path=path: self._navigator.go(path))
        if not self.paths():
            self._menu.addAction(tr("No favorites yet")).setEnabled(False)

    def _enable(self) -> None:
        self._add.setEnabled(bool(self._navigator.path))
        self._remove.setEnabled(self._navigator.path in self.paths())

    def _keep(self, paths: list[Path]) -> None:
        self._memory.keep(_KEY, "\n".join("\\".join(path) for path in paths))

    def _on_add_triggered(self) -> None:
        path = self._navigator.path
        if path and path not in self.paths():
            self._keep([*self.paths(), path])

    def _on_remove_triggered(self) -> None:
        self._keep([path for path in self.paths() if path != self._navigator.path])

    def _action(self, text: str, tip: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setStatusTip(tip)
        action.triggered.connect(lambda _checked=False: act())
        return action


def fill_window_menu(menu: QMenu, window: QMainWindow) -> None:
    """Offer what the frame's own buttons do, for the keyboard."""
    for text, tip, act in ((tr("Mi&nimize"), tr("Makes the window small; mail goes on."), window.showMinimized),
                           (tr("Ma&ximize"), tr("Makes the window as large as the screen."), window.showMaximized),
                           (tr("&Restore"), tr("Gives the window its usual size back."), window.showNormal)):
        action = menu.addAction(text)
        action.setStatusTip(tip)
        action.triggered.connect(lambda _checked=False, act=act: act())
