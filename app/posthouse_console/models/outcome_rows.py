"""The attempts of an open relay test as a table."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.widgets.icons import icon
from posthouse_server.store.relay_tests import Outcome
from posthouse_server.words import tr

_ICONS = ("error", "info", "ok")


def _rank(row: Outcome) -> int:
    """What is open comes first, and then what is not known."""
    return 0 if not row.is_closed else 2 if row.is_tested else 1


class OutcomesModel(RowsModel[Outcome]):
    """What strangers have tried, and what came of it."""

    NOUN = (tr("attempt"), tr("attempts"))
    COLUMNS = (
        Column[Outcome](tr("Result"), lambda row: row.word, 120, sort=_rank,
                        icon=lambda row: icon(_ICONS[_rank(row)])),
        Column[Outcome](tr("Form"), lambda row: row.form, 235, tip=lambda row: row.form),
        Column[Outcome](tr("Sender"), lambda row: row.sender, 185, tip=lambda row: row.sender),
        Column[Outcome](tr("Recipient"), lambda row: row.recipient, 215, tip=lambda row: row.recipient),
        Column[Outcome](tr("As client"), lambda row: row.client, 115, tip=lambda row: row.stranger),
        Column[Outcome](tr("By"), lambda row: row.way, 200, tip=lambda row: row.way),
    )

    def key(self, row: Outcome) -> Hashable:
        """Return what was tried, as whom, and by which way in."""
        return row.form, row.client, row.way, row.is_tested
