"""The consent to what opens the server further: a tick for public addresses, a word typed for an open relay."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from posthouse_console.widgets.exposure_confirmation import WORD
from posthouse_console.widgets.ranges_text import addresses_text
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.policy.exposure import Level
from posthouse_server.policy.widening import Widening
from posthouse_server.words import tr

_ICONS = {Level.CLOSED: "shield", Level.PRIVATE: "ok", Level.PUBLIC: "warning", Level.OPEN: "error"}


class OpeningConsent(QWidget):
    """Shows who can relay now and then, and asks for no more than that needs."""

    changed = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._opens: Widening | None = None
        self.sentences = SentenceList()
        self.sentences.setObjectName("exposure")
        self.yes = QCheckBox()
        self.yes.setObjectName("yesCheck")
        self.word = QLineEdit()
        self.word.setObjectName("wordEdit")
        self.word.setPlaceholderText(WORD)
        self.word.setMaximumWidth(160)
        self._caption = QLabel(tr("&Type {word} to open it:", word=WORD))
        self._caption.setBuddy(self.word)
        self.word.setAccessibleName(tr("Type {word} to open it", word=WORD))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.sentences, self.yes, self._caption, self.word):
            layout.addWidget(part)
        self.yes.toggled.connect(lambda _on: self.changed.emit())
        self.word.textChanged.connect(lambda _text: self.changed.emit())
        self.show_widening(None)

    def show_widening(self, opens: Widening | None) -> None:
        """Ask about another change; what was said to the last one counts no more."""
        self._opens = opens
        self.yes.setChecked(False)
        self.word.clear()
        self.sentences.show_sentences([] if opens is None else [
            (_ICONS[opens.before.level], tr("Who can relay now: {sentence}", sentence=opens.before.sentence)),
            (_ICONS[opens.after.level], tr("Afterwards: {sentence}", sentence=opens.after.sentence))])
        self.yes.setVisible(opens is not None and opens.needs_yes)
        if opens is not None:
            self.yes.setText(tr("&Yes, allow {public} to relay", public=addresses_text(opens.after.public, "public")))
        for part in (self._caption, self.word):
            part.setVisible(opens is not None and opens.needs_word)

    def is_given(self) -> bool:
        """Return whether nothing stands in the way."""
        if self._opens is None:
            return False
        if self._opens.needs_word:
            return self.word.text().strip() == WORD
        return self.yes.isChecked() or not self._opens.needs_yes
