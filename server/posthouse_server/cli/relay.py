"""relay explain: who may relay, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from posthouse_server.cli.explaining import (
    decision_json,
    decision_text,
    explained_json,
    explained_text,
    offers,
    offers_today,
    remedies_of,
)
from posthouse_server.cli.exposing import exposure_json, exposure_text
from posthouse_server.cli.privileged import parse_until
from posthouse_server.cli.session import Session, plain, session_of, table, who
from posthouse_server.control import order_test
from posthouse_server.policy.decision import Request, decide
from posthouse_server.policy.exposure import exposure
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import SettingsError
from posthouse_server.store.ban_remedies import liftings, ways_in
from posthouse_server.store.clock import now
from posthouse_server.store.explanations import explain_id
from posthouse_server.store.relay_test_report import report
from posthouse_server.store.relay_tests import RelayTest

app = typer.Typer(help="Who can relay, and why.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Who can relay, and why."""


@app.command()
def explain(context: typer.Context,
            recorded: Annotated[str, typer.Argument(metavar="[ID]", help="Explain this recorded decision: its id, or the reply "
                                                                         "or bounce that it stands in.")] = "",
            client: Annotated[str, typer.Option(help="The client's IP address.")] = "",
            sender: Annotated[str | None, typer.Option(help="The address of MAIL FROM; empty for a bounce.")] = None,
            recipient: Annotated[str, typer.Option(help="The address of RCPT TO.")] = "",
            user: Annotated[str, typer.Option(help="The mailbox that has logged in, if any.")] = "",
            tls: Annotated[bool, typer.Option("--tls", help="The connection is encrypted.")] = False,
            time: Annotated[str, typer.Option(help="Judge as of this time: 2026-12-31T18:00 (local time); default now.")] = "",
            id_: Annotated[str, typer.Option("--id", metavar="ID", help="The same as ID.")] = "",
            is_previewed: Annotated[bool, typer.Option("--preview/--no-preview", help="Look at what else each remedy would "
                                                       "have changed in the recorded traffic.")] = True) -> None:
    """Judge one recipient by the saved settings, or explain a recorded decision, and show every rule that was looked at."""
    session = session_of(context)
    if recorded and id_:
        raise SettingsError("Give the id once: as ID or with --id.")
    if id_ := id_ or recorded:
        if client or sender is not None or recipient or user or tls or time:
            raise SettingsError("An id takes everything from the trace: leave out the other options.")
        _explain_recorded(session, id_, is_previewed=is_previewed)
        return
    request = _request(client, sender, recipient, user, tls=tls, time=time)
    with session.store() as store:
        loaded = store.settings.load()
        directory = store.directory.snapshot()
        known = store.directory.credentials(user)
        note = f"Nobody can log in as {user}: there is no such mailbox, or it is disabled." if user and (
            known is None or not known.enabled) else ""
        decision = decide(request, loaded.settings, directory)
        found = [*liftings(store, client, request.at), *remedies_of(request, decision, loaded.settings)]
        offered = offers(store, loaded.settings, found, is_previewed=is_previewed)
    session.show({"revision": loaded.revision.number, "note": note, **decision_json(decision, offered)},
                 lambda: "\n\n".join(part for part in (note, decision_text(decision, offered)) if part))


def _explain_recorded(session: Session, id_: str, *, is_previewed: bool) -> None:
    with session.store() as store:
        explained = explain_id(store, id_)
        settings, client = store.settings.load().settings, explained.row.client
        lifted = offers(store, settings, liftings(store, client) if explained.request is not None else
                        ways_in(store, client, settings), is_previewed=is_previewed)
        offered = offers_today(store, explained, is_previewed=is_previewed)
    session.show(explained_json(explained, lifted, offered), lambda: explained_text(explained, lifted, offered))


@app.command("exposure")
def show_exposure(context: typer.Context) -> None:
    """Show who can relay without a password, in which ways, and a request that proves each."""
    session = session_of(context)
    with session.store() as store:
        loaded = store.settings.load()
        found = exposure(loaded.settings, store.directory.snapshot(), now())
    session.show({"revision": loaded.revision.number, **exposure_json(found)}, lambda: exposure_text(found))


@app.command("test")
def attack(context: typer.Context,
           save: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the verdict and what was said in all attempts "
                                                                          "into this text file.")] = None) -> None:
    """Let the running server be attacked as strangers would; the exit code is 1 unless it has proved to be closed."""
    session = session_of(context)
    with session.store() as store:
        test = order_test(store, who(), _say_progress)
    if save is not None:
        _save(test, save)
    session.show({"closed": test.is_closed, "verdict": test.sentence, "coverage": test.coverage, **plain(test)},
                 lambda: _test_text(test))
    if not test.is_closed:
        raise typer.Exit(1)


def _save(test: RelayTest, path: Path) -> None:
    try:
        path.write_text(report(test), encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} can't be written: {error.strerror or error}.") from error


def _say_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{done} of {total} attempts", err=True, nl=done == total)


def _test_text(test: RelayTest) -> str:
    rows = [(item.word, item.form, item.sender, item.recipient, item.client, item.way) for item in test.outcomes]
    listed = table(("Result", "Form", "Sender", "Recipient", "As client", "By"), rows, "Nothing was tried.")
    return "\n".join((listed, "", *test.coverage, f"{test.sentence} (revision {test.revision})"))


def _request(client: str, sender: str | None, recipient: str, user: str, *, tls: bool, time: str) -> Request:
    """Return what the options ask; raises SettingsError."""
    given = {"--client": bool(client), "--sender": sender is not None, "--recipient": bool(recipient)}
    if missing := [name for name, is_given in given.items() if not is_given]:
        raise SettingsError(f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing; or give an id.")
    try:
        address = parse_client(client)
    except ValueError as error:
        raise SettingsError(f"--client: {error}.") from error
    return Request(address, _bare(sender or ""), _bare(recipient), parse_until(time) if time else now(), user or None, tls)


def _bare(path: str) -> str:
    """Return an address without the brackets that it has in a dialog."""
    return path[1:-1] if path.startswith("<") and path.endswith(">") else path
