"""What becomes of the directory by a change that is not made yet, made of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.policy.directory import Mailbox
from posthouse_server.policy.directory_with import DirectoryChange, With
from posthouse_server.policy.directory_without import Without
from posthouse_server.store.directory import (
    DirectoryError,
    DomainRow,
    MailboxProperties,
    MailboxRow,
    Redirection,
    UnknownRecipients,
)


def domains_removed(names: Iterable[str]) -> DirectoryChange:
    """Return the outcome of removing domains."""
    gone = frozenset(names)
    return lambda base: Without(base, domains=gone)


def mailboxes_removed(logins: Iterable[str]) -> DirectoryChange:
    """Return the outcome of removing mailboxes."""
    gone = frozenset(logins)
    return lambda base: Without(base, logins=gone)


def switched(rows: Sequence[MailboxRow], domains: Iterable[DomainRow], *, enabled: bool) -> DirectoryChange:
    """Return the outcome of enabling or disabling mailboxes; a disabled catch-all catches nothing."""
    after = {row.login: _mailbox(row, enabled=enabled) for row in rows}
    addresses = {_key(address): after[row.login] for row in rows for address in row.addresses}
    catchers = {row.name: f"{row.catch_all}@{row.post_office}" for row in domains if row.catch_all is not None}
    catch_alls = {name: after[login] if enabled else None for name, login in catchers.items() if login in after}
    disabled = frozenset() if enabled else frozenset(after)
    return lambda base: With(base, addresses=addresses, catch_alls=catch_alls, disabled=disabled)


def mailbox_changed(row: MailboxRow, wanted: MailboxProperties, domains: Iterable[DomainRow]) -> DirectoryChange:
    """Return the outcome of other properties of a mailbox: its addresses, its redirection, and whether it is enabled."""
    for target in wanted.redirect_to:
        _key(target)
    after = Mailbox(row.login, row.maildir, wanted.enabled, wanted.redirection is not Redirection.REDIRECT,
                    () if wanted.redirection is Redirection.NONE else wanted.redirect_to, wanted.quota_kb)
    addresses = {_key(address): after for address in wanted.addresses}
    gone = frozenset(map(_key, row.addresses)).difference(addresses)
    catch_alls = {item.name: after if wanted.enabled else None for item in domains
                  if item.catch_all == row.name and item.post_office == row.post_office}
    disabled = frozenset() if wanted.enabled else frozenset({row.login})
    return lambda base: With(base, addresses=addresses, catch_alls=catch_alls, disabled=disabled, gone=gone)


def domain_added(name: str) -> DirectoryChange:
    """Return the outcome of adding a domain, which has no addresses yet."""
    return lambda base: With(base, domains=frozenset({name}))


def mailbox_added(login: str, addresses: Iterable[str]) -> DirectoryChange:
    """Return the outcome of adding a mailbox with these addresses."""
    made = Mailbox(login, login)
    found = {_key(address): made for address in addresses}
    return lambda base: With(base, addresses=found)


def catch_all_set(domain: str, row: MailboxRow | None) -> DirectoryChange:
    """Return the outcome of another catch-all, or of none; a disabled mailbox catches nothing."""
    catcher = _mailbox(row, enabled=True) if row is not None and row.enabled else None
    return lambda base: With(base, catch_alls={domain: catcher})


def domain_changed(domain: str, row: MailboxRow | None, unknown: UnknownRecipients) -> DirectoryChange:
    """Return the outcome of another catch-all, or of accepting or refusing unknown recipients."""
    catcher = _mailbox(row, enabled=True) if row is not None and row.enabled else None
    accepts = None if unknown is UnknownRecipients.SETTINGS else unknown is UnknownRecipients.ACCEPT
    return lambda base: With(base, catch_alls={domain: catcher}, unknown={domain: accepts})


def group_set(address: str, members: Iterable[str]) -> DirectoryChange:
    """Return the outcome of a group with these members."""
    found = tuple(map(_key, members))
    group = Mailbox("", "", bool(found), keeps=False, forwards_to=found)
    return lambda base: With(base, addresses={_key(address): group})


def groups_removed(addresses: Iterable[str]) -> DirectoryChange:
    """Return the outcome of removing groups."""
    gone = frozenset(map(_key, addresses))
    return lambda base: With(base, gone=gone)


def _mailbox(row: MailboxRow, *, enabled: bool) -> Mailbox:
    """Return a mailbox as the policy sees it."""
    return Mailbox(row.login, row.maildir, enabled, row.redirection is not Redirection.REDIRECT,
                   () if row.redirection is Redirection.NONE else row.redirect_to, row.quota_kb)


def _key(address: str) -> str:
    """Return the form under which an address is looked up; raises DirectoryError."""
    try:
        return parse_address(address.strip()).key
    except AddressError as error:
        raise DirectoryError(str(error)) from error
