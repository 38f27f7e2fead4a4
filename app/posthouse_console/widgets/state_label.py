"""A badge and a text: the state of the server where it is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from posthouse_console.widgets.icons import badge_pixmap
from posthouse_console.widgets.tips import plain_tip
from posthouse_server.words import tr

_WHAT = tr("State of the server")


class StateLabel(QWidget):
    """Shows a state; a screen reader is told the whole sentence."""

    def __init__(self, widest: str = "", most_width: int = 0, size: int = 14, parent: QWidget | None = None) -> None:
        """Show nothing yet; keep room for the widest text, and shorten what is wider than most_width pixels (0: nothing)."""
        super().__init__(parent)
        self._size = size
        self._badge = ""
        self._icon = QLabel()
        self._icon.setFixedSize(size, size)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setMinimumWidth(self.fontMetrics().horizontalAdvance(widest))
        self._most_width = most_width
        self._full_text = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        self.setAccessibleName(_WHAT)

    def show_state(self, badge: str, text: str, sentence: str) -> None:
        """Show a badge (an icon's name) and a short text."""
        if badge != self._badge:
            self._badge = badge
            self._draw()
        if text != self._full_text or plain_tip(sentence) != self.toolTip():
            self._full_text = text
            fits = self._most_width or self.fontMetrics().horizontalAdvance(text) + 1
            self._text.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, fits))
            self.setToolTip(plain_tip(sentence))
            self._text.setAccessibleName(f"{_WHAT}: {sentence}")
            self.setAccessibleName(f"{_WHAT}: {sentence}")
            self.setAccessibleDescription(sentence)

    def text(self) -> str:
        """Return the whole text, shortened or not."""
        return self._full_text

    def _draw(self) -> None:
        self._icon.setPixmap(badge_pixmap(self._badge, self._size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Stay crisp on another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._badge:
            self._draw()
