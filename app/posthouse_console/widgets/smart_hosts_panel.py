"""The list of smart hosts for some mail, with its buttons, as a field: its order decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from posthouse_console.widgets.fields import Field
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.smart_host_entry import SmartHostDialog
from posthouse_console.widgets.table import SORT_ROLE, RowTable
from posthouse_server.settings.schema import ChosenSmartHost, smart_host_secret_name
from posthouse_server.words import tr

Index = QModelIndex | QPersistentModelIndex


class SmartHostColumn(IntEnum):
    """The columns, in their order."""

    NAME = 0
    SERVER = 1
    SENDERS = 2
    RECIPIENTS = 3

    @property
    def header(self) -> str:
        """Return the header's text."""
        return (tr("Name"), tr("Smart host"), tr("For senders"), tr("For recipients"))[self]


class SmartHostsModel(QAbstractTableModel):
    """Rows are smart hosts in the order in which they are asked; all changes go through replace()."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.hosts: tuple[ChosenSmartHost, ...] = ()

    def replace(self, hosts: Sequence[ChosenSmartHost]) -> None:
        """Show other smart hosts."""
        self.beginResetModel()
        self.hosts = tuple(hosts)
        self.endResetModel()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(SmartHostColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text; one that is off is grey."""
        host, column = self.hosts[index.row()], SmartHostColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, SORT_ROLE, Qt.ItemDataRole.ToolTipRole):
            texts = (f"{host.name}{'' if host.enabled else tr(' (off)')}".strip(), host.place,
                     ", ".join(host.for_senders) or tr("any"), ", ".join(host.for_recipients) or tr("any"))
            return texts[column]
        if role == Qt.ItemDataRole.ForegroundRole and not host.enabled:
            return QColor(QPalette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return SmartHostColumn(section).header
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many smart hosts there are."""
        return 0 if parent.isValid() else len(self.hosts)


class SmartHostsField(Field):
    """Edits smtp.smart_hosts; the input is the table, the panel holds the buttons too."""

    test_wanted = Signal(object, str, object)
    """A ChosenSmartHost as edited, the secret that was typed, and the window to ask in front of."""

    def __init__(self, path: str) -> None:
        """Start empty."""
        self._model = SmartHostsModel()
        self.table = RowTable(self._model, "", SmartHostColumn.RECIPIENTS)
        super().__init__(path, self.table)
        self._model.setParent(self)
        self._typed: dict[str, str] = {}
        self.panel = QWidget()
        self.add = self._button(tr("Add..."), "add", self._on_add_clicked)
        self.edit = self._button(tr("Edit..."), "edit", self._on_edit_clicked)
        self.remove = self._button(tr("Remove"), "remove", self._on_remove_clicked)
        self.up = self._button(tr("Move Up"), "up", lambda: self._move(-1))
        self.down = self._button(tr("Move Down"), "down", lambda: self._move(1))
        self.test = self._button(tr("Test..."), "test", self._on_test_clicked)
        self._build()

    def show_value(self, value: Any) -> None:
        """Show the smart hosts; secrets that were typed are forgotten."""
        self._typed.clear()
        self._replace(value, 0)

    def value(self) -> tuple[ChosenSmartHost, ...]:
        """Return the smart hosts as edited."""
        return self._model.hosts

    def secrets(self) -> Mapping[str, str]:
        """Return typed secrets by their names, of smart hosts that are still there."""
        names = {_secret_name(host) for host in self.value()}
        return {name: secret for name, secret in self._typed.items() if name in names}

    def mark(self, mnemonics: Mnemonics) -> None:
        """Give the buttons mnemonics that the page has left."""
        for button in (self.add, self.edit, self.remove, self.up, self.down, self.test):
            button.setText(mnemonics.mark(button.text()))

    def _button(self, caption: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(f"{name}_smart_host")
        button.setAccessibleDescription(tr("{action} smart host", action=caption.removesuffix("...")))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _build(self) -> None:
        layout = QHBoxLayout(self.panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        buttons = QGridLayout()
        for number, button in enumerate((self.add, self.up, self.edit, self.down, self.remove, self.test)):
            buttons.addWidget(button, number // 2, number % 2)
        buttons.setRowStretch(3, 1)
        layout.addLayout(buttons)
        self.table.setMinimumHeight(self.table.fontMetrics().lineSpacing() * 6)
        self.table.opened.connect(lambda _row: self._on_edit_clicked())
        self.table.remove_pressed.connect(self._on_remove_clicked)
        self.table.selection_changed.connect(self._on_selection_changed)

    def _replace(self, hosts: Sequence[ChosenSmartHost], select: int) -> None:
        self._model.replace(hosts)
        self.table.fit_columns()
        if hosts:
            self.table.select(min(select, len(hosts) - 1))
        self._on_selection_changed()
        self.edited.emit()

    def _row(self) -> int:
        """Return the one selected row, or -1."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else -1

    def _open(self, title: str, host: ChosenSmartHost | None, others: Sequence[ChosenSmartHost],
              accepted: Callable[[ChosenSmartHost], None]) -> None:
        typed = self._typed.get(_secret_name(host), "") if host is not None else ""
        dialog = SmartHostDialog(title, host, others, typed, self.panel)
        dialog.test_wanted.connect(lambda tested, secret: self.test_wanted.emit(tested, secret, dialog))

        def take() -> None:
            if secret := dialog.form.typed():
                self._typed[_secret_name(dialog.host())] = secret
            accepted(dialog.host())

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_add_clicked(self) -> None:
        hosts = self.value()
        self._open(tr("Add Smart Host"), None, hosts, lambda host: self._replace([*hosts, host], len(hosts)))

    def _on_edit_clicked(self) -> None:
        if (row := self._row()) < 0:
            return
        before, after = self.value()[:row], self.value()[row + 1:]
        self._open(tr("Edit Smart Host"), self.value()[row], before + after,
                   lambda host: self._replace([*before, host, *after], row))

    def _on_remove_clicked(self) -> None:
        rows = set(self.table.selected_rows())
        if rows:
            self._replace([host for row, host in enumerate(self.value()) if row not in rows], min(rows))

    def _on_test_clicked(self) -> None:
        if (row := self._row()) >= 0:
            host = self.value()[row]
            self.test_wanted.emit(host, self._typed.get(_secret_name(host), ""), self.panel.window())

    def _move(self, step: int) -> None:
        row, hosts = self._row(), list(self.value())
        if row >= 0 and 0 <= row + step < len(hosts):
            hosts[row], hosts[row + step] = hosts[row + step], hosts[row]
            self._replace(hosts, row + step)

    def _on_selection_changed(self) -> None:
        row, number = self._row(), len(self.value())
        self.edit.setEnabled(row >= 0)
        self.test.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < number - 1)
        self.remove.setEnabled(bool(self.table.selected_rows()))


def _secret_name(host: ChosenSmartHost) -> str:
    return smart_host_secret_name(host.host, host.username)
