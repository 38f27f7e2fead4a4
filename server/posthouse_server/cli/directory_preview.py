"""--preview of domain and mailbox commands: what a change of the directory would have changed in the recorded traffic."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.exposing import exposure_json
from posthouse_server.cli.preview import preview_json, preview_text
from posthouse_server.cli.session import Session
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.policy.exposure import exposure
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.directory import DirectoryError, DomainRow, MailboxRow
from posthouse_server.store.directory_rules import domain_name
from posthouse_server.store.preview import preview
from posthouse_server.store.preview_effect import effect

OnlyLook = Annotated[bool, typer.Option("--preview", help="Only show which traffic of the last 30 days would be judged "
                                                          "otherwise.")]


def look(session: Session, store: Store, doing: str, outcome: DirectoryChange) -> None:
    """Show what would flip; nothing is changed. Raises StoreError."""
    settings, directory, at = store.settings.load().settings, store.directory.snapshot(), now()
    later = outcome(directory)
    found = preview(store, settings, settings, new_directory=later)
    before, after = exposure(settings, directory, at), exposure(settings, later, at)
    session.show(
        {"effect": effect(doing, found), "exposure_before": exposure_json(before), "exposure": exposure_json(after),
         "preview": preview_json(found, settings)},
        lambda: "\n".join([effect(doing, found), f"Who can relay now: {before.sentence}", f"Afterwards: {after.sentence}",
                           preview_text(found, settings), "Nothing was changed."]))


def known_domain(store: Store, name: str) -> DomainRow:
    """Return a domain; raises DirectoryError."""
    wanted = domain_name(name)
    for row in store.directory.list_domains():
        if row.name == wanted:
            return row
    raise DirectoryError(f"There is no domain {wanted}.")


def known_mailbox(store: Store, address: str) -> MailboxRow:
    """Return a mailbox by its login or one of its addresses; raises DirectoryError."""
    found = store.directory.credentials(address)
    for row in store.directory.list_mailboxes() if found is not None else ():
        if found is not None and row.login == found.login:
            return row
    raise DirectoryError(f"There is no mailbox {address}.")
