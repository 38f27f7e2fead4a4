"""mailbox show, set; mailbox address add, remove: what the tabs of Mailbox Properties hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import typer

from posthouse_server.cli.directory_preview import OnlyLook, look
from posthouse_server.cli.session import Session, session_of, who
from posthouse_server.mailboxes.place import place_of
from posthouse_server.mailboxes.usage import Usage, usage_of
from posthouse_server.store import Store, StoreError
from posthouse_server.store.directory import (
    DirectoryError,
    MailboxKind,
    MailboxProperties,
    MailboxRow,
    Redirection,
    properties_of,
)
from posthouse_server.store.directory_outcomes import mailbox_changed

address_app = typer.Typer(help="The addresses of a mailbox.", no_args_is_help=True)


def add_to(mailbox_app: typer.Typer) -> None:
    """Put the commands beside the others of mailboxes."""
    mailbox_app.command("show")(show_mailbox)
    mailbox_app.command("set")(set_mailbox)
    mailbox_app.add_typer(address_app, name="address")


def show_mailbox(context: typer.Context, address: str) -> None:
    """Show all that is known of a mailbox."""
    session = session_of(context)
    with session.store() as store:
        row = store.directory.mailbox(address)
        usage = used(store, row)
    session.show({"mailbox": row, "disk_usage_kb": usage.kilobytes, "inbox_messages": usage.messages},
                 lambda: _described(row, usage))


def set_mailbox(
        context: typer.Context, address: str,
        friendly_name: Annotated[str | None, typer.Option("--name", help="The friendly name; empty for none.")] = None,
        kind: Annotated[MailboxKind | None, typer.Option("--type", help="ADMIN reads postmaster's mail.")] = None,
        quota: Annotated[int | None, typer.Option(help="In KB; 0 for none.")] = None,
        copy_to: Annotated[list[str] | None, typer.Option(help="Keep the mail and send a copy there; may be repeated.")] = None,
        redirect_to: Annotated[list[str] | None, typer.Option(help="Send the mail there instead; may be repeated.")] = None,
        no_redirection: Annotated[bool, typer.Option("--no-redirection", help="Keep the mail here alone.")] = False,
        only_look: OnlyLook = False) -> None:
    """Change the properties of a mailbox, in one revision."""
    if (copy_to is not None) + (redirect_to is not None) + no_redirection > 1:
        raise DirectoryError("Say one of --copy-to, --redirect-to and --no-redirection.")

    def change(row: MailboxRow) -> MailboxProperties:
        wanted = properties_of(row)
        if friendly_name is not None:
            wanted = replace(wanted, friendly_name=friendly_name)
        if kind is not None:
            wanted = replace(wanted, kind=kind)
        if quota is not None:
            wanted = replace(wanted, quota_kb=quota)
        if no_redirection:
            return replace(wanted, redirection=Redirection.NONE)
        for redirection, targets in ((Redirection.COPY, copy_to), (Redirection.REDIRECT, redirect_to)):
            if targets is not None:
                wanted = replace(wanted, redirection=redirection, redirect_to=tuple(targets))
        return wanted

    _change(session_of(context), address, change, only_looks=only_look)


@address_app.command("add")
def add_address(context: typer.Context, mailbox: str, address: str, only_look: OnlyLook = False) -> None:
    """Give a mailbox another address."""
    _change(session_of(context), mailbox, lambda row: replace(properties_of(row), addresses=(*row.addresses, address)),
            only_looks=only_look)


@address_app.command("remove")
def remove_address(context: typer.Context, mailbox: str, address: str, only_look: OnlyLook = False) -> None:
    """Take an address from a mailbox; its last one stays."""
    def change(row: MailboxRow) -> MailboxProperties:
        left = tuple(text for text in row.addresses if text != address.strip().lower())
        if len(left) == len(row.addresses):
            raise DirectoryError(f"{address} is not an address of the mailbox {row.login}.")
        return replace(properties_of(row), addresses=left)

    _change(session_of(context), mailbox, change, only_looks=only_look)


def used(store: Store, row: MailboxRow) -> Usage:
    """Return what a mailbox holds; raises StoreError."""
    try:
        return usage_of(place_of(store.folder.mail, row.maildir))
    except OSError as error:
        raise StoreError(f"The mailbox {row.login} could not be read: {error.strerror}.") from error


def redirection_text(row: MailboxRow) -> str:
    """Return where the mail of a mailbox goes."""
    if row.redirection is Redirection.NONE:
        return "None"
    return f"{'Copy to' if row.redirection is Redirection.COPY else 'To'} {', '.join(row.redirect_to)}"


def _change(session: Session, address: str, change: Callable[[MailboxRow], MailboxProperties], *, only_looks: bool) -> None:
    with session.store() as store:
        base = store.directory.mailbox(address)
        if only_looks:
            look(session, store, f"Changing {base.login}", mailbox_changed(base, change(base), store.directory.list_domains()))
            return
        store.directory.set_mailbox(base.login, change(base), who(), base)
        row = store.directory.mailbox(base.login)
        usage = used(store, row)
    session.show(row, lambda: _described(row, usage))


def _described(row: MailboxRow, usage: Usage) -> str:
    lines = (("Mailbox", row.login), ("Friendly Name", row.friendly_name or "None"), ("Type", row.kind.value),
             ("Status", "Enabled" if row.enabled else "Disabled"), ("Addresses", " ".join(row.addresses)),
             ("Redirection", redirection_text(row)), ("Quota", f"{row.quota_kb} KB" if row.quota_kb else "None"),
             ("Disk Usage", f"{usage.kilobytes} KB in {usage.messages} messages, {usage.unread} of them unread"))
    return "\n".join(f"{label + ':':15}{text}" for label, text in lines)
