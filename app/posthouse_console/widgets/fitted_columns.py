"""Columns that fit into the width of their table: the first one is elided, and some others give way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView

_LEAST_FIRST = 150
_AIR = 8


class FittedColumns(QObject):
    """Follows the width of a table; it never scrolls sideways."""

    def __init__(self, table: QTableView, hidden_first: Sequence[int]) -> None:
        """Hide these columns, one after the other, where there is too little room."""
        super().__init__(table)
        self._table, self._hidden_first = table, tuple(hidden_first)
        table.horizontalHeader().setStretchLastSection(False)
        self._timer = QTimer(self, singleShot=True, interval=0)  # the table measures itself first
        self._timer.timeout.connect(self.fit)
        table.viewport().installEventFilter(self)

    def fit(self) -> None:
        """Look again: other contents may have another width."""
        table, header = self._table, self._table.horizontalHeader()
        count = table.model().columnCount()
        if not count:
            return
        widths = {column: max(header.sectionSizeHint(column), table.sizeHintForColumn(column)) + _AIR
                  for column in range(1, count)}
        room = table.viewport().width() - _LEAST_FIRST
        hidden: set[int] = set()
        for column in self._hidden_first:
            if sum(width for other, width in widths.items() if other not in hidden) <= room:
                break
            hidden.add(column)
        for column, width in widths.items():
            table.setColumnHidden(column, column in hidden)
            table.setColumnWidth(column, width)
        table.setColumnWidth(0, table.viewport().width() - sum(widths[column] for column in widths.keys() - hidden))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit at each new width."""
        if event.type() == QEvent.Type.Resize:
            self._timer.start()
        return super().eventFilter(watched, event)
