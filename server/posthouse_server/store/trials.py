"""Changes on trial: in force at once, and taken back at their time unless somebody confirms them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from posthouse_server.settings import Settings, SettingsError, merged, parse
from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.settings_store import Revision, add_settings_revision, newest_settings
from posthouse_server.store.tables import revisions, trials
from posthouse_server.store.trial_rows import LENGTHS_MINUTES, Trial, TrialError, current_trial

__all__ = ["LENGTHS_MINUTES", "Trial", "TrialError", "TrialStore"]

_SERVER = "server"


class TrialStore:
    """The trial that runs, if one does. All methods block and raise StoreError."""

    def __init__(self, database: Database) -> None:
        """Use an open settings database."""
        self._database = database

    def current(self) -> Trial | None:
        """Return the trial that runs."""
        with self._database.read() as connection:
            return current_trial(connection)

    def confirm(self, author: str) -> Trial:  # noqa: ARG002 - whoever confirms changes nothing that has an author
        """Let the change stay; raises TrialError where there is none."""
        with self._database.write() as connection:
            return self._end(connection)

    def take_back(self, author: str) -> Revision:
        """Take the change back now; raises TrialError where there is none."""
        with self._database.write() as connection:
            return self._take_back(connection, author, "Taken back")

    def expire(self, at: datetime) -> Revision | None:
        """Take the change back if its time is over (the server's part)."""
        trial = self.current()
        if trial is None or at < trial.until:
            return None
        with self._database.write() as connection:
            trial = current_trial(connection)
            if trial is None or at < trial.until:
                return None  # somebody was faster
            return self._take_back(connection, _SERVER, "Trial over, taken back")

    def _end(self, connection: Connection) -> Trial:
        trial = current_trial(connection)
        if trial is None:
            raise TrialError("No change is on trial.")
        connection.execute(delete(trials))
        return trial

    def _take_back(self, connection: Connection, author: str, why: str) -> Revision:
        """Take back what the trial changed, and nothing that somebody has changed since."""
        trial = self._end(connection)
        _, newest = newest_settings(connection)
        before, tried = _document(connection, trial.restores), _document(connection, trial.revision)
        try:
            restored = merged(tried, before, newest)
        except SettingsError:  # the two don't fit together: what was in force before the trial is safe
            restored = before
        return add_settings_revision(connection, restored, newest, author, why=f"{why} (revision {trial.revision}): ")


def _document(connection: Connection, number: int) -> Settings:
    document = connection.execute(select(revisions.c.document).where(revisions.c.id == number)).scalar()
    if document is None:
        raise StoreError(f"Revision {number} is no revision of the settings.")
    return parse(document)
