"""The list of a result pane: whole rows, sortable columns, and a sentence where there is nothing to list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from posthouse_console.models.filter import FilterModel
from posthouse_console.models.rows import RowRole, RowsModel
from posthouse_console.navigation.navigator import HISTORY_KEYS
from posthouse_console.widgets.selection import soften_selection

_NOBODY_ROW = 24


class ListView(QTableView):
    """Shows rows models one after the other, each through its own filter."""

    opened = Signal(object)
    """A row was double-clicked, or Enter was pressed on it."""
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        soften_selection(self)
        self._empty_text = ""
        self._filter = FilterModel(self)
        self.setModel(self._filter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(_NOBODY_ROW, self.fontMetrics().height() + 9))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(48)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())

    def filter_model(self) -> FilterModel:
        """Return the model between the rows and the view."""
        return self._filter

    def show_model(self, model: RowsModel[Any], empty_text: str) -> None:
        """List these rows, in their own order; say the text when there are none."""
        self._empty_text = empty_text
        self.setAccessibleName(f"List of {model.NOUN[1]}")
        if self._filter.sourceModel() is model:
            return
        self._filter.setSourceModel(model)
        for number, column in enumerate(model.COLUMNS):
            self.setColumnWidth(number, column.width)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def selected_rows(self) -> tuple[object, ...]:
        """Return the rows that are selected, as they stand."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(index.data(RowRole.ROW) for index in indexes)

    def height_for_rows(self, most: int) -> int:
        """Return the height that shows all rows, but no more than so many, and one empty line."""
        rows = min(self._filter.rowCount(), most) + 1
        return self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()

    def row_at(self, position: QPoint) -> object:
        """Return the row under a point of the viewport, or None."""
        index = self.indexAt(position)
        return index.data(RowRole.ROW) if index.isValid() else None

    def select_first(self) -> None:
        """Put the cursor on a row, so that the keyboard has somewhere to begin."""
        if self._filter.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(0)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RowRole.ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row; Alt with an arrow is Back, Forward or Up, also while those are grey."""
        rows = self.selected_rows()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in HISTORY_KEYS:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(rows) == 1 and not event.modifiers():
            self.opened.emit(rows[0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        if self._filter.rowCount():
            return
        source = self._filter.sourceModel()
        text = "No row contains these words." if source is not None and source.rowCount() else self._empty_text
        with QPainter(self.viewport()) as painter:
            painter.setPen(self.palette().placeholderText().color())
            area = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            soften_selection(self)
