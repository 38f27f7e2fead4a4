"""The console tree as a widget that follows the navigator, and leads it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from posthouse_console.models.rows import Index
from posthouse_console.navigation.navigator import HISTORY_KEYS, Navigator
from posthouse_console.navigation.nodes import NodeKind, nearest
from posthouse_console.navigation.tree_model import TreeModel
from posthouse_console.widgets.selection import soften_selection
from posthouse_server.words import tr

_CLOSED_AT_FIRST = (NodeKind.POST_OFFICE,)
"""There may be many; everything else is open from the start."""


class ConsoleTree(QTreeView):
    """Chooses where the console is."""

    menu_wanted = Signal(object, QPoint)
    """A TreeNode, and where on the screen its context menu should stand."""

    def __init__(self, model: TreeModel, navigator: Navigator, parent: QWidget | None = None) -> None:
        """Show all but the post offices unfolded."""
        super().__init__(parent)
        soften_selection(self)
        self._nodes = model
        self._navigator = navigator
        self.setObjectName("consoleTree")
        self.setAccessibleName(tr("Console tree"))
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setIconSize(QSize(20, 20))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        for node in model.root.walk():
            self.setExpanded(model.index_of(node.path), node.kind not in _CLOSED_AT_FIRST)
        navigator.moved.connect(self._on_navigator_moved)
        model.rowsInserted.connect(self._on_rows_inserted)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self._on_navigator_moved()

    def follow_model(self) -> None:
        """After the nodes have changed: leave a node that is gone."""
        node = nearest(self._nodes.root, self._navigator.path)
        self._navigator.replace(node.path)

    def _on_navigator_moved(self) -> None:
        index = self._nodes.index_of(self._navigator.path)
        if not index.isValid():  # Back, or a favorite, may lead to a post office that is gone
            self.follow_model()
        elif index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_rows_inserted(self, parent: QModelIndex) -> None:
        node = self._nodes.node_at(parent)
        if node is not None and node.kind is NodeKind.POST_OFFICES:
            self.expand(parent)

    def _on_menu_requested(self, position: QPoint) -> None:
        node = self._nodes.node_at(self.indexAt(position))
        if node is not None:
            self.menu_wanted.emit(node, self.viewport().mapToGlobal(position))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Lead the navigator."""
        super().currentChanged(current, previous)
        node = self._nodes.node_at(current)
        # While rows are removed Qt picks a neighbour; follow_model() knows better where to go.
        if node is not None and nearest(self._nodes.root, self._navigator.path).path == self._navigator.path:
            self._navigator.go(node.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow is Back, Forward or Up, also while those are grey: it must not move the selection."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in HISTORY_KEYS:
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            soften_selection(self)
