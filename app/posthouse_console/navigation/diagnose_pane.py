"""The page of the node Diagnose: a verdict, and a row for each check."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.diagnosis import Diagnosis
from posthouse_console.widgets.check_row import ICONS, CheckRow
from posthouse_console.widgets.icons import icon
from posthouse_server.diagnose.finding import Grade, summary
from posthouse_server.words import tr

_MARGIN = 8
_ICON = 24
_GRAVITY = (Grade.BAD, Grade.WARNING, Grade.GOOD)


class DiagnosePane(QWidget):
    """Shows a diagnosis; others make it."""

    wanted = Signal()
    """All checks are to be made."""
    first_shown = Signal()
    one_wanted = Signal(str)
    """One check is to be made, by its key."""
    cancelled = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.run_button = self._button(tr("&Run Again"), "diagnoseRun", tr("Makes all checks inside this network again"))
        self.cancel_button = self._button(tr("Cance&l"), "diagnoseCancel", tr("Stops waiting; what was found stays"))
        self.copy_button = self._button(tr("&Copy Report"), "diagnoseCopy",
                                        tr("Copies all findings as text; no password is in it"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Checks made"))
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(220)
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self.verdict = QLabel()
        self.verdict.setObjectName("diagnoseVerdict")
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.rows: dict[str, CheckRow] = {}
        self._list = QFrame()
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setBackgroundRole(self._list.backgroundRole().Base)
        self._list.setAutoFillBackground(True)
        self._rows_layout = QVBoxLayout(self._list)
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(0)
        self._build()
        self.run_button.clicked.connect(self.wanted)
        self.cancel_button.clicked.connect(self.cancelled)
        self.copy_button.clicked.connect(self.copy_wanted)

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Show what has been found so far."""
        if not self.rows and diagnosis.checks:
            self._add_rows(diagnosis)
        for key, row in self.rows.items():
            row.show_finding(diagnosis.finding(key), is_pending=diagnosis.is_pending(key), is_busy=diagnosis.is_running)
        found, busy = diagnosis.findings(), diagnosis.is_running
        self.run_button.setEnabled(not busy)
        self.cancel_button.setEnabled(busy)
        self.copy_button.setEnabled(bool(found) and not busy)
        self.progress.setVisible(busy)
        self.progress.setRange(0, len(diagnosis.checks))
        self.progress.setValue(len(found))
        self._list.setVisible(bool(self.rows))
        if diagnosis.fault:
            self._say("error", diagnosis.fault)
        elif busy:
            made = tr("{made} of {total} checks made…", made=len(found), total=len(diagnosis.checks))
            self._say("step", made if diagnosis.checks else tr("Checking…"))
        elif found:
            worst = next((grade for grade in _GRAVITY if any(item.grade is grade for item in found)), Grade.NOTE)
            self._say(ICONS[worst], summary(found))

    def _say(self, picture: str, sentence: str) -> None:
        self._icon.setPixmap(icon(picture).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self.verdict.setText(sentence)

    def _add_rows(self, diagnosis: Diagnosis) -> None:
        for number, check in enumerate(diagnosis.checks):
            if number:
                line = QFrame()
                line.setFrameShape(QFrame.Shape.HLine)
                line.setFrameShadow(QFrame.Shadow.Plain)
                line.setForegroundRole(line.foregroundRole().Midlight)
                self._rows_layout.addWidget(line)
            row = self.rows[check.key] = CheckRow(check.title, bool(check.question))
            row.wanted.connect(lambda key=check.key: self.one_wanted.emit(key))
            self._rows_layout.addWidget(row)

    def _build(self) -> None:
        top = QHBoxLayout()
        for part in (self.run_button, self.cancel_button, self.copy_button):
            top.addWidget(part)
        top.addSpacing(_MARGIN)
        top.addWidget(self.progress, 1)
        top.addStretch(1)
        said = QHBoxLayout()
        said.setSpacing(_MARGIN)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.verdict, 1)
        bold = self.verdict.font()
        bold.setBold(True)
        self.verdict.setFont(bold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN)
        layout.addLayout(top)
        layout.addLayout(said)
        layout.addWidget(self._list)
        layout.addStretch(1)

    def _button(self, caption: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setToolTip(f"{tip}.")
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Begin by itself when the node is chosen for the first time."""
        super().showEvent(event)
        if not event.spontaneous():
            self.first_shown.emit()
