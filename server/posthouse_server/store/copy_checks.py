"""What a copied settings database must be before its content is taken over: whoever made it may be a stranger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from posthouse_server.policy.addresses import parse_address, parse_domain
from posthouse_server.store.directory_rows import GroupRow, MailboxRow, read_domains, read_groups, read_mailboxes
from posthouse_server.store.directory_rules import check_name
from posthouse_server.store.directory_states import States, all_states
from posthouse_server.store.engine import StoreError
from posthouse_server.store.files import is_place_below
from posthouse_server.words import tr

# Views, triggers and virtual tables, which no version makes, have no pages of their own.
_STRANGE = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR rootpage IS NULL OR rootpage < 1 LIMIT 1"


def check_schema(path: Path) -> None:
    """Refuse a database that holds more than tables and indices, before anything is asked of it; raises StoreError."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            distrust(connection)
            found = connection.execute(_STRANGE).fetchone()
    except sqlite3.Error as error:
        raise StoreError(tr("The settings in it are damaged: {error}.", error=error)) from error
    if found is not None:
        raise StoreError(tr("The settings in it are damaged: they hold views, triggers or virtual tables, which Posthouse "
                            "never makes."))


def distrust(connection: sqlite3.Connection, _record: Any = None) -> None:
    """Let nothing in the schema call functions that may do harm."""
    connection.execute("PRAGMA trusted_schema=OFF")


def checked_states(copied: Connection) -> States:
    """Read a copied directory through the rules that hold for changes; raises StoreError for what breaks them."""
    try:
        states = all_states(copied)
        for kind, key in states:
            if kind == "post_office":
                _same(parse_domain(key), key)
        for domain in read_domains(copied):
            _same(parse_domain(domain.name), domain.name)
        _check_mailboxes(read_mailboxes(copied))
        _check_groups(read_groups(copied))
        for state in states.values():
            if state is not None and "domain" in state:  # an address or a group
                _same(str(state["address"]).rpartition("@")[2], state["domain"])
    except (ValueError, TypeError, AttributeError) as error:  # the last two: bytes or a number where text should stand
        raise StoreError(tr("The directory in the backup is damaged: {error}.", error=str(error).rstrip("."))) from error
    return states


def _check_mailboxes(rows: list[MailboxRow]) -> None:
    taken = set[str]()
    for row in rows:
        check_name(row.name)
        if not is_place_below(row.maildir) or row.maildir.casefold() in taken:
            raise ValueError(tr("the mailbox {login} can't have the folder {maildir!r}",
                                login=row.login, maildir=row.maildir))
        taken.add(row.maildir.casefold())
        if not isinstance(row.quota_kb, int) or row.quota_kb < 0:
            raise ValueError(tr("{quota_kb!r} is no quota", quota_kb=row.quota_kb))
        for address in row.addresses:
            _same(parse_address(address).key, address)
        for target in row.redirect_to:
            parse_address(target)


def _check_groups(rows: list[GroupRow]) -> None:
    for row in rows:
        _same(parse_address(row.address).key, row.address)
        for member in row.members:
            parse_address(member)


def _same(right: object, found: object) -> None:
    if right != found:
        raise ValueError(tr("{found!r} is not in its stored form", found=found))
