"""The Qt model over a list of listeners."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from posthouse_console.widgets.hint import Severity, icon
from posthouse_console.widgets.table import SORT_ROLE
from posthouse_console.widgets.wording import AUTHENTICATION_MODE_IN_SHORT, MUST_LOG_IN, TLS_IN_SHORT, offer_of, warning_of
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings.schema import Listener
from posthouse_server.settings.section import label_of
from posthouse_server.words import tr

Index = QModelIndex | QPersistentModelIndex


class ListenerColumn(IntEnum):
    """The columns, in their order."""

    ADDRESS = 0
    PORT = 1
    TLS = 2
    AUTHENTICATION = 3
    OFFERED = 4
    REQUIRED = 5

    @property
    def header(self) -> str:
        """Return the header's text."""
        own = {ListenerColumn.OFFERED: tr("Login is offered"), ListenerColumn.REQUIRED: MUST_LOG_IN}
        return own.get(self) or label_of(Listener, self.name.lower())


class ListenersModel(QAbstractTableModel):
    """Rows are listeners; all changes go through replace()."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._listeners: tuple[Listener, ...] = ()

    @property
    def listeners(self) -> tuple[Listener, ...]:
        """Return the listeners in the order of the list."""
        return self._listeners

    def replace(self, listeners: Sequence[Listener]) -> None:
        """Show other listeners."""
        self.beginResetModel()
        self._listeners = tuple(listeners)
        self.endResetModel()

    def _text(self, listener: Listener, column: ListenerColumn) -> str:
        match column:
            case ListenerColumn.ADDRESS:
                return listener.address
            case ListenerColumn.PORT:
                return str(listener.port) if listener.port else tr("a free one")
            case ListenerColumn.TLS:
                return TLS_IN_SHORT[listener.tls]
            case ListenerColumn.AUTHENTICATION:
                return AUTHENTICATION_MODE_IN_SHORT[listener.authentication]
            case ListenerColumn.OFFERED:
                return offer_of(listener)
            case ListenerColumn.REQUIRED:
                return tr("Yes") if listener.require_authentication else tr("No")

    def _order(self, listener: Listener, column: ListenerColumn) -> Any:
        if column is ListenerColumn.PORT:
            return listener.port
        if column is ListenerColumn.ADDRESS:
            address = parse_client(listener.address)
            return f"{address.version}{int(address):039d}"
        return self._text(listener, column).casefold()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(ListenerColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the sort value, the tip, or the icon of a dangerous listener."""
        listener, column = self._listeners[index.row()], ListenerColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(listener, column)
        if role == SORT_ROLE:
            return self._order(listener, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return warning_of(listener) or self._text(listener, column)
        if role == Qt.ItemDataRole.DecorationRole and column is ListenerColumn.ADDRESS and warning_of(listener):
            return icon(Severity.WARNING)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ListenerColumn(section).header
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many listeners there are."""
        return 0 if parent.isValid() else len(self._listeners)
