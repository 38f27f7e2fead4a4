"""One check of Diagnose: an icon and a word, what was found, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionFocusRect,
    QStylePainter,
    QVBoxLayout,
)

from posthouse_console.widgets.hint import HintLabel, Severity
from posthouse_console.widgets.icons import icon
from posthouse_server.diagnose.finding import Finding, Grade
from posthouse_server.words import tr

ICONS = {Grade.GOOD: Severity.GOOD, Grade.NOTE: Severity.INFORMATION, Grade.WARNING: Severity.WARNING,
         Grade.BAD: Severity.ERROR}
_ICON = QSize(20, 20)
_WAITING = tr("Checking…")
_NOT_DONE = tr("Not checked: it was cancelled.")


class CheckRow(QFrame):
    """Reachable with the Tab key, and read as one sentence by a screen reader; its words tell what its colour tells."""

    wanted = Signal()
    """The check is to be made now."""

    def __init__(self, title: str, has_button: bool) -> None:
        """Show a check that is being made; with a button where somebody has to ask for it."""
        super().__init__()
        self.setObjectName("checkRow")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title = title
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON)
        self.word = QLabel()
        self.word.setFixedWidth(max(self.fontMetrics().horizontalAdvance(grade.word) for grade in Grade) + 12)
        self.caption = _bold(QLabel(title))
        self.sentence, self.remedy = _wrapped(QLabel()), _wrapped(HintLabel())
        self.button = QPushButton(tr("C&heck"))
        self.button.setObjectName("checkButton")
        self.button.setAccessibleDescription(title)
        self.button.setVisible(has_button)
        self.button.clicked.connect(self.wanted)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        for part in (self.caption, self.sentence, self.remedy):
            texts.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 9)
        layout.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self._icon, 0, top)
        layout.addWidget(self.word, 0, top)
        layout.addLayout(texts, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_finding(self, found: Finding | None, *, is_pending: bool, is_busy: bool) -> None:
        """Show what was found, or that it is being looked at."""
        self.button.setEnabled(not is_busy)
        if found is None:
            self._show("step", "", _WAITING if is_pending else _NOT_DONE, "")
        else:
            self._show(ICONS[found.grade], found.grade.word, found.sentence, found.remedy)

    def _show(self, picture: str, word: str, sentence: str, remedy: str) -> None:
        self._icon.setPixmap(icon(picture).pixmap(_ICON, self.devicePixelRatioF()))
        self.word.setText(word)
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        parts = (f"{self._title}:", f"{word}." if word else "", sentence, remedy)
        self.setAccessibleName(" ".join(part for part in parts if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.state |= QStyle.StateFlag.State_KeyboardFocusChange
            option.rect = self.rect().adjusted(3, 3, -3, -3)
            painter = QStylePainter(self)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)
            painter.end()


def _bold(label: QLabel) -> QLabel:
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
