"""Post offices, domains, mailboxes and the address map; every change is recorded as a revision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, insert, select, update

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.directory import Directory
from posthouse_server.store.clock import now
from posthouse_server.store.directory_changes import Watch
from posthouse_server.store.directory_rules import (
    DirectoryError,
    MailboxKind,
    check_free,
    check_name,
    check_office,
    domain_name,
    free_maildir,
    hashed,
)
from posthouse_server.store.directory_view import DirectoryView, view_directory
from posthouse_server.store.engine import Database
from posthouse_server.store.row_reader import RowReader
from posthouse_server.store.settings_store import add_directory_revision
from posthouse_server.store.tables import addresses, domains, mailboxes, post_offices

__all__ = ["Credentials", "DirectoryError", "DirectoryStore", "DomainRow", "MailboxKind", "MailboxRow"]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain as lists show it."""

    name: str
    post_office: str
    catch_all: str | None


@dataclass(frozen=True, slots=True)
class MailboxRow:
    """A mailbox as lists show it."""

    post_office: str
    name: str
    kind: MailboxKind
    enabled: bool
    maildir: str
    addresses: tuple[str, ...]

    @property
    def login(self) -> str:
        """Return mailbox@postoffice."""
        return f"{self.name}@{self.post_office}"


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
        parsed = _parsed_login(login)
        if parsed is None:
            return None
        query = select(mailboxes.c.name, mailboxes.c.password_hash, mailboxes.c.enabled,
                       post_offices.c.name.label("post_office")).join(post_offices)
        with self._database.read() as connection:
            row = connection.execute(query.where(_is_named(parsed))).first()
            if row is None:
                row = connection.execute(query.join(addresses).where(addresses.c.address == parsed.key)).first()
        return None if row is None else Credentials(f"{row.name}@{row.post_office}", row.password_hash, row.enabled)

    def list_post_offices(self) -> list[str]:
        """Return the names in order."""
        with self._database.read() as connection:
            return list(connection.execute(select(post_offices.c.name).order_by(post_offices.c.name)).scalars())

    def list_domains(self) -> list[DomainRow]:
        """Return all domains, the oldest first."""
        query = (select(domains.c.name, post_offices.c.name.label("post_office"), mailboxes.c.name.label("catch_all"))
                 .join(post_offices, domains.c.post_office_id == post_offices.c.id)
                 .outerjoin(mailboxes, domains.c.catch_all_id == mailboxes.c.id).order_by(domains.c.id))
        with self._database.read() as connection:
            return [DomainRow(row.name, row.post_office, row.catch_all) for row in connection.execute(query)]

    def list_mailboxes(self) -> list[MailboxRow]:
        """Return all mailboxes by post office and name."""
        with self._database.read() as connection:
            mapped: dict[int, list[str]] = {}
            for row in connection.execute(select(addresses).order_by(addresses.c.address)):
                mapped.setdefault(row.mailbox_id, []).append(row.address)
            query = _select_mailboxes().order_by(post_offices.c.name, mailboxes.c.name)
            return [MailboxRow(row.post_office, row.name, MailboxKind(row.kind), row.enabled, row.maildir,
                               tuple(mapped.get(row.id, ()))) for row in connection.execute(query)]

    def add_domain(self, name: str, author: str, post_office: str = "") -> DomainRow:
        """Add a local domain; its post office is made if it is new, and named like the domain unless said otherwise."""
        name = domain_name(name)
        office = domain_name(post_office) if post_office else name
        with self._database.write() as connection:
            if connection.execute(select(domains.c.id).where(domains.c.name == name)).first():
                raise DirectoryError(f"The domain {name} exists already.")
            check_office(connection, name, office)
            watch = Watch(connection)
            watch.note("post_office", office)
            watch.note("domain", name)
            office_id = connection.execute(select(post_offices.c.id).where(post_offices.c.name == office)).scalar()
            if office_id is None:
                office_id = connection.execute(
                    insert(post_offices).values(name=office).returning(post_offices.c.id)).scalar_one()
            connection.execute(insert(domains).values(name=name, post_office_id=office_id))
            add_directory_revision(connection, f"Domain {name} added to post office {office}", author, watch.edits())
        return DomainRow(name, office, None)

    def remove_domain(self, name: str, author: str) -> None:
        """Remove a domain and its addresses; refused while a mailbox would be left without any address."""
        name = domain_name(name)
        with self._database.write() as connection:
            row = connection.execute(select(domains).where(domains.c.name == name)).first()
            if row is None:
                raise DirectoryError(f"There is no domain {name}.")
            other = addresses.alias()
            elsewhere = exists().where(other.c.mailbox_id == mailboxes.c.id, other.c.domain_id != row.id)
            stranded = connection.execute(select(mailboxes.c.name).join(addresses).where(
                addresses.c.domain_id == row.id, ~elsewhere).distinct().limit(4)).scalars().all()
            if stranded:
                raise DirectoryError(f"The domain {name} still has mailboxes ({', '.join(stranded)}); remove them first.")
            watch = Watch(connection)
            watch.note("post_office", _office_name(connection, row.post_office_id))
            watch.note("domain", name)
            watch.note_addresses(addresses.c.domain_id == row.id)
            connection.execute(delete(domains).where(domains.c.id == row.id))
            _remove_empty_post_office(connection, row.post_office_id)
            add_directory_revision(connection, f"Domain {name} removed", author, watch.edits())

    def set_catch_all(self, domain: str, login: str | None, author: str) -> None:
        """Let a mailbox of the domain's post office receive mail for unknown recipients; None for nobody."""
        domain = domain_name(domain)
        with self._database.write() as connection:
            row = connection.execute(select(domains).where(domains.c.name == domain)).first()
            if row is None:
                raise DirectoryError(f"There is no domain {domain}.")
            mailbox = None if login is None else _mailbox(connection, login)
            if mailbox is not None and mailbox.post_office_id != row.post_office_id:
                raise DirectoryError(f"The mailbox {login} is of another post office than the domain {domain}.")
            watch = Watch(connection)
            watch.note("domain", domain)
            connection.execute(update(domains).where(domains.c.id == row.id).values(
                catch_all_id=None if mailbox is None else mailbox.id))
            add_directory_revision(connection, f"Catch-all of {domain}: {login or 'none'}", author, watch.edits())

    def add_mailbox(self, address: str, password: str, author: str, kind: MailboxKind = MailboxKind.USER) -> MailboxRow:
        """Add a mailbox named like the local part, with an address in each domain of its post office."""
        try:
            parsed = parse_address(address)
        except AddressError as error:
            raise DirectoryError(str(error)) from error
        name = parsed.key.rpartition("@")[0]
        check_name(name)
        password_hash = hashed(password)
        with self._database.write() as connection:
            domain = connection.execute(select(domains).where(domains.c.name == parsed.domain)).first()
            if domain is None:
                raise DirectoryError(f"{parsed.domain} is not a domain of this server; add the domain first.")
            office = connection.execute(
                select(post_offices.c.name).where(post_offices.c.id == domain.post_office_id)).scalar_one()
            check_free(connection, domain.post_office_id, office, name)
            maildir = free_maildir(connection, self._mail, parsed.domain, name)
            watch = Watch(connection)
            watch.note("mailbox", f"{name}@{office}")
            mailbox_id = connection.execute(insert(mailboxes).values(
                post_office_id=domain.post_office_id, name=name, kind=kind.value, enabled=True, password_hash=password_hash,
                maildir=maildir, created_at=now()).returning(mailboxes.c.id)).scalar_one()
            mapped = []
            for row in connection.execute(select(domains).where(domains.c.post_office_id == domain.post_office_id)).all():
                mapped.append(f"{name}@{row.name}")
                watch.note("address", mapped[-1])
                connection.execute(insert(addresses).values(address=mapped[-1], domain_id=row.id, mailbox_id=mailbox_id))
            add_directory_revision(connection, f"Mailbox {name}@{office} added", author, watch.edits())
        return MailboxRow(office, name, kind, True, maildir, tuple(mapped))

    def remove_mailbox(self, login: str, author: str) -> None:
        """Remove a mailbox and its addresses; its stored messages stay on disk."""
        with self._database.write() as connection:
            row = _mailbox(connection, login)
            watch = Watch(connection)
            watch.note("post_office", row.post_office)
            watch.note("mailbox", f"{row.name}@{row.post_office}")
            watch.note_addresses(addresses.c.mailbox_id == row.id)
            watch.note("domain", *connection.execute(select(domains.c.name).where(domains.c.catch_all_id == row.id)).scalars())
            connection.execute(delete(mailboxes).where(mailboxes.c.id == row.id))
            _remove_empty_post_office(connection, row.post_office_id)
            add_directory_revision(connection, f"Mailbox {row.name}@{row.post_office} removed", author, watch.edits())

    def set_password(self, login: str, password: str, author: str) -> None:
        """Set a new password."""
        self._update(login, author, "new password", password_hash=hashed(password))

    def set_enabled(self, login: str, enabled: bool, author: str) -> None:
        """Enable or disable a mailbox: a disabled one neither logs in nor receives."""
        self._update(login, author, "enabled" if enabled else "disabled", enabled=enabled)

    def _update(self, login: str, author: str, what: str, **values: Any) -> None:
        with self._database.write() as connection:
            row = _mailbox(connection, login)
            watch = Watch(connection)
            watch.note("mailbox", f"{row.name}@{row.post_office}")
            connection.execute(update(mailboxes).where(mailboxes.c.id == row.id).values(**values))
            add_directory_revision(connection, f"Mailbox {row.name}@{row.post_office}: {what}", author, watch.edits())


