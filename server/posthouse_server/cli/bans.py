"""ban list, lift."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import local_time, session_of, table
from posthouse_server.store import StoreError

app = typer.Typer(help="Clients that are shut out for a while, since they failed too often.", no_args_is_help=True)


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the bans in force, the newest first, with their evidence."""
    session = session_of(context)
    with session.store() as store:
        bans = store.bans.list()
    session.show(bans, lambda: table(
        ("Client", "Since", "Until", "Ban", "Reason", "Evidence"),
        [(ban.client, local_time(ban.since), local_time(ban.until), ban.number, ban.reason.label, ban.sentence)
         for ban in bans], "Nobody is banned."))


@app.command()
def lift(context: typer.Context, client: Annotated[str, typer.Argument(metavar="CLIENT", help="As listed.")]) -> None:
    """End a ban at once and forget the client's failures; a running server notices within a second."""
    session = session_of(context)
    with session.store() as store:
        if not store.bans.lift(client):
            raise StoreError(f"{client} is not banned.")
    session.show({"lifted": client}, f"The ban of {client} is lifted.")
