"""The row of the change that is on trial."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from posthouse_server.settings import Settings, SettingsError, is_undone, parse, undone
from posthouse_server.store.clock import now
from posthouse_server.store.engine import StoreError
from posthouse_server.store.tables import revisions, trials
from posthouse_server.words import tr

LENGTHS_MINUTES = (2, 10, 60)
"""The lengths that console and command line offer."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A change that takes itself back."""

    revision: int
    """The revision on trial."""
    restores: int
    """The settings revision before it."""
    until: datetime
    author: str


class TrialError(StoreError):
    """There is a trial already, or none; the message is a sentence."""


def begin_trial(connection: Connection, revision: int, restores: int, author: str, minutes: int) -> None:
    """Put a revision on trial inside the transaction that saves it; raises TrialError while another one runs."""
    running = current_trial(connection)
    if running is not None:
        raise TrialError(tr("Revision {revision} is on trial until {time:%H:%M:%S}. Keep it or "
                            "take it back first; nothing was saved.",
                            revision=running.revision, time=running.until.astimezone()))
    connection.execute(insert(trials).values(
        id=1, revision=revision, restores=restores, author=author, until=now() + timedelta(minutes=minutes)))


def current_trial(connection: Connection) -> Trial | None:
    """Return the trial that runs, inside a transaction."""
    row = connection.execute(select(trials)).first()
    return None if row is None else Trial(row.revision, row.restores, row.until, row.author)


def end_trial(connection: Connection) -> None:
    """Let nothing be on trial any more; the change stays as it is."""
    connection.execute(delete(trials))


def end_moot_trial(connection: Connection, settings: Settings) -> None:
    """End the trial if these settings, which are being saved, leave nothing of it to take back."""
    trial = current_trial(connection)
    if trial is not None and is_undone(*_documents(connection, trial), settings):
        end_trial(connection)


def without_trial(connection: Connection, trial: Trial, settings: Settings) -> Settings:
    """Return these settings without what the trial changed, and with all that somebody has changed since."""
    before, tried = _documents(connection, trial)
    try:
        return undone(before, tried, settings)
    except SettingsError:  # the two don't fit together: what was in force before the trial is safe
        return before


def _documents(connection: Connection, trial: Trial) -> tuple[Settings, Settings]:
    return _document(connection, trial.restores), _document(connection, trial.revision)


def _document(connection: Connection, number: int) -> Settings:
    """Return the settings that were in force with a revision: its own if they are valid, else the newest valid ones before."""
    documents = connection.execute(select(revisions.c.document).where(
        revisions.c.id <= number, revisions.c.document.is_not(None)).order_by(revisions.c.id.desc())).scalars()
    for document in documents:
        try:
            return parse(document)
        except SettingsError:
            continue  # it was never in force: the server kept the one before
    return Settings()
