"""Preview: which recorded traffic a change would judge otherwise, before it is made."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QProgressBar, QTableView, QVBoxLayout, QWidget

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_server.policy.comparison import Cancelled, Flip
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure import exposure
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.preview import DAYS, Preview, preview, reason, who

_EXAMPLES = 5
DirectoryChange = Callable[[Directory], Directory]


@dataclass(frozen=True, slots=True)
class _Line:
    who: str
    before: str
    after: str
    number: int
    """Recipients."""
    examples: str


class FlipsModel(RowsModel[_Line]):
    """What would be judged otherwise; refused from now on first."""

    NOUN = ("change", "changes")
    COLUMNS = (
        Column[_Line]("Who", lambda line: line.who, 230, tip=lambda line: line.examples),
        Column[_Line]("Recipients", lambda line: f"{line.number:,}", 90, sort=lambda line: -line.number),
        Column[_Line]("Before", lambda line: line.before, 260, tip=lambda line: line.examples),
        Column[_Line]("After", lambda line: line.after, 230, tip=lambda line: line.examples),
    )

    def key(self, row: _Line) -> Hashable:
        """Return who it is about, and what changes."""
        return row.who, row.before, row.after


class PreviewDialog(QDialog):
    """Reads in the background, with progress; Cancel gives up. It changes nothing."""

    help_topic = "preview"

    def __init__(self, store: Store, background: Background, old: Settings, new: Settings, parent: QWidget,
                 new_directory: Directory | DirectoryChange | None = None) -> None:
        """Begin at once; the directory of afterwards may be given as what becomes of that of today."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Preview")
        self.resize(840, 460)
        self._old, self._new = old, new
        self._left = threading.Event()
        self._background = background
        self.model = FlipsModel(self)
        self._lay_out()
        self.finished.connect(lambda _code: self._left.set())
        background.run(self, lambda: self._work(store, new_directory), self._show, self._fail)

    def _lay_out(self) -> None:
        self.totals, self.exposure = QLabel(f"Comparing the traffic of the last {DAYS} days…"), HintLabel()
        self.totals.setObjectName("previewTotals")
        self.totals.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setObjectName("previewProgress")
        self.table = QTableView()
        self.table.setObjectName("previewTable")
        self.table.setAccessibleName("What changes")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        for number, column in enumerate(FlipsModel.COLUMNS):
            self.table.setColumnWidth(number, column.width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.box = button_box(Button.Cancel)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (self.totals, self.exposure, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.box)

    def _work(self, store: Store, wanted: Directory | DirectoryChange | None) -> tuple[Preview, list[_Line], str] | None:
        directory, at = store.directory.snapshot(), now()
        new_directory = wanted(directory) if callable(wanted) else wanted
        try:
            found = preview(store, self._old, self._new, self._advance, new_directory=new_directory)
        except Cancelled:
            return None
        before = exposure(self._old, directory, at).sentence
        after = exposure(self._new, new_directory or directory, at).sentence
        said = f"Exposure before: {before} After: {after}" if before != after else f"The exposure stays as it is. {before}"
        return found, _lines(found.flips, self._old, self._new), said

    def _advance(self, percent: int) -> bool:
        if self._left.is_set() or self._background.closing.is_set():
            return False
        self._background.post(self, lambda: self.progress.setValue(percent))
        return True

    def _show(self, outcome: tuple[Preview, list[_Line], str] | None) -> None:
        if outcome is None:
            return
        found, lines, said = outcome
        self.totals.setText(found.sentence)
        self.exposure.setText(said)
        self.model.show_rows(lines)
        self._end()

    def _fail(self, error: Exception) -> None:
        self.totals.setText(str(error))
        self._end()

    def _end(self) -> None:
        self.progress.hide()
        self.box.setStandardButtons(Button.Close)


def _lines(flips: Sequence[Flip], old: Settings, new: Settings) -> list[_Line]:
    """Put together what is the same for the eye: a scanner that sends to a hundred addresses is one line."""
    merged: dict[tuple[str, str, str], list[Flip]] = {}
    for flip in flips:
        key = who(flip, old, new), _words(flip, is_after=False), _words(flip, is_after=True)
        merged.setdefault(key, []).append(flip)
    return [_Line(*key, sum(flip.number for flip in found), _examples(found)) for key, found in merged.items()]


def _examples(flips: Sequence[Flip]) -> str:
    lines = [flip.sentence for flip in sorted(flips, key=lambda flip: -flip.number)[:_EXAMPLES]]
    more = len(flips) - len(lines)
    return "\n".join([*lines, f"And {more:,} more."] if more else lines)


def _words(flip: Flip, *, is_after: bool) -> str:
    decision = flip.after if is_after else flip.before
    return f"{decision.verdict.value.capitalize()}: {reason(decision)}"
