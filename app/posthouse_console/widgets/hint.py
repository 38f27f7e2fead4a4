"""Quiet texts on a page: dimmed hints, and notices with an icon."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from posthouse_resources import icon_path

_DIMMED = 0.68  # how much of the text colour is left; keeps a contrast of 4.5 : 1 in light and dark
_ICON = QSize(16, 16)


class Severity(StrEnum):
    """How much a text matters; the value is the icon's name."""

    GOOD = "ok"
    INFORMATION = "info"
    WARNING = "warning"
    ERROR = "error"


class HintLabel(QLabel):
    """A wrapped, dimmed explanation; when its surroundings are disabled it is grey as they are."""

    def __init__(self, text: str = "") -> None:
        """Show plain text."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # the one that is dimmed, also where the ground is that of a list
        self.setWordWrap(True)

    def _dim(self) -> None:
        parent: QWidget | None = self.parentWidget()
        surroundings = parent.palette() if parent else QPalette()
        palette = self.palette()
        dimmed = _mixed(surroundings.color(QPalette.ColorRole.WindowText), surroundings.color(QPalette.ColorRole.Window))
        if palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText) != dimmed:
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                palette.setColor(group, QPalette.ColorRole.WindowText, dimmed)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ParentChange) and self.isEnabled():
            self._dim()

    def event(self, event: QEvent) -> bool:
        """Dim as soon as there are surroundings to match."""
        if event.type() == QEvent.Type.Polish and self.isEnabled():
            self._dim()
        return super().event(event)


class Notice(QWidget):
    """An icon and a sentence, or nothing; it keeps its place so that nothing jumps."""

    def __init__(self, lines: int = 1) -> None:
        """Keep room for so many lines."""
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedWidth(_ICON.width())
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(max(_ICON.height(), lines * self.fontMetrics().lineSpacing()) + 2)

    def say(self, text: str, severity: Severity = Severity.WARNING) -> None:
        """Show a sentence; the empty one shows nothing."""
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self._icon.setPixmap(icon(severity).pixmap(_ICON, self.devicePixelRatioF()) if text else icon("").pixmap(_ICON))

    def text(self) -> str:
        """Return the sentence shown."""
        return self._label.text()


def icon(name: str) -> QIcon:
    """Return one of our icons; none for no name."""
    return QIcon(str(icon_path(name))) if name else QIcon()


def _mixed(text: QColor, ground: QColor) -> QColor:
    """Return a solid colour between the two."""
    def part(one: int, other: int) -> int:
        return round(one * _DIMMED + other * (1 - _DIMMED))

    return QColor(part(text.red(), ground.red()), part(text.green(), ground.green()), part(text.blue(), ground.blue()))
