"""A scroll area that cannot be seen unless what it holds is larger than the room it has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroller(QScrollArea):
    """Lets a window be smaller than its content needs: on a small screen that is better than what can't be reached."""

    def __init__(self, page: QWidget) -> None:
        """Hold a page."""
        super().__init__()
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it are what the Tab key is for
        self.setWidgetResizable(True)
        self.setWidget(page)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        page.setAutoFillBackground(False)  # setWidget() switches it on, but the ground below shows through
        self.viewport().setAutoFillBackground(False)

    def _on_range_changed(self) -> None:
        """What has the focus stays in sight when the window has become smaller."""
        focus = self.page.focusWidget()
        if focus is not None and focus.isVisible():
            self.ensureWidgetVisible(focus)
