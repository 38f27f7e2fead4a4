"""Sorting and filtering of a result pane."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from posthouse_console.models.rows import RowRole


class FilterModel(QSortFilterProxyModel):
    """Keeps the rows in which every word of the filter occurs in some column."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Filter nothing yet."""
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortRole(RowRole.SORT)
        self.setDynamicSortFilter(True)

    def set_filter(self, text: str) -> None:
        """Use these words."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether a row is shown."""
        model = self.sourceModel()
        cells = [str(model.index(source_row, column, source_parent).data(Qt.ItemDataRole.DisplayRole)).casefold()
                 for column in range(model.columnCount(source_parent))]
        return all(any(word in cell for cell in cells) for word in self._words)
