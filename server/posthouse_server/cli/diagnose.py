"""diagnose: what may keep mail from coming in or going out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from posthouse_server import __version__
from posthouse_server.cli.session import Session, plain, session_of
from posthouse_server.store.clock import now


def diagnose(context: typer.Context,
             outside: Annotated[bool, typer.Option("--outside", help="Try port 25 outside too: connects to a mail server of a "
                                                                     "large provider, and hangs up at once.")] = False) -> int:
    """Look at the server, the network, DNS, certificate, clock, disk and keyring; the exit code is 1 if there is a problem."""
    # Imported here: the checks know the whole server, and no other command should wait for that.
    from posthouse_server.diagnose.catalogue import CHECKS
    from posthouse_server.diagnose.finding import Finding, Grade, report, summary
    from posthouse_server.diagnose.running import findings, unasked
    from posthouse_server.diagnose.subject import Subject

    session = session_of(context)
    with session.store() as store:
        subject = Subject.read(store)
    asked = [check for check in CHECKS if outside or not check.question]
    by_key: dict[str, Finding] = {check.key: unasked(check) for check in CHECKS if check not in asked}
    for found in findings(subject, asked):
        by_key[found.key] = found
        _say_progress(session, len(by_key), len(CHECKS))
    rows = [by_key[check.key] for check in CHECKS]
    is_well = all(row.grade is not Grade.BAD for row in rows)
    session.show({"ok": is_well, "summary": summary(rows), "checks": plain(rows)},
                 lambda: report(rows, f"Posthouse {__version__}, {subject.folder.root}", now()))
    return 0 if is_well else 1


def _say_progress(session: Session, done: int, total: int) -> None:
    if sys.stderr.isatty() and not session.is_json:
        typer.echo(f"\r{done} of {total} checks", err=True, nl=done == total)
