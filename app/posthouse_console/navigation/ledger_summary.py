"""The books of the spool, above the listeners of SMTP: what was accepted, and what has become of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.service.books_words import account_text, balance_text, entries_of
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store.messages import Ledger
from posthouse_server.words import tr

_ICON = QSize(16, 16)
_NO_NUMBER = "–"
_HEADING = tr("Books")
_NOTE = tr("Recipients since the spool was made")
_TIPS = {  # in the order of entries_of()
    tr("Accepted"): tr("Recipients of messages that were answered 250."),
    tr("Delivered"): tr("The next server, or the mailbox here, has taken it."),
    tr("Waiting"): tr("In the queue: delivered next, or tried again later."),
    tr("Held"): tr("Kept in the queue by an administrator until it is released."),
    tr("Bounced"): tr("Given up, and reported to the sender."),
    tr("Bad Mail"): tr("Given up, and nobody could be told."),
    tr("Removed"): tr("Taken out of the queue by an administrator."),
}


class LedgerSummary(QFrame):
    """An account in one line, and whether it balances."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("ledgerSummary")
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setAutoFillBackground(True)
        heading = _bold(QLabel(_HEADING))
        self._signs = [QLabel("=" if number == 0 else "+") for number in range(len(_TIPS) - 1)]
        self._values = {caption: _bold(QLabel(_NO_NUMBER)) for caption in _TIPS}
        self._icon = QLabel()
        self._icon.setFixedWidth(_ICON.width())
        self._verdict = QLabel()
        self._verdict.setObjectName("ledgerVerdict")
        self._verdict.setWordWrap(True)
        for label in (*self._values.values(), self._verdict):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = QHBoxLayout()
        title.addWidget(heading)
        title.addWidget(HintLabel(_NOTE), 1)
        verdict = QHBoxLayout()
        verdict.setSpacing(8)
        verdict.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self._verdict, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(title)
        layout.addLayout(self._account())
        layout.addLayout(verdict)

    def show_books(self, ledger: Ledger | None, fault: str) -> None:
        """Show the books; a fault says why they can't be read, and then no number stands that may be old."""
        numbers = [number for _, number in entries_of(ledger)] if ledger is not None and not fault else [None] * len(_TIPS)
        for (caption, label), number in zip(self._values.items(), numbers, strict=True):
            text = _NO_NUMBER if number is None else number_text(number)
            label.setText(text)
            label.setAccessibleName(f"{caption}: {text}")
        if fault:
            self._say("error", tr("The books can't be read: {fault}", fault=fault), fault)
        elif ledger is None:
            self._say("info", tr("The books are being read."), "")
        else:
            differs = ledger.difference != 0
            self._signs[0].setText("≠" if differs else "=")
            self._say("error" if differs else "ok", balance_text(ledger), account_text(ledger))

    def verdict(self) -> str:
        """Return the sentence below the account."""
        return self._verdict.text()

    def numbers(self) -> list[str]:
        """Return the numbers as they stand, Accepted first."""
        return [label.text() for label in self._values.values()]

    def _say(self, icon_name: str, sentence: str, account: str) -> None:
        font = self._verdict.font()
        font.setBold(icon_name == "error")
        self._verdict.setFont(font)
        self._verdict.setText(sentence)
        self._verdict.setAccessibleName(sentence)
        self._icon.setPixmap(icon(icon_name).pixmap(_ICON, self.devicePixelRatioF()))
        self.setAccessibleName(f"{_HEADING}: {sentence}")
        self.setAccessibleDescription(account)

    def _account(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        for number, (caption, value) in enumerate(self._values.items()):
            hint = HintLabel(caption)
            hint.setWordWrap(False)
            for label in (hint, value):
                label.setToolTip(_TIPS[caption])
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            hint.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(hint, 0, 2 * number)
            grid.addWidget(value, 1, 2 * number)
            if number:
                grid.addWidget(self._signs[number - 1], 1, 2 * number - 1)
        grid.setColumnStretch(2 * len(self._values), 1)
        return grid


def _bold(label: QLabel) -> QLabel:
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
