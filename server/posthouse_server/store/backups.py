"""Copies of the settings database made while servers use it, and bringing the state of such a copy back as a new revision."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, event, func, insert, select

from posthouse_server.policy.directory import Directory
from posthouse_server.settings import Settings, SettingsError, parse
from posthouse_server.settings.labels import difference_lines
from posthouse_server.store import chain
from posthouse_server.store.copy_checks import check_schema, checked_states, distrust
from posthouse_server.store.directory_changes import Edit
from posthouse_server.store.directory_states import all_states, edits_between
from posthouse_server.store.directory_view import view_directory
from posthouse_server.store.directory_words import in_words
from posthouse_server.store.engine import Database, StoreError, StoreTooNewError
from posthouse_server.store.row_reader import RowReader
from posthouse_server.store.schema import prepare
from posthouse_server.store.settings_store import (
    SETTINGS,
    Revision,
    add_directory_revision,
    add_settings_revision,
    newest_settings,
    revision_of,
)
from posthouse_server.store.tables import desired_state as desired_states
from posthouse_server.store.tables import domains, mailboxes, revisions, settings_metadata, trials, work_orders
from posthouse_server.store.trial_rows import current_trial, end_trial
from posthouse_server.store.way_back import Change, HistoryError
from posthouse_server.words import english, in_english, tr

_NOT_THE_DIRECTORY = (revisions, desired_states, trials, work_orders)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a settings database holds, in numbers."""

    newest: Revision
    domains: int
    mailboxes: int


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What a restore would do; nothing is changed yet."""

    ours: Holdings
    theirs: Holdings
    old: Settings
    new: Settings
    edits: tuple[Edit, ...]
    lines: tuple[Change, ...]
    adopts_history: bool
    """Whether the history of the backup comes too, since ours is empty or the beginning of it."""
    ends_trial: int | None

    @property
    def base(self) -> int:
        """Return the newest revision of any kind that the plan knows of."""
        return self.ours.newest.number

    @property
    def changes(self) -> bool:
        """Return whether anything would be different."""
        return self.adopts_history or bool(self.edits) or self.old != self.new


class BackupStore:
    """Copies the settings database and brings copies back. All methods block and raise StoreError."""

    def __init__(self, database: Database) -> None:
        """Use an open settings database."""
        self._database = database

    def copy(self, target: Path) -> Holdings:
        """Write a copy of all that is committed now, also while others write; returns what it holds."""
        target.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(self._database.path, isolation_level=None)) as source:
                source.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.Error as error:
            raise StoreError(tr("{path} could not be copied to {target}: {error}.",
                                path=self._database.path, target=target, error=error)) from error
        with copy_opened(target) as copied, copied.read() as connection:
            return _holdings(connection)

    def plan(self, copied: Database) -> RestorePlan:
        """Return what it would mean to go to the state of a copy."""
        with self._database.read() as ours, copied.read() as theirs:
            return _plan(ours, theirs)

    def restore(self, copied: Database, base: int, why: str, author: str, comment: str = "") -> Revision:
        """Go to the state of a copy, all or nothing; `base` is what the author knew as the newest revision.

        Returns the newest new revision; raises HistoryError if anything was changed since.
        """
        plan = self.plan(copied)  # before the write: of a large directory it takes seconds, and it holds for its revision
        with self._database.write() as ours, copied.read() as theirs:
            newest = _holdings(ours).newest
            if newest.number != base or plan.base != base:
                raise HistoryError(tr("Meanwhile {author} has made revision {newest}; nothing was changed. "
                                      "Look at it again.", author=newest.author, newest=newest.number))
            if plan.ends_trial is not None:
                end_trial(ours)
            made = None
            _replace_directory(ours, theirs)
            if plan.adopts_history:
                _adopt_history(ours, theirs)
            elif plan.edits:
                made = add_directory_revision(ours, english(why) + _in_short(plan), author, plan.edits, comment)
            if plan.adopts_history or plan.old != plan.new or made is None:
                _, before = newest_settings(ours)
                made = add_settings_revision(ours, plan.new, before, author, comment, why)
            return made


def directory_of(copied: Database) -> Directory:
    """Return the directory of a copy, as the policy needs it."""
    with closing(RowReader(copied)) as reader, copied.read() as connection:
        return view_directory(connection, reader).directory


@contextmanager
def copy_opened(path: Path) -> Iterator[Database]:
    """Open a copy, brought up to this version's schema where it is older; raises StoreError or StoreTooNewError."""
    check_schema(path)
    copied = Database(path, synchronous="NORMAL")
    event.listen(copied.engine, "connect", distrust, insert=True)
    try:
        prepare("settings", copied, path.parent)
        with copied.read() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
                raise StoreError(tr("The settings in it are damaged."))
        yield copied
    except StoreTooNewError as error:
        raise StoreTooNewError(tr("The backup was made by a newer version of Posthouse; install that first.")) from error
    finally:
        copied.dispose()


