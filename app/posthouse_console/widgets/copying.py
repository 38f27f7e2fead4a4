"""Ctrl+C in a small table: the selected rows, with a tab between the columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from posthouse_server.words import tr


def selected_text(view: QAbstractItemView) -> str:
    """Return what the selected rows show, one line for each, without hidden columns."""
    model, selection = view.model(), view.selectionModel()
    shown = list(range(model.columnCount()))
    if isinstance(view, QTableView):
        header = view.horizontalHeader()
        shown = [number for number in map(header.logicalIndex, shown) if not view.isColumnHidden(number)]
    rows = sorted({index.row() for index in selection.selectedIndexes()})
    lines = [[" ".join(str(model.index(row, column).data() or "").split()) for column in shown] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


def offer_copy(view: QAbstractItemView) -> QAction:
    """Give a table the action Copy: Ctrl+C, and a context menu where it has none."""
    action = QAction(tr("&Copy"), view)
    action.setObjectName("copyRows")
    action.setShortcut(QKeySequence.StandardKey.Copy)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def copy() -> None:
        if text := selected_text(view):
            QGuiApplication.clipboard().setText(text)

    action.triggered.connect(copy)
    view.addAction(action)
    if view.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu:
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return action
