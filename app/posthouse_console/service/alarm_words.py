"""Alarms in words: a title for each kind, how many stand, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale

from posthouse_console.service.lengths import duration
from posthouse_console.service.silence import SILENT
from posthouse_server.store.nodes import Alarm
from posthouse_server.words import tr

_MINUTE = timedelta(minutes=1)
_UNUSUAL_SENDING = "unusual_sending"
_TITLES = {
    "storage": tr("mail can't be stored"),
    "ledger": tr("the books don't balance"),
    "smart_host_login": tr("the smart host refuses the login"),
    "file_descriptors": tr("no more files or connections"),
    "trace": tr("the trace can't be written"),
    "unusual_sending": tr("a mailbox sends far above its habit"),
    "logs": tr("a log file can't be written"),
    "open_relay": tr("strangers can relay"),
    SILENT: tr("the server does not report"),
}
"""As they stand within a sentence: not every language may lower a first letter."""


def title_of(alarm: Alarm) -> str:
    """Return the alarm in a few words; one of a newer server by the name of its kind."""
    title = _title_within(alarm)
    return title[:1].upper() + title[1:]


def mailbox_alarms(alarms: Sequence[Alarm]) -> dict[str, str]:
    """Return the alarms that are about a mailbox: its login to the text."""
    found = ((*alarm.kind.partition(":"), alarm.text) for alarm in alarms)
    return {subject: text for kind, _, subject, text in found if kind == _UNUSUAL_SENDING and subject}


def count_text(alarms: Sequence[Alarm]) -> str:
    """Return how many there are: 1 alarm, 2 alarms."""
    return tr("1 alarm") if len(alarms) == 1 else tr("{number} alarms", number=len(alarms))


def titles_text(alarms: Sequence[Alarm]) -> str:
    """Return all of them as the end of a sentence: 2 alarms: mail can't be stored, the trace can't be written."""
    return f"{count_text(alarms)}: {', '.join(map(_title_within, alarms))}"


def time_text(at: datetime) -> str:
    """Return a time as people here write it; the day only where it is not today."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    if local.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def whole_text(alarm: Alarm, *, is_past: bool = False) -> str:
    """Return what is wrong and since when; of one that stands also how long that is, in whole minutes."""
    minutes = (datetime.now(UTC) - alarm.since) // _MINUTE
    length = f" ({duration(minutes * _MINUTE).removesuffix(' 0 s')})" if minutes > 0 and not is_past else ""
    return tr("{alarm} Since {since}{length}.", alarm=alarm.text, since=time_text(alarm.since), length=length)


def _title_within(alarm: Alarm) -> str:
    kind, _, subject = alarm.kind.partition(":")
    title = _TITLES.get(kind, kind.replace("_", " "))
    return f"{title} ({subject})" if subject else title
