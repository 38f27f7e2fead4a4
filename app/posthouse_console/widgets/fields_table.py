"""Fields and what to enter in them: cells are copied with Ctrl+C, the whole by a button elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from posthouse_console.widgets.selection import soften_selection
from posthouse_console.widgets.tips import plain_tip
from posthouse_server.words import tr

_AIR = 16
_MOST_WIDTH = 330
_LEAST_HEIGHT = 130


class FieldsTable(QTableWidget):
    """Read-only."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(0, 2)
        self.setObjectName("fieldsTable")
        self.setAccessibleName(tr("Fields of the device or program"))
        self.setHorizontalHeaderLabels([tr("Field"), tr("What to enter")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        soften_selection(self)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._on_copy_pressed)

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Show pairs of field and value."""
        self.setRowCount(len(fields))
        for number, field in enumerate(fields):
            for column, text in enumerate(field):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.setItem(number, column, item)
        self.resizeColumnToContents(0)
        self.setColumnWidth(0, min(self.columnWidth(0) + _AIR, _MOST_WIDTH))

    def as_text(self) -> str:
        """Return all of it, a line for each field."""
        return "\n".join(f"{self._text(row, 0)}: {self._text(row, 1)}" for row in range(self.rowCount()))

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def _on_copy_pressed(self) -> None:
        QGuiApplication.clipboard().setText(self._text(self.currentRow(), self.currentColumn()))
