"""What policy and logins ask of the directory: a small one is copied into memory, a large one is asked row by row."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, bindparam, func, literal, select, true

from posthouse_server.policy.addresses import Address
from posthouse_server.policy.directory import Directory, Mailbox, MemoryDirectory
from posthouse_server.store.directory_rules import MailboxKind, Redirection, UnknownRecipients
from posthouse_server.store.row_reader import RowReader
from posthouse_server.store.statements import Prepared, Values, driver_cursor
from posthouse_server.store.tables import addresses, domains, group_members, groups, mailboxes, post_offices

IN_MEMORY = 20_000
"""Up to so many addresses a directory is copied: a look-up costs nothing, and the copy is made in milliseconds."""
_REMEMBERED = 20_000

_COLUMNS = (mailboxes.c.name, post_offices.c.name.label("post_office"), mailboxes.c.maildir, mailboxes.c.enabled,
            mailboxes.c.redirection, mailboxes.c.redirect_to, mailboxes.c.quota_kb)
_FULL = mailboxes.join(post_offices)
_BY_ADDRESS = Prepared(select(*_COLUMNS).select_from(_FULL.join(addresses)).where(
    addresses.c.address == bindparam("key")), "key")
_BY_LOGIN = Prepared(select(*_COLUMNS).select_from(_FULL).where(
    mailboxes.c.name == bindparam("mailbox"), post_offices.c.name == bindparam("office")), "mailbox", "office")
_NUMBER = Prepared(select(func.count()).select_from(
    select(addresses.c.mailbox_id).limit(bindparam("number")).subquery()), "number")
_DOMAINS = Prepared(select(domains.c.name, domains.c.post_office_id, domains.c.unknown_recipients).order_by(domains.c.id))
_GROUPS = Prepared(select(groups.c.address, group_members.c.address.label("member")).select_from(
    groups.outerjoin(group_members, group_members.c.group_address == groups.c.address)).order_by(
        groups.c.address, group_members.c.address))
_QUOTA = Prepared(select(mailboxes.c.quota_kb).where(mailboxes.c.maildir == bindparam("maildir")), "maildir")
_CATCH_ALLS = Prepared(select(domains.c.name.label("domain"), *_COLUMNS).select_from(
    domains.join(mailboxes, domains.c.catch_all_id == mailboxes.c.id).join(
        post_offices, mailboxes.c.post_office_id == post_offices.c.id)).where(mailboxes.c.enabled == true()))
_first_admin = (select(mailboxes.c.post_office_id.label("office_id"), func.min(mailboxes.c.id).label("mailbox_id"))
                .where(mailboxes.c.kind == MailboxKind.ADMIN.value, mailboxes.c.enabled == true())
                .group_by(mailboxes.c.post_office_id).subquery())
_ADMINISTRATORS = Prepared(select(_first_admin.c.office_id, *_COLUMNS).select_from(
    _first_admin.join(mailboxes, mailboxes.c.id == _first_admin.c.mailbox_id)
    .join(post_offices, post_offices.c.id == mailboxes.c.post_office_id)))
_POSTMASTERS = Prepared(select(domains.c.name.label("domain"), *_COLUMNS).select_from(
    domains.join(addresses, addresses.c.address == literal("postmaster@") + domains.c.name)
    .join(mailboxes, addresses.c.mailbox_id == mailboxes.c.id)
    .join(post_offices, mailboxes.c.post_office_id == post_offices.c.id)))
_NEXT_ENABLED = Prepared(select(addresses.c.address).join(mailboxes).where(
    mailboxes.c.enabled == true(), addresses.c.address > bindparam("after")).order_by(addresses.c.address).limit(100), "after")
_MAILBOXES = Prepared(select(mailboxes.c.id, *_COLUMNS).select_from(_FULL))
_ADDRESSES = Prepared(select(addresses.c.address, addresses.c.mailbox_id))


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """The directory of one moment, for the server to decide by."""

    directory: Directory
    enabled_logins: Container[str]
    """The logins (mailbox@postoffice) of enabled mailboxes."""
    first_domain: str
    """The oldest domain; "" for none."""
    quotas: Callable[[str], int] = field(repr=False, default=lambda _maildir: 0)
    """How many kilobytes a mailbox may hold, by its folder; 0 for as many as there are."""


class StoredDirectory:
    """Domains and their special mailboxes as they were when it was made; other mailboxes are looked up when asked for.

    What was once looked up stays so. A transaction that began under an older revision may therefore see an address that
    nobody had asked for since as a newer revision has it. Any thread may ask; StoreError is raised.
    """

    def __init__(self, reader: RowReader, few: MemoryDirectory) -> None:
        """Keep the few, which are all but the addresses of mailboxes, and remember some of the many."""
        self._reader = reader
        self._few = few
        self._find: Callable[[str], Mailbox | None] = lru_cache(_REMEMBERED)(
            lambda key: next((_mailbox(row) for row in reader.rows(_BY_ADDRESS, (key,))), None))

    def is_local_domain(self, domain: str) -> bool:
        """See Directory."""
        return domain in self._few.domains

    def find(self, address: Address) -> Mailbox | None:
        """See Directory."""
        if address.domain not in self._few.domains:
            return None
        return self._find(address.key) or self._few.find(address)

    def catch_all(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return self._few.catch_all(domain)

    def administrator(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return self._few.administrator(domain)

    def takes_unknown(self, domain: str) -> bool | None:
        """See Directory."""
        return self._few.takes_unknown(domain)

    def enabled_addresses(self) -> Iterable[str]:
        """See Directory."""
        after = ""
        while rows := self._reader.rows(_NEXT_ENABLED, (after,)):
            yield from (row[0] for row in rows)
            after = rows[-1][0]


class StoredLogins:
    """The logins of enabled mailboxes, each looked up when it is asked for the first time."""

    def __init__(self, reader: RowReader) -> None:
        """Remember some."""
        self._is_enabled: Callable[[str], bool] = lru_cache(_REMEMBERED)(
            lambda login: any(_mailbox(row).enabled for row in reader.rows(_BY_LOGIN, _split(login))))

    def __contains__(self, login: object) -> bool:
        """Return whether an enabled mailbox has this login; raises StoreError."""
        return isinstance(login, str) and self._is_enabled(login)


def view_directory(connection: Connection, reader: RowReader) -> DirectoryView:
    """Read what the server needs in one transaction."""
    cursor, dialect = driver_cursor(connection), connection.dialect
    rows = _DOMAINS.run(cursor, dialect).fetchall()
    few = MemoryDirectory(
        frozenset(name for name, *_ in rows), _groups(cursor, dialect), _by_domain(_CATCH_ALLS, cursor, dialect),
        _administrators(rows, cursor, dialect),
        {name: unknown == UnknownRecipients.ACCEPT for name, _, unknown in rows if unknown})
    first = rows[0][0] if rows else ""
    if _NUMBER.run(cursor, dialect, (IN_MEMORY + 1,)).fetchone()[0] > IN_MEMORY:
        return DirectoryView(StoredDirectory(reader, few), StoredLogins(reader), first, _stored_quotas(reader))
    owned = {id_: _mailbox(row) for id_, *row in _MAILBOXES.run(cursor, dialect).fetchall()}
    mapped = {address: owned[id_] for address, id_ in _ADDRESSES.run(cursor, dialect).fetchall()}
    quotas = {mailbox.maildir: mailbox.quota_kb for mailbox in owned.values() if mailbox.quota_kb}
    return DirectoryView(replace(few, addresses={**few.addresses, **mapped}),
                         frozenset(mailbox.login for mailbox in owned.values() if mailbox.enabled), first,
                         lambda maildir: quotas.get(maildir, 0))


def _administrators(rows: Sequence[Values], cursor: Any, dialect: Dialect) -> dict[str, Mailbox]:
    """Return who reads postmaster's mail of each domain, and of "" that of the first domain where somebody does."""
    administrators_of = {office_id: _mailbox(row) for office_id, *row in _ADMINISTRATORS.run(cursor, dialect).fetchall()}
    found = {name: administrators_of[office_id] for name, office_id, _ in rows if office_id in administrators_of}
    postmasters = _by_domain(_POSTMASTERS, cursor, dialect)
    for name, *_ in rows:
        mailbox = postmasters.get(name, found.get(name))
        if mailbox is not None and mailbox.enabled:
            found[""] = mailbox
            break
    return found


