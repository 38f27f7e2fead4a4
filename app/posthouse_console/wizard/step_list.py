"""The steps at the side: which are done, which one is shown, and which are to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from posthouse_console.widgets.icons import icon
from posthouse_server.words import tr

_ICON = QSize(20, 20)


class StepList(QFrame):
    """Shows; nothing in it can be clicked."""

    def __init__(self, captions: Sequence[str]) -> None:
        """Show all as to come."""
        super().__init__()
        self.setObjectName("stepList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._captions = tuple(captions)
        self._icons = [QLabel() for _ in captions]
        self._labels = [QLabel(caption) for caption in captions]
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 20, 18, 20)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(14)
        for row, (picture, label) in enumerate(zip(self._icons, self._labels, strict=True)):
            picture.setFixedSize(_ICON)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(self._widest())
            layout.addWidget(picture, row, 0)
            layout.addWidget(label, row, 1)
        layout.setRowStretch(len(captions), 1)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Tick off what lies before the current step, and make that bold."""
        for number, (picture, label) in enumerate(zip(self._icons, self._labels, strict=True)):
            font = label.font()
            font.setBold(number == current)
            label.setFont(font)
            label.setEnabled(number <= current)
            name = "ok" if number < current else "forward" if number == current else "step"
            picture.setPixmap(icon(name).pixmap(_ICON, self.devicePixelRatioF()))
        self.setAccessibleName(tr("Step {current} of {number}: {caption}",
                                  current=current + 1, number=len(self._captions), caption=self._captions[current]))

    def _widest(self) -> int:
        font = self.font()
        font.setBold(True)
        label = QLabel()
        label.setFont(font)
        return max(label.fontMetrics().horizontalAdvance(caption) for caption in self._captions) + 2
