"""The messages of a mailbox as a table."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from posthouse_console.models.queue_rows import size_text
from posthouse_console.models.rows import Column, RowsModel
from posthouse_server.mailboxes.reading import MessageRow
from posthouse_server.words import tr


class MessagesModel(RowsModel[MessageRow]):
    """Unread messages stand in bold."""

    NOUN = (tr("message"), tr("messages"))
    SORTED_BY = (2, Qt.SortOrder.DescendingOrder)
    COLUMNS = (
        Column[MessageRow](tr("From"), lambda row: row.sender or tr("(nobody)"), 180, tip=lambda row: row.sender),
        Column[MessageRow](tr("Subject"), lambda row: row.subject or tr("(no subject)"), 250, tip=lambda row: row.subject),
        Column[MessageRow](tr("Date"), lambda row: _time(row), 130, sort=lambda row: row.at.timestamp()),
        Column[MessageRow](tr("Size"), lambda row: size_text(row.size), 80, sort=lambda row: row.size),
        Column[MessageRow](tr("Status"), lambda row: tr("Unread") if row.is_unread else tr("Read"), 70),
    )

    def key(self, row: MessageRow) -> Hashable:
        """Return the name of its file without flags."""
        return row.key

    def cell(self, row: MessageRow, number: int, role: int) -> Any:
        """Return what a row shows in a column."""
        if role == Qt.ItemDataRole.FontRole and row.is_unread:
            font = QFont()
            font.setBold(True)
            return font
        return super().cell(row, number, role)


def _time(row: MessageRow) -> str:
    return f"{row.at.astimezone():%Y-%m-%d %H:%M}"
