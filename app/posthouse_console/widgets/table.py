"""The table of a dialog: whole rows, sortable, with keys that don't press the dialog's default button."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from posthouse_console.widgets.copying import offer_copy
from posthouse_console.widgets.selection import select_row, soften_selection

SORT_ROLE = Qt.ItemDataRole.UserRole
"""The role under which a model gives the value that a column is sorted by."""

_AIR = 12
_LEAST_CHARS = 12
"""No column is narrower, not even the stretched one where the others need all the room."""


class RowTable(QTableView):
    """Shows a model through a sorting proxy; its signals and methods speak of rows of the model itself."""

    opened = Signal(int)
    remove_pressed = Signal()
    paste_pressed = Signal()
    selection_changed = Signal()

    def __init__(self, model: QAbstractItemModel, name: str, stretched: int) -> None:
        """Name the table for screen readers; the stretched column takes the room that is left."""
        super().__init__()
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setSourceModel(model)
        self.setModel(self._proxy)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _LEAST_CHARS)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        offer_copy(self)
        soften_selection(self)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._proxy.mapToSource(index).row()))
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            soften_selection(self)

    def sort_by(self, column: int) -> None:
        """Let the headers sort, beginning with this column."""
        self.setSortingEnabled(True)
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder)

    def selected_rows(self) -> list[int]:
        """Return the selected rows of the model, in ascending order."""
        return sorted(self._proxy.mapToSource(index).row() for index in self.selectionModel().selectedRows())

    def fit_columns(self) -> None:
        """Make the columns as wide as their contents, with air between them."""
        for column in range(self.model().columnCount()):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _AIR)

    def select(self, row: int) -> None:
        """Select a row of the model and scroll to it."""
        index = self._proxy.mapFromSource(self._proxy.sourceModel().index(row, 0, QModelIndex()))
        select_row(self, index.row())
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open, Delete removes, Ctrl+V pastes."""
        key, rows = event.key(), self.selected_rows()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and rows:
            self.opened.emit(rows[0])
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_pressed.emit()
        else:
            super().keyPressEvent(event)
