"""Somebody else has saved meanwhile: who changed what, and where that touches one's own edits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QDateTime, QLocale

from posthouse_server.settings import Settings, differences
from posthouse_server.settings.labels import in_words, label_at
from posthouse_server.store import Revision
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr

_NAMED = 3


def author_sentence(revision: Revision) -> str:
    """Return who saved a revision and when, in local time, with its summary as recorded."""
    local = QDateTime.fromSecsSinceEpoch(int(revision.created_at.timestamp()))
    at = QLocale().toString(local.time(), "HH:mm:ss")
    day = "" if local.date() == QDateTime.currentDateTime().date() else (
        QLocale().toString(local.date(), QLocale.FormatType.ShortFormat) + " ")
    return tr("{author} changed the settings at {day}{at} (revision {revision})",
              author=revision.author, day=day, at=at, revision=revision.number)


def conflict_text(base: LoadedSettings, mine: Settings | None, newest: LoadedSettings) -> str:
    """Return the whole story; mine is None where the edits are not valid at present."""
    theirs = differences(base.settings, newest.settings)
    what = _listed(_change(path, new) for path, (_, new) in theirs.items()) or in_words(newest.newest.summary)
    sentences = [f"{author_sentence(newest.newest)}: {what}."]
    if newest.fault:
        sentences.append(newest.fault)
    if mine is not None:
        ours = differences(base.settings, mine)
        both = [path for path, (_, value) in ours.items() if path in theirs and theirs[path][1] != value]
        if both:
            sentences.append(tr("You both changed {both}: yours would replace theirs.",
                                both=_listed(label_at(path) for path in both)))
    return " ".join([*sentences, tr("Nothing of yours is saved yet.")])


def _change(path: str, value: Any) -> str:
    label = label_at(path)
    if isinstance(value, bool):
        return tr("{label} on", label=label) if value else tr("{label} off", label=label)
    if isinstance(value, list):
        return (tr("{label} (1 entry)", label=label) if len(value) == 1 else
                tr("{label} ({number} entries)", label=label, number=len(value)))
    return tr("{label} empty", label=label) if value in (None, "") else f"{label} {value}"


def _listed(parts: Iterable[str]) -> str:
    found = list(parts)
    more = len(found) - _NAMED
    return ", ".join(found[:_NAMED]) + (tr(" and {more} more", more=more) if more > 0 else "")
