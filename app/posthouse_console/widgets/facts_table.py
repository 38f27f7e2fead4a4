"""A small read-only table with the full text of the chosen row's last cell below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPlainTextEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from posthouse_console.widgets.copying import offer_copy
from posthouse_console.widgets.selection import select_row, soften_selection
from posthouse_console.widgets.tips import plain_tip

_AIR = 24
_MOST_WIDTH = 280
_LINES = 5


class FactsTable(QWidget):
    """Shows rows of text; replies of several lines stand below in full."""

    def __init__(self, titles: Sequence[str], name: str, text_caption: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `name` is for screen readers, the caption stands over the full text."""
        super().__init__(parent)
        self.table = _table(titles, name)
        self.text = QPlainTextEdit()
        self.text.setObjectName("fullText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
        caption = QLabel(text_caption)
        caption.setBuddy(self.text)
        self.text.setAccessibleName(text_caption.replace("&", "").rstrip(":"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, caption, self.text):
            layout.addWidget(widget)
        layout.setStretch(0, 1)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows and choose the last one, which is the newest."""
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setData(Qt.ItemDataRole.UserRole, text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(number, column, item)
        for column in range(self.table.columnCount() - 1):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + _AIR, _MOST_WIDTH))
        if rows:
            select_row(self.table, len(rows) - 1)

    def _on_selection_changed(self) -> None:
        item = self.table.item(self.table.currentRow(), self.table.columnCount() - 1)
        self.text.setPlainText("" if item is None else str(item.data(Qt.ItemDataRole.UserRole)))


def _table(titles: Sequence[str], name: str) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setObjectName("factsTable")
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(titles))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    offer_copy(table)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
    soften_selection(table)
    header = table.horizontalHeader()
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
