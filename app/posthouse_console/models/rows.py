"""A table model over immutable rows: named columns, and updates that keep selection and scroll position."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from posthouse_console.widgets.tips import plain_tip
from posthouse_server.words import tr

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MANY = 100
"""So many rows that come or go are shown by starting over: one by one would take longer than the list is worth."""
Raw = str | float | bool | datetime | Sequence[str] | None
"""What a cell stands for, before it was put into words."""
Batches = Callable[[], Iterator[Sequence[Any]]]
"""Reads rows, a portion at a time. It blocks: for a background thread."""


class RowRole(IntEnum):
    """What a cell holds besides its text and icon."""

    SORT = Qt.ItemDataRole.UserRole
    """The value that the column is sorted by: a text in lower case, or a number."""
    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole row."""


@dataclass(frozen=True)  # no slots: they break typing.Generic
class Column(Generic[T]):
    """A column: its title, what a row shows in it, and by what it is sorted."""

    title: str
    text: Callable[[T], str]
    width: int = 150
    sort: Callable[[T], float] | None = None
    """The number that the column is sorted by; without it the text counts."""
    icon: Callable[[T], QIcon] | None = None
    tip: Callable[[T], str] | None = None
    title_tip: str = ""
    raw: Callable[[T], Raw] | None = None
    """The number, time or list that the text stands for; without it the text counts."""
    raw_title: str = ""
    """What that is called, where the title speaks of something else: an age is the time of acceptance."""


class RowsModel(QAbstractTableModel, Generic[T]):
    """Shows rows that subclasses describe with COLUMNS and key()."""

    COLUMNS: Sequence[Column[Any]] = ()
    NOUN = (tr("item"), tr("items"))
    """One and many of what the rows are."""
    SORTED_BY = (0, Qt.SortOrder.AscendingOrder)
    """The column that the list is sorted by at first, and how."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[T] = []
        self.more: Callable[[int, Qt.SortOrder], Batches] | None = None
        """Where the model holds only a part of what matches: returns what reads all of it, sorted by a column."""

    def key(self, row: T) -> Hashable:
        """Return what identifies a row over its changes."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[T]:
        """Return the rows shown."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Follow a new state: rows that stay keep their selection."""
        wanted = {self.key(row) for row in rows}
        if not self._rows or len(wanted ^ {self.key(row) for row in self._rows}) > _MANY:
            self._reset(rows)
            return
        for number in reversed(range(len(self._rows))):
            if self.key(self._rows[number]) not in wanted:
                self.beginRemoveRows(_NOWHERE, number, number)
                del self._rows[number]
                self.endRemoveRows()
        for number, row in enumerate(rows):
            if number < len(self._rows) and self.key(self._rows[number]) == self.key(row):
                if row != self._rows[number]:
                    self._replace(number, row)
            elif any(self.key(old) == self.key(row) for old in self._rows[number:]):
                self._reset(rows)  # the order has changed: rare enough to start over
                return
            else:
                self.beginInsertRows(_NOWHERE, number, number)
                self._rows.insert(number, row)
                self.endInsertRows()

    def _replace(self, number: int, row: T) -> None:
        self._rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.COLUMNS) - 1))

    def _reset(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.COLUMNS[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self.COLUMNS[section].title_tip or None
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        return self.cell(self._rows[index.row()], index.column(), role)

    def cell(self, row: T, number: int, role: int) -> Any:
        """Return what a row shows in a column."""
        column = self.COLUMNS[number]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.tip(row)) if column.tip else None
            case RowRole.SORT:
                return column.sort(row) if column.sort else column.text(row).casefold()
            case RowRole.ROW:
                return row
        return None
