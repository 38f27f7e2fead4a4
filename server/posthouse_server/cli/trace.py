"""trace: why was it refused, and where is it now."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import local_time, session_of, table
from posthouse_server.store.traffic import DecisionRow


def trace(context: typer.Context,
          words: Annotated[list[str] | None, typer.Argument(help="Ids, addresses, clients, rules, reply texts.")] = None,
          limit: Annotated[int, typer.Option(help="At most so many lines.", min=1, max=100_000)] = 100) -> None:
    """List the newest relay decisions in which all words occur; a flood of equal refusals is one line."""
    session = session_of(context)
    with session.store() as store:
        rows = store.traffic.search(" ".join(words or ()), limit)
    session.show(rows, lambda: table(
        ("Time", "Id", "Client", "Login", "Sender", "Recipient", "Verdict", "Rule", "Message", "Times"),
        [(local_time(row.at), row.id, row.client, row.login or "", row.sender or "<>", row.recipient, row.verdict, row.rule,
          row.message_id or "", _times(row)) for row in rows], "Nothing was found."))


def _times(row: DecisionRow) -> str:
    """Say of a row that stands for a flood of equal refusals how many there were, and until when."""
    if row.number == 1:
        return ""
    return f"{row.number} until {local_time(row.last_at)}" if row.last_at else str(row.number)
