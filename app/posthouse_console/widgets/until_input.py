"""An optional point in time: a tick, a date with a calendar, and the local time zone in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.ranges_text import now, time_format
from posthouse_console.widgets.until_presets import presets
from posthouse_server.words import tr

_OFFERED_AHEAD = timedelta(days=7)


class UntilInput(QWidget):
    """Unticked means for ever."""

    edited = Signal()

    def __init__(self, path: str) -> None:
        """Take label and help from the setting's declaration."""
        super().__init__()
        declared = Declaration.of(path)
        self.check = QCheckBox()
        self.time = QDateTimeEdit()
        declared.describe(self.check)
        declared.describe(self.time)
        self.check.setObjectName(f"{self.check.objectName()}_limited")
        self.check.setText(tr("Only until"))
        self.check.setAccessibleName(tr("Only until"))
        self.time.setCalendarPopup(True)
        self.time.setDisplayFormat(time_format())
        self._zone = QLabel()
        self.presets = QPushButton(tr("Se&t"))
        self._add_presets()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.check, self.time, self._zone, self.presets):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.check.toggled.connect(self._on_check_toggled)
        self.time.dateTimeChanged.connect(self._on_time_changed)
        self.show_value(None)

    def show_value(self, at: datetime | None) -> None:
        """Show a time; without one, a week ahead stands ready for when the box is ticked."""
        self.check.setChecked(at is not None)
        shown = at or (now() + _OFFERED_AHEAD).replace(minute=0, second=0, microsecond=0)
        self.time.setDateTime(QDateTime.fromSecsSinceEpoch(int(shown.timestamp())))
        self._on_check_toggled(at is not None)

    def value(self) -> datetime | None:
        """Return the time, aware, in UTC; None for ever."""
        if not self.check.isChecked():
            return None
        return datetime.fromtimestamp(self.time.dateTime().toSecsSinceEpoch(), UTC)

    def _add_presets(self) -> None:
        self.presets.setObjectName("until_presets")
        self.presets.setAccessibleName(tr("Set"))
        self.presets.setToolTip(tr("Ends that people name, such as until Friday evening."))
        self.presets.setAutoDefault(False)
        menu = QMenu(self.presets)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.presets.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        """Count from the present time, not from when the dialog was opened."""
        menu.clear()
        for caption, at in presets(now()):
            menu.addAction(caption).triggered.connect(lambda _checked=False, at=at: self.show_value(at))

    def _on_check_toggled(self, on: bool) -> None:
        self.time.setEnabled(on)
        self._zone.setEnabled(on)
        self.edited.emit()

    def _on_time_changed(self, shown: QDateTime) -> None:
        zone = shown.timeZone()  # the offset is that of the chosen day: summer time may begin before it
        names = [zone.displayName(shown, kind) for kind in (QTimeZone.NameType.LongName, QTimeZone.NameType.OffsetName)]
        self._zone.setText(names[0] if names[0] == names[1] else f"{names[0]} ({names[1]})")
        self.edited.emit()
