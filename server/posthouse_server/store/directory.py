"""Post offices, domains, mailboxes, groups and the address map; every change is recorded as a revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from posthouse_server.policy.directory import Directory
from posthouse_server.store import domain_work, group_work, mailbox_work
from posthouse_server.store.directory_csv import Line, LineFault, read_csv, write_csv
from posthouse_server.store.directory_import import Importer, ImportReport, Outcome, passwords_in
from posthouse_server.store.directory_rows import (
    DomainRow,
    GroupRow,
    MailboxRow,
    addresses_of_mailbox,
    find_domain,
    find_mailbox,
    is_named,
    mailbox_row,
    parsed_login,
    read_domains,
    read_groups,
    read_mailboxes,
)
from posthouse_server.store.directory_rules import (
    DirectoryError,
    MailboxKind,
    Redirection,
    UnknownRecipients,
    domain_name,
    hashed,
)
from posthouse_server.store.directory_view import DirectoryView, view_directory
from posthouse_server.store.directory_words import said
from posthouse_server.store.directory_work import working
from posthouse_server.store.domain_work import DomainProperties
from posthouse_server.store.engine import Database
from posthouse_server.store.mailbox_work import MailboxProperties, properties_of
from posthouse_server.store.row_reader import RowReader
from posthouse_server.store.tables import addresses, mailboxes, post_offices
from posthouse_server.words import in_english, tr

__all__ = ["Credentials", "DirectoryError", "DirectoryStore", "DomainProperties", "DomainRow", "GroupRow", "MailboxKind",
           "MailboxProperties", "MailboxRow", "Redirection", "UnknownRecipients", "properties_of"]


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is needed to check a login."""

    login: str
    password_hash: str
    enabled: bool


