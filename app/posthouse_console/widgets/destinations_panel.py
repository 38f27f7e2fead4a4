"""The exceptions of the tab Outbound: destinations with a TLS policy and a rate of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.fields import ChoiceField, Field, TextField
from posthouse_console.widgets.form import FieldForm
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.number_fields import NumberField
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.table import SORT_ROLE, RowTable
from posthouse_console.widgets.wording import OUTBOUND_TLS, OUTBOUND_TLS_IN_SHORT
from posthouse_server.settings import Settings, SettingsError, set_paths
from posthouse_server.settings.schema import DestinationRule
from posthouse_server.settings.section import label_of
from posthouse_server.words import english, tr

_PATH = "smtp.outbound.destinations"
Index = QModelIndex | QPersistentModelIndex


class DestinationColumn(IntEnum):
    """The columns, in their order."""

    DOMAIN = 0
    TLS = 1
    MESSAGES_PER_MINUTE = 2

    @property
    def header(self) -> str:
        """Return the header's text."""
        return label_of(DestinationRule, self.name.lower())


class DestinationsModel(QAbstractTableModel):
    """Rows are exceptions; all changes go through replace()."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rules: tuple[DestinationRule, ...] = ()

    def replace(self, rules: Sequence[DestinationRule]) -> None:
        """Show other exceptions."""
        self.beginResetModel()
        self.rules = tuple(rules)
        self.endResetModel()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(DestinationColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, or the value to sort by."""
        rule, column = self.rules[index.row()], DestinationColumn(index.column())
        if role == SORT_ROLE and column is DestinationColumn.MESSAGES_PER_MINUTE:
            return rule.messages_per_minute or 2**31
        if role in (Qt.ItemDataRole.DisplayRole, SORT_ROLE):
            return (rule.domain, OUTBOUND_TLS_IN_SHORT[rule.tls],
                    number_text(rule.messages_per_minute) if rule.messages_per_minute else tr("any number"))[column]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return DestinationColumn(section).header
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many exceptions there are."""
        return 0 if parent.isValid() else len(self.rules)


class DestinationDialog(QDialog):
    """Adds or edits one exception; OK is grey until it can be one."""

    def __init__(self, title: str, rule: DestinationRule, others: Sequence[DestinationRule],
                 parent: QWidget | None = None) -> None:
        """Edit one beside the others."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._others = tuple(others)
        self._rule = rule
        self.domain = TextField(f"{_PATH}.domain", "example.net")
        self.tls = ChoiceField(f"{_PATH}.tls", OUTBOUND_TLS)
        self.rate = NumberField(f"{_PATH}.messages_per_minute", zero=tr("any number"))
        self.notice = Notice(lines=2)
        self._buttons = button_box(Button.Ok | Button.Cancel)
        form = FieldForm(Mnemonics())
        for field, value in ((self.domain, rule.domain), (self.tls, rule.tls), (self.rate, rule.messages_per_minute)):
            field.show_value(value)
            form.add(field, QWidget() if field is self.rate else None)
            if field is not self.rate:
                hint = HintLabel(field.declared.help)
                hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                form.addRow("", hint)
            field.edited.connect(self._on_edited)
        self.notice.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._on_edited()

    def rule(self) -> DestinationRule:
        """Return the exception; valid once the dialog is accepted."""
        return self._rule

    def _on_edited(self) -> None:
        fault, severity = "", Severity.ERROR
        if not self.domain.value():
            fault, severity = tr("Fill in: {label}.", label=self.domain.label), Severity.INFORMATION
        else:
            edited = {"domain": self.domain.value(), "tls": self.tls.value(), "messages_per_minute": self.rate.value()}
            try:
                self._rule = set_paths(Settings(), {_PATH: [*self._others, edited]}).smtp.outbound.destinations[-1]
            except SettingsError as error:
                fault = f"{error.fault[:1].upper()}{error.fault[1:]}"
        self.notice.say(fault, severity)
        self._buttons.button(Button.Ok).setEnabled(not fault)


class DestinationsField(Field):
    """Edits smtp.outbound.destinations; the input is the table, the panel holds the buttons too."""

    def __init__(self, path: str) -> None:
        """Start empty."""
        self._model = DestinationsModel()
        self.table = RowTable(self._model, "", DestinationColumn.DOMAIN)
        super().__init__(path, self.table)
        self._model.setParent(self)
        self.panel = QWidget()
        self.add = self._button(tr("Add..."), self._on_add_clicked)
        self.edit = self._button(tr("Edit..."), self._on_edit_clicked)
        self.remove = self._button(tr("Remove"), self._on_remove_clicked)
        layout = QHBoxLayout(self.panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        buttons = QVBoxLayout()
        for button in (self.add, self.edit, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.table.sort_by(DestinationColumn.DOMAIN)
        self.table.setMinimumHeight(self.table.fontMetrics().lineSpacing() * 6)
        self.table.opened.connect(lambda _row: self._on_edit_clicked())
        self.table.remove_pressed.connect(self._on_remove_clicked)
        self.table.selection_changed.connect(self._on_selection_changed)

    def show_value(self, value: Any) -> None:
        """Show the exceptions."""
        self._replace(value, 0)

    def value(self) -> tuple[DestinationRule, ...]:
        """Return the exceptions as edited."""
        return self._model.rules

    def mark(self, mnemonics: Mnemonics) -> None:
        """Give the buttons mnemonics that the page has left."""
        for button in (self.add, self.edit, self.remove):
            button.setText(mnemonics.mark(button.text()))

    def _button(self, caption: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(f"{english(caption).lower().removesuffix('...')}_destination")
        button.setAccessibleDescription(tr("{action} exception", action=caption.removesuffix("...")))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _replace(self, rules: Sequence[DestinationRule], select: int) -> None:
        self._model.replace(rules)
        self.table.fit_columns()
        if rules:
            self.table.select(min(select, len(rules) - 1))
        self._on_selection_changed()
        self.edited.emit()

    def _open(self, dialog: DestinationDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_add_clicked(self) -> None:
        rules = self.value()
        dialog = DestinationDialog(tr("Add Exception"), DestinationRule(), rules, self.panel)
        self._open(dialog, lambda: self._replace([*rules, dialog.rule()], len(rules)))

    def _on_edit_clicked(self) -> None:
        rows, rules = self.table.selected_rows(), self.value()
        if len(rows) != 1:
            return
        before, after = rules[:rows[0]], rules[rows[0] + 1:]
        dialog = DestinationDialog(tr("Edit Exception"), rules[rows[0]], before + after, self.panel)
        self._open(dialog, lambda: self._replace([*before, dialog.rule(), *after], rows[0]))

    def _on_remove_clicked(self) -> None:
        rows = set(self.table.selected_rows())
        if rows:
            self._replace([rule for row, rule in enumerate(self.value()) if row not in rows], min(rows))

    def _on_selection_changed(self) -> None:
        rows = self.table.selected_rows()
        self.edit.setEnabled(len(rows) == 1)
        self.remove.setEnabled(bool(rows))
