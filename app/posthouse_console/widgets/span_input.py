"""A span of time: one of the usual ones up to now, or from one time to another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QLabel, QWidget

from posthouse_console.widgets.ranges_text import now, time_format
from posthouse_server.words import tr

_SPANS = ((tr("Last hour"), timedelta(hours=1)), (tr("Last 24 hours"), timedelta(hours=24)),
          (tr("Last 7 days"), timedelta(days=7)), (tr("Last 30 days"), timedelta(days=30)))
_FIRST = 1
_CUSTOM = tr("From – to")
_LEAST = timedelta(minutes=1)


class SpanInput(QWidget):
    """A drop-down list, and two times where it says so."""

    edited = Signal()

    def __init__(self) -> None:
        """Start with the last 24 hours."""
        super().__init__()
        self.choice = QComboBox()
        self.choice.setObjectName("spanChoice")
        self.choice.setAccessibleName(tr("Time span"))
        self.choice.addItems([title for title, _ in _SPANS] + [_CUSTOM])
        self.choice.setCurrentIndex(_FIRST)
        self.begin, self.end = _time_edit("spanFrom", tr("From")), _time_edit("spanTo", tr("To"))
        self._to = QLabel("–")
        label = QLabel(tr("Time &span:"))
        label.setBuddy(self.choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (label, self.choice, self.begin, self._to, self.end):
            layout.addWidget(part)
        self._show_times()
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        for edit in (self.begin, self.end):
            edit.editingFinished.connect(self.edited)

    def value(self) -> tuple[datetime, datetime]:
        """Return from when to when, aware, in UTC; times the wrong way round are taken the right way round."""
        if not self._is_custom():
            until = now()
            return until - _SPANS[self.choice.currentIndex()][1], until
        begin, end = sorted(datetime.fromtimestamp(edit.dateTime().toSecsSinceEpoch(), UTC) for edit in (self.begin, self.end))
        return begin, max(end, begin + _LEAST)

    def _is_custom(self) -> bool:
        return self.choice.currentIndex() >= len(_SPANS)

    def _show_times(self) -> None:
        for part in (self.begin, self._to, self.end):
            part.setVisible(self._is_custom())

    def _on_choice_changed(self) -> None:
        if self._is_custom():
            until = now()
            self.begin.setDateTime(_shown(until - _SPANS[_FIRST][1]))
            self.end.setDateTime(_shown(until))
        self._show_times()
        self.edited.emit()


def _time_edit(name: str, title: str) -> QDateTimeEdit:
    edit = QDateTimeEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(title)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat(time_format())
    return edit


def _shown(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
