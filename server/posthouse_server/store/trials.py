"""Changes on trial: in force at once, and taken back at their time unless somebody confirms them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from posthouse_server.store.engine import Database
from posthouse_server.store.settings_store import TRIAL, Revision, add_revision, add_settings_revision, newest_settings
from posthouse_server.store.trial_rows import LENGTHS_MINUTES, Trial, TrialError, current_trial, end_trial, without_trial
from posthouse_server.words import tr

__all__ = ["LENGTHS_MINUTES", "Trial", "TrialError", "TrialStore"]

_SERVER = "server"


class TrialStore:
    """The trial that runs, if one does. All methods block and raise StoreError.

    Whoever ends a trial does so in the write transaction that says what becomes of it, so it ends once, in one way.
    """

    def __init__(self, database: Database) -> None:
        """Use an open settings database."""
        self._database = database

    def current(self) -> Trial | None:
        """Return the trial that runs."""
        with self._database.read() as connection:
            return current_trial(connection)

    def confirm(self, author: str, revision: int | None = None, comment: str = "") -> Revision:
        """Let the change stay; returns the record of that. Raises TrialError where none, or another one, is on trial."""
        with self._database.write() as connection:
            trial = _running(connection, revision)
            end_trial(connection)
            return add_revision(connection, TRIAL, tr("Revision {revision} confirmed", revision=trial.revision), author,
                                comment)

    def take_back(self, author: str, revision: int | None = None) -> Revision:
        """Take the change back now; raises TrialError where none, or another one, is on trial."""
        with self._database.write() as connection:
            return _take_back(connection, _running(connection, revision), author, tr("Taken back"))

    def expire(self, at: datetime) -> Revision | None:
        """Take the change back if its time is over (the server's part)."""
        trial = self.current()
        if trial is None or at < trial.until:
            return None
        with self._database.write() as connection:
            trial = current_trial(connection)
            if trial is None or at < trial.until:
                return None  # somebody was faster
            return _take_back(connection, trial, _SERVER, tr("Trial over, taken back"))


def _running(connection: Connection, revision: int | None) -> Trial:
    """Return the trial that runs, if it is the one that somebody means."""
    trial = current_trial(connection)
    if trial is None:
        raise TrialError(tr("No change is on trial.") if revision is None
                         else tr("Revision {revision} is not on trial any more.", revision=revision))
    if revision not in (None, trial.revision):
        raise TrialError(tr("Revision {revision} is not on trial; revision {trial} is.",
                            revision=revision, trial=trial.revision))
    return trial


def _take_back(connection: Connection, trial: Trial, author: str, why: str) -> Revision:
    """Take back what the trial changed, and nothing that somebody has changed since."""
    end_trial(connection)
    _, newest = newest_settings(connection)
    restored = without_trial(connection, trial, newest)
    why = tr("{why} (revision {revision}): ", why=why, revision=trial.revision)
    if restored == newest:  # a version that did not end such trials has left it
        return add_revision(connection, TRIAL, tr("{why}nothing of it was left", why=why), author)
    return add_settings_revision(connection, restored, newest, author, why=why)
