"""The dialog that adds many ranges at once, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.public_confirmation import PublicConfirmation
from posthouse_console.widgets.ranges_text import Lines, read_lines
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_SHOWN = 6


class PasteDialog(QDialog):
    """Reads the lines as they are typed; while one of them is bad, none can be added."""

    def __init__(self, present: Sequence[PrivilegedRange], text: str = "", *, is_privileged: bool = True,
                 parent: QWidget | None = None) -> None:
        """Add to the ranges present; the text is what the clipboard held."""
        super().__init__(parent)
        self.setWindowTitle(tr("Paste Ranges"))
        self._present = tuple(present)
        self._is_privileged = is_privileged
        self._lines = Lines((), (), ())
        self.text = QPlainTextEdit(text)
        self.report = QLabel()
        self.confirmation = PublicConfirmation()
        self._buttons = button_box(Button.Ok | Button.Cancel)
        self._build()
        self.text.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def entries(self) -> tuple[PrivilegedRange, ...]:
        """Return the new entries; valid once the dialog is accepted."""
        return self._lines.entries

    def _build(self) -> None:
        note = tr(", with a note after a space or # if you like") if self._is_privileged else ""
        caption = QLabel(tr("&Ranges, one a line:"))
        caption.setBuddy(self.text)
        self.text.setObjectName("ranges_text")
        self.text.setAccessibleName(tr("Ranges, one a line"))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(tr("10.0.4.0/24   # office") if self._is_privileged else "10.0.4.0/24")
        self.report.setObjectName("ranges_report")
        self.report.setWordWrap(True)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.report.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        layout = QVBoxLayout(self)
        layout.addWidget(caption)
        layout.addWidget(self.text, 1)
        layout.addWidget(HintLabel(tr("An address, CIDR, from-to, or 10.0.*{note}.", note=note)))
        layout.addWidget(self.report)
        layout.addWidget(self.confirmation)
        layout.addWidget(self._buttons)
        self.confirmation.setVisible(self._is_privileged)
        self.confirmation.toggled.connect(self._update_ok)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().lineSpacing() * 26)

    def _on_text_changed(self) -> None:
        self._lines = read_lines(self.text.toPlainText(), self._present)
        self.report.setText(_report(self._lines))
        self.confirmation.ask([entry.network for entry in self._lines.entries] if self._is_privileged else [])
        self._update_ok()

    def _update_ok(self) -> None:
        self._buttons.button(Button.Ok).setEnabled(
            bool(self._lines.entries) and not self._lines.faults and self.confirmation.is_settled())


def _report(lines: Lines) -> str:
    if lines.faults:
        count = len(lines.faults)
        head = (tr("1 line can't be read; nothing is added before that is mended.") if count == 1 else
                tr("{number} lines can't be read; nothing is added before that is mended.", number=count))
        return "\n".join([head, *_shortened(lines.faults)])
    count = len(lines.entries)
    head = ""
    if count or lines.repeated:
        head = tr("1 range will be added.") if count == 1 else tr("{number} ranges will be added.", number=count)
    return "\n".join(part for part in (head, *_shortened(lines.repeated)) if part)


def _shortened(sentences: Sequence[str]) -> list[str]:
    more = len(sentences) - _SHOWN
    return [*sentences[:_SHOWN], *([tr("… and {more} more.", more=more)] if more > 0 else [])]
