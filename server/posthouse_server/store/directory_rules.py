"""What the directory refuses, and the names it gives."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, literal, select

from posthouse_server.policy.addresses import AddressError, parse_address, parse_domain
from posthouse_server.store.passwords import hash_password
from posthouse_server.store.tables import addresses, domains, groups, mailboxes, post_offices
from posthouse_server.words import tr

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._+\-]{0,62}[a-z0-9_+\-])?")
_WINDOWS_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


class MailboxKind(StrEnum):
    """MailEnable's Mailbox Type."""

    USER = "USER"
    ADMIN = "ADMIN"


class Redirection(StrEnum):
    """What becomes of the mail of a mailbox."""

    NONE = "none"
    COPY = "copy"
    """It is stored, and other addresses get a copy."""
    REDIRECT = "redirect"
    """Other addresses get it instead."""


class UnknownRecipients(StrEnum):
    """What a domain does with addresses that nobody has."""

    SETTINGS = ""
    """What Security says for the whole server."""
    ACCEPT = "accept"
    REFUSE = "refuse"


class DirectoryError(ValueError):
    """A change that can't be made; the message is a sentence that says why and what would be right."""


def domain_name(name: str) -> str:
    """Return a domain in its stored form; raises DirectoryError."""
    try:
        return parse_domain(name.strip())
    except AddressError as error:
        raise DirectoryError(str(error)) from error


def check_name(name: str) -> None:
    """Refuse a name that can't be a folder on every system; raises DirectoryError."""
    if not _NAME.fullmatch(name) or ".." in name:
        raise DirectoryError(tr("{name!r} can't be a mailbox name: use letters, digits, dot, hyphen, plus and underscore.",
                                name=name))
    if _WINDOWS_DEVICES.fullmatch(name):
        raise DirectoryError(tr("{name!r} can't be a mailbox name, since Windows reserves it for a device.", name=name))


def check_office(connection: Connection, domain: str, office: str) -> None:
    """Keep john@x unambiguous as a login: a post office named like a domain is that domain's."""
    if domain != office and connection.execute(select(post_offices.c.id).where(post_offices.c.name == domain)).first():
        raise DirectoryError(tr("There is a post office {domain} already; the domain {domain} can be in that one only.",
                                domain=domain))
    other = connection.execute(select(post_offices.c.name).join(domains).where(
        domains.c.name == office, post_offices.c.name != office)).scalar()
    if other is not None:
        raise DirectoryError(tr("{office} can't name a post office, since the domain {office} is in the post office {other}.",
                                office=office, other=other))


def free_maildir(connection: Connection, mail: Path, domain: str, name: str) -> str:
    """Return a folder below mail/ that no mailbox has or had: nobody may inherit the mail of a former owner."""
    first = f"_{domain}/{name}" if _WINDOWS_DEVICES.fullmatch(domain) else f"{domain}/{name}"
    folder, number = first, 1
    while (mail / folder).exists() or connection.execute(
            select(mailboxes.c.id).where(mailboxes.c.maildir == folder)).first():
        number += 1
        folder = f"{first}-{number}"
    return folder


def check_free(connection: Connection, office_id: int, office: str, name: str) -> None:
    """Refuse a mailbox whose name or address is taken; raises DirectoryError."""
    if connection.execute(select(mailboxes.c.id).where(
            mailboxes.c.post_office_id == office_id, mailboxes.c.name == name)).first():
        raise DirectoryError(tr("The mailbox {name}@{office} exists already.", name=name, office=office))
    taken = connection.execute(select(addresses.c.address).join(domains).where(
        domains.c.post_office_id == office_id, addresses.c.address == literal(f"{name}@") + domains.c.name)).first()
    if taken:
        raise DirectoryError(tr("The address {address} belongs to another mailbox already.", address=taken.address))
    group = connection.execute(select(groups.c.address).join(domains).where(
        domains.c.post_office_id == office_id, groups.c.address == literal(f"{name}@") + domains.c.name)).first()
    if group:
        raise DirectoryError(tr("The address {address} belongs to a group already.", address=group.address))


def known_address(connection: Connection, text: str) -> str:
    """Return an address that mail is passed on to in its stored form; raises DirectoryError for what leads nowhere."""
    try:
        parsed = parse_address(text.strip())
    except AddressError as error:
        raise DirectoryError(str(error)) from error
    if parsed.has_routing_characters:
        raise DirectoryError(tr("{parsed} can't be passed mail: its local part asks for routing.", parsed=parsed))
    domain = connection.execute(select(domains.c.catch_all_id).where(domains.c.name == parsed.domain)).first()
    if domain is not None and domain.catch_all_id is None and not is_taken(connection, parsed.key):
        raise DirectoryError(tr("There is no mailbox or group with the address {parsed}.", parsed=parsed))
    return parsed.key if domain is not None else str(parsed)


def is_taken(connection: Connection, key: str) -> bool:
    """Return whether a mailbox or a group has an address (Address.key)."""
    taken = select(addresses.c.address).where(addresses.c.address == key).union_all(
        select(groups.c.address).where(groups.c.address == key)).limit(1)
    return connection.execute(taken).first() is not None


def hashed(password: str) -> str:
    """Return the hash of a password; raises DirectoryError for none."""
    if not password:
        raise DirectoryError(tr("A mailbox needs a password; an empty one would let anybody relay."))
    return hash_password(password)
