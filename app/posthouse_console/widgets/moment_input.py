"""A point in time that is the present one unless somebody says otherwise."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QWidget

from posthouse_console.widgets.ranges_text import now, time_format
from posthouse_server.words import tr


class MomentInput(QWidget):
    """A tick for now, and a date and time for when it is not ticked."""

    edited = Signal()

    def __init__(self) -> None:
        """Start with now."""
        super().__init__()
        self.check = QCheckBox(tr("No&w"))
        self.check.setObjectName("nowCheck")
        self.check.setAccessibleName(tr("Now"))
        self.time = QDateTimeEdit()
        self.time.setObjectName("timeEdit")
        self.time.setAccessibleName(tr("Time"))
        self.time.setCalendarPopup(True)
        self.time.setDisplayFormat(time_format())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.check)
        layout.addWidget(self.time, 1)
        self.setFocusProxy(self.check)
        self.check.toggled.connect(self._on_check_toggled)
        self.time.dateTimeChanged.connect(lambda _shown: self.edited.emit())
        self.show_value(None)

    def show_value(self, at: datetime | None) -> None:
        """Show a time; None is now."""
        self.time.setDateTime(QDateTime.fromSecsSinceEpoch(int((at or now()).timestamp())))
        self.check.setChecked(at is None)
        self.time.setEnabled(at is not None)

    def value(self) -> datetime:
        """Return the time, aware, in UTC."""
        if self.check.isChecked():
            return now()
        return datetime.fromtimestamp(self.time.dateTime().toSecsSinceEpoch(), UTC)

    def _on_check_toggled(self, on: bool) -> None:
        self.time.setEnabled(not on)
        self.edited.emit()
