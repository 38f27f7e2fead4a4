"""Who can relay now, in plain words, below the listeners of SMTP."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.relay_words import RelaySentence
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.words import tr


class RelaySummary(QFrame):
    """The rules, and the way to where they are tried out and changed."""

    checked = Signal()
    changed_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("relaySummary")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setAutoFillBackground(True)
        heading = QLabel(tr("Who can relay to other domains"))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._note = HintLabel()
        self._sentences = SentenceList()
        self._sentences.setObjectName("relaySentences")
        check = QPushButton(tr("&Try It Out…"))
        check.setAccessibleDescription(tr("Opens Who Can Relay?"))
        change = QPushButton(tr("&Change…"))
        change.setAccessibleDescription(tr("Opens SMTP Properties"))
        check.clicked.connect(self.checked)
        change.clicked.connect(self.changed_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(check)
        buttons.addWidget(change)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._note)
        layout.addWidget(self._sentences)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def show_sentences(self, sentences: Sequence[RelaySentence]) -> None:
        """Show the rules."""
        self._sentences.show_sentences([(sentence.weight.value, sentence.text) for sentence in sentences])

    def show_note(self, note: str) -> None:
        """Say which revision they are."""
        self._note.setText(note)

    def text(self) -> str:
        """Return the rules as one text."""
        return self._sentences.text()
