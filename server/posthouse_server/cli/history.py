"""history: who changed what, taking it back, and whether the record is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import local_time, session_of, table, who
from posthouse_server.settings.labels import in_words

app = typer.Typer(help="Changes of settings and directory.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(help="The number of a revision.", min=1)]
Comment = Annotated[str, typer.Option(help="Why, for the history.")]


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
def revert(context: typer.Context, number: Number, comment: Comment = "") -> None:
    """Take one change back, on top of what is in force today."""
    session = session_of(context)
    with session.store() as store:
        made = store.history.revert(number, who(), comment)
    session.show(made, f"Revision {made.number}: {in_words(made.summary)}")


@app.command("go-back")
def go_back(context: typer.Context, number: Number, comment: Comment = "") -> None:
    """Go back to the settings and the directory of a revision."""
    session = session_of(context)
    with session.store() as store:
        made = store.history.go_back(number, who(), comment)
    session.show(made, f"Revision {made.number}: {in_words(made.summary)}")


@app.command()
def confirm(context: typer.Context) -> None:
    """Keep the change that is on trial."""
    session = session_of(context)
    with session.store() as store:
        trial = store.trials.confirm(who())
    session.show(trial, f"Revision {trial.revision} stays.")


@app.command("take-back")
def take_back(context: typer.Context) -> None:
    """Take the change that is on trial back now."""
    session = session_of(context)
    with session.store() as store:
        made = store.trials.take_back(who())
    session.show(made, f"Revision {made.number}: {in_words(made.summary)}")


@app.command()
def verify(context: typer.Context) -> int:
    """Check that no revision was altered or removed; the exit code is 1 if one was."""
    session = session_of(context)
    with session.store() as store:
        found = store.history.verify()
    session.show(found, found.sentence)
    return 0 if found.ok else 1
