"""What was said in an SMTP conversation, to be read, copied and kept in a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.widgets.question import tell
from posthouse_server.store.relay_test_report import attempt_text
from posthouse_server.store.relay_tests import Outcome
from posthouse_server.words import tr


class TranscriptPanel(QWidget):
    """Shows the selected attempts; saves all of a test."""

    def __init__(self, background: Background, what: str = tr("Test")) -> None:
        """Show nothing yet; what is saved is called a test, or something else."""
        super().__init__()
        self._background = background
        self._title = tr("Save {what} As", what=what)
        self._name = self._report = ""
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setObjectName("transcript")
        label = QLabel(tr("&Transcript:"))
        label.setBuddy(self.text)
        self.copy_button = QPushButton(tr("&Copy"))
        self.copy_button.setToolTip(tr("Copies what was said in the selected attempts"))
        self.save_button = QPushButton(tr("Sa&ve {what} As…", what=what))
        self.save_button.setToolTip(tr("Saves all of it as a text file"))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch()
        for button in (self.copy_button, self.save_button):
            button.setAutoDefault(False)
            button.setEnabled(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.text)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)

    def show_attempts(self, attempts: Sequence[Outcome]) -> None:
        """Show what was said in these attempts."""
        self.text.setPlainText("\n\n".join(map(attempt_text, attempts)))
        self.copy_button.setEnabled(bool(attempts))

    def show_report(self, name: str, report: str) -> None:
        """Keep what Save Test As writes, and the name of the file that it proposes."""
        self._name, self._report = name, report
        self.save_button.setEnabled(bool(report))

    def show_text(self, name: str, text: str) -> None:
        """Show a whole text, which is also what is copied and saved, under this name unless another is chosen."""
        self.text.setPlainText(text)
        self.copy_button.setEnabled(bool(text))
        self.show_report(name, text)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self._title, self._name, tr("Text files (*.txt);;All files (*)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, path: str) -> None:
        text = self._report
        self._background.run(self, lambda: Path(path).write_text(text, encoding="utf-8"), lambda _size: None, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self.window(), self._title, tr("The file could not be written."), detail=str(error))
