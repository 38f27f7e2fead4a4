"""Post offices, domains and mailboxes as tables."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from posthouse_console.models.rows import Column, Index, RowsModel
from posthouse_console.navigation.nodes import POST_OFFICES_PATH, Path
from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.widgets.icons import icon
from posthouse_server.store.directory import DomainRow, MailboxRow


@dataclass(frozen=True, slots=True)
class PostOfficeRow:
    """A post office with what it holds."""

    name: str
    domains: tuple[str, ...]
    mailboxes: int

    @property
    def path(self) -> Path:
        """Return its node."""
        return (*POST_OFFICES_PATH, self.name)


def post_office_rows(lists: DirectoryLists) -> list[PostOfficeRow]:
    """Return the post offices."""
    return [PostOfficeRow(name, tuple(row.name for row in lists.domains_of(name)), len(lists.mailboxes_of(name)))
            for name in lists.post_offices]


class PostOfficesModel(RowsModel[PostOfficeRow]):
    """All post offices."""

    NOUN = ("post office", "post offices")
    COLUMNS = (
        Column[PostOfficeRow]("Post Office", lambda row: row.name, 220, icon=lambda _row: icon("post-office")),
        Column[PostOfficeRow]("Domains", lambda row: ", ".join(row.domains), 280),
        Column[PostOfficeRow]("Mailboxes", lambda row: str(row.mailboxes), 100, sort=lambda row: row.mailboxes),
    )

    def key(self, row: PostOfficeRow) -> Hashable:
        """Return the name."""
        return row.name


class DomainsModel(RowsModel[DomainRow]):
    """Local domains."""

    NOUN = ("domain", "domains")
    COLUMNS = (
        Column[DomainRow]("Domain Name", lambda row: row.name, 240, icon=lambda _row: icon("domain")),
        Column[DomainRow]("Post Office", lambda row: row.post_office, 200),
        Column[DomainRow]("Catch-all", lambda row: row.catch_all or "None", 160),
    )

    def key(self, row: DomainRow) -> Hashable:
        """Return the name."""
        return row.name


class MailboxesModel(RowsModel[MailboxRow]):
    """Mailboxes."""

    NOUN = ("mailbox", "mailboxes")

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty, without alarms."""
        super().__init__(parent)
        self._alarms: Mapping[str, str] = {}

    def show_alarms(self, alarms: Mapping[str, str]) -> None:
        """Mark the mailboxes that an alarm is about: login to text."""
        if alarms != self._alarms:
            self._alarms = dict(alarms)
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; the first of a mailbox with an alarm carries its badge and its text."""
        row = self._rows[index.row()] if index.isValid() and index.column() == 0 else None
        if row is not None and row.login in self._alarms:
            if role == Qt.ItemDataRole.DecorationRole:
                return icon("mailbox" if row.enabled else "mailbox-disabled", "state-alarm")
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
                return self._alarms[row.login]
        return super().data(index, role)

    COLUMNS = (
        Column[MailboxRow]("Mailbox", lambda row: row.name, 150,
                           icon=lambda row: icon("mailbox" if row.enabled else "mailbox-disabled")),
        Column[MailboxRow]("Login", lambda row: row.login, 210),
        Column[MailboxRow]("Status", lambda row: "Enabled" if row.enabled else "Disabled", 90),
        Column[MailboxRow]("Type", lambda row: row.kind.value, 80),
        Column[MailboxRow]("Addresses", lambda row: ", ".join(row.addresses), 240,
                           tip=lambda row: "\n".join(row.addresses)),
    )

    def key(self, row: MailboxRow) -> Hashable:
        """Return the login."""
        return row.login
