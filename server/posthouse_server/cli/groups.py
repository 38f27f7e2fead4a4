"""group add, list, remove; group member add, remove."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.directory_preview import OnlyLook, look
from posthouse_server.cli.session import Session, session_of, table, who
from posthouse_server.store import Store
from posthouse_server.store.directory import DirectoryError, GroupRow
from posthouse_server.store.directory_outcomes import group_set, groups_removed
from posthouse_server.store.group_work import group_key

group_app = typer.Typer(help="Groups: one address that stands for many.", no_args_is_help=True)
member_app = typer.Typer(help="Who receives what is sent to a group.", no_args_is_help=True)
group_app.add_typer(member_app, name="member")


@group_app.command("add")
def add_group(context: typer.Context, address: str, members: Annotated[list[str] | None, typer.Argument()] = None,
              name: Annotated[str, typer.Option(help="The friendly name.")] = "") -> None:
    """Add a group, with members or still without."""
    session = session_of(context)
    with session.store() as store:
        added = store.directory.add_group(address, who(), name, members or ())
    session.show(added, f"Group {added.address} added with {len(added.members)} members.")


@group_app.command("list")
def list_groups(context: typer.Context) -> None:
    """List the groups."""
    session = session_of(context)
    with session.store() as store:
        rows = store.directory.list_groups()
    session.show(rows, lambda: table(
        ("Group", "Friendly Name", "Post Office", "Members"),
        [(row.address, row.friendly_name, row.post_office, " ".join(row.members)) for row in rows],
        "There are no groups yet; add one with: posthousectl group add sales@example.com john@example.com"))


@group_app.command("remove")
def remove_group(context: typer.Context, address: str, only_look: OnlyLook = False) -> None:
    """Remove a group; its members stay what they are."""
    session = session_of(context)
    with session.store() as store:
        if only_look:
            row = _known(store, address)
            look(session, store, f"Removing {row.address}", groups_removed([row.address]))
            return
        store.directory.remove_group(address, who())
    session.show({"removed": address}, f"Group {address} removed.")


@member_app.command("add")
def add_members(context: typer.Context, group: str, addresses: list[str], only_look: OnlyLook = False) -> None:
    """Let addresses, here or elsewhere, receive what is sent to a group."""
    session = session_of(context)
    with session.store() as store:
        if only_look:
            row = _known(store, group)
            _look(session, store, row, (*row.members, *addresses))
            return
        store.directory.add_members(group, addresses, who())
    session.show({"group": group, "added": addresses}, f"{', '.join(addresses)} added to {group}.")


@member_app.command("remove")
def remove_members(context: typer.Context, group: str, addresses: list[str], only_look: OnlyLook = False) -> None:
    """Take addresses out of a group."""
    session = session_of(context)
    with session.store() as store:
        if only_look:
            row, gone = _known(store, group), {text.strip().lower() for text in addresses}
            _look(session, store, row, tuple(member for member in row.members if member.lower() not in gone))
            return
        store.directory.remove_members(group, addresses, who())
    session.show({"group": group, "removed": addresses}, f"{', '.join(addresses)} removed from {group}.")


def _known(store: Store, address: str) -> GroupRow:
    """Return a group; raises DirectoryError."""
    wanted = group_key(address)
    for row in store.directory.list_groups():
        if row.address == wanted:
            return row
    raise DirectoryError(f"There is no group {wanted}.")


def _look(session: Session, store: Store, row: GroupRow, members: tuple[str, ...]) -> None:
    look(session, store, f"Changing {row.address}", group_set(row.address, members))
