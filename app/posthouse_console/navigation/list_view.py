"""The list of a result pane: whole rows, sortable columns, and a sentence where there is nothing to list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from posthouse_console.models.filter import FilterModel
from posthouse_console.models.lazy_rows import LazyRowsModel
from posthouse_console.models.rows import Batches, RowRole, RowsModel
from posthouse_console.navigation.arrangement import Arrangement, arrange, arrangement_of
from posthouse_console.navigation.listed import Listed
from posthouse_console.navigation.navigator import HISTORY_KEYS
from posthouse_console.widgets.selection import select_row, soften_selection
from posthouse_server.words import tr

_NOBODY_ROW = 24
_TITLE_MARGIN = 8


class ListView(QTableView):
    """Shows rows models one after the other, each through its own filter."""

    opened = Signal(object)
    """A row was double-clicked, or Enter was pressed on it."""
    selection_changed = Signal()
    rows_changed = Signal()
    """Rows have come or gone, or are filtered or sorted otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        soften_selection(self)
        self._empty_text = ""
        self._filter = FilterModel(self)
        self._source: RowsModel[Any] | None = None
        # The filter tells of removed rows before the list behind it has shrunk: tell once both have.
        self._recount = QTimer(self, singleShot=True, interval=0)
        self._recount.timeout.connect(self.rows_changed)
        self._reselected = QTimer(self, singleShot=True, interval=0)
        self._reselected.timeout.connect(self._on_reselected)
        self._list(self._filter)
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

    def filter_model(self) -> FilterModel:
        """Return the model between the rows and the view."""
        return self._filter

    def show_model(self, model: RowsModel[Any], empty_text: str) -> None:
        """List these rows, in their own order; say the text when there are none."""
        self.say_when_empty(empty_text)
        self.setAccessibleName(tr("List of {noun}", noun=model.NOUN[1]))
        if self._source is model:
            return
        self._source = model
        if isinstance(model, LazyRowsModel):  # it filters and sorts where its rows come from
            self._list(model)
        else:
            self._filter.setSourceModel(model)
            self._list(self._filter)
        self.reset_columns()
        self.sortByColumn(*model.SORTED_BY)

    def say_when_empty(self, text: str) -> None:
        """Say this when there are no rows."""
        if text != self._empty_text:
            self._empty_text = text
            self.viewport().update()

    def arrangement(self) -> Arrangement:
        """Return how the columns stand."""
        return arrangement_of(self, self.titles())

    def titles(self) -> list[str]:
        """Return the titles of all columns, in the order of the model."""
        return [column.title for column in self._source.COLUMNS] if self._source is not None else []

    def reset_columns(self) -> None:
        """Show all columns in their usual order and widths."""
        arrange(self, self.arrangement().usual())
        for number, column in enumerate(self._source.COLUMNS if self._source is not None else ()):
            needed = self.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + _TITLE_MARGIN
            self.setColumnWidth(number, max(column.width, needed))  # titles of other languages are longer

    def selected_rows(self) -> tuple[object, ...]:
        """Return the rows that are selected, as they stand."""
        if isinstance(self._source, LazyRowsModel):
            return self._source.chosen(self.selectionModel().selection())
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(index.data(RowRole.ROW) for index in indexes)

    def height_for_rows(self, most: int) -> int:
        """Return the height that shows all rows, but no more than so many, and one empty line."""
        rows = min(self.model().rowCount(), most) + 1
        return self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()

    def row_at(self, position: QPoint) -> object:
        """Return the row under a point of the viewport, or None."""
        index = self.indexAt(position)
        return index.data(RowRole.ROW) if index.isValid() else None

    def listed(self, *, is_selection: bool = False) -> Listed:
        """Take down all rows with all columns, or the selected rows with the columns that are shown."""
        assert self._source is not None
        header, columns = self.horizontalHeader(), self._source.COLUMNS
        order = [header.logicalIndex(number) for number in range(len(columns))]
        shown = [columns[number] for number in order if not (is_selection and header.isSectionHidden(number))]
        batches, total = self._batches(is_selection=is_selection)
        return Listed(shown, batches, self._source.NOUN, total)

    def _batches(self, *, is_selection: bool) -> tuple[Batches, int]:
        """Return what reads the rows, and how many there are."""
        model = self._source
        assert model is not None
        if isinstance(model, LazyRowsModel):
            keys = model.chosen_keys(self.selectionModel().selection()) if is_selection else model.keys
            if (reading := model.reading(keys)) is not None:
                return reading, len(keys)
        if not is_selection and model.more is not None:
            header = self.horizontalHeader()
            return model.more(header.sortIndicatorSection(), header.sortIndicatorOrder()), 0
        rows = self.selected_rows() if is_selection else self._all_rows()
        return lambda: iter([rows]), len(rows)

    def _all_rows(self) -> tuple[object, ...]:
        return tuple(self.model().index(number, 0).data(RowRole.ROW) for number in range(self.model().rowCount()))

    def choose(self, row: object) -> None:
        """Select a row and scroll to it, if it is listed."""
        model = self.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            if index.data(RowRole.ROW) == row:
                select_row(self, number)
                self.scrollTo(index)
                return

    def select_first(self) -> None:
        """Put the cursor on a row, so that the keyboard has somewhere to begin."""
        if self.model().rowCount() and not self.selectionModel().hasSelection():
            select_row(self, 0)

    def total(self) -> int:
        """Return how many rows there are, also those that the filter hides."""
        return self._source.rowCount() if self._source is not None else 0

    def noun(self) -> tuple[str, str]:
        """Return one and many of what the rows are."""
        return self._source.NOUN if self._source is not None else RowsModel.NOUN

    def _list(self, model: QAbstractItemModel) -> None:
        """Put a model into the view: the filter, or rows that need none."""
        if self.model() is model:
            return
        if (old := self.model()) is not None:
            self.selectionModel().deleteLater()
            for changed in _row_signals(old):
                changed.disconnect(self._recount.start)
            old.dataChanged.disconnect(self._reselected.start)
            if isinstance(old, LazyRowsModel):
                old.note_changed.disconnect(self._on_note_changed)
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())
        for changed in _row_signals(model):
            changed.connect(self._recount.start)
        model.dataChanged.connect(self._reselected.start)
        if isinstance(model, LazyRowsModel):
            model.note_changed.connect(self._on_note_changed)

    def _on_note_changed(self) -> None:
        self.viewport().update()

    def _on_reselected(self) -> None:
        """What is selected may have become something else, on which other commands act."""
        if self.selectionModel().hasSelection():
            self.selection_changed.emit()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RowRole.ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row; Alt with an arrow is Back, Forward or Up, also while those are grey."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in HISTORY_KEYS:
            event.accept()
        elif is_enter and len(rows := self.selected_rows()) == 1:  # there may be very many: not for each key
            self.opened.emit(rows[0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        text = tr("No row contains these words.") if self._source is not None and self._source.rowCount() else self._empty_text
        if isinstance(self._source, LazyRowsModel) and self._source.note:
            text = self._source.note
        with QPainter(self.viewport()) as painter:
            painter.setPen(self.palette().placeholderText().color())
            area = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            soften_selection(self)


def _row_signals(model: QAbstractItemModel) -> tuple[SignalInstance, ...]:
    return model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged
