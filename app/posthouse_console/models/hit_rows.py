"""Messages that a search has found, as a table."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.widgets.icons import icon
from posthouse_server.store.message_search import MessageHit, Place

_PLACES = {Place.INBOUND: ("Queues > Inbound", "queue-inbound"), Place.OUTBOUND: ("Queues > Outbound", "queue-outbound"),
           Place.BAD_MAIL: ("Bad Mail", "bad-mail"), Place.TRACE: ("Trace", "logs")}
_REFUSED = "refused"


def _place(hit: MessageHit) -> str:
    return "Refused" if hit.place is Place.TRACE and hit.verdict == _REFUSED else _PLACES[hit.place][0]


def _icon(hit: MessageHit) -> str:
    return "error" if _place(hit) == "Refused" else _PLACES[hit.place][1]


def _recipients(hit: MessageHit) -> str:
    first, *others = hit.recipients or ("",)
    return f"{first} and {len(others)} more" if others else first


class HitsModel(RowsModel[MessageHit]):
    """What was found, the newest first."""

    NOUN = ("message", "messages")
    COLUMNS = (
        Column[MessageHit]("Time", lambda hit: f"{hit.at.astimezone():%Y-%m-%d %H:%M:%S}", 165,
                           icon=lambda hit: icon(_icon(hit)), sort=lambda hit: -hit.at.timestamp(), raw=lambda hit: hit.at),
        Column[MessageHit]("Found in", _place, 150),
        Column[MessageHit]("Sender", lambda hit: hit.sender or "<>", 150),
        Column[MessageHit]("Recipients", _recipients, 165, tip=lambda hit: "\n".join(hit.recipients),
                           raw=lambda hit: list(hit.recipients)),
        Column[MessageHit]("Subject", lambda hit: hit.subject, 150),
        Column[MessageHit]("Id", lambda hit: hit.id, 90),
    )

    def key(self, row: MessageHit) -> Hashable:
        """Return the id."""
        return row.id
