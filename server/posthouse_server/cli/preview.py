"""relay preview: what a change of settings would have changed in the recorded traffic."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.relay import app
from posthouse_server.cli.session import local_time, session_of, table
from posthouse_server.cli.settings import parse_change
from posthouse_server.settings import set_paths
from posthouse_server.store.preview import preview, reason, sentence, who
from posthouse_server.store.suggestions import suggest_ranges

__all__ = ["app"]

_SHOWN = 50


@app.command("preview")
def show_preview(context: typer.Context,
                 changes: Annotated[list[str], typer.Argument(metavar="PATH=VALUE...", help="As for `settings set`.")]) -> None:
    """Show which traffic of the last 30 days a change would have judged otherwise; nothing is changed."""
    session = session_of(context)
    wanted = dict(parse_change(change) for change in changes)
    with session.store() as store:
        old = store.settings.load().settings
        new = set_paths(old, wanted)
        found = preview(store, old, new)
    lines = [sentence(flip, old, new) for flip in found.flips[:_SHOWN]]
    if len(found.flips) > _SHOWN:
        lines.append(f"... and {len(found.flips) - _SHOWN:,} more.")
    session.show({"decisions": found.decisions, "since": found.since, "summary": found.sentence, "flips": [
        {"who": who(flip, old, new), "client": flip.client, "login": flip.login, "sender": flip.sender,
         "recipient": flip.recipient, "messages": flip.number, "before": str(flip.before.verdict),
         "before_rule": reason(flip.before), "after": str(flip.after.verdict), "after_rule": reason(flip.after)}
        for flip in found.flips]}, lambda: "\n".join((found.sentence, *lines)))


@app.command("suggest")
def suggest(context: typer.Context) -> None:
    """Propose tight privileged IP ranges from the traffic of the last 30 days; nothing is changed."""
    session = session_of(context)
    with session.store() as store:
        found = suggest_ranges(store, store.settings.load().settings)
    session.show(found, lambda: table(
        ("RANGE", "RECIPIENTS", "SINCE", "SENDERS", "WHY"),
        [(item.range, f"{item.number:,}", local_time(item.since), ", ".join(item.senders[:3]),
          item.reason + (" (careful: looks like a spammer)" if item.is_suspicious else
                         " (careful: public address)" if item.is_public else "")) for item in found],
        "Nothing to suggest: nobody was refused relay, or relays by a wider range than needed, in the last 30 days."))
