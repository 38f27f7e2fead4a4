"""Settings revisions and the desired state of the server."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, insert, select, update

from posthouse_server.settings import Settings, SettingsError, differences, parse, to_json
from posthouse_server.settings.document import entries_moved
from posthouse_server.settings.labels import entry_text, value_text
from posthouse_server.store.chain import digest_of, newest_digest
from posthouse_server.store.clock import now
from posthouse_server.store.directory_changes import Edit
from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.tables import desired_state, revisions
from posthouse_server.store.trial_rows import begin_trial, end_moot_trial
from posthouse_server.words import again, english, in_english, tr

SETTINGS = "settings"
"""The kinds of revisions."""
DIRECTORY = "directory"
TRIAL = "trial"
"""A change on trial was confirmed: who and when; it changes nothing."""


class DesiredState(StrEnum):
    """What people want the server to do."""

    RUNNING = "running"
    STOPPED = "stopped"


class Request(NamedTuple):
    """What was last asked of the server."""

    state: DesiredState
    serial: int
    """Grows with each request: unlike a clock it never goes back, so it tells what came after a server's start."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One recorded change."""

    number: int
    kind: str
    summary: str
    author: str
    comment: str
    created_at: datetime
    digest: str = ""
    """SHA-256 over its content and the digest of the revision before (store/chain.py)."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The newest settings that are valid, and what is wrong with newer ones."""

    settings: Settings
    revision: Revision
    """The revision that holds these settings."""
    newest: Revision
    """The newest settings revision, valid or not; a save states its number."""
    fault: str
    """Why the newest is not the one loaded; empty if it is."""


class StaleRevisionError(Exception):
    """Somebody else has saved since: nothing was written."""

    def __init__(self, newest: Revision) -> None:
        """Name the revision that is newer than the one the save was based on."""
        super().__init__(tr("The settings were changed by {author} at {created_at:%Y-%m-%d %H:%M:%S} UTC "
                            "(revision {newest}: {summary}). Nothing was saved.",
                            author=newest.author, created_at=newest.created_at, newest=newest.number,
                            summary=again(newest.summary)))
        self.newest = newest


class SettingsStore:
    """Reads and writes settings revisions. All methods block: call them off the GUI thread and the event loop."""

    def __init__(self, database: Database) -> None:
        """Use an open settings database."""
        self._database = database
        self._parsed: tuple[bytes, Settings] | None = None

    def ensure_first(self) -> None:
        """Write revision 1 with the installed defaults if there is none."""
        with self._database.read() as connection:
            if connection.execute(select(revisions.c.id).limit(1)).first():
                return
        with self._database.write() as connection:
            if not connection.execute(select(revisions.c.id).limit(1)).first():
                add_revision(connection, SETTINGS, tr("Installed defaults"), "Posthouse", document=to_json(Settings()))

    def load(self) -> LoadedSettings:
        """Return the newest valid settings; raises StoreError if there is no valid revision at all.

        As long as the document stays the same, so does the object: parsing a hundred thousand ranges takes a second.
        """
        fault, newest = "", None
        with self._database.read() as connection:
            rows = connection.execute(
                select(revisions).where(revisions.c.kind == SETTINGS).order_by(revisions.c.id.desc()))
            for row in rows:
                newest = newest or _revision(row)
                try:
                    return LoadedSettings(self._parse(row.document), _revision(row), newest, fault)
                except SettingsError as error:
                    fault = fault or tr("Revision {id} by {author} is not valid: {error}",
                                        id=row.id, author=row.author, error=error)
        raise StoreError(fault or tr("{path} holds no settings.", path=self._database.path))

    def _parse(self, document: str) -> Settings:
        fingerprint, known = sha256((document or "").encode()).digest(), self._parsed
        if known is not None and known[0] == fingerprint:
            return known[1]
        settings = parse(document)
        self._parsed = fingerprint, settings
        return settings

    def save(self, settings: Settings, base: int, author: str, comment: str = "",
             trial_minutes: int | None = None) -> Revision:
        """Save a new revision based on the newest one that the author saw; raises StaleRevisionError, StoreError.

        With trial_minutes it takes itself back after so many minutes unless it is confirmed (see TrialStore).
        """
        with self._database.write() as connection:
            newest, before = newest_settings(connection)
            if newest.number != base:
                raise StaleRevisionError(newest)
            saved = add_settings_revision(connection, settings, before, author, comment)
            if trial_minutes is not None and settings != before:
                begin_trial(connection, saved.number, newest.number, author, trial_minutes)
            return saved

    def change(self, edit: Callable[[Settings], Settings], author: str, comment: str = "",
               trial_minutes: int | None = None) -> Revision:
        """Save what `edit` makes of the newest settings, again if somebody saved meanwhile; raises SettingsError."""
        while True:
            loaded = self.load()
            edited = edit(loaded.settings)
            if edited == loaded.settings and not loaded.fault:
                return loaded.revision
            try:
                return self.save(edited, loaded.newest.number, author, comment, trial_minutes)
            except StaleRevisionError:
                continue

    def newest_number(self) -> int:
        """Return the number of the newest revision of any kind."""
        with self._database.read() as connection:
            return connection.execute(select(func.max(revisions.c.id))).scalar_one() or 0

    def history(self, limit: int = 200) -> list[Revision]:
        """Return the newest revisions of any kind, newest first."""
        with self._database.read() as connection:
            columns = [column for column in revisions.c if column.name not in ("document", "change")]
            rows = connection.execute(select(*columns).order_by(revisions.c.id.desc()).limit(limit))
            return [_revision(row) for row in rows]

    def desired_state(self) -> Request | None:
        """Return what was last asked for, or None if nobody has asked yet."""
        with self._database.read() as connection:
            row = connection.execute(select(desired_state)).first()
        return None if row is None else Request(DesiredState(row.state), row.serial)

    def request(self, state: DesiredState, author: str) -> None:
        """Record what the server should do."""
        values = {"state": state.value, "author": author, "requested_at": now()}
        with self._database.write() as connection:
            if not connection.execute(update(desired_state).values(**values, serial=desired_state.c.serial + 1)).rowcount:
                connection.execute(insert(desired_state).values(id=1, serial=1, **values))


