"""history: who changed what, taking it back, and whether the record is whole."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from posthouse_server.cli.consent import Consent, Open, Public
from posthouse_server.cli.exposing import exposure_json
from posthouse_server.cli.session import local_time, plain, session_of, table, who
from posthouse_server.cli.way_back import Way, go, look
from posthouse_server.policy.exposure import exposure
from posthouse_server.settings.labels import in_words
from posthouse_server.store.clock import now

app = typer.Typer(help="Changes of settings and directory.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(help="The number of a revision.", min=1)]
OnTrial = Annotated[int | None, typer.Argument(help="The number of the revision on trial; fails if another one is.", min=1)]
Comment = Annotated[str, typer.Option(help="Why, for the history.")]
Preview = Annotated[bool, typer.Option("--preview", help="Only show what would change, who could relay afterwards, and which "
                                                         "traffic of the last 30 days would be judged otherwise.")]

_DIGEST = re.compile(r"[0-9a-f]{64}")


@app.callback()
def group() -> None:
    """Changes of settings and directory."""


@app.command("list")
def list_(context: typer.Context,
          words: Annotated[list[str] | None, typer.Argument(help="Only revisions with all of these words.")] = None,
          limit: Annotated[int, typer.Option(help="At most so many lines.", min=1, max=100_000)] = 100) -> None:
    """List the newest changes."""
    session = session_of(context)
    with session.store() as store:
        rows = store.history.list(" ".join(words or ()), limit)
        trial = store.trials.current()
    session.show(rows, lambda: table(
        ("Revision", "Time", "By", "Change", "Comment"),
        [(row.number, local_time(row.created_at), row.author, in_words(row.summary), row.comment) for row in rows],
        "No revision has these words." if words else "") + (
            f"\nRevision {trial.revision} takes itself back at {local_time(trial.until)}." if trial is not None else ""))


@app.command()
def show(context: typer.Context, number: Number) -> None:
    """Show what a revision changed, in the words of the dialogs."""
    session = session_of(context)
    with session.store() as store:
        lines = store.history.difference(number)
    session.show([line._asdict() for line in lines], lambda: "\n".join(str(line) for line in lines) or "No difference.")


@app.command()
def revert(context: typer.Context, number: Number, comment: Comment = "", preview: Preview = False, public: Public = False,
           open_: Open = False) -> None:
    """Take one change back, on top of what is in force today."""
    way = Way(number, is_revert=True, comment=comment, consent=Consent(public, open_))
    (look if preview else go)(session_of(context), way)


@app.command("go-back")
def go_back(context: typer.Context, number: Number, comment: Comment = "", preview: Preview = False, public: Public = False,
            open_: Open = False) -> None:
    """Go back to the settings and the directory of a revision."""
    way = Way(number, is_revert=False, comment=comment, consent=Consent(public, open_))
    (look if preview else go)(session_of(context), way)


@app.command()
def confirm(context: typer.Context, number: OnTrial = None, comment: Comment = "") -> None:
    """Keep the change that is on trial."""
    session = session_of(context)
    with session.store() as store:
        made = store.trials.confirm(who(), number, comment)
    session.show(made, f"Revision {made.number}: {made.summary}; it stays.")


@app.command("take-back")
def take_back(context: typer.Context, number: OnTrial = None) -> None:
    """Take the change that is on trial back now."""
    session = session_of(context)
    with session.store() as store:
        made = store.trials.take_back(who(), number)
        found = exposure(store.settings.load().settings, store.directory.snapshot(), now())
    session.show({**plain(made), "exposure": exposure_json(found)},
                 f"Revision {made.number}: {in_words(made.summary)}\nWho can relay: {found.sentence}")


@app.command()
def verify(context: typer.Context,
           expect: Annotated[str, typer.Option(metavar="DIGEST", help="A digest that this command printed earlier: it must "
                                                                      "still be in the history.")] = "") -> int:
    """Check that no revision was altered or removed; the exit code is 1 if one was."""
    session, digest = session_of(context), expect.strip().lower()
    if digest and not _DIGEST.fullmatch(digest):
        raise typer.BadParameter(f"--expect: {expect!r} is not a digest, which has 64 hexadecimal digits.")
    with session.store() as store:
        found = store.history.verify(digest)
    newest = f"\nDigest of revision {found.checked}: {found.digest}" if found.ok else ""
    session.show(found, f"{found.sentence}{newest}")
    return 0 if found.ok else 1
