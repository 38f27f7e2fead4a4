"""The session that a line of the trace belongs to, as a transcript."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.session_words import transcript
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.transcript_panel import TranscriptPanel
from posthouse_server.store import Store
from posthouse_server.store.message_life import attempts_for, session_of
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

_Read = tuple[Sequence[DecisionRow], str]


class SessionDialog(QDialog):
    """Reads in the background; leads on to the answer why, and to the life of the message."""

    help_topic = "trace"
    why_wanted = Signal(str)
    """The id of the line."""
    life_wanted = Signal(str)
    """The id of its message, or else of the line."""

    def __init__(self, store: Store, background: Background, row: DecisionRow, parent: QWidget) -> None:
        """Show the session around this line."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Session of {client}", client=row.client))
        self.resize(860, 560)
        self._row = row
        self.notice = Notice()
        self.notice.say(tr("Reading the trace…"), Severity.INFORMATION)
        self.panel = TranscriptPanel(background, tr("Transcript"))
        self.panel.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._build()
        background.run(self, lambda: _read(store, row), self._on_read, self._on_failed)

    def _build(self) -> None:
        box = button_box(Button.Close)
        for text, name, act in ((tr("Wh&y?…"), "whyButton", lambda: self.why_wanted.emit(self._row.id)),
                                (tr("&Message…"), "lifeButton", lambda: self.life_wanted.emit(
                                    self._row.message_id or self._row.id))):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            box.addButton(button, box.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.notice)
        layout.addWidget(self.panel, 1)
        layout.addWidget(box)

    def _on_read(self, found: _Read) -> None:
        rows, text = found
        client, number = self._row.client, len(rows)
        self.notice.say(
            tr("1 decision about {client}; the line that was chosen is marked.", client=client) if number == 1 else
            tr("{number} decisions about {client}; the line that was chosen is marked.", number=number, client=client),
            Severity.INFORMATION)
        self.panel.show_text(f"Session {client.replace(':', '-')} {self._row.at.astimezone():%Y-%m-%d %H-%M-%S}.txt", text)
        self._show_line()
        self.panel.text.setFocus()

    def _show_line(self) -> None:
        """Scroll to the line that was chosen."""
        found = self.panel.text.document().find(f"[{self._row.id}]")
        if not found.isNull():
            found.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            self.panel.text.setTextCursor(found)
            self.panel.text.centerCursor()

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)


def _read(store: Store, row: DecisionRow) -> _Read:
    rows = session_of(store, row)
    return rows, transcript(rows, attempts_for(store, rows), row.id)
