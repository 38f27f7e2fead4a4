"""A difference as a table: what, before, after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from posthouse_console.widgets.copying import offer_copy
from posthouse_console.widgets.selection import soften_selection
from posthouse_console.widgets.tips import plain_tip
from posthouse_server.words import tr

_TITLES = (tr("What"), tr("Before"), tr("After"))
_AIR = 24
_MOST_WIDTH = 340


class ChangesTable(QTableWidget):
    """Read-only; rows are triples of text, "" for what was or is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(0, len(_TITLES), parent)
        self.setObjectName("changesTable")
        self.setAccessibleName(tr("What is different"))
        self.setHorizontalHeaderLabels(_TITLES)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        offer_copy(self)
        soften_selection(self)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)

    def show_changes(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show these lines."""
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                item = QTableWidgetItem(text or "–")
                item.setToolTip(plain_tip(text))
                self.setItem(row, column, item)
        for column in range(len(_TITLES) - 1):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column) + _AIR, _MOST_WIDTH))

    def lines(self) -> list[tuple[str, ...]]:
        """Return what is shown."""
        model = self.model()
        return [tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
                for row in range(model.rowCount())]
