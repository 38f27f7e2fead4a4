"""A list of ranges with its buttons: add, edit, remove, paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_console.widgets.ranges_model import RangeColumn, RangesModel
from posthouse_console.widgets.ranges_paste import PasteDialog
from posthouse_console.widgets.ranges_text import next_change, now
from posthouse_console.widgets.table import RowTable
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_LONGEST_WAIT_MS = 86_400_000  # Qt counts milliseconds in 32 bits


class RangesPanel(QWidget):
    """Table and buttons; the entries are its value."""

    changed = Signal()

    def __init__(self, name: str, *, is_privileged: bool) -> None:
        """Without is_privileged there are no notes, no end and no confirmation of public ranges."""
        super().__init__()
        self._is_privileged = is_privileged
        self._buttons = QVBoxLayout()
        self._model = RangesModel(self)
        self.table = RowTable(self._model, name, RangeColumn.NOTE if is_privileged else RangeColumn.REMARKS)
        self.table.setObjectName("ranges_table")
        self.add = self._button(tr("&Add..."), "add_range", self._on_add_clicked)
        self.edit = self._button(tr("&Edit..."), "edit_range", self._on_edit_clicked)
        self.remove = self._button(tr("&Remove"), "remove_range", self._on_remove_clicked)
        self.paste = self._button(tr("&Paste..."), "paste_ranges", self._on_paste_clicked)
        self.clean = self._button(tr("Remove e&nded"), "remove_ended", self._on_clean_clicked)
        self.clean.setVisible(is_privileged)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._on_time_passed)
        self._build()
        self.show_entries(())

    def entries(self) -> tuple[PrivilegedRange, ...]:
        """Return the entries as edited."""
        return self._model.entries

    def remarks(self) -> Sequence[str]:
        """Return what is to be said of each entry."""
        return self._model.remarks

    def show_entries(self, entries: Sequence[PrivilegedRange], select: int | None = None) -> None:
        """Show entries, and select one of them."""
        self._model.replace(entries)
        self.table.fit_columns()
        if select is not None and entries:
            self.table.select(min(select, len(entries) - 1))
        at = now()
        self.clean.setEnabled(any(entry.has_ended(at) for entry in entries))
        self._on_selection_changed()
        change = next_change(entries, at)
        if change is None:
            self._clock.stop()
        else:
            self._clock.start(min(_LONGEST_WAIT_MS, int((change - at).total_seconds() * 1000) + 1))

    def add_beside(self, button: QPushButton) -> None:
        """Put another button below these."""
        button.setAutoDefault(False)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def _button(self, caption: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _build(self) -> None:
        buttons = self._buttons
        for button in (self.add, self.edit, self.remove, self.paste, self.clean):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.table.sort_by(RangeColumn.RANGE)
        if not self._is_privileged:
            for column in (RangeColumn.NOTE, RangeColumn.UNTIL, RangeColumn.HOURS, RangeColumn.SENDERS):
                self.table.hideColumn(column)
        self.table.opened.connect(lambda _row: self._on_edit_clicked())
        self.table.remove_pressed.connect(self._on_remove_clicked)
        self.table.paste_pressed.connect(self._on_paste_clicked)
        self.table.selection_changed.connect(self._on_selection_changed)

    def _replace(self, entries: Sequence[PrivilegedRange], select: int) -> None:
        self.show_entries(entries, select)
        self.changed.emit()

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_add_clicked(self) -> None:
        entries = self.entries()
        dialog = RangeEntryDialog(tr("Add Range"), entries, is_privileged=self._is_privileged, parent=self)
        self._open(dialog, lambda: self._replace([*entries, dialog.entry()], len(entries)))

    def _on_edit_clicked(self) -> None:
        rows, entries = self.table.selected_rows(), self.entries()
        if len(rows) != 1:
            return
        before, after = entries[:rows[0]], entries[rows[0] + 1:]
        dialog = RangeEntryDialog(tr("Edit Range"), before + after, entries[rows[0]], is_privileged=self._is_privileged,
                                  parent=self)
        self._open(dialog, lambda: self._replace([*before, dialog.entry(), *after], rows[0]))

    def _on_remove_clicked(self) -> None:
        rows = set(self.table.selected_rows())
        if rows:
            self._replace([entry for row, entry in enumerate(self.entries()) if row not in rows], min(rows))

    def _on_clean_clicked(self) -> None:
        at = now()
        self._replace([entry for entry in self.entries() if not entry.has_ended(at)], 0)
        self.table.setFocus()  # the button has just become grey

    def _on_time_passed(self) -> None:
        """Strike through what has just ended, and say so."""
        rows = self.table.selected_rows()
        self.show_entries(self.entries(), rows[0] if rows else None)
        self.changed.emit()

    def _on_paste_clicked(self) -> None:
        entries = self.entries()
        dialog = PasteDialog(entries, QGuiApplication.clipboard().text(), is_privileged=self._is_privileged, parent=self)
        self._open(dialog, lambda: self._replace([*entries, *dialog.entries()], len(entries)))

    def _on_selection_changed(self) -> None:
        rows = self.table.selected_rows()
        self.edit.setEnabled(len(rows) == 1)
        self.remove.setEnabled(bool(rows))
