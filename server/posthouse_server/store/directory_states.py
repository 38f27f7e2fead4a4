"""All entries of the directory at once, and what differs between two directories."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from posthouse_server.store.directory_changes import Edit, State
from posthouse_server.store.directory_queries import QUERIES, key_of
from posthouse_server.store.tables import group_members

States = dict[tuple[str, str], State]


def all_states(connection: Connection) -> States:
    """Return every entry by its kind and key, as state_of would; with one query for each kind."""
    found: States = {}
    members = _members(connection)
    for kind, query in QUERIES.items():
        for row in connection.execute(query):
            state: dict[str, Any] = dict(row._mapping)
            if kind == "group":
                state["members"] = members.get(state["address"], [])
            if "created_at" in state:
                state["created_at"] = state["created_at"].timestamp()
            found[kind, key_of(kind, state)] = state
    return found


def _members(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in connection.execute(select(group_members).order_by(group_members.c.address)):
        found.setdefault(row.group_address, []).append(row.address)
    return found


def edits_between(before: States, after: States) -> tuple[Edit, ...]:
    """Return what makes the one directory of the other."""
    keys = dict.fromkeys((*before, *after))
    return tuple(Edit(kind, key, before.get((kind, key)), after.get((kind, key))) for kind, key in keys
                 if before.get((kind, key)) != after.get((kind, key)))
