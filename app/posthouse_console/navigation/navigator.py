"""Where the console is, where it was, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from posthouse_console.navigation.nodes import Path

HISTORY_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up)
"""With Alt they are Back, Forward and Up."""

class Navigator(QObject):
    """Back, forward and up, as in a browser."""

    moved = Signal()
    """The current path has changed."""

    left = Signal(object)
    """Somebody wants to go to this path, which lies outside of the root."""

    def __init__(self, parent: QObject | None = None, root: Path = ()) -> None:
        """Start at the root of the window's tree."""
        super().__init__(parent)
        self.root = root
        self.path: Path = root
        self._back: list[Path] = []
        self._forward: list[Path] = []

    def go(self, path: Path) -> None:
        """Go to a node."""
        if path == self.path:
            return
        if path[:len(self.root)] != self.root:
            self.left.emit(path)
            return
        self._back.append(self.path)
        self._forward.clear()
        self._move(path)

    def replace(self, path: Path) -> None:
        """Go to a node without a way back, since the one before is gone."""
        self._back = [old for old in self._back if old != self.path]
        if path != self.path:
            self._move(path)

    def back(self) -> None:
        """Go where we came from."""
        if self._back:
            self._forward.append(self.path)
            self._move(self._back.pop())

    def forward(self) -> None:
        """Undo a step back."""
        if self._forward:
            self._back.append(self.path)
            self._move(self._forward.pop())

    def up(self) -> None:
        """Go to the node above."""
        if self.can_go_up():
            self.go(self.path[:-1])

    def can_go_up(self) -> bool:
        """Return whether there is a node above, in this window's tree."""
        return len(self.path) > len(self.root)

    def can_go_back(self) -> bool:
        """Return whether there is a way back."""
        return bool(self._back)

    def can_go_forward(self) -> bool:
        """Return whether a step back can be undone."""
        return bool(self._forward)

    def _move(self, path: Path) -> None:
        self.path = path
        self.moved.emit()