def add_revision(connection: Connection, kind: str, summary: str, author: str, comment: str = "",
                 document: str | None = None, change: str | None = None) -> Revision:
    """Record a change inside a write transaction, chained to the revision before; the summary is kept in English."""
    row = connection.execute(insert(revisions).values(
        kind=kind, document=document, change=change, summary=english(summary), author=author, comment=comment, created_at=now(),
        digest="").returning(revisions)).one()
    digest = digest_of(newest_digest(connection, row.id), row)
    connection.execute(update(revisions).where(revisions.c.id == row.id).values(digest=digest))
    return replace(_revision(row), digest=digest)


def add_directory_revision(connection: Connection, summary: str, author: str, edits: Sequence[Edit],
                           comment: str = "") -> Revision:
    """Record a change of the directory inside the write transaction that makes it."""
    change = json.dumps([[edit.kind, edit.key, edit.before, edit.after] for edit in edits], ensure_ascii=False)
    return add_revision(connection, DIRECTORY, summary, author, comment, change=change)


def add_settings_revision(connection: Connection, settings: Settings, base: Settings, author: str, comment: str = "",
                          why: str = "") -> Revision:
    """Record new settings inside a write transaction; `why` stands before what differs.

    A trial of which nothing is left to take back ends with them.
    """
    end_moot_trial(connection, settings)
    return add_revision(connection, SETTINGS, english(why) + _summary(base, settings), author, comment, to_json(settings))


def newest_settings(connection: Connection) -> tuple[Revision, Settings]:
    """Return the newest settings revision inside a transaction, and the newest settings that are valid, else the defaults."""
    newest = None
    for row in connection.execute(select(revisions).where(revisions.c.kind == SETTINGS).order_by(revisions.c.id.desc())):
        newest = newest or _revision(row)
        try:
            return newest, parse(row.document)
        except SettingsError:
            continue  # it was never in force: the server kept the one before
    if newest is None:
        raise StoreError(tr("The store holds no settings."))
    return newest, Settings()


def revision_of(row: Row[Any]) -> Revision:
    """Return a row of the table."""
    return _revision(row)


def _revision(row: Row[Any]) -> Revision:
    return Revision(row.id, row.kind, row.summary, row.author, row.comment, row.created_at, row.digest)


@in_english()
def _summary(old: Settings, new: Settings) -> str:
    """Name what differs: `smtp.relay.enabled: on → off`; of lists the entries that came and went."""
    return "; ".join(_line(path, before, after) for path,
                     (before, after) in differences(old, new).items()) or tr("No difference")


def _line(path: str, before: Any, after: Any) -> str:
    if not isinstance(before, list) or not isinstance(after, list) or any(isinstance(item, int) for item in before + after):
        return f"{path}: {value_text(before)} → {value_text(after)}"
    came, went = entries_moved(before, after)
    added, removed = (", ".join(map(entry_text, moved)) for moved in (came, went))
    if came and went:
        return f"{path}: {tr('added {added}, removed {removed}', added=added, removed=removed)}"
    if came:
        return f"{path}: {tr('added {entries}', entries=added)}"
    return f"{path}: {tr('removed {entries}', entries=removed) if went else tr('order changed')}"
