"""The entries of the directory by their names, as changes and copies of it tell of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select

from posthouse_server.store.tables import addresses, domains, groups, mailboxes, post_offices

_CATCHERS, _OFFICES = mailboxes.alias(), post_offices.alias()

QUERIES: Mapping[str, Select[Any]] = {
    "post_office": select(post_offices.c.name),
    "domain": (
        select(domains.c.name, post_offices.c.name.label("post_office"),
               (_CATCHERS.c.name + "@" + _OFFICES.c.name).label("catch_all"), domains.c.unknown_recipients)
        .join(post_offices, domains.c.post_office_id == post_offices.c.id)
        .outerjoin(_CATCHERS, domains.c.catch_all_id == _CATCHERS.c.id)
        .outerjoin(_OFFICES, _CATCHERS.c.post_office_id == _OFFICES.c.id)),
    "mailbox": (
        select(mailboxes.c.name, post_offices.c.name.label("post_office"), mailboxes.c.kind, mailboxes.c.enabled,
               mailboxes.c.password_hash, mailboxes.c.maildir, mailboxes.c.created_at, mailboxes.c.friendly_name,
               mailboxes.c.redirection, mailboxes.c.redirect_to, mailboxes.c.quota_kb).join(post_offices)),
    "address": (
        select(addresses.c.address, domains.c.name.label("domain"),
               (mailboxes.c.name + "@" + post_offices.c.name).label("mailbox"))
        .join(domains, addresses.c.domain_id == domains.c.id).join(mailboxes, addresses.c.mailbox_id == mailboxes.c.id)
        .join(post_offices, mailboxes.c.post_office_id == post_offices.c.id)),
    "group": select(groups.c.address, domains.c.name.label("domain"), groups.c.friendly_name).join(domains),
}
"""All entries of each kind."""


def named(kind: str, key: str) -> Select[Any]:
    """Return the query of one entry."""
    query = QUERIES[kind]
    match kind:
        case "post_office":
            return query.where(post_offices.c.name == key)
        case "domain":
            return query.where(domains.c.name == key)
        case "mailbox":
            name, _, office = key.rpartition("@")
            return query.where(mailboxes.c.name == name, post_offices.c.name == office)
        case "address":
            return query.where(addresses.c.address == key)
    return query.where(groups.c.address == key)


def key_of(kind: str, state: Mapping[str, Any]) -> str:
    """Return what an entry is called."""
    match kind:
        case "post_office" | "domain":
            return str(state["name"])
        case "mailbox":
            return f"{state['name']}@{state['post_office']}"
    return str(state["address"])
