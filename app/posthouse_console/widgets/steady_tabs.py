"""Tabs that are at least as high as the wrapped texts of every page need, so that none is ever cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget


class SteadyTabs(QTabWidget):
    """QTabWidget itself only asks for what a page's texts need at a width that it guesses."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        """Be at least so many average characters wide."""
        super().__init__(parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * width)

    def _reserve_height(self) -> None:
        front = self.currentWidget()
        if front is None or not front.isVisible():
            return
        layouts = [page.layout() for number in range(self.count()) if (page := self.widget(number)) is not None]
        needed = [layout.minimumHeightForWidth(front.width()) if layout.hasHeightForWidth() else layout.minimumSize().height()
                  for layout in layouts if layout is not None]
        self.setMinimumHeight(max(needed, default=0) + self.height() - front.height())

    def event(self, event: QEvent) -> bool:
        """Look again when a page's text has changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._reserve_height()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew at another width."""
        super().resizeEvent(event)
        self._reserve_height()
