"""What was changed, by whom, and taking it back; every way back is itself a new revision."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from posthouse_server.policy.directory import Directory, MemoryDirectory
from posthouse_server.settings import Settings, SettingsError, merged, parse
from posthouse_server.settings.labels import difference_lines
from posthouse_server.settings.labels import in_words as labelled
from posthouse_server.store import chain
from posthouse_server.store.directory_changes import Edit, collapsed, in_words, perform
from posthouse_server.store.directory_rules import DirectoryError
from posthouse_server.store.directory_view import view_directory
from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.row_reader import RowReader
from posthouse_server.store.settings_store import (
    DIRECTORY,
    SETTINGS,
    Revision,
    add_directory_revision,
    add_settings_revision,
    newest_settings,
    revision_of,
)
from posthouse_server.store.tables import revisions


class HistoryError(StoreError):
    """A change can't be taken back; the message is a sentence that says why."""


class Change(NamedTuple):
    """One line of a difference, in the words of the dialogs; "" where there was or is nothing."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return it as one line of text."""
        if not self.before and self.after:
            return f"{self.label}: added {self.after}"
        if self.before and not self.after:
            return f"{self.label}: removed {self.before}"
        return f"{self.label}: {self.before} → {self.after}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a way back would do; nothing is changed yet."""

    summary: str
    settings: Settings | None
    """The settings afterwards; None: they stay as they are."""
    edits: tuple[Edit, ...]
    """What becomes of the directory."""
    lines: tuple[Change, ...]


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
            row = _row(connection, number)
            if row.kind == DIRECTORY:
                return [Change(*line) for line in in_words(_edits(row))] or [Change(row.summary, "", "")]
            before = _settings_before(connection, number)
            return [Change(*line) for line in difference_lines(before or Settings(), _parsed(row))]

    def settings_at(self, number: int) -> Settings:
        """Return the settings that the store held at a revision of any kind."""
        with self._database.read() as connection:
            _row(connection, number)
            return _settings_before(connection, number + 1) or Settings()

    def plan_revert(self, number: int) -> Plan:
        """Return what it would mean to take one change back on top of today; raises HistoryError where that can't be."""
        with self._database.read() as connection:
            return self._revert_plan(connection, number)

    def plan_go_back(self, number: int) -> Plan:
        """Return what it would mean to go back to the state of a revision; raises HistoryError where that can't be."""
        with self._database.read() as connection:
            return self._go_back_plan(connection, number)

    def revert(self, number: int, author: str, comment: str = "") -> Revision:
        """Take one change back on top of today; returns the new revision, raises HistoryError."""
        with self._database.write() as connection:
            return self._carry_out(connection, self._revert_plan(connection, number), author, comment)

    def go_back(self, number: int, author: str, comment: str = "") -> Revision:
        """Go back to the state of a revision, all or nothing; returns the newest new revision, raises HistoryError."""
        with self._database.write() as connection:
            return self._carry_out(connection, self._go_back_plan(connection, number), author, comment)

    def directory_after(self, plan: Plan) -> Directory | None:
        """Return the directory as a plan would leave it; None where that is too large to be copied. Nothing is changed."""
        if not plan.edits:
            return None
        with self._database.engine.connect().execution_options(posthouse_write=True) as connection:
            transaction = connection.begin()
            try:
                perform(connection, plan.edits)
                found = view_directory(connection, self._reader).directory
            except DirectoryError as error:
                raise HistoryError(f"{error} Nothing was changed.") from error
            finally:
                transaction.rollback()
        return found if isinstance(found, MemoryDirectory) else None

    def verify(self) -> chain.Verification:
        """Say whether the history is as it was written."""
        with self._database.read() as connection:
            return chain.verify(connection)

    def _revert_plan(self, connection: Connection, number: int) -> Plan:
        row = _row(connection, number)
        summary = f"Revision {number} reverted: "
        if row.kind == DIRECTORY:
            return _plan(summary, None, None, [edit.inverse for edit in _edits(row)])
        before = _settings_before(connection, number)
        if before is None:
            raise HistoryError(f"Revision {number} is the first one; there is nothing before it to go back to.")
        _, newest = newest_settings(connection)
        try:
            return _plan(summary, newest, merged(_parsed(row), before, newest), ())
        except SettingsError as error:
            raise HistoryError(
                f"Without the change of revision {number} the settings would not be valid any more: {error}") from error

    def _go_back_plan(self, connection: Connection, number: int) -> Plan:
        _row(connection, number)
        then = _settings_before(connection, number + 1)
        _, newest = newest_settings(connection)
        later = connection.execute(select(revisions).where(
            revisions.c.kind == DIRECTORY, revisions.c.id > number).order_by(revisions.c.id)).all()
        edits = [edit.inverse for edit in collapsed(_edits(row) for row in later)]
        return _plan(f"Back to revision {number}: ", newest, then or Settings(), edits)

    def _carry_out(self, connection: Connection, plan: Plan, author: str, comment: str) -> Revision:
        made: Revision | None = None
        if plan.edits:
            try:
                perform(connection, plan.edits)
            except DirectoryError as error:
                raise HistoryError(f"{error} Nothing was changed.") from error
            shown = "; ".join(str(Change(*line)) for line in in_words(plan.edits))
            made = add_directory_revision(connection, plan.summary + shown, author, plan.edits, comment)
        if plan.settings is not None:
            _, newest = newest_settings(connection)
            made = add_settings_revision(connection, plan.settings, newest, author, comment, plan.summary)
        assert made is not None, "a plan without any change is refused as it is made"
        return made


def _plan(summary: str, newest: Settings | None, wanted: Settings | None, edits: Sequence[Edit]) -> Plan:
    settings = None if wanted == newest else wanted
    lines = [] if settings is None or newest is None else difference_lines(newest, settings)
    if settings is None and not edits:
        raise HistoryError("Nothing would change: it is so already.")
    return Plan(summary, settings, tuple(edits), tuple(Change(*line) for line in (*lines, *in_words(edits))))


def _has_words(row: Revision, wanted: Sequence[str]) -> bool:
    """Return whether all words occur, in the summary as it is recorded or as it is shown."""
    if not wanted:
        return True
    text = f"{row.summary}\n{labelled(row.summary)}\n{row.author}\n{row.comment}".casefold()
    return all(word in text for word in wanted)


def _row(connection: Connection, number: int) -> Row[Any]:
    row = connection.execute(select(revisions).where(revisions.c.id == number)).first()
    if row is None:
        raise HistoryError(f"There is no revision {number}.")
    return row


def _parsed(row: Row[Any]) -> Settings:
    try:
        return parse(row.document or "")
    except SettingsError as error:
        raise HistoryError(f"Revision {row.id} holds no valid settings: {error}") from error


def _settings_before(connection: Connection, number: int) -> Settings | None:
    """Return the settings that were in force before a revision: the newest valid ones; None if there were none."""
    rows = connection.execute(select(revisions.c.document).where(
        revisions.c.kind == SETTINGS, revisions.c.id < number).order_by(revisions.c.id.desc()))
    for row in rows:
        try:
            return parse(row.document or "")
        except SettingsError:
            continue  # it was never in force: the server kept the one before
    return None


def _edits(row: Row[Any]) -> list[Edit]:
    if row.change is None:
        raise HistoryError(f"Revision {row.id} was made by a version that did not keep enough to take it back: {row.summary}.")
    return [Edit(*item) for item in json.loads(row.change)]
