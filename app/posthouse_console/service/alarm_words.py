"""Alarms in words: a title for each kind, how many stand, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale

from posthouse_console.service.lengths import duration
from posthouse_console.service.silence import SILENT
from posthouse_server.store.nodes import Alarm

_MINUTE = timedelta(minutes=1)
_UNUSUAL_SENDING = "unusual_sending"
_TITLES = {
    "storage": "Mail can't be stored",
    "ledger": "The books don't balance",
    "smart_host_login": "The smart host refuses the login",
    "file_descriptors": "No more files or connections",
    "trace": "The trace can't be written",
    "unusual_sending": "A mailbox sends far above its habit",
    "logs": "A log file can't be written",
    "open_relay": "Strangers can relay",
    SILENT: "The server does not report",
}


def title_of(alarm: Alarm) -> str:
    """Return the alarm in a few words; one of a newer server by the name of its kind."""
    kind, _, subject = alarm.kind.partition(":")
    title = _TITLES.get(kind, kind.replace("_", " ").capitalize())
    return f"{title} ({subject})" if subject else title


def mailbox_alarms(alarms: Sequence[Alarm]) -> dict[str, str]:
    """Return the alarms that are about a mailbox: its login to the text."""
    found = ((*alarm.kind.partition(":"), alarm.text) for alarm in alarms)
    return {subject: text for kind, _, subject, text in found if kind == _UNUSUAL_SENDING and subject}


def count_text(alarms: Sequence[Alarm]) -> str:
    """Return how many there are: 1 alarm, 2 alarms."""
    return f"{len(alarms)} alarm{'' if len(alarms) == 1 else 's'}"


def titles_text(alarms: Sequence[Alarm]) -> str:
    """Return all of them as the end of a sentence: 2 alarms: mail can't be stored, the trace can't be written."""
    return f"{count_text(alarms)}: {', '.join(title[:1].lower() + title[1:] for title in map(title_of, alarms))}"


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
    return f"{alarm.text} Since {time_text(alarm.since)}{length}."