def _holdings(connection: Connection) -> Holdings:
    newest = connection.execute(select(revisions).order_by(revisions.c.id.desc()).limit(1)).first()
    if newest is None:
        raise StoreError(tr("It holds no settings."))
    return Holdings(revision_of(newest), connection.execute(select(func.count()).select_from(domains)).scalar_one(),
                    connection.execute(select(func.count()).select_from(mailboxes)).scalar_one())


def _plan(ours: Connection, theirs: Connection) -> RestorePlan:
    (_, old), (_, new), trial = newest_settings(ours), newest_settings(theirs), current_trial(ours)
    edits = edits_between(all_states(ours), checked_states(theirs))
    lines = [*_fault_lines(theirs), *(difference_lines(old, new) if old != new else ()), *in_words(edits)]
    return RestorePlan(_holdings(ours), _holdings(theirs), old, new, edits, tuple(Change(*line) for line in lines),
                       _continues(ours, theirs), None if trial is None else trial.revision)


def _fault_lines(theirs: Connection) -> list[tuple[str, str, str]]:
    """Return a line where the newest settings of a copy are not valid here, such as those of another system."""
    row = theirs.execute(select(revisions).where(revisions.c.kind == SETTINGS).order_by(revisions.c.id.desc()).limit(1)).one()
    try:
        parse(row.document or "")
    except SettingsError as error:
        return [(tr("The settings of revision {number} are not valid here, so older ones count: {error}", number=row.id,
                    error=error), "", "")]
    return []


def _continues(ours: Connection, theirs: Connection) -> bool:
    """Return whether our history is empty, or the beginning of theirs, which is whole."""
    newest = _holdings(ours).newest
    is_fresh = newest.number == 1
    same = theirs.execute(select(revisions.c.digest).where(revisions.c.id == newest.number)).scalar()
    is_longer = _holdings(theirs).newest.number > newest.number
    return is_longer and (is_fresh or (bool(newest.digest) and same == newest.digest)) and chain.verify(theirs).ok


def _replace_directory(ours: Connection, theirs: Connection) -> None:
    """Take all tables of the directory over, whichever a version has."""
    tables = [table for table in settings_metadata.sorted_tables if table not in _NOT_THE_DIRECTORY]
    for table in reversed(tables):
        ours.execute(delete(table))
    for table in tables:
        rows = [dict(row._mapping) for row in theirs.execute(select(table))]
        if rows:
            ours.execute(insert(table), rows)


def _adopt_history(ours: Connection, theirs: Connection) -> None:
    newest = _holdings(ours).newest.number
    if newest == 1:
        ours.execute(delete(revisions))
        newest = 0
    later = select(revisions).where(revisions.c.id > newest).order_by(revisions.c.id)
    ours.execute(insert(revisions), [dict(row._mapping) for row in theirs.execute(later)])


@in_english()
def _in_short(plan: RestorePlan) -> str:
    number = len(plan.edits)
    amount = amount_text(plan.theirs.domains, plan.theirs.mailboxes)
    if number == 1:
        return tr("{amount} (1 entry of the directory changed)", amount=amount)
    return tr("{amount} ({number} entries of the directory changed)", amount=amount, number=number)


def amount_text(domain_count: int, mailbox_count: int) -> str:
    """Return how much a directory holds, such as: 1 domain, 7 mailboxes."""
    domains = tr("1 domain") if domain_count == 1 else tr("{number:,} domains", number=domain_count)
    mailboxes = tr("1 mailbox") if mailbox_count == 1 else tr("{number:,} mailboxes", number=mailbox_count)
    return f"{domains}, {mailboxes}"


def restored_text(created_at: datetime, revision: int) -> str:
    """Return what stands before the summary of a restore."""
    return tr("Restored from the backup of {time:%Y-%m-%d %H:%M} (revision {revision}): ",
              time=created_at.astimezone(), revision=revision)
