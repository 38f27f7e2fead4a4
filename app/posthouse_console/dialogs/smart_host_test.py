"""Test Smart Host: what is said, line by line, the verdict, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.smart_host_test import SmartHostTrial
from posthouse_console.service.way_test import WayResult
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_server.words import tr


class SmartHostTestDialog(QDialog):
    """Begins at once; closing it, or Cancel, ends the test."""

    help_topic = "smtp-smart-host"

    def __init__(self, background: Background, trial: SmartHostTrial, parent: QWidget) -> None:
        """Test in the background."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Test Smart Host"))
        self._background = background
        self._trial = trial
        self._is_running = True
        self.verdict = Notice(lines=2)
        self.advice = HintLabel()
        self.text = QPlainTextEdit()
        self._box = button_box(Button.Cancel)
        self.copy = QPushButton(tr("&Copy"))
        self._build()
        self.verdict.say(tr("Being tried…"), Severity.INFORMATION)
        background.run(self, lambda: trial.run(self._note), self._on_done, self._on_failed)

    def _build(self) -> None:
        host = self._trial.host
        about = HintLabel(
            tr("Connects to {host}, port {port}, as it is edited now, and logs in as {username}. No mail is sent.",
               host=host.host, port=host.port, username=host.username) if host.logs_in else
            tr("Connects to {host}, port {port}, as it is edited now. No mail is sent.", host=host.host, port=host.port))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setObjectName("smart_host_dialog")
        self.text.setMinimumSize(self.fontMetrics().averageCharWidth() * 84, self.fontMetrics().lineSpacing() * 15)
        self.advice.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        caption = QLabel(tr("&What was said:"))
        caption.setBuddy(self.text)
        self.copy.setAutoDefault(False)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda _checked=False: self._on_copy_clicked())
        self._box.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._box.rejected.connect(self._on_cancel_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (about, self.verdict, self.advice, caption, self.text, self._box):
            layout.addWidget(widget, 1 if widget is self.text else 0)

    def done(self, result: int) -> None:
        """End the test with the dialog."""
        self._trial.cancel()
        super().done(result)

    def _note(self, line: str) -> None:
        """Show a line; called in the test's thread."""
        self._background.post(self, lambda: self._show_line(line))

    def _show_line(self, line: str) -> None:
        if self._is_running:
            self.text.appendPlainText(line)

    def _on_done(self, result: WayResult) -> None:
        if self._is_running:
            self._end(result.sentence, Severity.GOOD if result.is_well else Severity.ERROR)
            self.advice.setText(result.advice)

    def _on_failed(self, error: Exception) -> None:
        if self._is_running:
            self._end(tr("The test could not be made: {error}.", error=error or type(error).__name__), Severity.ERROR)

    def _end(self, sentence: str, severity: Severity) -> None:
        self._is_running = False
        self.verdict.say(sentence, severity)
        self.advice.setVisible(severity is Severity.ERROR)  # its room is kept until it is known that it isn't needed
        self.copy.setEnabled(bool(self.text.toPlainText()))
        self._box.button(Button.Cancel).setText(tr("Close"))

    def _on_cancel_clicked(self) -> None:
        """While it runs: end the test, and leave what was said in sight; then close."""
        if not self._is_running:
            self.reject()
            return
        self._trial.cancel()
        self._end(tr("Cancelled. Nothing more is sent to that server."), Severity.INFORMATION)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.verdict.text()}\n\n{self.text.toPlainText()}\n")
