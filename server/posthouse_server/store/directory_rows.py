"""Domains, mailboxes and groups as lists show them, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.store.directory_rules import DirectoryError, MailboxKind, Redirection, UnknownRecipients
from posthouse_server.store.tables import addresses, domains, group_members, groups, mailboxes, post_offices
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain as lists show it."""

    name: str
    post_office: str
    catch_all: str | None
    """The name of the mailbox, which is of the same post office."""
    unknown: UnknownRecipients = UnknownRecipients.SETTINGS


@dataclass(frozen=True, slots=True)
class MailboxRow:
    """A mailbox as lists show it."""

    post_office: str
    name: str
    kind: MailboxKind
    enabled: bool
    maildir: str
    addresses: tuple[str, ...]
    friendly_name: str = ""
    redirection: Redirection = Redirection.NONE
    redirect_to: tuple[str, ...] = ()
    quota_kb: int = 0
    """How much it may hold; 0 for as much as there is."""

    @property
    def login(self) -> str:
        """Return mailbox@postoffice."""
        return f"{self.name}@{self.post_office}"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group as lists show it."""

    address: str
    post_office: str
    friendly_name: str = ""
    members: tuple[str, ...] = ()


def read_domains(connection: Connection, *conditions: Any) -> list[DomainRow]:
    """Return all domains, or those that meet conditions on the tables, the oldest first."""
    query = (select(domains.c.name, domains.c.unknown_recipients, post_offices.c.name.label("post_office"),
                    mailboxes.c.name.label("catch_all"))
             .join(post_offices, domains.c.post_office_id == post_offices.c.id)
             .outerjoin(mailboxes, domains.c.catch_all_id == mailboxes.c.id).where(*conditions).order_by(domains.c.id))
    return [DomainRow(row.name, row.post_office, row.catch_all, UnknownRecipients(row.unknown_recipients))
            for row in connection.execute(query)]


def read_mailboxes(connection: Connection) -> list[MailboxRow]:
    """Return all mailboxes by post office and name."""
    mapped: dict[int, list[str]] = {}
    for row in connection.execute(select(addresses).order_by(addresses.c.address)):
        mapped.setdefault(row.mailbox_id, []).append(row.address)
    query = select_mailboxes().order_by(post_offices.c.name, mailboxes.c.name)
    return [mailbox_row(row, mapped.get(row.id, ())) for row in connection.execute(query)]


def read_groups(connection: Connection) -> list[GroupRow]:
    """Return all groups by post office and address."""
    members: dict[str, list[str]] = {}
    for row in connection.execute(select(group_members).order_by(group_members.c.address)):
        members.setdefault(row.group_address, []).append(row.address)
    query = (select(groups, post_offices.c.name.label("post_office")).join(domains, groups.c.domain_id == domains.c.id)
             .join(post_offices, domains.c.post_office_id == post_offices.c.id)
             .order_by(post_offices.c.name, groups.c.address))
    return [GroupRow(row.address, row.post_office, row.friendly_name, tuple(members.get(row.address, ())))
            for row in connection.execute(query)]


def mailbox_row(row: Row[Any], mapped: Any) -> MailboxRow:
    """Return a row of the table, joined with its post office, as lists show it."""
    targets = tuple(row.redirect_to.split("\n")) if row.redirect_to else ()
    return MailboxRow(row.post_office, row.name, MailboxKind(row.kind), row.enabled, row.maildir, tuple(mapped),
                      row.friendly_name, Redirection(row.redirection), targets, row.quota_kb)


def addresses_of_mailbox(connection: Connection, mailbox_id: int) -> list[str]:
    """Return the addresses of a mailbox in order."""
    return list(connection.execute(select(addresses.c.address).where(
        addresses.c.mailbox_id == mailbox_id).order_by(addresses.c.address)).scalars())


def select_mailboxes() -> Any:
    """Return the query for mailboxes with their post office."""
    return select(mailboxes, post_offices.c.name.label("post_office")).join(post_offices)


def find_mailbox(connection: Connection, login: str) -> Row[Any]:
    """Find a mailbox by mailbox@postoffice or by one of its addresses; raises DirectoryError."""
    parsed, row = parsed_login(login), None
    if parsed is not None:
        row = connection.execute(select_mailboxes().where(is_named(parsed))).first()
    if parsed is not None and row is None:
        row = connection.execute(select_mailboxes().join(addresses).where(addresses.c.address == parsed.key)).first()
    if row is None:
        raise DirectoryError(tr("There is no mailbox {login}.", login=login))
    return row


def find_domain(connection: Connection, name: str) -> Row[Any]:
    """Find a domain in its stored form; raises DirectoryError."""
    row = connection.execute(select(domains).where(domains.c.name == name)).first()
    if row is None:
        raise DirectoryError(tr("There is no domain {name}.", name=name))
    return row


def office_name(connection: Connection, office_id: int) -> str:
    """Return the name of a post office."""
    return str(connection.execute(select(post_offices.c.name).where(post_offices.c.id == office_id)).scalar_one())


def parsed_login(login: str) -> Address | None:
    """Read a login as an address (a post office is named like a domain); None for what nobody can be called."""
    try:
        return parse_address(login.strip())
    except AddressError:
        return None


def is_named(login: Address) -> Any:
    """Return the condition for a mailbox joined with its post office."""
    return and_(mailboxes.c.name == login.key.rpartition("@")[0], post_offices.c.name == login.domain)
