"""What was changed, by whom, and taking it back; every way back is itself a new revision."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from sqlalchemy import select

from posthouse_server.policy.directory import Directory, MemoryDirectory
from posthouse_server.settings import Settings
from posthouse_server.settings.labels import difference_lines
from posthouse_server.settings.labels import in_words as labelled
from posthouse_server.store import chain, way_back
from posthouse_server.store.directory_changes import perform
from posthouse_server.store.directory_rules import DirectoryError
from posthouse_server.store.directory_view import view_directory
from posthouse_server.store.directory_words import in_words
from posthouse_server.store.engine import Database
from posthouse_server.store.row_reader import RowReader
from posthouse_server.store.settings_store import DIRECTORY, TRIAL, Revision, revision_of
from posthouse_server.store.tables import revisions
from posthouse_server.store.way_back import Change, HistoryError, Plan, edits_of, row_at, settings_before, settings_of
from posthouse_server.words import tr

__all__ = ["Change", "HistoryError", "HistoryStore", "Plan"]


class HistoryStore:
    """Reads the revisions and goes back to them. All methods block and raise StoreError."""

    def __init__(self, database: Database) -> None:
        """Use an open settings database."""
        self._database = database
        self._reader = RowReader(database)

    def close(self) -> None:
        """Close the connection of look-ups; the next one opens another."""
        self._reader.close()

    def list(self, words: str = "", limit: int = 1000) -> Sequence[Revision]:
        """Return the newest revisions in which every word occurs, newest first; labels of the dialogs count as words."""
        columns = [column for column in revisions.c if column.name not in ("document", "change")]
        wanted = words.casefold().split()
        with self._database.read() as connection:
            rows = map(revision_of, connection.execute(select(*columns).order_by(revisions.c.id.desc())))
            return list(islice((row for row in rows if _has_words(row, wanted)), limit))

    def difference(self, number: int) -> Sequence[Change]:
        """Return what a revision changed."""
        with self._database.read() as connection:
            row = row_at(connection, number)
            if row.kind == TRIAL:
                return []
            if row.kind == DIRECTORY:
                edits = edits_of(row) if row.change is not None else []  # an older version kept no more than the summary
                return [Change(*line) for line in in_words(edits)] or [Change(labelled(row.summary), "", "")]
            before = settings_before(connection, number)
            return [Change(*line) for line in difference_lines(before or Settings(), settings_of(row))]

    def settings_at(self, number: int) -> Settings:
        """Return the settings that the store held at a revision of any kind."""
        with self._database.read() as connection:
            row_at(connection, number)
            return settings_before(connection, number + 1) or Settings()

    def plan_revert(self, number: int) -> Plan:
        """Return what it would mean to take one change back on top of today; raises HistoryError where that can't be."""
        with self._database.read() as connection:
            return way_back.plan_revert(connection, number)

    def plan_go_back(self, number: int) -> Plan:
        """Return what it would mean to go back to the state of a revision; raises HistoryError where that can't be."""
        with self._database.read() as connection:
            return way_back.plan_go_back(connection, number)

    def revert(self, number: int, author: str, comment: str = "") -> Revision:
        """Take one change back on top of today; returns the new revision, raises HistoryError."""
        with self._database.write() as connection:
            return way_back.carry_out(connection, way_back.plan_revert(connection, number), author, comment)

    def go_back(self, number: int, author: str, comment: str = "") -> Revision:
        """Go back to the state of a revision, all or nothing; returns the newest new revision, raises HistoryError."""
        with self._database.write() as connection:
            return way_back.carry_out(connection, way_back.plan_go_back(connection, number), author, comment)

    def carry_out(self, plan: Plan, author: str, comment: str = "") -> Revision:
        """Do what was planned; raises HistoryError if anything was changed since the plan was made."""
        with self._database.write() as connection:
            return way_back.carry_out(connection, plan, author, comment)

    def directory_after(self, plan: Plan) -> Directory | None:
        """Return the directory as a plan would leave it; None where that is too large to be copied. Nothing is changed."""
        if not plan.edits:
            return None
        with self._database.write() as connection:
            try:
                perform(connection, plan.edits)
                found = view_directory(connection, self._reader).directory
            except DirectoryError as error:
                raise HistoryError(tr("{error} Nothing was changed.", error=error)) from error
            connection.rollback()
        return found if isinstance(found, MemoryDirectory) else None

    def verify(self, expected: str = "") -> chain.Verification:
        """Say whether the history is as it was written, and holds a digest that somebody noted (64 hexadecimal digits)."""
        with self._database.read() as connection:
            return chain.verify(connection, expected)


def _has_words(row: Revision, wanted: Sequence[str]) -> bool:
    """Return whether all words occur, in the summary as it is recorded or as it is shown."""
    if not wanted:
        return True
    text = f"{row.summary}\n{labelled(row.summary)}\n{row.author}\n{row.comment}".casefold()
    return all(word in text for word in wanted)
