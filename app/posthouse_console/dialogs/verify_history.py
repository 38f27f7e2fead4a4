"""Whether the history is as it was written, and the digest to note so that it can be told later too."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.store import Store
from posthouse_server.store.chain import Verification
from posthouse_server.words import tr

_DIGEST = re.compile(r"[0-9a-f]{64}")
_WIDTH = 740
_ADVICE = tr("The digest stands for all revisions so far. Note it somewhere else: whoever can write the file of the settings "
             "can compute a new chain, but not one with a digest that you hold.")


class VerifyHistoryDialog(QDialog):
    """Verifies at once, and again with a digest that somebody has noted."""

    help_topic = "history"

    def __init__(self, store: Store, background: Background, parent: QWidget) -> None:
        """Begin to read in the background."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Verify History"))
        self.setMinimumWidth(_WIDTH)
        self._store = store
        self._background = background
        self.outcome = SentenceList()
        self.outcome.setObjectName("outcome")
        self.outcome.show_sentences([("info", tr("Reading the history…"))])
        self.digest = self._field("digestEdit")
        self.digest.setReadOnly(True)
        self.noted = self._field("notedEdit")
        self.noted.setPlaceholderText(tr("64 hexadecimal digits"))
        self.copy_button = self._button(tr("&Copy"), "copyButton")
        self.compare_button = self._button(tr("C&ompare"), "compareButton")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.digest.text()))
        self.compare_button.clicked.connect(self._on_compare_clicked)
        self.noted.textChanged.connect(lambda _text: self._refresh())
        self._lay_out()
        self._refresh()
        self._verify("")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(12)
        for caption, field, button in ((tr("&Newest digest:"), self.digest, self.copy_button),
                                       (tr("Noted &digest:"), self.noted, self.compare_button)):
            label, row = QLabel(caption), QHBoxLayout()
            label.setBuddy(field)
            field.setAccessibleName(caption.replace("&", "").rstrip(":"))
            row.addWidget(field, 1)
            row.addWidget(button)
            form.addRow(label, row)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.outcome)
        layout.addLayout(form)
        layout.addWidget(HintLabel(_ADVICE))
        layout.addStretch(1)
        layout.addWidget(box)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return field

    def _button(self, caption: str, name: str) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _noted(self) -> str:
        return self.noted.text().strip().lower()

    def _refresh(self) -> None:
        self.copy_button.setEnabled(bool(self.digest.text()))
        self.compare_button.setEnabled(_DIGEST.fullmatch(self._noted()) is not None)

    def _verify(self, noted: str) -> None:
        self._background.run(self, lambda: self._store.history.verify(noted), self._on_verified, self._on_failed)

    def _on_compare_clicked(self) -> None:
        self._verify(self._noted())

    def _on_verified(self, found: Verification) -> None:
        self.outcome.show_sentences([("ok" if found.ok else "error", found.sentence)])
        self.digest.setText(found.digest)
        self.digest.setCursorPosition(0)
        self._refresh()

    def _on_failed(self, error: Exception) -> None:
        self.outcome.show_sentences([("error", tr("The history could not be read. {error}", error=error))])
