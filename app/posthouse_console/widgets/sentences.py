"""Sentences below each other, each with an icon that says how to take it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.widgets.icons import icon

_ICON = QSize(16, 16)


class SentenceList(QWidget):
    """Shows pairs of icon name and text; texts wrap and can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_sentences(self, sentences: Sequence[tuple[str, str]]) -> None:
        """Show these instead of those before."""
        if list(sentences) == self._shown:
            return
        self._shown = list(sentences)
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon_name, text in sentences:
            self._layout.addWidget(_line(icon_name, text))
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return all sentences."""
        return " ".join(text for _icon, text in self._shown)


def _line(icon_name: str, text: str) -> QWidget:
    picture = QLabel()
    picture.setFixedWidth(_ICON.width())
    picture.setPixmap(icon(icon_name).pixmap(_ICON, picture.devicePixelRatioF()))
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(label, 1)
    return line
