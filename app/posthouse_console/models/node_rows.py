"""The children of a node as a table, for nodes that only hold others."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.navigation.nodes import DESCRIPTIONS, TreeNode
from posthouse_console.widgets.icons import icon
from posthouse_server.words import tr


class NodesModel(RowsModel[TreeNode]):
    """The nodes below the current one."""

    COLUMNS = (
        Column[TreeNode](tr("Name"), lambda node: node.label, 220, icon=lambda node: icon(node.kind)),
        Column[TreeNode](tr("Description"), lambda node: DESCRIPTIONS[node.kind], 420),
    )

    def key(self, row: TreeNode) -> Hashable:
        """Return the path."""
        return row.path
