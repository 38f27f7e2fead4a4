"""Messages that a search has found, as a table."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.widgets.icons import icon
from posthouse_server.store.message_search import MessageHit, Place
from posthouse_server.words import tr

_PLACES = {Place.INBOUND: (tr("Queues > Inbound"), "queue-inbound"),
           Place.OUTBOUND: (tr("Queues > Outbound"), "queue-outbound"),
           Place.BAD_MAIL: (tr("Bad Mail"), "bad-mail"), Place.TRACE: (tr("Trace"), "logs")}
_REFUSED = "refused"


def _is_refused(hit: MessageHit) -> bool:
    return hit.place is Place.TRACE and hit.verdict == _REFUSED


def _place(hit: MessageHit) -> str:
    return tr("Refused") if _is_refused(hit) else _PLACES[hit.place][0]


def _icon(hit: MessageHit) -> str:
    return "error" if _is_refused(hit) else _PLACES[hit.place][1]


def _recipients(hit: MessageHit) -> str:
    first, *others = hit.recipients or ("",)
    return tr("{shown} and {number} more", shown=first, number=len(others)) if others else first


class HitsModel(RowsModel[MessageHit]):
    """What was found, the newest first."""

    NOUN = (tr("message"), tr("messages"))
    COLUMNS = (
        Column[MessageHit](tr("Time"), lambda hit: f"{hit.at.astimezone():%Y-%m-%d %H:%M:%S}", 165,
                           icon=lambda hit: icon(_icon(hit)), sort=lambda hit: -hit.at.timestamp(), raw=lambda hit: hit.at),
        Column[MessageHit](tr("Found in"), _place, 150),
        Column[MessageHit](tr("Sender"), lambda hit: hit.sender or "<>", 150),
        Column[MessageHit](tr("Recipients"), _recipients, 165, tip=lambda hit: "\n".join(hit.recipients),
                           raw=lambda hit: list(hit.recipients)),
        Column[MessageHit](tr("Subject"), lambda hit: hit.subject, 150),
        Column[MessageHit](tr("Id"), lambda hit: hit.id, 90),
    )

    def key(self, row: MessageHit) -> Hashable:
        """Return the id."""
        return row.id
