"""Diagnose: making the checks when they are wanted, and copying what they found."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from posthouse_console.navigation.diagnose_pane import DiagnosePane
from posthouse_console.service.backend import Backend
from posthouse_console.service.diagnosis import Diagnosis
from posthouse_server.diagnose.finding import report
from posthouse_server.words import tr


class DiagnoseCommands(QObject):
    """Serves the pane of the node Diagnose."""

    reported = Signal(str)

    def __init__(self, backend: Backend, pane: DiagnosePane, window: QWidget) -> None:
        """Check nothing before the node is chosen."""
        super().__init__(window)
        self._folder = backend.store.folder
        self._pane = pane
        self.diagnosis = Diagnosis(backend.store, backend.background, self)
        self.diagnosis.changed.connect(lambda: pane.show_diagnosis(self.diagnosis))
        pane.first_shown.connect(self._on_first_shown)
        pane.wanted.connect(self.diagnosis.run)
        pane.one_wanted.connect(self.diagnosis.run_one)
        pane.cancelled.connect(self.diagnosis.cancel)
        pane.copy_wanted.connect(self._copy)
        pane.show_diagnosis(self.diagnosis)

    def refresh(self) -> None:
        """Check again, if the node is in sight."""
        if self._pane.isVisible():
            self.diagnosis.run()

    def _on_first_shown(self) -> None:
        if not self.diagnosis.was_run:
            self.diagnosis.run()

    def _copy(self) -> None:
        heading = f"Posthouse {version('posthouse')}, {self._folder.root}"
        QGuiApplication.clipboard().setText(report(self.diagnosis.findings(), heading, datetime.now(UTC)))
        self.reported.emit(tr("The report is copied."))
