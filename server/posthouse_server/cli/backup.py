"""backup, restore: settings and directory in one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from posthouse_server.backup.archive import Manifest
from posthouse_server.backup.making import Look, look, make
from posthouse_server.backup.making import restore as bring_back
from posthouse_server.backup.sealing import BackupError
from posthouse_server.cli.consent import Consent, Open, Public, option_for
from posthouse_server.cli.exposing import exposure_json
from posthouse_server.cli.session import local_time, plain, read_password, session_of, who
from posthouse_server.store.backups import Holdings, amount_text

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]


def backup(context: typer.Context, file: File,
           secrets: Annotated[bool, typer.Option("--secrets", help="With the smart hosts' passwords, sealed by a passphrase "
                                                                   "that is read from standard input.")] = False,
           force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False) -> None:
    """Write settings, domains and mailboxes, with their history, into one file; the server may run."""
    session = session_of(context)
    if file.exists() and not force:
        raise BackupError(f"{file} is there already; say --force to replace it.")
    passphrase = read_password() if secrets else None
    with session.store() as store:
        made = make(store, file, passphrase)
    hint = "" if secrets else "\nThe smart hosts' passwords are not in it; say --secrets to seal them in with a passphrase."
    session.show({"file": str(file), **plain(made)}, f"{file}: {_described(made)}.{hint}")


def restore(context: typer.Context, file: File,
            dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be different.")] = False,
            secrets: Annotated[bool, typer.Option("--secrets", help="With the smart hosts' passwords; the passphrase is read "
                                                                    "from standard input.")] = False,
            comment: Annotated[str, typer.Option(help="Why, for the history.")] = "",
            public: Public = False, may_open: Open = False) -> None:
    """Bring settings, domains and mailboxes of a backup back, as a new revision; the server may run."""
    session = session_of(context)
    with session.store() as store:
        found = look(store, file)
        if dry_run:
            session.show(_look_json(found), lambda: _look_text(found) + "\nNothing was changed.")
            return
        Consent(public, may_open).check(found.widening)
        done = bring_back(store, file, found.plan.base, who(), read_password() if secrets else None, comment,
                          found.manifest)
    session.show({**_look_json(found), "restored": plain(done.revision), "safety": str(done.safety), "secrets": done.secrets},
                 lambda: f"{_look_text(found)}\nRevision {done.revision.number}: restored. What was there before is in "
                         f"{done.safety}.{_passwords(done.secrets, found)}")


def _passwords(number: int, found: Look) -> str:
    if number:
        return f"\n{number} {'password was' if number == 1 else 'passwords were'} restored."
    if found.manifest.has_secrets:
        return "\nPasswords are in the backup too, and stayed there: restore it with --secrets."
    return ""


def _described(found: Manifest) -> str:
    return (f"revision {found.revision}, {amount_text(found.domains, found.mailboxes)}, made at "
            f"{local_time(found.created_at)} on {found.host}{', with passwords' if found.has_secrets else ''}")


def _held(found: Holdings) -> str:
    return (f"revision {found.newest.number} of {local_time(found.newest.created_at)}, "
            f"{amount_text(found.domains, found.mailboxes)}")


def _look_json(found: Look) -> dict[str, Any]:
    plan = found.plan
    return {"backup": plain(found.manifest), "present": plain(plan.ours), "changes": [line._asdict() for line in plan.lines],
            "history_comes_too": plan.adopts_history, "ends_trial": plan.ends_trial,
            "needs": option_for(found.widening) or None,
            "exposure_before": exposure_json(found.widening.before), "exposure": exposure_json(found.widening.after)}


def _look_text(found: Look) -> str:
    plan = found.plan
    history = ("The history of the backup comes too." if plan.adopts_history else
               "The history here goes on; this is a new revision, which can be reverted.")
    lines = [f"  {line}" for line in plan.lines] or ["  nothing: settings and directory are as in the backup"]
    return "\n".join([f"The backup: {_described(found.manifest)}.", f"Here now: {_held(plan.ours)}.", history, "Different:",
                      *lines, f"Who can relay now: {found.widening.before.sentence}",
                      f"Afterwards: {found.widening.after.sentence}"])