def _groups(cursor: Any, dialect: Dialect) -> dict[str, Mailbox]:
    members: dict[str, list[str]] = {}
    for address, member in _GROUPS.run(cursor, dialect).fetchall():
        members.setdefault(address, []).extend([] if member is None else [member])
    return {address: Mailbox("", "", bool(found), keeps=False, forwards_to=tuple(found)) for address, found in members.items()}


def _stored_quotas(reader: RowReader) -> Callable[[str], int]:
    return lru_cache(_REMEMBERED)(lambda maildir: next((int(row[0]) for row in reader.rows(_QUOTA, (maildir,))), 0))


def _by_domain(statement: Prepared, cursor: Any, dialect: Dialect) -> dict[str, Mailbox]:
    return {domain: _mailbox(row) for domain, *row in statement.run(cursor, dialect).fetchall()}


def _mailbox(row: Values) -> Mailbox:
    name, office, maildir, enabled, redirection, redirect_to, quota_kb = row
    is_plain = redirection == Redirection.NONE
    return Mailbox(f"{name}@{office}", maildir, bool(enabled), redirection != Redirection.REDIRECT,
                   () if is_plain else tuple(redirect_to.split("\n")), quota_kb)


def _split(login: str) -> tuple[str, str]:
    name, _, office = login.rpartition("@")
    return name, office
