"""The first set-up: a domain, a mailbox and new settings in one transaction, so that nothing is ever half done."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, insert, select

from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.settings import Settings
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
from posthouse_server.store.engine import Database
from posthouse_server.store.settings_store import (
    Revision,
    StaleRevisionError,
    add_directory_revision,
    add_settings_revision,
    newest_settings,
)
from posthouse_server.store.tables import addresses, domains, mailboxes, post_offices


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is to be there afterwards."""

    settings: Settings
    base: int
    """The newest settings revision that the author saw."""
    domain: str = ""
    """A domain to add, with a post office of its name; empty: none."""
    mailbox: str = ""
    """The address of a mailbox to add, in a domain that is there by then; empty: none."""
    password: str = field(default="", repr=False)


class SetUpStore:
    """Saves a set-up, all or nothing. Its method blocks."""

    def __init__(self, database: Database, mail: Path) -> None:
        """Use an open settings database, and the folder of the mailboxes."""
        self._database = database
        self._mail = mail

    def save(self, wanted: SetUp, author: str, comment: str = "") -> Revision:
        """Save everything in one transaction; returns the newest revision. Where nothing differs, nothing is added.

        Raises StaleRevisionError, DirectoryError or StoreError, and then nothing was saved.
        """
        password_hash = hashed(wanted.password) if wanted.mailbox else ""  # it takes a while: before the lock is taken
        with self._database.write() as connection:
            newest, before = newest_settings(connection)
            if newest.number != wanted.base:
                raise StaleRevisionError(newest)
            made = self._change_directory(connection, wanted, password_hash, author, comment)
            if wanted.settings != before:
                made = add_settings_revision(connection, wanted.settings, before, author, comment)
            return made or newest

    def _change_directory(self, connection: Connection, wanted: SetUp, password_hash: str, author: str,
                          comment: str) -> Revision | None:
        watch, done = Watch(connection), []
        if wanted.domain:
            _add_domain(connection, watch, domain_name(wanted.domain))
            done.append(f"Domain {wanted.domain} added to post office {wanted.domain}")
        if wanted.mailbox:
            login = self._add_mailbox(connection, watch, wanted.mailbox, password_hash)
            done.append(f"Mailbox {login} added")
        if not done:
            return None
        return add_directory_revision(connection, "; ".join(done), author, watch.edits(), comment)

    def _add_mailbox(self, connection: Connection, watch: Watch, address: str, password_hash: str) -> str:
        try:
            parsed = parse_address(address)
        except AddressError as error:
            raise DirectoryError(str(error)) from error
        name = parsed.key.rpartition("@")[0]
        check_name(name)
        place = connection.execute(select(domains.c.post_office_id, post_offices.c.name).join(
            post_offices, domains.c.post_office_id == post_offices.c.id).where(domains.c.name == parsed.domain)).first()
        if place is None:
            raise DirectoryError(f"{parsed.domain} is not a domain of this server; add the domain first.")
        check_free(connection, place.post_office_id, place.name, name)
        login = f"{name}@{place.name}"
        watch.note("mailbox", login)
        mailbox = connection.execute(insert(mailboxes).values(
            post_office_id=place.post_office_id, name=name, kind=MailboxKind.USER.value, enabled=True,
            password_hash=password_hash, maildir=free_maildir(connection, self._mail, parsed.domain, name),
            created_at=now()).returning(mailboxes.c.id)).scalar_one()
        for row in connection.execute(select(domains).where(domains.c.post_office_id == place.post_office_id)).all():
            watch.note("address", f"{name}@{row.name}")
            connection.execute(insert(addresses).values(address=f"{name}@{row.name}", domain_id=row.id, mailbox_id=mailbox))
        return login


def _add_domain(connection: Connection, watch: Watch, name: str) -> None:
    if connection.execute(select(domains.c.id).where(domains.c.name == name)).first():
        raise DirectoryError(f"The domain {name} exists already.")
    check_office(connection, name, name)
    watch.note("post_office", name)
    watch.note("domain", name)
    office = connection.execute(select(post_offices.c.id).where(post_offices.c.name == name)).scalar()
    if office is None:
        office = connection.execute(insert(post_offices).values(name=name).returning(post_offices.c.id)).scalar_one()
    connection.execute(insert(domains).values(name=name, post_office_id=office))
