"""The dialog that adds texts to a list, one a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.words import tr

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """What a list holds."""

    noun: str
    """Of one, such as "sender"."""
    nouns: str
    """Of several, such as "senders"."""
    read: Callable[[str], str]
    """Returns a text as the list holds it; raises ValueError with a sentence."""
    example: str
    hint: str
    """How they are written, as a sentence."""

    def some(self, number: int) -> str:
        """Return a number of them in words."""
        return f"{number_text(number)} {self.noun if number == 1 else self.nouns}"

    def title(self) -> str:
        """Return the noun of several as the beginning of a caption."""
        return f"{self.nouns[:1].upper()}{self.nouns[1:]}"


class TextsDialog(QDialog):
    """Reads the lines as they are typed; while one of them is bad, none can be added."""

    def __init__(self, title: str, kind: Kind, present: Sequence[str], text: str = "", parent: QWidget | None = None) -> None:
        """Add to the texts present; the text is what is there to begin with."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._kind = kind
        self._present = frozenset(present)
        self._found: tuple[str, ...] = ()
        self._faults: list[str] = []
        self.text = QPlainTextEdit(text)
        self.report = QLabel()
        self._buttons = button_box(Button.Ok | Button.Cancel)
        self._build()
        self.text.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def texts(self) -> tuple[str, ...]:
        """Return the new texts; valid once the dialog is accepted."""
        return self._found

    def _build(self) -> None:
        caption = QLabel(tr("&{nouns}, one a line:", nouns=self._kind.title()))
        caption.setBuddy(self.text)
        self.text.setObjectName("texts")
        self.text.setAccessibleName(tr("{nouns}, one a line", nouns=self._kind.title()))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(self._kind.example)
        self.report.setObjectName("texts_report")
        self.report.setWordWrap(True)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.report.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        layout = QVBoxLayout(self)
        for widget in (caption, self.text, HintLabel(self._kind.hint), self.report, self._buttons):
            layout.addWidget(widget, 1 if widget is self.text else 0)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * 64, self.fontMetrics().lineSpacing() * 18)

    def _on_text_changed(self) -> None:
        found: dict[str, None] = {}
        self._faults, repeated = [], 0
        for number, line in enumerate(self.text.toPlainText().splitlines(), 1):
            if not line.strip():
                continue
            try:
                text = self._kind.read(line.strip())
            except ValueError as error:
                self._faults.append(tr("Line {number}: {reason}.", number=number, reason=str(error).removesuffix(".")))
                continue
            if text in self._present or text in found:
                repeated += 1
            else:
                found[text] = None
        self._found = tuple(found)
        self.report.setText(self._said(repeated))
        self._buttons.button(Button.Ok).setEnabled(bool(found) and not self._faults)

    def _said(self, repeated: int) -> str:
        if self._faults:
            more = len(self._faults) - _SHOWN
            return "\n".join([*self._faults[:_SHOWN], *([tr("… and {number} more.", number=more)] if more > 0 else [])])
        said = []
        if len(self._found) > 1 or repeated:
            said.append(tr("{entries} will be added.", entries=self._kind.some(len(self._found))))
        if repeated:
            said.append(tr("{entries} in the list already.", entries=self._kind.some(repeated)))
        return " ".join(said)
