"""What a change would flip: a sentence, the exposure before and after, and the list; a bar while it is worked out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QProgressBar, QTableView, QVBoxLayout, QWidget

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.service.background import Background
from posthouse_console.service.foresight import Foreseen, Foresight, Sides
from posthouse_console.widgets.copying import offer_copy
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.policy.comparison import Flip
from posthouse_server.policy.exposure import exposure_change
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.store.preview import DAYS, Preview, outcome, who
from posthouse_server.words import tr

_EXAMPLES = 5
_VERDICTS = {Verdict.LOCAL: tr("Local"), Verdict.RELAY: tr("Relay"), Verdict.REFUSED: tr("Refused")}


@dataclass(frozen=True, slots=True)
class _Line:
    who: str
    before: str
    after: str
    number: int
    """Recipients."""
    examples: str


class FlipsModel(RowsModel[_Line]):
    """What would be judged or delivered otherwise; refused from now on first."""

    NOUN = (tr("change"), tr("changes"))
    COLUMNS = (
        Column[_Line](tr("Who"), lambda line: line.who, 320, tip=lambda line: line.examples),
        Column[_Line](tr("Recipients"), lambda line: number_text(line.number), 90, sort=lambda line: -line.number),
        Column[_Line](tr("Before"), lambda line: line.before, 260, tip=lambda line: line.examples),
        Column[_Line](tr("After"), lambda line: line.after, 200, tip=lambda line: line.examples),
    )

    def key(self, row: _Line) -> Hashable:
        """Return who it is about, and what changes."""
        return row.who, row.before, row.after


class PreviewView(QWidget):
    """Reads in the background as soon as it is started; cancel() gives up. It changes nothing."""

    ended = Signal()
    """There is an answer, or the sentence that says why there is none."""

    def __init__(self, store: Store, background: Background, parent: QWidget) -> None:
        """Show an empty list and a bar."""
        super().__init__(parent)
        self.foreseen: Foreseen | None = None
        """What was found; None while it is worked out, and if that failed."""
        self.model = FlipsModel(self)
        self._foresight = Foresight(store, background, self)
        self._lay_out()
        self._foresight.progressed.connect(self.progress.setValue)
        self._foresight.found.connect(self._on_found)
        self._foresight.failed.connect(self._on_failed)

    def start(self, sides: Callable[[], Sides]) -> None:
        """Begin; `sides` is called in the background."""
        self._foresight.start(sides)

    def cancel(self) -> None:
        """Give up."""
        self._foresight.cancel()

    def _lay_out(self) -> None:
        self.totals, self.exposure = QLabel(tr("Comparing the traffic of the last {days} days…", days=DAYS)), HintLabel()
        self.totals.setObjectName("previewTotals")
        self.totals.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setObjectName("previewProgress")
        self.progress.setAccessibleName(tr("How far the comparison is"))
        self.table = QTableView()
        self.table.setObjectName("previewTable")
        self.table.setAccessibleName(tr("What changes"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        offer_copy(self.table)
        for number, column in enumerate(FlipsModel.COLUMNS):
            self.table.setColumnWidth(number, column.width)
        self.table.horizontalHeader().setStretchLastSection(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.totals, self.exposure, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)

    def _on_found(self, foreseen: Foreseen) -> None:
        self.foreseen = foreseen
        self.totals.setText(foreseen.preview.sentence)
        self.exposure.setText(exposure_change(foreseen.before, foreseen.after))
        self.model.show_rows(_lines(foreseen.preview.flips, foreseen.sides.old))
        self._end()

    def _on_failed(self, error: Exception) -> None:
        self.totals.setText(str(error) or type(error).__name__)
        self._end()

    def _end(self) -> None:
        self.progress.hide()
        self.ended.emit()


def flips_text(found: Preview) -> str:
    """Return what the recorded traffic says about a change, with the first few of what it would have changed."""
    lines = [found.sentence, *(f"• {flip.sentence}" for flip in found.flips[:_EXAMPLES])]
    rest = len(found.flips) - _EXAMPLES
    return "\n".join([*lines, tr("… and {number} more", number=rest)] if rest > 0 else lines)


def _lines(flips: Sequence[Flip], old: Settings) -> list[_Line]:
    """Put together what is the same for the eye: a scanner with a hundred recipients, or all mail that moves from a mailbox."""
    merged: dict[tuple[str, str, str], list[Flip]] = {}
    for flip in flips:
        key = _about(flip, old), _words(flip, is_after=False), _words(flip, is_after=True)
        merged.setdefault(key, []).append(flip)
    return [_Line(*key, sum(flip.number for flip in found), _examples(found)) for key, found in merged.items()]


def _examples(flips: Sequence[Flip]) -> str:
    lines = [flip.sentence for flip in sorted(flips, key=lambda flip: -flip.number)[:_EXAMPLES]]
    more = len(flips) - len(lines)
    return "\n".join([*lines, tr("And {number:,} more.", number=more)] if more else lines)


def _words(flip: Flip, *, is_after: bool) -> str:
    decision, said = flip.after if is_after else flip.before, outcome(flip, is_after=is_after)
    if flip.move is not None:
        return f"{said[0].upper()}{said[1:]}"
    return f"{_VERDICTS[decision.verdict]}: {said}"


def _about(flip: Flip, old: Settings) -> str:
    """Return whom a line is about: for mail that moves the recipient, whoever writes to it."""
    return who(flip, old) if flip.move is None else tr("Mail to {recipient}", recipient=flip.recipient.lower())
