"""The rows of the abuse report as a table, for each of what they can be sorted by."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QLocale, QObject

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.service.alarm_words import time_text
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store.abuse import AbuseRow, Axis
from posthouse_server.words import tr

_TITLES = {Axis.LOGIN: tr("Login"), Axis.CLIENT: tr("Client"), Axis.RULE: tr("Rule"),
               Axis.RECIPIENT_DOMAIN: tr("Recipient domain")}
_ICONS = {Axis.LOGIN: "mailbox", Axis.CLIENT: "connectors", Axis.RULE: "shield", Axis.RECIPIENT_DOMAIN: "domain"}
_NOUNS = {Axis.LOGIN: (tr("login"), tr("logins")), Axis.CLIENT: (tr("client"), tr("clients")),
          Axis.RULE: (tr("rule"), tr("rules")), Axis.RECIPIENT_DOMAIN: (tr("domain"), tr("domains"))}
_NEW = float("inf")  # who was never seen before stands above whoever sends many times as much as usual


def rate_text(number: float) -> str:
    """Return recipients an hour with one decimal, or none where there are many."""
    return QLocale().toString(number, "f", 0 if number >= 1000 else 1)


def _usual_text(row: AbuseRow) -> str:
    return tr("new") if row.usual_per_hour is None else rate_text(row.usual_per_hour)


def _times_text(row: AbuseRow) -> str:
    return "" if row.times is None else f"{rate_text(row.times)} ×"


def _times(row: AbuseRow) -> float:
    if row.usual_per_hour is None:
        return _NEW
    return row.times if row.times is not None else 0.0


def _tip(row: AbuseRow) -> str:
    """Return the whole row: a narrow window hides some of its columns."""
    return tr("{label}\n{messages} messages; recipients: {accepted} accepted, {refused} refused\n"
              "{per_hour} accepted an hour, usual: {usual}\nSince {since}",
              label=row.label, messages=number_text(row.messages), accepted=number_text(row.accepted),
              refused=number_text(row.refused), per_hour=rate_text(row.per_hour), usual=_usual_text(row),
              since=time_text(row.since))


class AbuseRowsModel(RowsModel[AbuseRow]):
    """Who sent how much, and how much is usual."""

    def __init__(self, axis: Axis, parent: QObject | None = None) -> None:
        """Start empty, for logins, clients, rules or recipient domains."""
        super().__init__(parent)
        self.axis = axis
        self.NOUN = _NOUNS[axis]
        self.COLUMNS = (
            Column[AbuseRow](_TITLES[axis], lambda row: row.label, 200, icon=lambda _row: icon(_ICONS[axis]), tip=_tip),
            Column[AbuseRow](tr("Messages"), lambda row: number_text(row.messages), 76, sort=lambda row: row.messages,
                             raw=lambda row: row.messages),
            Column[AbuseRow](tr("Accepted"), lambda row: number_text(row.accepted), 76, sort=lambda row: row.accepted,
                             raw=lambda row: row.accepted, title_tip=tr("Recipients that were accepted.")),
            Column[AbuseRow](tr("Refused"), lambda row: number_text(row.refused), 76, sort=lambda row: row.refused,
                             raw=lambda row: row.refused, title_tip=tr("Recipients that were refused.")),
            Column[AbuseRow](tr("An hour"), lambda row: rate_text(row.per_hour), 76, sort=lambda row: row.per_hour,
                             raw=lambda row: row.per_hour, title_tip=tr("Accepted recipients an hour in this time.")),
            Column[AbuseRow](tr("Usual"), _usual_text, 76, raw=lambda row: row.usual_per_hour,
                             sort=lambda row: -1.0 if row.usual_per_hour is None else row.usual_per_hour,
                             title_tip=tr("Accepted recipients an hour in up to 30 days before; new: never seen before.")),
            Column[AbuseRow](tr("Times"), _times_text, 76, sort=_times, raw=lambda row: row.times,
                             title_tip=tr("How many times as much as usual this is.")),
            Column[AbuseRow](tr("Since"), lambda row: time_text(row.since), 130, sort=lambda row: row.since.timestamp(),
                             raw=lambda row: row.since, title_tip=tr("When it was first seen in this time.")),
        )

    def key(self, row: AbuseRow) -> Hashable:
        """Return the login, client, rule or domain."""
        return row.key
