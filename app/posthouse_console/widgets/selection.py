"""Selections of lists and trees: soft, so that coloured icons stay legible on them, in light and dark."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QTableView, QWidget

_STRENGTH = {QPalette.ColorGroup.Active: 0.26, QPalette.ColorGroup.Inactive: 0.14}
"""How much of the system's highlight colour is mixed into the background."""


def soften_selection(view: QWidget) -> None:
    """Give a view the soft selection; call again when the application's palette has changed."""
    system = QGuiApplication.palette()
    palette = view.palette()
    for group, strength in _STRENGTH.items():
        base, highlight = system.color(group, QPalette.ColorRole.Base), system.color(QPalette.ColorRole.Highlight)
        mixed = QColor(*(round(one * (1 - strength) + other * strength) for one, other in (
            (base.red(), highlight.red()), (base.green(), highlight.green()), (base.blue(), highlight.blue()))))
        palette.setColor(group, QPalette.ColorRole.Highlight, mixed)
        palette.setColor(group, QPalette.ColorRole.HighlightedText, system.color(group, QPalette.ColorRole.Text))
    if palette != view.palette():
        view.setPalette(palette)


def select_row(table: QTableView, row: int) -> None:
    """Select a row alone and put the cursor on it; Qt's own selectRow() does nothing where one reads from right to left."""
    header = table.horizontalHeader()
    columns = (header.logicalIndex(place) for place in range(header.count()))
    first = next((column for column in columns if not table.isColumnHidden(column)), 0)
    table.selectionModel().setCurrentIndex(
        table.model().index(row, first),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
