"""The bar that counts down to when a change on trial takes itself back."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from posthouse_console.widgets.hint import Severity, icon
from posthouse_console.widgets.ranges_text import now
from posthouse_server.words import tr

_ICON = QSize(20, 20)
_TICK_MS = 500


class TrialBar(QFrame):
    """Hidden while nothing is on trial."""

    keep_wanted = Signal()
    take_back_wanted = Signal()

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setObjectName("trial_bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
        self._number = 0
        self._until = now()
        self._icon = QLabel()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.keep = self._button(tr("&Keep"), "keep_trial")
        self.take_back = self._button(tr("Take &back now"), "take_back_trial")
        layout = QHBoxLayout(self)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.keep)
        layout.addWidget(self.take_back)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.keep.clicked.connect(self.keep_wanted)
        self.take_back.clicked.connect(self.take_back_wanted)
        self.hide()

    def show_trial(self, number: int, until: datetime) -> None:
        """Count down to an aware time."""
        self._number, self._until = number, until
        self._icon.setPixmap(icon(Severity.WARNING).pixmap(_ICON, self.devicePixelRatioF()))
        self.setAccessibleName(tr("Revision {number} is on trial.", number=number))
        self._on_tick()
        self._timer.start()
        self.show()

    def clear(self) -> None:
        """Nothing is on trial."""
        self._timer.stop()
        self.hide()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._label.text()

    def _button(self, caption: str, name: str) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setAccessibleName(caption.replace("&", ""))
        button.setAutoDefault(False)
        return button

    def _on_tick(self) -> None:
        left = ceil((self._until - now()).total_seconds())
        if left > 0:
            text = tr("Revision {number} takes itself back in {minutes}:{seconds:02d}.",
                      number=self._number, minutes=left // 60, seconds=left % 60)
        else:
            text = tr("Revision {number} is taken back now, or when the server starts.", number=self._number)
        self._label.setText(text)
