"""The list of listeners with its buttons, as a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.fields import Field
from posthouse_console.widgets.listeners_entry import ListenerDialog
from posthouse_console.widgets.listeners_model import ListenerColumn, ListenersModel
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.table import RowTable
from posthouse_server.settings.schema import Listener
from posthouse_server.words import tr


class ListenersField(Field):
    """Edits smtp.inbound.listeners; the input is the table, the panel holds the buttons too."""

    def __init__(self, path: str, mnemonics: Mnemonics) -> None:
        """Start empty."""
        self._model = ListenersModel()
        self.table = RowTable(self._model, "", ListenerColumn.AUTHENTICATION)
        super().__init__(path, self.table)
        self._model.setParent(self)
        self.panel = QWidget()
        self.add = self._button(mnemonics.mark(tr("Add...")), "add_listener", self._on_add_clicked)
        self.edit = self._button(mnemonics.mark(tr("Edit...")), "edit_listener", self._on_edit_clicked)
        self.remove = self._button(mnemonics.mark(tr("Remove")), "remove_listener", self._on_remove_clicked)
        self._build()

    def show_value(self, value: Any) -> None:
        """Show the listeners."""
        self._replace(value, 0)

    def value(self) -> tuple[Listener, ...]:
        """Return the listeners as edited."""
        return self._model.listeners

    def _button(self, caption: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setAccessibleDescription(tr("{action} listener", action=caption.replace("&", "").removesuffix("...")))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _build(self) -> None:
        layout = QHBoxLayout(self.panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        buttons = QVBoxLayout()
        for button in (self.add, self.edit, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.table.hideColumn(ListenerColumn.OFFERED)
        self.table.sort_by(ListenerColumn.PORT)
        self.table.setMinimumHeight(self.table.fontMetrics().lineSpacing() * 8)
        self.table.opened.connect(lambda _row: self._on_edit_clicked())
        self.table.remove_pressed.connect(self._on_remove_clicked)
        self.table.selection_changed.connect(self._on_selection_changed)

    def _replace(self, listeners: Sequence[Listener], select: int) -> None:
        self._model.replace(listeners)
        self.table.fit_columns()
        if listeners:
            self.table.select(min(select, len(listeners) - 1))
        self._on_selection_changed()
        self.edited.emit()

    def _open(self, dialog: ListenerDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_add_clicked(self) -> None:
        listeners = self.value()
        dialog = ListenerDialog(tr("Add Listener"), Listener(port=587), listeners, self.panel)
        self._open(dialog, lambda: self._replace([*listeners, dialog.listener()], len(listeners)))

    def _on_edit_clicked(self) -> None:
        rows, listeners = self.table.selected_rows(), self.value()
        if len(rows) != 1:
            return
        before, after = listeners[:rows[0]], listeners[rows[0] + 1:]
        dialog = ListenerDialog(tr("Edit Listener"), listeners[rows[0]], before + after, self.panel)
        self._open(dialog, lambda: self._replace([*before, dialog.listener(), *after], rows[0]))

    def _on_remove_clicked(self) -> None:
        rows = set(self.table.selected_rows())
        if rows:
            self._replace([listener for row, listener in enumerate(self.value()) if row not in rows], min(rows))

    def _on_selection_changed(self) -> None:
        rows = self.table.selected_rows()
        self.edit.setEnabled(len(rows) == 1)
        self.remove.setEnabled(bool(rows))
