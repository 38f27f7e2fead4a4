"""The left of the status bar: what an action came to, until it is old news."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from posthouse_console.widgets.tips import plain_tip
from posthouse_server.words import tr

_SHOWN_S = 10


class StatusMessage(QFrame):
    """One line, shortened with an ellipsis where it does not fit; the tooltip has the whole sentence."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._text = ""
        self._state = ""
        self._expiry = QTimer(self, singleShot=True, interval=_SHOWN_S * 1000)
        self._expiry.timeout.connect(self.clear)

    def text(self) -> str:
        """Return the whole sentence."""
        return self._text

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._text = sentence
        self.setToolTip(plain_tip(sentence))
        self.setAccessibleName(tr("Message: {sentence}", sentence=sentence) if sentence else "")
        self.update()
        self._expiry.start()

    def clear(self) -> None:
        """Say nothing any more."""
        self.say("")
        self._expiry.stop()

    def show_state(self, state: str) -> None:
        """When the server's state has changed, what was said before it is old news."""
        if state != self._state:
            self._state = state
            self.clear()

    def sizeHint(self) -> QSize:
        """Ask for one line; the layout gives what room is left."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text), self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        super().paintEvent(event)
        area: QRect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, area.width())
        with QPainter(self) as painter:
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
