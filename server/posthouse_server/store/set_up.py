"""The first set-up: a domain, a mailbox and new settings in one transaction, so that nothing is ever half done."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from posthouse_server.settings import Settings
from posthouse_server.store import domain_work, mailbox_work
from posthouse_server.store.directory_changes import Watch
from posthouse_server.store.directory_rules import MailboxKind, hashed
from posthouse_server.store.directory_work import Work
from posthouse_server.store.engine import Database
from posthouse_server.store.settings_store import (
    Revision,
    StaleRevisionError,
    add_directory_revision,
    add_settings_revision,
    newest_settings,
)
from posthouse_server.words import english, tr


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
        work, done = Work(connection, self._mail, Watch(connection)), []
        if wanted.domain:
            done.append(tr("Domain {domain} added to post office {domain}",
                           domain=domain_work.add_domain(work, wanted.domain).name))
        if wanted.mailbox:
            added = mailbox_work.add_mailbox(work, wanted.mailbox, password_hash, MailboxKind.USER)
            done.append(tr("Mailbox {login} added", login=added.login))
        if not done:
            return None
        return add_directory_revision(connection, "; ".join(map(english, done)), author, work.watch.edits(), comment)
