"""Email addresses that were found, with where they belong."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.navigation.nodes import DOMAINS, GROUPS, MAILBOXES, POST_OFFICES_PATH, Path
from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.widgets.icons import icon
from posthouse_server.store.directory import DomainRow, GroupRow, MailboxRow
from posthouse_server.words import tr

MOST = 500
_ICONS = {MailboxRow: "mailbox", GroupRow: "group", DomainRow: "domain"}


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address, or a part of the directory that has to do with it."""

    address: str
    what: str
    path: Path
    """The node that lists its owner."""
    owner: MailboxRow | GroupRow | DomainRow


def find_addresses(lists: DirectoryLists, part: str) -> list[FoundAddress]:
    """Return the first of the addresses in which a text occurs; none for no text."""
    wanted = part.strip().casefold()
    found: list[FoundAddress] = []
    for item in _all(lists) if wanted else ():
        if wanted in item.address.casefold():
            found.append(item)
            if len(found) == MOST:
                break
    return found


def _all(lists: DirectoryLists) -> Iterator[FoundAddress]:
    for box in lists.mailboxes:
        path = (*POST_OFFICES_PATH, box.post_office, MAILBOXES)
        yield from (FoundAddress(address, tr("Mailbox {login}", login=box.login), path, box) for address in box.addresses)
        yield from (FoundAddress(address, tr("Redirection of {login}", login=box.login), path, box)
                    for address in box.redirect_to)
    for group in lists.groups:
        path = (*POST_OFFICES_PATH, group.post_office, GROUPS)
        yield FoundAddress(group.address, tr("Group"), path, group)
        yield from (FoundAddress(address, tr("Member of {address}", address=group.address), path, group)
                    for address in group.members)
    for domain in lists.domains:
        if domain.catch_all is not None:
            yield FoundAddress(f"{domain.catch_all}@{domain.post_office}", tr("Catch-all of {domain}", domain=domain.name),
                               (*POST_OFFICES_PATH, domain.post_office, DOMAINS), domain)


class FoundAddressesModel(RowsModel[FoundAddress]):
    """What was found."""

    NOUN = (tr("address"), tr("addresses"))
    COLUMNS = (
        Column[FoundAddress](tr("Address"), lambda row: row.address, 240, icon=lambda row: icon(_ICONS[type(row.owner)])),
        Column[FoundAddress](tr("Belongs To"), lambda row: row.what, 240),
        Column[FoundAddress](tr("Post Office"), lambda row: row.owner.post_office, 120),
    )

    def key(self, row: FoundAddress) -> Hashable:
        """Return the address with its owner."""
        return row.address, row.what
