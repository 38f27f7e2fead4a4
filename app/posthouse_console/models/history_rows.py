"""Revisions of settings and directory as a table."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.service.alarm_words import time_text
from posthouse_console.widgets.icons import icon
from posthouse_server.settings.labels import in_words
from posthouse_server.store import Revision
from posthouse_server.store.settings_store import DIRECTORY, SETTINGS, TRIAL
from posthouse_server.words import tr

_ICONS = {SETTINGS: "properties", DIRECTORY: "domains", TRIAL: "ok"}


class HistoryModel(RowsModel[Revision]):
    """Who changed what, and when."""

    NOUN = (tr("revision"), tr("revisions"))
    COLUMNS = (
        Column[Revision](tr("Revision"), lambda row: str(row.number), 90, sort=lambda row: -row.number,  # the newest first
                         icon=lambda row: icon(_ICONS.get(row.kind, "properties")), raw=lambda row: row.number),
        Column[Revision](tr("Time"), lambda row: time_text(row.created_at), 130, sort=lambda row: row.created_at.timestamp(),
                         raw=lambda row: row.created_at),
        Column[Revision](tr("By"), lambda row: row.author, 190),
        Column[Revision](tr("Change"), lambda row: in_words(row.summary), 420, tip=lambda row: in_words(row.summary)),
        Column[Revision](tr("Comment"), lambda row: row.comment, 200, tip=lambda row: row.comment),
    )

    def key(self, row: Revision) -> Hashable:
        """Return the number."""
        return row.number
