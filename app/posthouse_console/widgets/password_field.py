"""A password with Random… and Show Password."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from posthouse_server.words import tr

_ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
_LENGTH = 16


class PasswordField(QWidget):
    """Asks for a new password; a random one is shown at once, since it has to be passed on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self.input = QLineEdit()
        self.input.setObjectName("passwordEdit")
        self.input.setAccessibleName(tr("Password"))
        self.input.setMinimumWidth(220)
        self.random = QPushButton(tr("&Random…"))
        self.random.setObjectName("randomButton")
        self.random.setAccessibleDescription(tr("Make a random password"))
        self.random.setAutoDefault(False)
        self.shown = QCheckBox(tr("&Show Password"))
        self.shown.setObjectName("showPassword")
        self.setFocusProxy(self.input)
        line = QHBoxLayout()
        line.addWidget(self.input, 1)
        line.addWidget(self.random)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.shown)
        self.input.textChanged.connect(self.changed)
        self.random.clicked.connect(self._on_random_clicked)
        self.shown.toggled.connect(self._on_shown_toggled)
        self._on_shown_toggled(False)

    def password(self) -> str:
        """Return what is typed."""
        return self.input.text()

    def _on_random_clicked(self) -> None:
        self.shown.setChecked(True)
        self.input.setText("".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)))
        self.input.selectAll()
        self.input.setFocus()

    def _on_shown_toggled(self, is_shown: bool) -> None:
        self.input.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
