"""abuse: has this server been spammed through?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from posthouse_server.cli.session import local_time, session_of, table
from posthouse_server.cli.spans import parse_span
from posthouse_server.settings import SettingsError
from posthouse_server.store.abuse import AbuseReport, Axis, report
from posthouse_server.store.clock import now

_TITLES = {Axis.LOGIN: "Login", Axis.CLIENT: "Client", Axis.RULE: "Rule", Axis.RECIPIENT_DOMAIN: "Recipient domain"}


def abuse(context: typer.Context,
          since: Annotated[str, typer.Option(help="A span up to now: 90m, 24h, 7d.")] = "24h",
          by: Annotated[Axis, typer.Option(help="What to sort the traffic by.")] = Axis.LOGIN,
          limit: Annotated[int, typer.Option(help="At most so many lines.", min=1, max=100_000)] = 20) -> None:
    """Say whether somebody sends far above the usual rate, and list who sends how much."""
    session = session_of(context)
    until = now()
    with session.store() as store:
        found = report(store, _begin(since, until), until)
    session.show({"quiet": found.verdict.is_quiet, "sentence": found.verdict.sentence, "since": found.since,
                  "until": found.until, "by": by.value, "rows": found.rows(by)[:limit], "series": found.series},
                 lambda: _text(found, by, limit))


def _begin(span: str, until: datetime) -> datetime:
    found = parse_span(span)
    if not found:
        raise SettingsError(f"--since: {span!r} is not a span such as 90m, 24h or 7d.")
    return until - found


def _text(found: AbuseReport, by: Axis, limit: int) -> str:
    rows = [(row.label, f"{row.messages:,}", f"{row.accepted:,}", f"{row.refused:,}", f"{row.per_hour:,.1f}",
             "new" if row.usual_per_hour is None else f"{row.usual_per_hour:,.1f}",
             "" if row.times is None else f"{row.times:,.1f}", local_time(row.since)) for row in found.rows(by)[:limit]]
    lines = table((_TITLES[by], "Messages", "Accepted", "Refused", "An hour", "Usual", "Times", "First seen"), rows, "")
    return f"{found.verdict.sentence}\n\n{lines}".strip()
