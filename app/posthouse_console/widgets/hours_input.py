"""Weekly hours: a line in words, and a small editor that adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QTimeEdit, QVBoxLayout, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.fields import Line
from posthouse_server.policy.hours import DAYS, WeeklyHours, parse_hours
from posthouse_server.words import tr

_WORK_DAYS = 5
_DAY_NAMES = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


class HoursInput(QWidget):
    """An empty line means always."""

    edited = Signal()

    def __init__(self, path: str) -> None:
        """Take label and help from the setting's declaration."""
        super().__init__()
        self.line = Line(tr("always, or such as mon-fri 08:00-18:00; sat 10:00-12:00"))
        Declaration.of(path).describe(self.line)
        self.days = [QCheckBox(day) for day in _DAY_NAMES]
        self.start = self._clock(tr("From"), QTime(8, 0))
        self.end = self._clock(tr("To"), QTime(18, 0))
        self.add = QPushButton(tr("Add hour&s"))
        self._build()
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        self.add.clicked.connect(self._on_add_clicked)

    def show_value(self, hours: Sequence[str]) -> None:
        """Show hours as policy/hours.py writes them."""
        self.line.setText("; ".join(hours))
        self.line.setCursorPosition(0)

    def value(self) -> tuple[str, ...]:
        """Return the texts; only where there is no fault."""
        return tuple(str(parse_hours(text)) for text in self._texts())

    def fault(self) -> str:
        """Return what is wrong in a sentence; empty: nothing."""
        try:
            self.value()
        except ValueError as error:
            return f"{error}."
        return ""

    def _texts(self) -> list[str]:
        return [text.strip() for text in self.line.text().split(";") if text.strip()]

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, box in enumerate(self.days):
            box.setObjectName(f"day_{DAYS[number]}")
            box.setAccessibleName(box.text())
            box.setChecked(number < _WORK_DAYS)
            box.toggled.connect(lambda _on: self.add.setEnabled(any(box.isChecked() for box in self.days)))
            row.addWidget(box)
        for widget in (self.start, QLabel("–"), self.end, self.add):
            row.addWidget(widget)
        row.addStretch(1)
        self.add.setObjectName("add_hours")
        self.add.setAccessibleName(tr("Add hours"))
        self.add.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addLayout(row)
        self.setFocusProxy(self.line)

    @staticmethod
    def _clock(name: str, time: QTime) -> QTimeEdit:
        clock = QTimeEdit(time)
        clock.setDisplayFormat("HH:mm")
        clock.setAccessibleName(name)
        return clock

    def _on_add_clicked(self) -> None:
        days = tuple(number for number, box in enumerate(self.days) if box.isChecked())
        start, end = (clock.time().hour() * 60 + clock.time().minute() for clock in (self.start, self.end))
        added = str(parse_hours(str(WeeklyHours(days, start, end))))
        texts = self._texts()
        if added not in texts:
            self.line.setText("; ".join([*texts, added]))
