"""The message trace as a table: who asked for what, and what the server said."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

_VERDICTS = {"local": ("ok", tr("Delivered here")), "relay": ("send", tr("Relayed")), "refused": ("error", tr("Refused"))}


def _verdict(row: DecisionRow) -> str:
    return _VERDICTS.get(row.verdict, ("", row.verdict))[1]


def _time(row: DecisionRow) -> str:
    return f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}"


def _times(row: DecisionRow) -> str:
    return number_text(row.number) if row.number > 1 else ""


def _times_tip(row: DecisionRow) -> str:
    if row.number == 1 or row.last_at is None:
        return ""
    return tr("{number} equal refusals until {until:%Y-%m-%d %H:%M:%S}",
              number=number_text(row.number), until=row.last_at.astimezone())


class DecisionsModel(RowsModel[DecisionRow]):
    """Recorded decisions, the newest first."""

    NOUN = (tr("decision"), tr("decisions"))
    COLUMNS = (
        Column[DecisionRow](tr("Time"), _time, 165, sort=lambda row: -row.at.timestamp(),
                            icon=lambda row: icon(_VERDICTS.get(row.verdict, ("info", ""))[0]), raw=lambda row: row.at),
        Column[DecisionRow](tr("Client"), lambda row: row.client, 110),
        Column[DecisionRow](tr("Login"), lambda row: row.login or "", 135, raw=lambda row: row.login),
        Column[DecisionRow](tr("Sender"), lambda row: row.sender or ("<>" if row.recipient else ""), 160),
        Column[DecisionRow](tr("Recipient"), lambda row: row.recipient, 160),
        Column[DecisionRow](tr("Verdict"), _verdict, 100),
        Column[DecisionRow](tr("Rule"), lambda row: rule_label(row.rule), 150),
        Column[DecisionRow](tr("Reply"), lambda row: row.reply, 260, tip=lambda row: row.reply),
        Column[DecisionRow](tr("Times"), _times, 56, sort=lambda row: row.number, tip=_times_tip, raw=lambda row: row.number,
                            title_tip=tr("How many equal refusals a line stands for")),
        Column[DecisionRow](tr("Id"), lambda row: row.id, 90),
    )

    def key(self, row: DecisionRow) -> Hashable:
        """Return the id."""
        return row.id
