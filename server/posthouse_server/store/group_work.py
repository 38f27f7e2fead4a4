"""Changes of groups: one address that stands for many."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update

from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.store.directory_rows import GroupRow, find_domain
from posthouse_server.store.directory_rules import DirectoryError, is_taken, known_address
from posthouse_server.store.directory_work import Work
from posthouse_server.store.tables import domains, group_members, groups, post_offices
from posthouse_server.words import tr

MOST_MEMBERS = 5000


def group_key(address: str) -> str:
    """Return the address of a group in its stored form; raises DirectoryError for what can't be one."""
    try:
        parsed = parse_address(address.strip())
    except AddressError as error:
        raise DirectoryError(str(error)) from error
    if parsed.has_routing_characters:
        raise DirectoryError(tr("{parsed} can't be the address of a group, since its local part asks for routing.",
                                parsed=parsed))
    if parsed.key.startswith("postmaster@"):
        raise DirectoryError(tr("postmaster can't be a group: its mail must always find a reader."))
    return parsed.key


def add_group(work: Work, address: str, friendly_name: str = "", members: Sequence[str] = ()) -> GroupRow:
    """Add a group; its address must be free and of a domain of this server. Raises DirectoryError."""
    key = group_key(address)
    domain = find_domain(work.connection, key.rpartition("@")[2])
    if is_taken(work.connection, key):
        raise DirectoryError(tr("The address {key} is taken already.", key=key))
    work.watch.note("group", key)
    work.connection.execute(insert(groups).values(address=key, domain_id=domain.id, friendly_name=""))
    set_group(work, key, friendly_name, members)
    return group_of(work, key)


def set_group(work: Work, address: str, friendly_name: str, members: Sequence[str], base: GroupRow | None = None) -> str:
    """Give a group another name and other members; returns its address, raises DirectoryError.

    With a base it must still be as it was when the author looked.
    """
    key = group_key(address)
    before = group_of(work, key)
    if base is not None and before != base:
        raise DirectoryError(tr("The group {key} was changed meanwhile; nothing was saved. Open it again.", key=key))
    wanted = list(dict.fromkeys(
        text if text in before.members else known_address(work.connection, text) for text in members))
    if key in wanted:
        raise DirectoryError(tr("The group {key} can't be its own member.", key=key))
    if len(wanted) > MOST_MEMBERS:
        raise DirectoryError(tr("A group has {most_members} members at most.", most_members=MOST_MEMBERS))
    work.watch.note("group", key)
    connection = work.connection
    name = " ".join(friendly_name.split())[:200]
    connection.execute(update(groups).where(groups.c.address == key).values(friendly_name=name))
    connection.execute(delete(group_members).where(group_members.c.group_address == key))
    if wanted:
        connection.execute(insert(group_members), [{"group_address": key, "address": text} for text in wanted])
    return key


def remove_group(work: Work, address: str) -> str:
    """Remove a group; its members stay what they are. Returns its address."""
    key = group_of(work, address).address
    work.watch.note("group", key)
    work.connection.execute(delete(groups).where(groups.c.address == key))
    return key


def group_of(work: Work, address: str) -> GroupRow:
    """Return a group as it is now; raises DirectoryError if there is none."""
    key = group_key(address)
    row = work.connection.execute(select(groups).where(groups.c.address == key)).first()
    if row is None:
        raise DirectoryError(tr("There is no group {key}.", key=key))
    members = work.connection.execute(select(group_members.c.address).where(
        group_members.c.group_address == key).order_by(group_members.c.address)).scalars().all()
    return GroupRow(key, _office_of(work, row.domain_id), row.friendly_name, tuple(members))


def _office_of(work: Work, domain_id: int) -> str:
    return str(work.connection.execute(select(post_offices.c.name).join(
        domains, domains.c.post_office_id == post_offices.c.id).where(domains.c.id == domain_id)).scalar_one())
