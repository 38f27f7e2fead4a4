"""The table of suggested ranges: a tick before each, and the host names as they come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.host_names import Answer, HostName
from posthouse_console.widgets.copying import offer_copy
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.tips import plain_tip
from posthouse_server.store.suggestions import Suggestion
from posthouse_server.words import tr

_TITLES = (tr("Range"), tr("Narrows"), tr("Who"), tr("Sends"), tr("Recipients"), tr("Since"), tr("Why"))
_WIDTHS = (150, 110, 200, 130, 84, 136, 200)
_RANGE, _WHO = 0, 2
_NAMED = 3
_LOOKING = tr("looking up the name…")


class SuggestionsTable(QTableWidget):
    """Nothing is ticked beforehand."""

    ticked = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(0, len(_TITLES))
        self._suggestions: tuple[Suggestion, ...] = ()
        self.setObjectName("suggestionsTable")
        self.setAccessibleName(tr("Suggested ranges"))
        self.setHorizontalHeaderLabels(_TITLES)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        offer_copy(self)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.itemChanged.connect(lambda item: self.ticked.emit() if item.column() == _RANGE else None)

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show them in their order, none ticked."""
        self._suggestions = tuple(suggestions)
        self.blockSignals(True)
        self.setRowCount(len(suggestions))
        for row, item in enumerate(suggestions):
            self._fill(row, item)
        self.blockSignals(False)
        self.viewport().update()

    def ticked_rows(self) -> list[int]:
        """Return the rows that are ticked, from the top."""
        return [row for row in range(len(self._suggestions)) if self._cell(row, _RANGE).checkState() is Qt.CheckState.Checked]

    def known_as(self, row: int) -> str:
        """Return the best name for a note: the host's, else the domains that it sends from."""
        name = self._cell(row, _WHO).data(Qt.ItemDataRole.UserRole)
        return name or named(self._suggestions[row].senders)

    def show_name(self, client: str, found: HostName) -> None:
        """Fill in what a look-up has found."""
        for row, item in enumerate(self._suggestions):
            if item.clients[0] == client:
                cell = self._cell(row, _WHO)
                text = _who(item, found)
                cell.setText(text)
                cell.setToolTip(plain_tip(f"{text}: {found.fault}" if found.fault else text))
                cell.setData(Qt.ItemDataRole.UserRole, text if found.answer is Answer.NAMED else "")

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None, "every cell is filled"
        return cell

    def _fill(self, row: int, item: Suggestion) -> None:
        for column, text in enumerate((item.range, item.replaces, _LOOKING, named(item.senders), number_text(item.number),
                                       time_text(item.since), why(item))):
            cell = QTableWidgetItem(text)
            cell.setToolTip(plain_tip(text))
            self.setItem(row, column, cell)
        self._cell(row, _WHO).setToolTip(", ".join(item.clients))
        first = self._cell(row, _RANGE)
        first.setCheckState(Qt.CheckState.Unchecked)
        if item.is_suspicious or item.is_public:
            first.setIcon(icon("error" if item.is_suspicious else "warning"))
        if item.warning:
            self.resizeRowToContents(row)  # the words of warning are long, and not to be cut off


def why(item: Suggestion) -> str:
    """Return why a range is suggested; words of warning first, where there are some."""
    words = item.warning or item.reason
    if item.is_public and not item.warning:
        words += tr("; a public address")
    return f"{words[:1].upper()}{words[1:]}."


def named(names: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (tr(" and {more:,} more", more=more) if more > 0 else "")


def _who(item: Suggestion, found: HostName) -> str:
    more = len(item.clients) - 1
    if found.answer is Answer.NAMED:
        return tr("{name} and {more:,} more", name=found.name, more=more) if more else found.name
    return tr("{number:,} clients; the first: {answer}", number=len(item.clients),
              answer=found.answer.value) if more else found.answer.value
