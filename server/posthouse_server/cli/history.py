"""history list: who changed what."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import local_time, session_of, table

app = typer.Typer(help="Changes of settings and directory.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Changes of settings and directory."""


@app.command("list")
def list_(context: typer.Context,
          limit: Annotated[int, typer.Option(help="At most so many lines.", min=1, max=100_000)] = 100) -> None:
    """List the newest changes."""
    session = session_of(context)
    with session.store() as store:
        rows = store.settings.history(limit)
    session.show(rows, lambda: table(
        ("Revision", "Time", "By", "Change", "Comment"),
        [(row.number, local_time(row.created_at), row.author, row.summary, row.comment) for row in rows], ""))
