"""The chain of revisions: each carries a digest over its content and the digest before, so that a later edit is found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, select, text

from posthouse_server.store.tables import revisions


@dataclass(frozen=True, slots=True)
class Verification:
    """What a look at the whole chain has found."""

    ok: bool
    checked: int
    """The number of revisions that were looked at."""
    sentence: str


def digest_of(previous: str, row: Row[Any] | Any) -> str:
    """Return the digest of a revision that follows one with this digest; `row` has the columns of the table."""
    content = [previous, row.id, row.kind, row.document, row.change, row.summary, row.author, row.comment,
               _micros(row.created_at)]
    return sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def newest_digest(connection: Connection, before: int) -> str:
    """Return the digest of the revision before this one; "" for the first."""
    return connection.execute(select(revisions.c.digest).where(revisions.c.id < before).order_by(
        revisions.c.id.desc()).limit(1)).scalar() or ""


def verify(connection: Connection) -> Verification:
    """Go through all revisions, the oldest first, and stop at the first that does not fit."""
    previous, checked = "", 0
    for row in connection.execute(select(revisions).order_by(revisions.c.id)):
        checked += 1
        if row.id != checked:
            return Verification(False, checked, f"Revision {checked} is missing from the history.")
        if row.digest != digest_of(previous, row):
            return Verification(False, checked, (
                f"Revision {row.id} ({row.created_at:%Y-%m-%d %H:%M:%S} UTC, by {row.author}) was altered later, "
                "or the one before it was replaced."))
        previous = row.digest
    last = _last_number(connection)
    if last > checked:
        gone = f"revision {last} is" if last == checked + 1 else f"revisions {checked + 1} to {last} are"
        return Verification(False, checked, f"The end of the history was cut off: {gone} missing.")
    return Verification(True, checked, f"The history is whole: {checked:,} revisions, each as it was written.")


def _last_number(connection: Connection) -> int:
    """Return the highest number that was ever given, which SQLite remembers by itself; 0 where nobody knows."""
    if connection.dialect.name != "sqlite":
        return 0
    return connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'revisions'")).scalar() or 0


def _micros(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
