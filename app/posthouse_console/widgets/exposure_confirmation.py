"""The last question before the server lets public addresses relay, or becomes an open relay."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.exposure_label import ExposureLabel
from posthouse_console.widgets.ranges_text import addresses_text
from posthouse_server.policy.exposure import Exposure
from posthouse_server.words import tr

WORD = "OPEN"
_SHOWN = 4
_WIDTH = 480


class ExposureConfirmation(QDialog):
    """Accepted: save. With needs_word the button stays grey until the word is typed."""

    help_topic = "smtp-relay"

    def __init__(self, exposure: Exposure, *, needs_word: bool, parent: QWidget) -> None:
        """Ask about an exposure that would come into force."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Open Relay") if needs_word else tr("Public Addresses"))
        self.setMinimumWidth(_WIDTH)
        self._needs_word = needs_word
        self.word = QLineEdit()
        self.label = ExposureLabel()
        self._buttons = button_box(Button.Ok | Button.Cancel)
        number = addresses_text(exposure.public, "public")
        self._ok = self._buttons.button(Button.Ok)
        self._ok.setText(tr("Open the &relay") if needs_word else tr("&Yes, allow {number} to relay", number=number))
        self._build(exposure)
        self.label.show_exposure(exposure)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.word.textChanged.connect(self._on_word_changed)
        self._on_word_changed(self.word.text())

    def _build(self, exposure: Exposure) -> None:
        more = len(exposure.ways) - _SHOWN
        lines = [way.sentence for way in exposure.ways[:_SHOWN]]
        if more > 0:
            lines.append(tr("And 1 more way.") if more == 1 else tr("And {more} more ways.", more=more))
        ways = QLabel("\n".join(lines))
        closing = QLabel(tr("Spammers find an open relay within hours, and other servers then refuse your mail.")
                         if self._needs_word else
                         tr("Whoever is there could send mail through this server without a password."))
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.label)
        for text in (ways, closing):
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            layout.addWidget(text)
        if self._needs_word:
            self._add_word(layout)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        if not self._needs_word:
            self._buttons.button(Button.Cancel).setDefault(True)
            self._buttons.button(Button.Cancel).setFocus()

    def _add_word(self, layout: QVBoxLayout) -> None:
        caption = QLabel(tr("Type {word} to &save this all the same:", word=WORD))
        caption.setBuddy(self.word)
        self.word.setObjectName("open_word")
        self.word.setAccessibleName(tr("Type {word} to save this all the same", word=WORD))
        layout.addWidget(caption)
        layout.addWidget(self.word)
        self.word.setFocus()

    def _on_word_changed(self, text: str) -> None:
        self._ok.setEnabled(not self._needs_word or text.strip() == WORD)
