"""domain add, list, remove; mailbox add, list, remove, passwd, enable, disable."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.directory_preview import OnlyLook, known_domain, known_mailbox, look
from posthouse_server.cli.mailbox_properties import add_to, redirection_text, used
from posthouse_server.cli.session import read_password, session_of, table, who
from posthouse_server.store.directory import DomainProperties, MailboxKind, UnknownRecipients
from posthouse_server.store.directory_outcomes import domain_added, domain_changed, domains_removed, mailboxes_removed, switched
from posthouse_server.store.directory_rules import domain_name

domain_app = typer.Typer(help="The domains that this server receives mail for.", no_args_is_help=True)
mailbox_app = typer.Typer(help="Mailboxes; passwords come from standard input.", no_args_is_help=True)
add_to(mailbox_app)
_UNKNOWN = {"settings": UnknownRecipients.SETTINGS, "accept": UnknownRecipients.ACCEPT, "refuse": UnknownRecipients.REFUSE}


@domain_app.command("add")
def add_domain(context: typer.Context, name: str,
               post_office: Annotated[str, typer.Option(help="Named like the domain unless said otherwise.")] = "",
               only_look: OnlyLook = False) -> None:
    """Add a local domain."""
    session = session_of(context)
    with session.store() as store:
        if only_look:
            look(session, store, f"Adding {domain_name(name)}", domain_added(domain_name(name)))
            return
        added = store.directory.add_domain(name, who(), post_office)
    session.show(added, f"Domain {added.name} added.")


@domain_app.command("list")
def list_domains(context: typer.Context) -> None:
    """List the domains."""
    session = session_of(context)
    with session.store() as store:
        rows = store.directory.list_domains()
    session.show(rows, lambda: table(("Domain Name", "Post Office", "Catch-all", "Unknown Recipients"),
                                     [(row.name, row.post_office, row.catch_all or "", row.unknown.value or "settings")
                                      for row in rows],
                                     "There are no domains yet; add one with: posthousectl domain add example.com"))


@domain_app.command("set")
def set_domain(context: typer.Context, name: str,
               catch_all: Annotated[str | None, typer.Option(help="The mailbox that receives what nobody has; empty for "
                                                                  "nobody.")] = None,
               unknown: Annotated[str | None, typer.Option(help="accept or refuse unknown recipients, or as the settings "
                                                                "say.", metavar="accept|refuse|settings")] = None,
               only_look: OnlyLook = False) -> None:
    """Say what a domain does with mail for addresses that nobody has."""
    session = session_of(context)
    if unknown is not None and unknown not in _UNKNOWN:
        raise typer.BadParameter(f"{unknown!r} is not one of {', '.join(_UNKNOWN)}.")
    with session.store() as store:
        row = known_domain(store, name)
        current = f"{row.catch_all}@{row.post_office}" if row.catch_all else None
        login = current if catch_all is None else catch_all or None
        wanted = row.unknown if unknown is None else _UNKNOWN[unknown]
        if only_look:
            look(session, store, f"Changing {row.name}", domain_changed(
                row.name, None if login is None else known_mailbox(store, login), wanted))
            return
        store.directory.set_domain(name, DomainProperties(login, wanted), who())
        row = known_domain(store, name)
    session.show(row, f"Domain {row.name}: catch-all {row.catch_all or 'none'}, unknown recipients "
                      f"{row.unknown.value or 'as the settings say'}.")


@domain_app.command("remove")
def remove_domain(context: typer.Context, name: str, only_look: OnlyLook = False) -> None:
    """Remove a domain that has no mailboxes left."""
    session = session_of(context)
    with session.store() as store:
        if only_look:
            row = known_domain(store, name)
            look(session, store, f"Removing {row.name}", domains_removed([row.name]))
            return
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
        usage = {row.login: used(store, row) for row in rows} if not session.is_json else {}
    session.show(rows, lambda: table(
        ("Mailbox", "Disk Usage (KB)", "Inbox Messages", "Status", "Quota", "Friendly Name", "Redirection", "Type",
         "Addresses"),
        [(row.login, usage[row.login].kilobytes, usage[row.login].messages, "Enabled" if row.enabled else "Disabled",
          row.quota_kb or "None", row.friendly_name, redirection_text(row), row.kind.value, " ".join(row.addresses))
         for row in rows],
        "There are no mailboxes yet; add one with: posthousectl mailbox add name@example.com"))


@mailbox_app.command("remove")
def remove_mailbox(context: typer.Context, address: str, only_look: OnlyLook = False) -> None:
    """Remove a mailbox; its stored messages stay on disk."""
    session = session_of(context)
    with session.store() as store:
        if only_look:
            row = known_mailbox(store, address)
            look(session, store, f"Removing {row.login}", mailboxes_removed([row.login]))
            return
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
def enable_mailbox(context: typer.Context, address: str, only_look: OnlyLook = False) -> None:
    """Let a mailbox log in and receive again."""
    _set_enabled(context, address, enabled=True, only_looks=only_look)


@mailbox_app.command("disable")
def disable_mailbox(context: typer.Context, address: str, only_look: OnlyLook = False) -> None:
    """Keep a mailbox from logging in and receiving."""
    _set_enabled(context, address, enabled=False, only_looks=only_look)


def _set_enabled(context: typer.Context, address: str, *, enabled: bool, only_looks: bool) -> None:
    session = session_of(context)
    with session.store() as store:
        if only_looks:
            row = known_mailbox(store, address)
            look(session, store, f"{'Enabling' if enabled else 'Disabling'} {row.login}",
                 switched([row], store.directory.list_domains(), enabled=enabled))
            return
        store.directory.set_enabled(address, enabled, who())
    session.show({"address": address, "enabled": enabled},
                 f"Mailbox {address} is {'enabled' if enabled else 'disabled'}.")