class DirectoryStore:
    """Reads and changes the directory. All methods block."""

    def __init__(self, database: Database, mail: Path) -> None:
        """Use an open settings database, and the folder of the mailboxes."""
        self._database = database
        self._mail = mail
        self._reader = RowReader(database)

    def view(self) -> DirectoryView:
        """Return what the server decides by, as it is now."""
        with self._database.read() as connection:
            return view_directory(connection, self._reader)

    def snapshot(self) -> Directory:
        """Return what the policy needs, as it is now; of a large directory, mailboxes are looked up when they are asked for."""
        return self.view().directory

    def close(self) -> None:
        """Close the connection of look-ups; the next one opens another."""
        self._reader.close()

    def credentials(self, login: str) -> Credentials | None:
        """Find a login given as mailbox@postoffice or as any address of a mailbox."""
        parsed = parsed_login(login)
        if parsed is None:
            return None
        query = select(mailboxes.c.name, mailboxes.c.password_hash, mailboxes.c.enabled,
                       post_offices.c.name.label("post_office")).join(post_offices)
        with self._database.read() as connection:
            row = connection.execute(query.where(is_named(parsed))).first()
            if row is None:
                row = connection.execute(query.join(addresses).where(addresses.c.address == parsed.key)).first()
        return None if row is None else Credentials(f"{row.name}@{row.post_office}", row.password_hash, row.enabled)

    def list_post_offices(self) -> list[str]:
        """Return the names in order."""
        with self._database.read() as connection:
            return list(connection.execute(select(post_offices.c.name).order_by(post_offices.c.name)).scalars())

    def list_domains(self) -> list[DomainRow]:
        """Return all domains, the oldest first."""
        with self._database.read() as connection:
            return read_domains(connection)

    def list_mailboxes(self) -> list[MailboxRow]:
        """Return all mailboxes by post office and name."""
        with self._database.read() as connection:
            return read_mailboxes(connection)

    def list_groups(self) -> list[GroupRow]:
        """Return all groups by post office and address."""
        with self._database.read() as connection:
            return read_groups(connection)

    def mailbox(self, login: str) -> MailboxRow:
        """Return a mailbox by its login or one of its addresses; raises DirectoryError."""
        with self._database.read() as connection:
            row = find_mailbox(connection, login)
            return mailbox_row(row, addresses_of_mailbox(connection, row.id))

    def add_domain(self, name: str, author: str, post_office: str = "") -> DomainRow:
        """Add a local domain; its post office is made if it is new, and named like the domain unless said otherwise."""
        with working(self._database, self._mail) as work:
            added = domain_work.add_domain(work, name, post_office)
            work.record(tr("Domain {added} added to post office {post_office}",
                           added=added.name, post_office=added.post_office), author)
        return added

    def remove_domain(self, name: str, author: str) -> None:
        """Remove a domain with its addresses and groups; refused while a mailbox would be left without any address."""
        with working(self._database, self._mail) as work:
            domain_work.remove_domain(work, name)
            work.record(tr("Domain {name} removed", name=domain_name(name)), author)

    def set_domain(self, name: str, wanted: DomainProperties, author: str) -> None:
        """Set what a domain does with mail for unknown recipients."""
        with working(self._database, self._mail) as work:
            domain_work.set_domain(work, name, wanted)
            work.record(said(work.watch.edits()), author)

    def set_catch_all(self, domain: str, login: str | None, author: str) -> None:
        """Let a mailbox of the domain's post office receive mail for unknown recipients; None for nobody."""
        domain = domain_name(domain)
        with working(self._database, self._mail) as work:
            unknown = UnknownRecipients(find_domain(work.connection, domain).unknown_recipients)
            domain_work.set_domain(work, domain, DomainProperties(login, unknown))
            work.record(tr("Catch-all of {domain}: {login}", domain=domain, login=login or 'none'), author)

    def add_mailbox(self, address: str, password: str, author: str, kind: MailboxKind = MailboxKind.USER) -> MailboxRow:
        """Add a mailbox named like the local part, with an address in each domain of its post office."""
        password_hash = hashed(password)
        with working(self._database, self._mail) as work:
            added = mailbox_work.add_mailbox(work, address, password_hash, kind)
            work.record(tr("Mailbox {login} added", login=added.login), author)
        return added

    def set_mailbox(self, login: str, wanted: MailboxProperties, author: str, base: MailboxRow | None = None,
                    password: str = "") -> None:
        """Give a mailbox other properties in one revision, and a new password if there is one.

        With a base it must still be as it was then.
        """
        password_hash = hashed(password) if password else ""
        with working(self._database, self._mail) as work:
            mailbox_work.set_mailbox(work, login, wanted, base, password_hash)
            work.record(said(work.watch.edits()), author)

    def remove_mailbox(self, login: str, author: str) -> None:
        """Remove a mailbox and its addresses; its stored messages stay on disk."""
        with working(self._database, self._mail) as work:
            work.record(tr("Mailbox {name} removed", name=mailbox_work.remove_mailbox(work, login)), author)

    def set_password(self, login: str, password: str, author: str) -> None:
        """Set a new password."""
        password_hash = hashed(password)
        with working(self._database, self._mail) as work:
            name = mailbox_work.change_mailbox(work, login, properties_of, password_hash)
            work.record(tr("Mailbox {name}: new password", name=name), author)

    def set_enabled(self, login: str, enabled: bool, author: str) -> None:
        """Enable or disable a mailbox: a disabled one neither logs in nor receives."""
        with working(self._database, self._mail) as work:
            name = mailbox_work.change_mailbox(work, login, lambda row: replace(properties_of(row), enabled=enabled))
            work.record(tr("Mailbox {name}: enabled", name=name) if enabled else
                        tr("Mailbox {name}: disabled", name=name), author)

    def add_group(self, address: str, author: str, friendly_name: str = "", members: Sequence[str] = ()) -> GroupRow:
        """Add a group; its address must be free and of a domain of this server."""
        with working(self._database, self._mail) as work:
            added = group_work.add_group(work, address, friendly_name, members)
            work.record(tr("Group {address} added", address=added.address), author)
        return added

    def set_group(self, address: str, friendly_name: str, members: Sequence[str], author: str,
                  base: GroupRow | None = None) -> None:
        """Give a group another name and other members; with a base, only if it is still as it was then."""
        with working(self._database, self._mail) as work:
            group_work.set_group(work, address, friendly_name, members, base)
            work.record(said(work.watch.edits()), author)

    def add_members(self, address: str, members: Sequence[str], author: str) -> None:
        """Let more addresses receive what is sent to a group."""
        with working(self._database, self._mail) as work:
            group = group_work.group_of(work, address)
            group_work.set_group(work, address, group.friendly_name, [*group.members, *members])
            work.record(said(work.watch.edits()), author)

    def remove_members(self, address: str, members: Sequence[str], author: str) -> None:
        """Take addresses out of a group; raises DirectoryError if one is no member."""
        with working(self._database, self._mail) as work:
            group = group_work.group_of(work, address)
            gone = {text.strip().casefold() for text in members}
            left = [member for member in group.members if member.casefold() not in gone]
            if missing := gone.difference(member.casefold() for member in group.members):
                raise DirectoryError(tr("{missing} is not a member of {address}.",
                                        missing=min(missing), address=group.address))
            group_work.set_group(work, address, group.friendly_name, left)
            work.record(said(work.watch.edits()), author)

    def remove_group(self, address: str, author: str) -> None:
        """Remove a group; its members stay what they are."""
        with working(self._database, self._mail) as work:
            work.record(tr("Group {address} removed", address=group_work.remove_group(work, address)), author)

    def export_csv(self) -> str:
        """Return the whole directory as a CSV table; passwords are never in it."""
        with self._database.read() as connection:
            return write_csv(read_domains(connection), read_mailboxes(connection), read_groups(connection))

    def import_csv(self, text: str, author: str, *, is_dry: bool = False) -> ImportReport:
        """Take a CSV table in as one revision; if a line is refused, nothing of it. Raises DirectoryError for no such table.

        A dry run only says what would happen.
        """
        lines, faults = read_csv(text)
        passwords = passwords_in(text)
        report = self._import(lines, faults, dict.fromkeys(passwords, "-"), "")
        if is_dry or report.number_of(Outcome.REFUSED):
            return report
        return self._import(lines, faults, {password: hashed(password) for password in passwords}, author)

    def _import(self, lines: Sequence[Line], faults: Sequence[LineFault], hashes: Mapping[str, str],
                author: str) -> ImportReport:
        """Take lines in; without an author all is taken back."""
        with working(self._database, self._mail) as work:
            found = Importer(work, hashes).run(lines, faults)
            is_done = bool(author) and not any(line.outcome is Outcome.REFUSED for line in found)
            report = ImportReport(tuple(found), is_done)
            if is_done:
                with in_english():
                    work.record(tr("Import: {outcome}", outcome=report.sentence.removesuffix('.')), author)
            else:
                work.connection.rollback()
        return report
