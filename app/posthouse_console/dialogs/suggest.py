"""Suggest Ranges: the tightest privileged ranges for clients that need one; nothing is taken without a tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.background import Background
from posthouse_console.service.host_names import look_up
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.icons import icon
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.suggestions import Suggestion, suggest_ranges

_TITLES = ("Range", "Who", "Sends", "Recipients", "Since", "Why")
_WIDTHS = (170, 190, 170, 84, 130, 260)
_WHO = 1
_NAMED = 3
_INTRODUCTION = ("Clients that were refused relay in the last 30 days, or that relay by a wider range than they need. Tick "
                 "those that you know; whoever is in the list may then relay without a password.")
_NOTHING = ("Nothing to suggest: nobody was refused relay in the last 30 days, and every range that is used is as tight as it "
            "can be.")


class SuggestRangesDialog(QDialog):
    """Works the suggestions out in the background; entries() are the ticked ones."""

    help_topic = "suggest-ranges"

    def __init__(self, store: Store, background: Background, settings: Settings, parent: QWidget) -> None:
        """Begin at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Suggest Ranges")
        self.resize(1060, 420)
        self._background = background
        self._suggestions: tuple[Suggestion, ...] = ()
        self.table = self._new_table()
        self.notice = Notice(lines=2)
        self.box = button_box(Button.Ok | Button.Cancel)
        self.box.button(Button.Ok).setText("&Take Ticked")
        self.box.button(Button.Ok).setEnabled(False)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (HintLabel(_INTRODUCTION), self.table, self.notice, self.box):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self.notice.say("The recorded traffic is being looked through.", Severity.INFORMATION)
        background.run(self, lambda: suggest_ranges(store, settings), self._show, self._fail)

    def ticked(self) -> list[Suggestion]:
        """Return the suggestions that were ticked."""
        return [item for row, item in enumerate(self._suggestions)
                if self._cell(row, 0).checkState() is Qt.CheckState.Checked]

    def entries(self) -> list[PrivilegedRange]:
        """Return the ticked ones as entries of the list, each with a note of who it is."""
        rows = {item.range: row for row, item in enumerate(self._suggestions)}
        return [PrivilegedRange(range=item.range, note=self._note(rows[item.range], item)) for item in self.ticked()]

    def _note(self, row: int, item: Suggestion) -> str:
        name = self._cell(row, _WHO).text()
        known = name if name != _shown(item.clients) else _shown(item.senders)
        return f"{known} (suggested {datetime.now(UTC).astimezone():%Y-%m-%d})"[:500]

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.table.item(row, column)
        assert cell is not None, "every cell is filled"
        return cell

    def _new_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_TITLES))
        table.setObjectName("suggestionsTable")
        table.setAccessibleName("Suggested ranges")
        table.setHorizontalHeaderLabels(_TITLES)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        table.itemChanged.connect(lambda _item: self._on_ticked())
        return table

    def _show(self, suggestions: tuple[Suggestion, ...]) -> None:
        self._suggestions = suggestions
        self.table.blockSignals(True)
        self.table.setRowCount(len(suggestions))
        for row, item in enumerate(suggestions):
            self._fill(row, item)
        self.table.blockSignals(False)
        self.notice.say("" if suggestions else _NOTHING, Severity.INFORMATION)
        look_up(self._background, self, [client for item in suggestions for client in item.clients[:1]], self._on_named)

    def _fill(self, row: int, item: Suggestion) -> None:
        why = f"{item.reason[:1].upper()}{item.reason[1:]}."  # which names the wider range, where there is one
        for column, text in enumerate((item.range, _shown(item.clients), _shown(item.senders), f"{item.number:,}",
                                       time_text(item.since), why)):
            cell = QTableWidgetItem(text)
            cell.setToolTip(text)
            self.table.setItem(row, column, cell)
        first = self._cell(row, 0)
        first.setCheckState(Qt.CheckState.Unchecked)
        if item.is_suspicious or item.is_public:
            first.setIcon(icon("error" if item.is_suspicious else "warning"))

    def _on_named(self, client: str, name: str) -> None:
        for row, item in enumerate(self._suggestions):
            if item.clients[:1] == (client,):
                more = len(item.clients) - 1
                self._cell(row, _WHO).setText(f"{name} and {more} more" if more else name)

    def _on_ticked(self) -> None:
        ticked = self.ticked()
        self.box.button(Button.Ok).setEnabled(bool(ticked))
        public = [item.range for item in ticked if item.is_public]
        if public:
            self.notice.say(f"{_shown(public)} is public: whoever has such an address could send mail through this server "
                            "without a password. Tick it only if you know who that is.", Severity.WARNING)
        else:
            self.notice.say("")

    def _fail(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)


def _shown(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