def _office_name(connection: Connection, office_id: int) -> str:
    return str(connection.execute(select(post_offices.c.name).where(post_offices.c.id == office_id)).scalar_one())


def _select_mailboxes() -> Any:
    return select(mailboxes, post_offices.c.name.label("post_office")).join(post_offices)


def _mailbox(connection: Connection, login: str) -> Row[Any]:
    """Find a mailbox by mailbox@postoffice or by one of its addresses; raises DirectoryError."""
    parsed, row = _parsed_login(login), None
    if parsed is not None:
        row = connection.execute(_select_mailboxes().where(_is_named(parsed))).first()
    if parsed is not None and row is None:
        row = connection.execute(_select_mailboxes().join(addresses).where(addresses.c.address == parsed.key)).first()
    if row is None:
        raise DirectoryError(f"There is no mailbox {login}.")
    return row


def _parsed_login(login: str) -> Address | None:
    """Read a login as an address (a post office is named like a domain); None for what nobody can be called."""
    try:
        return parse_address(login.strip())
    except AddressError:
        return None


def _is_named(login: Address) -> Any:
    return and_(mailboxes.c.name == login.key.rpartition("@")[0], post_offices.c.name == login.domain)


def _remove_empty_post_office(connection: Connection, office_id: int) -> None:
    in_use = (select(domains.c.id).where(domains.c.post_office_id == office_id)
              .union_all(select(mailboxes.c.id).where(mailboxes.c.post_office_id == office_id)))
    if not connection.execute(in_use.limit(1)).first():
        connection.execute(delete(post_offices).where(post_offices.c.id == office_id))
