"""How the window comes back as it was left."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QSplitter

from posthouse_console.navigation.nodes import Path
from posthouse_console.service.memory import Memory
from posthouse_console.widgets.screen import fit

_SIZE = (1060, 680)
_TREE_WIDTH = 250
_SILENT_CLOSE = "close/leaves_server_running_silently"


class WindowMemory:
    """Geometry, splitter, tree, the last node, and whether closing still has something to say."""

    def __init__(self, memory: Memory) -> None:
        """Keep it all in this memory."""
        self._memory = memory

    def restore(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Bring back size, place and proportions; the first time, sensible ones."""
        window.resize(*_SIZE)
        splitter.setSizes([_TREE_WIDTH, _SIZE[0] - _TREE_WIDTH])
        geometry, proportions = self._memory.blob("window/geometry"), self._memory.blob("window/splitter")
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)
        if not proportions.isEmpty():
            splitter.restoreState(proportions)
        fit(window)

    def keep(self, window: QMainWindow, splitter: QSplitter, *, has_tree: bool) -> None:
        """Remember them."""
        self._memory.keep("window/geometry", window.saveGeometry())
        self._memory.keep("window/splitter", splitter.saveState())
        self._memory.keep("window/tree", "shown" if has_tree else "hidden")

    def has_tree(self) -> bool:
        """Return whether the tree was shown."""
        return self._memory.text("window/tree") != "hidden"

    def path(self) -> Path:
        """Return the last node."""
        return tuple(part for part in self._memory.text("window/node").split("\\") if part)

    def keep_path(self, path: Path) -> None:
        """Remember the node at once: a console that is killed comes back there too."""
        self._memory.keep("window/node", "\\".join(path))

    def closes_silently(self) -> bool:
        """Return whether the user doesn't want to be told again that the server keeps running."""
        return self._memory.is_set(_SILENT_CLOSE)

    def close_silently_from_now_on(self) -> None:
        """Don't tell again."""
        self._memory.mark(_SILENT_CLOSE)
