"""The alarms that stand, at the top of the result pane; and those of a server that is down, as they were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.alarm_words import count_text, time_text, title_of, whole_text
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.scroller import Scroller
from posthouse_server.store.nodes import Alarm
from posthouse_server.words import tr

_ICON = QSize(20, 20)
_STRIPE = 4
_STANDING, _PAST = QColor("#d64c47"), QColor("#8a8f98")
_MOST = 0.4
"""So much of the window's height may alarms take; beyond that they scroll."""


class AlarmPanel(QFrame):
    """Hidden while there is nothing to say."""

    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("alarmPanel")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._standing: tuple[Alarm, ...] = ()
        self._past: tuple[Alarm, ...] = ()
        self._is_wanted = True
        self._texts: list[tuple[Alarm, bool, QLabel]] = []
        self._stripe = QFrame()
        self._stripe.setFixedWidth(_STRIPE)
        self._stripe.setBackgroundRole(QPalette.ColorRole.Window)
        self._stripe.setAutoFillBackground(True)
        self._list = QWidget()
        self._list.installEventFilter(self)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(12, 10, 12, 10)
        self._lines.setSpacing(10)
        self.help = QPushButton(tr("What To &Do…"))
        self.help.setAccessibleDescription(tr("Opens the help about alarms"))
        self.help.clicked.connect(self.help_wanted)
        side = QVBoxLayout()
        side.setContentsMargins(0, 8, 12, 8)
        side.addWidget(self.help)
        side.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stripe)
        layout.addWidget(Scroller(self._list), 1)
        layout.addLayout(side)
        self.hide()

    def show_alarms(self, standing: Sequence[Alarm], past: Sequence[Alarm] = (), past_at: datetime | None = None) -> None:
        """Show the alarms that stand, and those that stood when a server that is down last spoke."""
        is_new = {alarm.kind for alarm in standing} - {alarm.kind for alarm in self._standing}
        if (tuple(standing), tuple(past)) != (self._standing, self._past):
            self._standing, self._past = tuple(standing), tuple(past)
            self._rebuild(tr("When the server last ran, until {time}:", time=time_text(past_at)) if past and past_at else "")
        for alarm, is_past, label in self._texts:
            text = whole_text(alarm, is_past=is_past)
            if label.text() != text:  # not every time: somebody may be copying it
                label.setText(text)
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_here(self, is_wanted: bool) -> None:
        """Show the panel, if it has something to say, or leave it out."""
        self._is_wanted = is_wanted
        self._show()

    def text(self) -> str:
        """Return all that stands there, as a screen reader says it; empty when hidden."""
        return self.accessibleName()

    def _show(self) -> None:
        self.setVisible(self._is_wanted and bool(self._standing or self._past))

    def _rebuild(self, past_heading: str) -> None:
        self._texts.clear()
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for alarm in self._standing:
            self._lines.addWidget(self._line(alarm, is_past=False))
        if past_heading:
            self._lines.addWidget(HintLabel(past_heading))
        for alarm in self._past:
            self._lines.addWidget(self._line(alarm, is_past=True))
        self._lines.addStretch(1)
        palette = self._stripe.palette()
        palette.setColor(QPalette.ColorRole.Window, _STANDING if self._standing else _PAST)
        self._stripe.setPalette(palette)
        spoken = [f"{count_text(self._standing)}."] if self._standing else []
        spoken += [f"{title_of(alarm)}: {alarm.text}" for alarm in self._standing]
        spoken += [past_heading] * bool(past_heading) + [f"{title_of(alarm)}: {alarm.text}" for alarm in self._past]
        self.setAccessibleName(" ".join(spoken))
        self._show()

    def _line(self, alarm: Alarm, *, is_past: bool) -> QWidget:
        picture = QLabel()
        picture.setFixedWidth(_ICON.width())
        picture.setPixmap(icon("warning" if is_past else "error").pixmap(_ICON, picture.devicePixelRatioF()))
        title, text = QLabel(title_of(alarm)), QLabel(whole_text(alarm, is_past=is_past))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        for label in (title, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._texts.append((alarm, is_past, text))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(title)
        texts.addWidget(text)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        return line

    def _fit(self) -> None:
        """Take the height of the wrapped texts, which a scroll area would not ask for."""
        wanted = self._lines.heightForWidth(self._list.width())
        most = max(round(self.window().height() * _MOST), self.help.sizeHint().height() + 16)
        height = min(wanted, most) + 2 * self.frameWidth()
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when a text has changed."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The texts wrap anew at another width."""
        super().resizeEvent(event)
        self._fit()
