"""Settings revisions and the desired state of the server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, insert, select, update

from posthouse_server.settings import Settings, SettingsError, differences, parse, to_json
from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.tables import desired_state, revisions

_SETTINGS = "settings"
_DIRECTORY = "directory"


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
        super().__init__(f"The settings were changed by {newest.author} at {newest.created_at:%Y-%m-%d %H:%M:%S} UTC "
                         f"(revision {newest.number}: {newest.summary}). Nothing was saved.")
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
                add_revision(connection, _SETTINGS, "Installed defaults", "Posthouse", document=to_json(Settings()))

    def load(self) -> LoadedSettings:
        """Return the newest valid settings; raises StoreError if there is no valid revision at all.

        As long as the document stays the same, so does the object: parsing a hundred thousand ranges takes a second.
        """
        fault, newest = "", None
        with self._database.read() as connection:
            rows = connection.execute(
                select(revisions).where(revisions.c.kind == _SETTINGS).order_by(revisions.c.id.desc()))
            for row in rows:
                newest = newest or _revision(row)
                try:
                    return LoadedSettings(self._parse(row.document), _revision(row), newest, fault)
                except SettingsError as error:
                    fault = fault or f"Revision {row.id} by {row.author} is not valid: {error}"
        raise StoreError(fault or f"{self._database.path} holds no settings.")

    def _parse(self, document: str) -> Settings:
        fingerprint, known = sha256((document or "").encode()).digest(), self._parsed
        if known is not None and known[0] == fingerprint:
            return known[1]
        settings = parse(document)
        self._parsed = fingerprint, settings
        return settings

    def save(self, settings: Settings, base: int, author: str, comment: str = "") -> Revision:
        """Save a new revision based on the newest one that the author saw; raises StaleRevisionError, StoreError."""
        with self._database.write() as connection:
            row = connection.execute(
                select(revisions).where(revisions.c.kind == _SETTINGS).order_by(revisions.c.id.desc()).limit(1)).first()
            if row is None:
                raise StoreError(f"{self._database.path} holds no settings.")
            if row.id != base:
                raise StaleRevisionError(_revision(row))
            summary = _summary(_parsed_or_defaults(row.document), settings)
            return add_revision(connection, _SETTINGS, summary, author, comment, to_json(settings))

    def change(self, edit: Callable[[Settings], Settings], author: str, comment: str = "") -> Revision:
        """Save what `edit` makes of the newest settings, again if somebody saved meanwhile; raises SettingsError."""
        while True:
            loaded = self.load()
            edited = edit(loaded.settings)
            if edited == loaded.settings and not loaded.fault:
                return loaded.revision
            try:
                return self.save(edited, loaded.newest.number, author, comment)
            except StaleRevisionError:
                continue

    def newest_number(self) -> int:
        """Return the number of the newest revision of any kind."""
        with self._database.read() as connection:
            return connection.execute(select(func.max(revisions.c.id))).scalar_one() or 0

    def history(self, limit: int = 200) -> list[Revision]:
        """Return the newest revisions of any kind, newest first."""
        with self._database.read() as connection:
            columns = [column for column in revisions.c if column is not revisions.c.document]
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
                 document: str | None = None) -> Revision:
    """Record a change inside a write transaction."""
    created_at = now()
    number = connection.execute(insert(revisions).values(
        kind=kind, document=document, summary=summary, author=author, comment=comment, created_at=created_at,
    ).returning(revisions.c.id)).scalar_one()
    return Revision(number, kind, summary, author, comment, created_at)


def add_directory_revision(connection: Connection, summary: str, author: str) -> Revision:
    """Record a change of the directory inside the write transaction that makes it."""
    return add_revision(connection, _DIRECTORY, summary, author)


def _revision(row: Row[Any]) -> Revision:
    return Revision(row.id, row.kind, row.summary, row.author, row.comment, row.created_at)


def _parsed_or_defaults(document: str) -> Settings:
    try:
        return parse(document)
    except SettingsError:
        return Settings()


def _summary(old: Settings, new: Settings) -> str:
    """Name what differs: `smtp.relay.enabled: on → off`; of lists the entries that came and went."""
    return "; ".join(_line(path, before, after) for path, (before, after) in differences(old, new).items()) or "No difference"


def _line(path: str, before: Any, after: Any) -> str:
    if not isinstance(before, list) or not isinstance(after, list) or any(isinstance(item, int) for item in before + after):
        return f"{path}: {_shown(before)} → {_shown(after)}"
    moves = [f"{verb} {', '.join(_entry(item) for item in items)}" for verb, items in (
        ("added", [item for item in after if item not in before]),
        ("removed", [item for item in before if item not in after])) if items]
    return f"{path}: {', '.join(moves) or 'order changed'}"


def _entry(item: Any) -> str:
    """Return an entry of a list by what tells it from the others."""
    if not isinstance(item, dict):
        return str(item)
    if "range" in item:
        until = f" until {item['expires_at']}" if item["expires_at"] else ""
        note = f" ({item['note']})" if item["note"] else ""
        return f"{item['range']}{until}{note}"
    if "port" in item:
        return f"{item['address']}:{item['port']} ({', '.join(str(value) for value in list(item.values())[2:])})"
    return str(item)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value) if value not in (None, "") else "empty"
