"""Changes of mailboxes: adding, properties, removing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.store.clock import now
from posthouse_server.store.directory_rows import MailboxRow, addresses_of_mailbox, find_mailbox, mailbox_row, office_name
from posthouse_server.store.directory_rules import (
    DirectoryError,
    MailboxKind,
    Redirection,
    check_free,
    check_name,
    free_maildir,
    is_taken,
    known_address,
)
from posthouse_server.store.directory_work import Work
from posthouse_server.store.tables import addresses, domains, mailboxes
from posthouse_server.words import tr

MOST_TARGETS = 100
MOST_QUOTA_KB = 2_000_000_000


@dataclass(frozen=True, slots=True)
class MailboxProperties:
    """All that can be said of a mailbox in its life."""

    kind: MailboxKind
    enabled: bool
    addresses: tuple[str, ...]
    friendly_name: str = ""
    redirection: Redirection = Redirection.NONE
    redirect_to: tuple[str, ...] = ()
    quota_kb: int = 0


def properties_of(row: MailboxRow) -> MailboxProperties:
    """Return the properties that a mailbox has."""
    return MailboxProperties(row.kind, row.enabled, row.addresses, row.friendly_name, row.redirection, row.redirect_to,
                             row.quota_kb)


def add_mailbox(work: Work, address: str, password_hash: str, kind: MailboxKind) -> MailboxRow:
    """Add a mailbox named like the local part, with an address in each domain of its post office; raises DirectoryError.

    The password is hashed before: that takes longer than anybody should have to wait for the store.
    """
    parsed, connection = _parsed(address), work.connection
    name = parsed.key.rpartition("@")[0]
    check_name(name)
    domain = connection.execute(select(domains).where(domains.c.name == parsed.domain)).first()
    if domain is None:
        raise DirectoryError(tr("{domain} is not a domain of this server; add the domain first.", domain=parsed.domain))
    office = office_name(connection, domain.post_office_id)
    check_free(connection, domain.post_office_id, office, name)
    maildir = free_maildir(connection, work.mail, parsed.domain, name)
    work.watch.note("mailbox", f"{name}@{office}")
    mailbox_id = connection.execute(insert(mailboxes).values(
        post_office_id=domain.post_office_id, name=name, kind=kind.value, enabled=True, password_hash=password_hash,
        maildir=maildir, created_at=now()).returning(mailboxes.c.id)).scalar_one()
    mapped = []
    for row in connection.execute(select(domains).where(domains.c.post_office_id == domain.post_office_id)).all():
        mapped.append(f"{name}@{row.name}")
        _map(work, mapped[-1], row.id, mailbox_id)
    return MailboxRow(office, name, kind, True, maildir, tuple(sorted(mapped)))


def set_mailbox(work: Work, login: str, wanted: MailboxProperties, base: MailboxRow | None = None,
                password_hash: str = "") -> str:
    """Give a mailbox other properties; returns its login, raises DirectoryError.

    With a base it must still be as it was when the author looked: nothing is ever merged silently.
    """
    connection = work.connection
    row = find_mailbox(connection, login)
    if base is not None and mailbox_row(row, addresses_of_mailbox(connection, row.id)) != base:
        raise DirectoryError(tr("The mailbox {login} was changed meanwhile; nothing was saved. Open it again.",
                                login=base.login))
    name = f"{row.name}@{row.post_office}"
    work.watch.note("mailbox", name)
    _set_addresses(work, row, wanted.addresses)
    values: dict[str, Any] = {
        "kind": wanted.kind.value, "enabled": wanted.enabled, "friendly_name": _line(wanted.friendly_name),
        "redirection": wanted.redirection.value, "quota_kb": _quota(wanted.quota_kb),
        "redirect_to": "\n".join(_targets(work, row, wanted))}
    if password_hash:
        values["password_hash"] = password_hash
    connection.execute(update(mailboxes).where(mailboxes.c.id == row.id).values(**values))
    return name


def change_mailbox(work: Work, login: str, change: Callable[[MailboxRow], MailboxProperties], password_hash: str = "") -> str:
    """Change some of the properties of a mailbox; returns its login."""
    row = find_mailbox(work.connection, login)
    before = mailbox_row(row, addresses_of_mailbox(work.connection, row.id))
    return set_mailbox(work, login, change(before), password_hash=password_hash)


def remove_mailbox(work: Work, login: str) -> str:
    """Remove a mailbox and its addresses; its stored messages stay on disk. Returns its login."""
    connection = work.connection
    row = find_mailbox(connection, login)
    name = f"{row.name}@{row.post_office}"
    work.watch.note("post_office", row.post_office)
    work.watch.note("mailbox", name)
    work.watch.note_addresses(addresses.c.mailbox_id == row.id)
    work.watch.note("domain", *connection.execute(select(domains.c.name).where(domains.c.catch_all_id == row.id)).scalars())
    connection.execute(delete(mailboxes).where(mailboxes.c.id == row.id))
    work.remove_empty_post_office(row.post_office_id)
    return name


def _set_addresses(work: Work, row: Row[Any], wanted: Sequence[str]) -> None:
    connection = work.connection
    keys = list(dict.fromkeys(_parsed(text).key for text in wanted))
    if not keys:
        raise DirectoryError(tr("A mailbox needs an address; disable it to let it receive nothing."))
    held = set(addresses_of_mailbox(connection, row.id))
    for key in held.difference(keys):
        work.watch.note("address", key)
        connection.execute(delete(addresses).where(addresses.c.address == key))
    for key in keys:
        if key in held:
            continue
        domain = connection.execute(select(domains).where(domains.c.name == key.rpartition("@")[2])).first()
        if domain is None:
            raise DirectoryError(tr("{key} is not an address of a domain of this server; add the domain first.", key=key))
        if is_taken(connection, key):
            raise DirectoryError(tr("The address {key} belongs to somebody else already.", key=key))
        if _parsed(key).has_routing_characters:
            raise DirectoryError(tr("{key} can't be an address here, since its local part asks for routing.", key=key))
        _map(work, key, domain.id, row.id)


def _map(work: Work, address: str, domain_id: int, mailbox_id: int) -> None:
    work.watch.note("address", address)
    work.connection.execute(insert(addresses).values(address=address, domain_id=domain_id, mailbox_id=mailbox_id))


def _targets(work: Work, row: Row[Any], wanted: MailboxProperties) -> list[str]:
    """Return whom mail is passed on to; what stays as it was is not asked where it leads, for that may have gone."""
    former = set(row.redirect_to.split("\n")) - {""}
    found = list(dict.fromkeys(
        text if text in former else known_address(work.connection, text) for text in wanted.redirect_to))
    if wanted.redirection is not Redirection.NONE and not found:
        raise DirectoryError(tr("A redirection needs at least one address."))
    if len(found) > MOST_TARGETS:
        raise DirectoryError(tr("A redirection goes to {most_targets} addresses at most; make a group.",
                                most_targets=MOST_TARGETS))
    own = set(addresses_of_mailbox(work.connection, row.id)).intersection(found)
    if own:
        raise DirectoryError(tr("{own} is an address of this mailbox itself.", own=min(own)))
    return found


def _quota(kilobytes: int) -> int:
    if not 0 <= kilobytes <= MOST_QUOTA_KB:
        raise DirectoryError(tr("A quota is from 0 (none) to {most_quota_kb} KB.", most_quota_kb=MOST_QUOTA_KB))
    return kilobytes


def _line(text: str) -> str:
    """Return a text as one line of at most 200 characters."""
    return " ".join(text.split())[:200]


def _parsed(address: str) -> Address:
    try:
        return parse_address(address.strip())
    except AddressError as error:
        raise DirectoryError(str(error)) from error
