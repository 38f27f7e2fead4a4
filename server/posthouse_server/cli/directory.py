"""domain add, list, remove; mailbox add, list, remove, passwd, enable, disable."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import read_password, session_of, table, who
from posthouse_server.store.directory import MailboxKind

domain_app = typer.Typer(help="The domains that this server receives mail for.", no_args_is_help=True)
mailbox_app = typer.Typer(help="Mailboxes; passwords come from standard input.", no_args_is_help=True)


@domain_app.command("add")
def add_domain(context: typer.Context, name: str,
               post_office: Annotated[str, typer.Option(help="Named like the domain unless said otherwise.")] = "") -> None:
    """Add a local domain."""
    session = session_of(context)
    with session.store() as store:
        added = store.directory.add_domain(name, who(), post_office)
    session.show(added, f"Domain {added.name} added.")


@domain_app.command("list")
def list_domains(context: typer.Context) -> None:
    """List the domains."""
    session = session_of(context)
    with session.store() as store:
        rows = store.directory.list_domains()
    session.show(rows, lambda: table(("Domain Name", "Post Office", "Catch-all"),
                                     [(row.name, row.post_office, row.catch_all or "") for row in rows],
                                     "There are no domains yet; add one with: posthousectl domain add example.com"))


@domain_app.command("remove")
def remove_domain(context: typer.Context, name: str) -> None:
    """Remove a domain that has no mailboxes left."""
    session = session_of(context)
    with session.store() as store:
        store.directory.remove_domain(name, who())
    session.show({"removed": name}, f"Domain {name} removed.")


@mailbox_app.command("add")
def add_mailbox(context: typer.Context, address: str,
                admin: Annotated[bool, typer.Option("--admin", help="Type ADMIN: reads postmaster's mail.")] = False) -> None:
    """Add a mailbox; its password is read from standard input."""
    session = session_of(context)
    password = read_password()
    with session.store() as store:
        added = store.directory.add_mailbox(address, password, who(), MailboxKind.ADMIN if admin else MailboxKind.USER)
    session.show(added, f"Mailbox {added.login} added, with the addresses {', '.join(added.addresses)}.")


@mailbox_app.command("list")
def list_mailboxes(context: typer.Context) -> None:
    """List the mailboxes."""
    session = session_of(context)
    with session.store() as store:
        rows = store.directory.list_mailboxes()
    session.show(rows, lambda: table(
        ("Mailbox", "Type", "Status", "Addresses"),
        [(row.login, row.kind.value, "Enabled" if row.enabled else "Disabled", " ".join(row.addresses)) for row in rows],
        "There are no mailboxes yet; add one with: posthousectl mailbox add name@example.com"))


@mailbox_app.command("remove")
def remove_mailbox(context: typer.Context, address: str) -> None:
    """Remove a mailbox; its stored messages stay on disk."""
    session = session_of(context)
    with session.store() as store:
        store.directory.remove_mailbox(address, who())
    session.show({"removed": address}, f"Mailbox {address} removed; its messages stay in the mail folder.")


@mailbox_app.command("passwd")
def set_password(context: typer.Context, address: str) -> None:
    """Set the password that is read from standard input."""
    session = session_of(context)
    password = read_password()
    with session.store() as store:
        store.directory.set_password(address, password, who())
    session.show({"changed": address}, f"Mailbox {address} has a new password.")


@mailbox_app.command("enable")
def enable_mailbox(context: typer.Context, address: str) -> None:
    """Let a mailbox log in and receive again."""
    _set_enabled(context, address, enabled=True)


@mailbox_app.command("disable")
def disable_mailbox(context: typer.Context, address: str) -> None:
    """Keep a mailbox from logging in and receiving."""
    _set_enabled(context, address, enabled=False)


def _set_enabled(context: typer.Context, address: str, *, enabled: bool) -> None:
    session = session_of(context)
    with session.store() as store:
        store.directory.set_enabled(address, enabled, who())
    session.show({"address": address, "enabled": enabled},
                 f"Mailbox {address} is {'enabled' if enabled else 'disabled'}.")
