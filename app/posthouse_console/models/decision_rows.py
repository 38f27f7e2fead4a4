"""The message trace as a table: who asked for what, and what the server said."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.traffic import DecisionRow

_VERDICTS = {"local": ("ok", "Delivered here"), "relay": ("send", "Relayed"), "refused": ("error", "Refused")}


def _verdict(row: DecisionRow) -> str:
    return _VERDICTS.get(row.verdict, ("", row.verdict))[1]


def _time(row: DecisionRow) -> str:
    return f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}"


def _times(row: DecisionRow) -> str:
    return number_text(row.number) if row.number > 1 else ""


def _times_tip(row: DecisionRow) -> str:
    if row.number == 1 or row.last_at is None:
        return ""
    return f"{number_text(row.number)} equal refusals until {row.last_at.astimezone():%Y-%m-%d %H:%M:%S}"


class DecisionsModel(RowsModel[DecisionRow]):
    """Recorded decisions, the newest first."""

    NOUN = ("decision", "decisions")
    COLUMNS = (
        Column[DecisionRow]("Time", _time, 165, sort=lambda row: -row.at.timestamp(),
                            icon=lambda row: icon(_VERDICTS.get(row.verdict, ("info", ""))[0]), raw=lambda row: row.at),
        Column[DecisionRow]("Client", lambda row: row.client, 110),
        Column[DecisionRow]("Login", lambda row: row.login or "", 135, raw=lambda row: row.login),
        Column[DecisionRow]("Sender", lambda row: row.sender or ("<>" if row.recipient else ""), 160),
        Column[DecisionRow]("Recipient", lambda row: row.recipient, 160),
        Column[DecisionRow]("Verdict", _verdict, 100),
        Column[DecisionRow]("Rule", lambda row: rule_label(row.rule), 150),
        Column[DecisionRow]("Reply", lambda row: row.reply, 260, tip=lambda row: row.reply),
        Column[DecisionRow]("Times", _times, 56, sort=lambda row: row.number, tip=_times_tip, raw=lambda row: row.number,
                            title_tip="How many equal refusals a line stands for"),
        Column[DecisionRow]("Id", lambda row: row.id, 90),
    )

    def key(self, row: DecisionRow) -> Hashable:
        """Return the id."""
        return row.id
