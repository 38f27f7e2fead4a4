"""The attempts of an open relay test as a table."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.widgets.icons import icon
from posthouse_server.store.relay_tests import Outcome

_ICONS = {"OPEN": "error", "Not tested": "info", "Closed": "ok"}
_ORDER = tuple(_ICONS)
"""What is open comes first, and then what is not known."""


class OutcomesModel(RowsModel[Outcome]):
    """What strangers have tried, and what came of it."""

    NOUN = ("attempt", "attempts")
    COLUMNS = (
        Column[Outcome]("Result", lambda row: row.word, 95, sort=lambda row: _ORDER.index(row.word),
                        icon=lambda row: icon(_ICONS[row.word])),
        Column[Outcome]("Form", lambda row: row.form, 235, tip=lambda row: row.form),
        Column[Outcome]("Sender", lambda row: row.sender, 185, tip=lambda row: row.sender),
        Column[Outcome]("Recipient", lambda row: row.recipient, 215, tip=lambda row: row.recipient),
        Column[Outcome]("As client", lambda row: row.client, 115, tip=lambda row: row.stranger),
        Column[Outcome]("By", lambda row: row.way, 200, tip=lambda row: row.way),
    )

    def key(self, row: Outcome) -> Hashable:
        """Return what was tried, as whom, and by which way in."""
        return row.form, row.client, row.way, row.is_tested
