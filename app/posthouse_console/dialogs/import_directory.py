"""Import: what a CSV file would do, line by line, and then doing it; all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.facts_table import FactsTable
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.selection import select_row
from posthouse_server.store.directory import DirectoryError, DirectoryStore
from posthouse_server.store.directory_import import ImportReport, LineOutcome, Outcome
from posthouse_server.words import tr

_SHOWN = 2000
_OUTCOMES = {Outcome.CREATED: tr("Created"), Outcome.CHANGED: tr("Changed"), Outcome.UNCHANGED: tr("Unchanged"),
             Outcome.REFUSED: tr("Refused")}
_ORDER = {Outcome.REFUSED: 0, Outcome.CREATED: 1, Outcome.CHANGED: 2, Outcome.UNCHANGED: 3}


class ImportDirectoryDialog(QDialog):
    """Begins with the dry run; the button is grey until it has shown that nothing is refused."""

    help_topic = "import-export"
    imported = Signal(str)
    """The outcome in short."""

    def __init__(self, directory: DirectoryModel, file: Path, parent: QWidget) -> None:
        """Look at a file at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import {file}", file=file.name))
        self.resize(820, 520)
        self._directory = directory
        self._file = file
        self.table = FactsTable((tr("Line"), tr("Outcome"), tr("What"), tr("Reason")), tr("Lines of the file"),
                                tr("Reason &in full:"))
        self.notice = Notice()
        self.notice.setObjectName("notice")
        self.box = button_box(Button.Ok | Button.Cancel)
        self.ok_button = self.box.button(Button.Ok)
        self.ok_button.setText(tr("I&mport"))
        self.ok_button.setEnabled(False)
        self.box.accepted.connect(self._on_accepted)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(HintLabel(tr("This is what the file would do; nothing is changed yet. It is taken in as one "
                                      "revision, which History can take back.")))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.box)
        self.notice.say(tr("Reading the file…"), Severity.INFORMATION)
        self._run(is_dry=True)

    def _run(self, *, is_dry: bool) -> None:
        file = self._file

        def work(store: DirectoryStore, who: str) -> ImportReport:
            try:
                text = file.read_text("utf-8")
            except UnicodeDecodeError as error:
                raise DirectoryError(tr("{file} is not in UTF-8; save it as CSV UTF-8.", file=file.name)) from error
            except OSError as error:
                raise DirectoryError(tr("{file} could not be read: {reason}.", file=file, reason=error.strerror)) from error
            return store.import_csv(text, who, is_dry=is_dry)

        self._directory.change(self, work, self._on_looked if is_dry else self._on_done, self._on_failed)

    def _show(self, report: ImportReport) -> None:
        """Show the refused lines first; a table that long is read from its top."""
        lines = sorted(report.lines, key=lambda line: (_ORDER[line.outcome], line.number))
        self.table.show_rows([_cells(line) for line in lines[:_SHOWN]])
        if lines:
            select_row(self.table.table, 0)
            self.table.table.scrollToTop()

    def _on_looked(self, report: ImportReport) -> None:
        self._show(report)
        is_refused, is_idle = bool(report.number_of(Outcome.REFUSED)), report.number_of(Outcome.UNCHANGED) == len(report.lines)
        said = [report.sentence, *([tr("There is nothing to import.")] if is_idle else [])]
        self.notice.say(" ".join(said), Severity.ERROR if is_refused else Severity.INFORMATION)
        self.ok_button.setEnabled(not is_refused and not is_idle)

    def _on_accepted(self) -> None:
        self.ok_button.setEnabled(False)
        self.box.button(Button.Cancel).setEnabled(False)
        self.notice.say(tr("Importing…"), Severity.INFORMATION)
        self._run(is_dry=False)

    def _on_done(self, report: ImportReport) -> None:
        self.box.button(Button.Cancel).setEnabled(True)
        if report.is_done:
            self.imported.emit(tr("Imported: {sentence}", sentence=report.sentence))
            self.accept()
        else:  # somebody has changed the directory meanwhile
            self._on_looked(report)

    def _on_failed(self, error: Exception) -> None:
        self.box.button(Button.Cancel).setEnabled(True)
        self.notice.say(str(error), Severity.ERROR)

    def reject(self) -> None:
        """Close, but not while it is being imported."""
        if self.box.button(Button.Cancel).isEnabled():
            super().reject()


def _cells(line: LineOutcome) -> tuple[str, ...]:
    return str(line.number), _OUTCOMES[line.outcome], line.what, line.reason
