"""A value to be typed somewhere else: it can be selected, and a button copies it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from posthouse_server.words import english, tr


class CopyLine(QWidget):
    """Read-only."""

    def __init__(self, name: str) -> None:
        """Name it for screen readers."""
        super().__init__()
        self._name = name
        self.input = QLineEdit()
        self.input.setReadOnly(True)
        self.input.setAccessibleName(name)
        self.input.setObjectName(f"copy{english(name).replace(' ', '')}")
        self.button = QPushButton(tr("Copy"))
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(tr("Copy {name}", name=name))
        self.button.setObjectName(f"copy{english(name).replace(' ', '')}Button")
        self.button.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self.input.text()))
        self.setFocusProxy(self.input)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.input, 1)
        layout.addWidget(self.button)

    def show_text(self, text: str, *, can_copy: bool = True) -> None:
        """Show a value; words that explain can't be copied."""
        self.input.setText(text)
        self.input.setCursorPosition(0)
        self.button.setEnabled(can_copy)
