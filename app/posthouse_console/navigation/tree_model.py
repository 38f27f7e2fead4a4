"""The console tree as a Qt model: nodes come and go one by one, so that selection and expansion stay."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from posthouse_console.models.rows import Index
from posthouse_console.navigation.nodes import DESCRIPTIONS, HAS_ALARMS, HAS_STATE, NodeKind, Path, TreeNode
from posthouse_console.service.server_words import ServerWords
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.tips import plain_tip

_ALARM_BADGE = "state-alarm"


class TreeRole(IntEnum):
    """What an item holds besides its text and icon."""

    NODE = Qt.ItemDataRole.UserRole


class TreeModel(QStandardItemModel):
    """Holds one root item; its items follow the nodes that sync() is given."""

    def __init__(self, root: TreeNode, parent: QObject | None = None) -> None:
        """Show these nodes."""
        super().__init__(parent)
        self._badges = ("", "")
        self._items: dict[Path, QStandardItem] = {}
        self.root = root
        self.appendRow(self._new_item(root))
        self.sync(root)

    def sync(self, root: TreeNode) -> None:
        """Follow a new state of the tree."""
        self.root = root
        self._sync(self._items[root.path], root)

    def index_of(self, path: Path) -> QModelIndex:
        """Return the index of a node; invalid if there is none."""
        item = self._items.get(path)
        return QModelIndex() if item is None else item.index()

    def node_at(self, index: Index) -> TreeNode | None:
        """Return the node of an index."""
        node = index.data(TreeRole.NODE)
        return node if isinstance(node, TreeNode) else None

    def show_state(self, words: ServerWords) -> None:
        """Put the state of the server on the nodes that carry it."""
        badges = (words.badge, words.badge if words.has_alarms else "")
        for item in self._items.values():
            node = item.data(TreeRole.NODE)
            if node.kind not in HAS_ALARMS:
                continue
            badge = badges[0 if node.kind in HAS_STATE else 1]
            text = words.sentence if badge else DESCRIPTIONS[node.kind]
            tip = plain_tip(text)
            if badges != self._badges:
                item.setIcon(icon(node.kind, badge))
            if item.toolTip() != tip:
                item.setToolTip(tip)
                item.setAccessibleDescription(text)
        self._badges = badges

    def show_mailbox_alarms(self, offices: Mapping[str, str]) -> None:
        """Put a badge on the post offices, and on their mailboxes, that an alarm is about: post office to text."""
        for item in self._items.values():
            node: TreeNode = item.data(TreeRole.NODE)
            if node.kind not in (NodeKind.POST_OFFICE, NodeKind.MAILBOXES):
                continue
            text = offices.get(node.post_office, DESCRIPTIONS[node.kind])
            tip = plain_tip(text)
            if item.toolTip() != tip:
                item.setIcon(icon(node.kind, _ALARM_BADGE if node.post_office in offices else ""))
                item.setToolTip(tip)
                item.setAccessibleDescription(text)

    def _sync(self, item: QStandardItem, node: TreeNode) -> None:
        item.setData(node, TreeRole.NODE)
        wanted = {child.path for child in node.children}
        for row in reversed(range(item.rowCount())):
            old: TreeNode = item.child(row).data(TreeRole.NODE)
            if old.path not in wanted:
                for gone in old.walk():
                    self._items.pop(gone.path, None)
                item.removeRow(row)
        for row, child in enumerate(node.children):
            if child.path not in self._items:
                item.insertRow(row, self._new_item(child))
            self._sync(self._items[child.path], child)

    def _new_item(self, node: TreeNode) -> QStandardItem:
        item = QStandardItem(icon(node.kind), node.label)
        item.setEditable(False)
        item.setData(node, TreeRole.NODE)
        item.setAccessibleText(node.label)
        if node.kind is not NodeKind.ROOT:
            item.setToolTip(DESCRIPTIONS[node.kind])
            item.setAccessibleDescription(DESCRIPTIONS[node.kind])
        self._items[node.path] = item
        return item
