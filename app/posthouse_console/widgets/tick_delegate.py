"""Ticks in lists that can be seen in the dark: Fusion draws an empty box as dark as the ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

_FRAME_ALPHA = 130


class TickDelegate(QStyledItemDelegate):
    """Frames the box of an item that has one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint as usual, then the frame; other styles draw boxes of their own that can be seen."""
        super().paint(painter, option, index)
        style = option.widget.style() if option.widget else QApplication.style()
        if index.data(Qt.ItemDataRole.CheckStateRole) is None or style.name() != "fusion":
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)
        colour = shown.palette.color(QPalette.ColorRole.Text)
        colour.setAlpha(_FRAME_ALPHA)
        painter.save()
        painter.setPen(QPen(colour, 1))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()
