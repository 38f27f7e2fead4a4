"""relay preview: what a change of settings would have changed in the recorded traffic."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from posthouse_server.cli.session import session_of
from posthouse_server.cli.settings import parse_change
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store.preview import Preview, preview, reason, sentence, who

_SHOWN = 50


def show_preview(context: typer.Context,
                 changes: Annotated[list[str], typer.Argument(metavar="PATH=VALUE...", help="As for `settings set`.")]) -> None:
    """Show which traffic of the last 30 days a change would have judged otherwise; nothing is changed."""
    session = session_of(context)
    wanted = dict(parse_change(change) for change in changes)
    with session.store() as store:
        old = store.settings.load().settings
        new = set_paths(old, wanted)
        found = preview(store, old, new)
    session.show(preview_json(found, old), lambda: preview_text(found, old))


def preview_json(found: Preview, old: Settings) -> dict[str, Any]:
    """Return a preview as JSON; to whom mail is delivered only where that is what changes."""
    return {"decisions": found.decisions, "since": found.since, "summary": found.sentence, "flips": [
        {"who": who(flip, old), "client": flip.client, "login": flip.login, "sender": flip.sender,
         "recipient": flip.recipient, "messages": flip.number, "before": str(flip.before.verdict),
         "before_rule": reason(flip.before), "after": str(flip.after.verdict), "after_rule": reason(flip.after),
         "delivered_before": flip.move and flip.move.before, "delivered_after": flip.move and flip.move.after}
        for flip in found.flips]}


def preview_text(found: Preview, old: Settings) -> str:
    """Return a preview for people: the summary and the first flips."""
    lines = [sentence(flip, old) for flip in found.flips[:_SHOWN]]
    if len(found.flips) > _SHOWN:
        lines.append(f"... and {len(found.flips) - _SHOWN:,} more.")
    return "\n".join((found.sentence, *lines))
