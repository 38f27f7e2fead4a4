"""Post offices, domains and mailboxes as tables."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from posthouse_console.models.rows import Column, Index, RowsModel
from posthouse_console.navigation.nodes import POST_OFFICES_PATH, Path
from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.tips import plain_tip
from posthouse_server.mailboxes.usage import Usage
from posthouse_server.store.directory import DomainRow, GroupRow, MailboxRow, Redirection, UnknownRecipients
from posthouse_server.words import tr


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


UNKNOWN_TEXTS = {UnknownRecipients.SETTINGS: tr("As Security says"), UnknownRecipients.ACCEPT: tr("Accepted"),
                 UnknownRecipients.REFUSE: tr("Refused")}


class PostOfficesModel(RowsModel[PostOfficeRow]):
    """All post offices."""

    NOUN = (tr("post office"), tr("post offices"))
    COLUMNS = (
        Column[PostOfficeRow](tr("Post Office"), lambda row: row.name, 220, icon=lambda _row: icon("post-office")),
        Column[PostOfficeRow](tr("Domains"), lambda row: ", ".join(row.domains), 280, raw=lambda row: row.domains),
        Column[PostOfficeRow](tr("Mailboxes"), lambda row: str(row.mailboxes), 100, sort=lambda row: row.mailboxes,
                              raw=lambda row: row.mailboxes),
    )

    def key(self, row: PostOfficeRow) -> Hashable:
        """Return the name."""
        return row.name


class DomainsModel(RowsModel[DomainRow]):
    """Local domains."""

    NOUN = (tr("domain"), tr("domains"))
    COLUMNS = (
        Column[DomainRow](tr("Domain Name"), lambda row: row.name, 240, icon=lambda _row: icon("domain")),
        Column[DomainRow](tr("Post Office"), lambda row: row.post_office, 200),
        Column[DomainRow](tr("Catch-all"), lambda row: row.catch_all or tr("None"), 160),
        Column[DomainRow](tr("Unknown Recipients"), lambda row: UNKNOWN_TEXTS[row.unknown], 160),
    )

    def key(self, row: DomainRow) -> Hashable:
        """Return the name."""
        return row.name


_MAILBOX = Column[MailboxRow](tr("Mailbox"), lambda row: row.name, 150,
                              icon=lambda row: icon("mailbox" if row.enabled else "mailbox-disabled"))
_KNOWN_AT_ONCE = (
    Column[MailboxRow](tr("Status"), lambda row: tr("Enabled") if row.enabled else tr("Disabled"), 80),
    Column[MailboxRow](tr("Quota"), lambda row: number_text(row.quota_kb) if row.quota_kb else tr("None"), 80,
                       sort=lambda row: row.quota_kb, raw=lambda row: row.quota_kb or None, title_tip=tr("In KB.")),
    Column[MailboxRow](tr("Friendly Name"), lambda row: row.friendly_name, 130),
    Column[MailboxRow](tr("Redirection"), lambda row: redirection_text(row), 170, tip=lambda row: "\n".join(row.redirect_to)),
    Column[MailboxRow](tr("Login"), lambda row: row.login, 170),
    Column[MailboxRow](tr("Type"), lambda row: row.kind.value, 70),
    Column[MailboxRow](tr("Addresses"), lambda row: ", ".join(row.addresses), 240, raw=lambda row: row.addresses,
                       tip=lambda row: "\n".join(row.addresses)),
)


class MailboxesModel(RowsModel[MailboxRow]):
    """Mailboxes."""

    NOUN = (tr("mailbox"), tr("mailboxes"))

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty, without alarms."""
        super().__init__(parent)
        self._alarms: Mapping[str, str] = {}
        self._usage: Mapping[str, Usage] = {}
        self.COLUMNS = (_MAILBOX, self._counted(tr("Disk Usage (KB)"), lambda usage: usage.kilobytes),
                        self._counted(tr("Inbox Messages"), lambda usage: usage.messages), *_KNOWN_AT_ONCE)

    def _counted(self, title: str, number_of: Callable[[Usage], int]) -> Column[MailboxRow]:
        """Return a column of what is counted apart, and known later."""
        def number(row: MailboxRow) -> int | None:
            usage = self._usage.get(row.login)
            return None if usage is None else number_of(usage)

        def text(row: MailboxRow) -> str:
            found = number(row)
            return "…" if found is None else number_text(found)

        def rank(row: MailboxRow) -> int:
            found = number(row)
            return -1 if found is None else found

        return Column(title, text, 110, sort=rank, raw=number)

    def show_alarms(self, alarms: Mapping[str, str]) -> None:
        """Mark the mailboxes that an alarm is about: login to text."""
        if alarms != self._alarms:
            self._alarms = dict(alarms)
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def show_usage(self, usage: Mapping[str, Usage]) -> None:
        """Show how much the mailboxes hold: login to usage."""
        if usage != self._usage:
            self._usage = dict(usage)
            if self._rows:
                self.dataChanged.emit(self.index(0, 1), self.index(len(self._rows) - 1, 2))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; the first of a mailbox with an alarm carries its badge and its text."""
        row = self._rows[index.row()] if index.isValid() and index.column() == 0 else None
        if row is not None and row.login in self._alarms:
            if role == Qt.ItemDataRole.DecorationRole:
                return icon("mailbox" if row.enabled else "mailbox-disabled", "state-alarm")
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._alarms[row.login])
            if role == Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._alarms[row.login]
        return super().data(index, role)

    def key(self, row: MailboxRow) -> Hashable:
        """Return the login."""
        return row.login


class GroupsModel(RowsModel[GroupRow]):
    """Groups."""

    NOUN = (tr("group"), tr("groups"))
    COLUMNS = (
        Column[GroupRow](tr("Group"), lambda row: row.address, 240, icon=lambda _row: icon("group")),
        Column[GroupRow](tr("Friendly Name"), lambda row: row.friendly_name, 160),
        Column[GroupRow](tr("Members"), lambda row: number_text(len(row.members)), 80, sort=lambda row: len(row.members),
                         raw=lambda row: len(row.members)),
        Column[GroupRow](tr("Addresses"), lambda row: ", ".join(row.members), 300, raw=lambda row: row.members,
                         tip=lambda row: "\n".join(row.members[:50])),
    )

    def key(self, row: GroupRow) -> Hashable:
        """Return the address."""
        return row.address


def redirection_text(row: MailboxRow) -> str:
    """Return where the mail of a mailbox goes, as its list shows it."""
    if row.redirection is Redirection.NONE:
        return tr("None")
    addresses = ", ".join(row.redirect_to)
    if row.redirection is Redirection.COPY:
        return tr("Copy to {addresses}", addresses=addresses)
    return tr("To {addresses}", addresses=addresses)
