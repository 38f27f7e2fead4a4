"""The wider ranges that ticked suggestions narrow, each with a tick to remove it and what that would mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from posthouse_console.widgets.icons import icon
from posthouse_server.policy.narrowing import Narrowing, WideRange, is_due
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.suggestions import DAYS
from posthouse_server.words import tr

_MOST_LINES = 4


class WiderRanges(QListWidget):
    """Nothing is ticked beforehand; a tick stays while other suggestions are ticked."""

    ticked = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._wide: tuple[WideRange, ...] = ()
        self._taken: tuple[PrivilegedRange, ...] = ()
        self._shown: list[PrivilegedRange] = []
        self.setObjectName("widerRanges")
        self.setAccessibleName(tr("Wider ranges to remove"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(16, 16))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.itemChanged.connect(lambda _item: self._on_item_changed())

    def removed(self) -> list[PrivilegedRange]:
        """Return the entries that are ticked to go."""
        return [entry for row, entry in enumerate(self._shown) if self.item(row).checkState() is Qt.CheckState.Checked]

    def show_due(self, wide: Sequence[WideRange], taken: Sequence[PrivilegedRange]) -> None:
        """Show those that entries lie in, or that nobody needs any more; what was ticked stays so."""
        self._wide, self._taken = tuple(wide), tuple(taken)
        self._refresh(self.removed())

    def _refresh(self, removed: Sequence[PrivilegedRange]) -> None:
        due = [outcome for item in self._wide if is_due(outcome := item.without(self._taken, removed), self._taken)]
        self.blockSignals(True)
        if [outcome.entry for outcome in due] != self._shown:
            self.clear()
            self._shown = [outcome.entry for outcome in due]
            for entry in self._shown:
                line = QListWidgetItem(self)
                line.setCheckState(Qt.CheckState.Checked if entry in removed else Qt.CheckState.Unchecked)
        for row, outcome in enumerate(due):
            self._say(self.item(row), outcome)
        self.blockSignals(False)
        self.viewport().update()
        self.setFixedHeight(self._height())

    @staticmethod
    def _say(line: QListWidgetItem, outcome: Narrowing) -> None:
        note = f" ({outcome.entry.note})" if outcome.entry.note else ""
        line.setText(tr("Remove {range}{note}: {sentence}.",
                        range=outcome.entry.range, note=note, sentence=outcome.sentence(DAYS)))
        line.setToolTip("\n".join(tr("{client}: {number:,} recipients, would be refused",
                                     client=client.client, number=client.number)
                                  for client in outcome.refused))
        line.setIcon(icon("warning" if outcome.refused else "ok"))

    def _height(self) -> int:
        lines = min(max(1, self.count()), _MOST_LINES)
        return lines * max(self.sizeHintForRow(0) if self.count() else 0, self.fontMetrics().height() + 6) + 8

    def _on_item_changed(self) -> None:
        self._refresh(self.removed())
        self.ticked.emit()

    def sizeHint(self) -> QSize:
        """Ask for no more height than the lines need."""
        return QSize(super().sizeHint().width(), self._height())
