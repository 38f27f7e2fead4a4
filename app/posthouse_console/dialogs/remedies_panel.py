"""What would allow a refused recipient: the narrowest changes first, each with a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLabel, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.scroller import Scroller
from posthouse_server.policy.remedies import Remedy
from posthouse_server.words import tr

_MOST_HEIGHT_LINES = 17


class RemediesPanel(QGroupBox):
    """Hidden while there is nothing to offer."""

    chosen = Signal(object)
    """The Remedy whose button was pressed."""

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__(tr("What would allow it, the narrowest first"))
        self._hint = HintLabel()
        self._page: QWidget | None = None
        self._area = QVBoxLayout(self)
        self._area.addWidget(self._hint)
        self.hide()

    def show_remedies(self, remedies: Sequence[Remedy], hint: str) -> None:
        """Offer these; with a hint, without buttons."""
        had_focus = self._page is not None and self.isAncestorOf(self.window().focusWidget() or self)
        if self._page is not None:
            self._area.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setVisible(bool(remedies))
        if not remedies:
            return
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, remedy in enumerate(remedies):
            grid.addWidget(_words(remedy), row, 0)
            if remedy.can_be_applied and not hint:
                grid.addWidget(self._button(row, remedy), row, 1, Qt.AlignmentFlag.AlignTop)
        self._page = Scroller(page)
        most = self.fontMetrics().lineSpacing() * _MOST_HEIGHT_LINES
        self._page.setMinimumHeight(min(page.sizeHint().height(), most))
        self._page.setMaximumHeight(most)
        self._area.addWidget(self._page)
        if had_focus:  # the same question was asked again
            self.focus_first()

    def focus_first(self) -> None:
        """Go to the narrowest that can be applied."""
        button = None if self._page is None else self._page.findChild(QPushButton)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, number: int, remedy: Remedy) -> QPushButton:
        button = QPushButton(tr("Preview and apply…"))
        button.setObjectName(f"remedyButton{number}")
        button.setAccessibleName(tr("Preview and apply: {title}", title=remedy.title))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(remedy))
        return button


def _words(remedy: Remedy) -> QWidget:
    title = QLabel(remedy.title)
    title.setTextFormat(Qt.TextFormat.PlainText)
    title.setWordWrap(True)
    words = QWidget()
    layout = QVBoxLayout(words)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(1)
    layout.addWidget(title)
    layout.addWidget(HintLabel(remedy.why))
    layout.addStretch(1)
    return words
