"""Where mail for a local address goes in the end: redirections and groups are followed, each target once."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.directory import Directory, Mailbox


class Target(NamedTuple):
    """One copy of a message."""

    address: Address
    mailbox: Mailbox | None
    """Where it is stored; None for another server's address, or for one that nobody has."""
    is_local: bool
    is_forwarded: bool
    """Whether the sender named another address."""


def targets_of(recipient: Address, mailbox: Mailbox | None, directory: Directory, *,
               has_catch_alls: bool = True) -> list[Target]:
    """Return who gets a copy of mail for a local recipient; whatever points in circles, each mailbox and address once.

    A target that has gone, or is disabled, is left out; if nobody is left, the recipient stands for an address that nobody has.
    """
    found: list[Target] = []
    seen = {recipient.key}
    stored: set[str] = set()
    waiting = deque([(recipient, mailbox)])
    while waiting:
        address, box = waiting.popleft()
        if box is None or not box.enabled:
            continue
        if box.keeps and not box.is_group and box.maildir not in stored:
            stored.add(box.maildir)
            found.append(Target(address, box, True, address is not recipient))
        for text in box.forwards_to:
            target = _parsed(text)
            if target is None or target.key in seen:
                continue
            seen.add(target.key)
            if directory.is_local_domain(target.domain):
                waiting.append((target, _local(target, directory, has_catch_alls=has_catch_alls)))
            else:
                found.append(Target(target, None, False, True))
    return found or [Target(recipient, None, True, False)]


def _local(address: Address, directory: Directory, *, has_catch_alls: bool) -> Mailbox | None:
    mailbox = directory.find(address)
    if mailbox is None and has_catch_alls and not address.has_routing_characters:
        return directory.catch_all(address.domain)
    return mailbox


def _parsed(text: str) -> Address | None:
    """Return an address that was checked as it was entered; None for what an older version let in."""
    try:
        return parse_address(text)
    except AddressError:
        return None
