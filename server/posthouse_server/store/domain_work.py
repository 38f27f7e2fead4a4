"""Changes of domains: adding, properties, removing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, exists, insert, select, update

from posthouse_server.store.directory_rows import DomainRow, find_domain, find_mailbox, office_name
from posthouse_server.store.directory_rules import DirectoryError, UnknownRecipients, check_office, domain_name
from posthouse_server.store.directory_work import Work
from posthouse_server.store.tables import addresses, domains, groups, mailboxes, post_offices
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class DomainProperties:
    """What can be said of a domain."""

    catch_all: str | None = None
    """The login of the mailbox; None for nobody."""
    unknown: UnknownRecipients = UnknownRecipients.SETTINGS


def add_domain(work: Work, name: str, post_office: str = "") -> DomainRow:
    """Add a local domain; its post office is made if it is new, and named like the domain unless said otherwise."""
    name, connection = domain_name(name), work.connection
    office = domain_name(post_office) if post_office else name
    if connection.execute(select(domains.c.id).where(domains.c.name == name)).first():
        raise DirectoryError(tr("The domain {name} exists already.", name=name))
    check_office(connection, name, office)
    work.watch.note("post_office", office)
    work.watch.note("domain", name)
    office_id = connection.execute(select(post_offices.c.id).where(post_offices.c.name == office)).scalar()
    if office_id is None:
        office_id = connection.execute(insert(post_offices).values(name=office).returning(post_offices.c.id)).scalar_one()
    connection.execute(insert(domains).values(name=name, post_office_id=office_id))
    return DomainRow(name, office, None)


def set_domain(work: Work, name: str, wanted: DomainProperties) -> None:
    """Set what a domain does with mail for unknown recipients; raises DirectoryError."""
    name, connection = domain_name(name), work.connection
    row = find_domain(connection, name)
    mailbox = None if wanted.catch_all is None else find_mailbox(connection, wanted.catch_all)
    if mailbox is not None and mailbox.post_office_id != row.post_office_id:
        raise DirectoryError(tr("The mailbox {catch_all} is of another post office than the domain {name}.",
                                catch_all=wanted.catch_all, name=name))
    work.watch.note("domain", name)
    connection.execute(update(domains).where(domains.c.id == row.id).values(
        catch_all_id=None if mailbox is None else mailbox.id, unknown_recipients=wanted.unknown.value))


def remove_domain(work: Work, name: str) -> None:
    """Remove a domain with its addresses and groups; refused while a mailbox would be left without any address."""
    name, connection = domain_name(name), work.connection
    row = find_domain(connection, name)
    other = addresses.alias()
    elsewhere = exists().where(other.c.mailbox_id == mailboxes.c.id, other.c.domain_id != row.id)
    stranded = connection.execute(select(mailboxes.c.name).join(addresses).where(
        addresses.c.domain_id == row.id, ~elsewhere).distinct().limit(4)).scalars().all()
    if stranded:
        raise DirectoryError(tr("The domain {name} still has mailboxes ({stranded}); remove them first.",
                                name=name, stranded=', '.join(stranded)))
    work.watch.note("post_office", office_name(connection, row.post_office_id))
    work.watch.note("domain", name)
    work.watch.note_addresses(addresses.c.domain_id == row.id)
    work.watch.note("group", *connection.execute(select(groups.c.address).where(groups.c.domain_id == row.id)).scalars())
    connection.execute(delete(domains).where(domains.c.id == row.id))
    work.remove_empty_post_office(row.post_office_id)
