"""Taking back a change, and going back to a state: first a plan, inside a read; then the doing, inside a write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from posthouse_server.settings import Settings, SettingsError, parse, undone
from posthouse_server.settings.labels import difference_lines
from posthouse_server.store.directory_changes import Edit, collapsed, perform, read_edit
from posthouse_server.store.directory_rules import DirectoryError
from posthouse_server.store.directory_words import THERE, in_short, in_words
from posthouse_server.store.engine import StoreError
from posthouse_server.store.settings_store import (
    DIRECTORY,
    SETTINGS,
    TRIAL,
    Revision,
    add_directory_revision,
    add_settings_revision,
    newest_settings,
)
from posthouse_server.store.tables import revisions
from posthouse_server.store.trial_rows import current_trial, end_trial
from posthouse_server.words import again, english, in_english, tr


class HistoryError(StoreError):
    """A change can't be taken back; the message is a sentence that says why."""


class Change(NamedTuple):
    """One line of a difference, in the words of the dialogs; "" where there was or is nothing."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return it as one line of text."""
        if not self.before and not self.after:
            return self.label
        if not self.before or not self.after:
            text = self.before or self.after
            if text == THERE:
                return tr("{label}: removed", label=self.label) if self.before else tr("{label}: added", label=self.label)
            return (tr("{label}: removed {entry}", label=self.label, entry=text) if self.before else
                    tr("{label}: added {entry}", label=self.label, entry=text))
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
    base: int
    """The newest revision of any kind that the plan knows of."""
    ends_trial: int | None = None
    """The revision that is on trial, and is no more afterwards."""


def plan_revert(connection: Connection, number: int) -> Plan:
    """Return what it would mean to take one change back on top of today; raises HistoryError where that can't be."""
    row = row_at(connection, number)
    summary = tr("Revision {number} reverted: ", number=number)
    if row.kind == TRIAL:
        raise HistoryError(tr("Revision {number} changed nothing, so there is nothing to take back.", number=number))
    if row.kind == DIRECTORY:
        return _plan(connection, summary, None, [edit.inverse for edit in edits_of(row)], None)
    before = settings_before(connection, number)
    if before is None:
        raise HistoryError(tr("Revision {number} is the first one; there is nothing before it to go back to.",
                              number=number))
    _, newest = newest_settings(connection)
    try:
        wanted = undone(before, settings_of(row), newest)
    except SettingsError as error:
        raise HistoryError(
            tr("Without the change of revision {number} the settings would not be valid any more: {error}",
               number=number, error=error)) from error
    if wanted == newest:
        raise HistoryError(tr("Nothing of revision {number} is left to take back: it was changed again since.",
                              number=number))
    trial = current_trial(connection)
    return _plan(connection, summary, wanted, (), number if trial is not None and trial.revision == number else None)


def plan_go_back(connection: Connection, number: int) -> Plan:
    """Return what it would mean to go back to the state of a revision; raises HistoryError where that can't be."""
    row = row_at(connection, number)
    if row.kind == SETTINGS:
        settings_of(row)  # what is not valid was never in force, and is no state to go back to
    then = settings_before(connection, number + 1) or Settings()
    later = connection.execute(select(revisions).where(
        revisions.c.kind == DIRECTORY, revisions.c.id > number).order_by(revisions.c.id)).all()
    edits = [edit.inverse for edit in collapsed(edits_of(row) for row in later)]
    trial = current_trial(connection)
    return _plan(connection, tr("Back to revision {number}: ", number=number), then, edits,
                 trial.revision if trial is not None and trial.revision > number else None)


def carry_out(connection: Connection, plan: Plan, author: str, comment: str) -> Revision:
    """Do what a plan says, all or nothing; returns the newest new revision, raises HistoryError."""
    newest = connection.execute(select(revisions).order_by(revisions.c.id.desc()).limit(1)).one()
    if newest.id != plan.base:
        raise HistoryError(
            tr("Meanwhile {author} has made revision {id}; nothing was changed. Look at it again.",
               author=newest.author, id=newest.id))
    made: Revision | None = None
    if plan.ends_trial is not None:
        end_trial(connection)
    if plan.edits:
        try:
            perform(connection, plan.edits)
        except DirectoryError as error:
            raise HistoryError(tr("{error} Nothing was changed.", error=error)) from error
        with in_english():
            shown = in_short([str(Change(*line)) for line in in_words(plan.edits)])
        made = add_directory_revision(connection, english(plan.summary) + shown, author, plan.edits, comment)
    if plan.settings is not None:
        _, before = newest_settings(connection)
        made = add_settings_revision(connection, plan.settings, before, author, comment, plan.summary)
    assert made is not None, "a plan without any change is refused as it is made"
    return made


def row_at(connection: Connection, number: int) -> Row[Any]:
    """Return a revision; raises HistoryError if there is none."""
    row = connection.execute(select(revisions).where(revisions.c.id == number)).first()
    if row is None:
        raise HistoryError(tr("There is no revision {number}.", number=number))
    return row


def settings_of(row: Row[Any]) -> Settings:
    """Return the settings that a revision holds; raises HistoryError where they are not valid."""
    try:
        return parse(row.document or "")
    except SettingsError as error:
        raise HistoryError(tr("Revision {id} holds no valid settings: {error}", id=row.id, error=error)) from error


def settings_before(connection: Connection, number: int) -> Settings | None:
    """Return the settings that were in force before a revision: the newest valid ones; None if there were none."""
    rows = connection.execute(select(revisions.c.document).where(
        revisions.c.kind == SETTINGS, revisions.c.id < number).order_by(revisions.c.id.desc()))
    for row in rows:
        try:
            return parse(row.document or "")
        except SettingsError:
            continue  # it was never in force: the server kept the one before
    return None


def edits_of(row: Row[Any]) -> list[Edit]:
    """Return what a revision did to the directory; raises HistoryError where that was not kept."""
    if row.change is None:
        raise HistoryError(tr("Revision {id} was made by a version that did not keep enough to take it back: {summary}.",
                              id=row.id, summary=again(row.summary)))
    return [read_edit(*item) for item in json.loads(row.change)]


def _plan(connection: Connection, summary: str, wanted: Settings | None, edits: Sequence[Edit], trial: int | None) -> Plan:
    _, newest = newest_settings(connection)
    settings = None if wanted == newest else wanted
    lines = [] if settings is None else difference_lines(newest, settings)
    if settings is None and not edits:
        raise HistoryError(tr("Nothing would change: it is so already.") if trial is None else (
            tr("Nothing would change: it is so already. But revision {trial} is on trial: confirm it or take it back.",
               trial=trial)))
    if trial is not None:
        lines.append((tr("Trial of revision {trial}", trial=trial), "running", "over"))
    base = connection.execute(select(func.max(revisions.c.id))).scalar_one()
    return Plan(summary, settings, tuple(edits), tuple(Change(*line) for line in (*lines, *in_words(edits))), base, trial)
