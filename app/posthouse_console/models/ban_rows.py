"""The bans in force as a table."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.service.alarm_words import time_text
from posthouse_console.widgets.icons import icon
from posthouse_server.store.bans import Ban
from posthouse_server.words import tr


class BansModel(RowsModel[Ban]):
    """Clients that are shut out for a while."""

    NOUN = (tr("ban"), tr("bans"))
    COLUMNS = (
        Column[Ban](tr("Client"), lambda ban: ban.client, 170, icon=lambda _ban: icon("bans")),
        Column[Ban](tr("Since"), lambda ban: time_text(ban.since), 120, sort=lambda ban: ban.since.timestamp(),
                    raw=lambda ban: ban.since),
        Column[Ban](tr("Until"), lambda ban: time_text(ban.until), 120, sort=lambda ban: ban.until.timestamp(),
                    raw=lambda ban: ban.until),
        Column[Ban](tr("Ban"), lambda ban: tr("No. {number}", number=ban.number), 70, sort=lambda ban: ban.number,
                    raw=lambda ban: ban.number,
                    title_tip=tr("How many bans of this client there were; each lasts twice as long as the one before.")),
        Column[Ban](tr("Reason"), lambda ban: ban.reason.label, 120),
        Column[Ban](tr("Evidence"), lambda ban: ban.sentence, 240, tip=lambda ban: ban.sentence),
    )

    def key(self, row: Ban) -> Hashable:
        """Return the client."""
        return row.client
