"""The Qt model over a list of privileged ranges."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from posthouse_console.widgets.hint import Severity, icon
from posthouse_console.widgets.ranges_text import count_text, now, remarks, time_text
from posthouse_console.widgets.table import SORT_ROLE
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.settings.section import label_of
from posthouse_server.words import tr

_FOR_EVER = float("inf")
Index = QModelIndex | QPersistentModelIndex


class RangeColumn(IntEnum):
    """The columns, in their order."""

    RANGE = 0
    ADDRESSES = 1
    NOTE = 2
    UNTIL = 3
    HOURS = 4
    SENDERS = 5
    REMARKS = 6

    @property
    def header(self) -> str:
        """Return the header's text."""
        declared = {RangeColumn.RANGE: "range", RangeColumn.NOTE: "note", RangeColumn.UNTIL: "expires_at",
                    RangeColumn.HOURS: "hours", RangeColumn.SENDERS: "senders"}
        own = {RangeColumn.ADDRESSES: tr("Addresses"), RangeColumn.REMARKS: tr("Remarks")}
        return label_of(PrivilegedRange, declared[self]) if self in declared else own[self]


class RangesModel(QAbstractTableModel):
    """Rows are entries; all changes go through replace()."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._entries: tuple[PrivilegedRange, ...] = ()
        self._remarks: list[str] = []

    @property
    def entries(self) -> tuple[PrivilegedRange, ...]:
        """Return the entries in the order of the list."""
        return self._entries

    @property
    def remarks(self) -> Sequence[str]:
        """Return what is to be said of each entry."""
        return self._remarks

    def replace(self, entries: Sequence[PrivilegedRange]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self._remarks = remarks(self._entries, now())
        self.endResetModel()

    def _text(self, entry: PrivilegedRange, row: int, column: RangeColumn) -> str:
        match column:
            case RangeColumn.RANGE:
                return entry.range
            case RangeColumn.ADDRESSES:
                return count_text(entry.network.count)
            case RangeColumn.NOTE:
                return entry.note
            case RangeColumn.UNTIL:
                return time_text(entry.expires_at) if entry.expires_at else tr("for ever")
            case RangeColumn.HOURS:
                return "; ".join(entry.hours) or tr("always")
            case RangeColumn.SENDERS:
                return ", ".join(entry.senders) or tr("any")
            case RangeColumn.REMARKS:
                return self._remarks[row]

    def _order(self, entry: PrivilegedRange, row: int, column: RangeColumn) -> Any:
        network = entry.network
        match column:
            case RangeColumn.RANGE:  # as text of a fixed length: Qt compares no Python integers of 128 bits
                return f"{network.first.version}{int(network.first):039d}{int(network.last):039d}"
            case RangeColumn.ADDRESSES:
                return f"{network.count:039d}"
            case RangeColumn.UNTIL:
                return entry.expires_at.timestamp() if entry.expires_at else _FOR_EVER
            case _:
                return self._text(entry, row, column).casefold()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(RangeColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the sort value, the tip, or the struck-out font of an expired entry."""
        entry, column = self._entries[index.row()], RangeColumn(index.column())
        text = self._text(entry, index.row(), column)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == SORT_ROLE:
            return self._order(entry, index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.network.count:,}" if column is RangeColumn.ADDRESSES else text
        if role == Qt.ItemDataRole.DecorationRole and column is RangeColumn.REMARKS and text:
            return icon(Severity.INFORMATION)
        if role == Qt.ItemDataRole.FontRole and entry.has_ended(now()) and column is not RangeColumn.REMARKS:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return RangeColumn(section).header
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)
