"""The chain of revisions: each carries a digest over its content and the digest before, so that a later edit is found.

There is no key in it: whoever can write the file can compute the chain anew, and only a digest noted elsewhere tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, select, text

from posthouse_server.store.engine import DATABASE_ERRORS
from posthouse_server.store.tables import revisions
from posthouse_server.words import tr

_NO_REVISION = (*DATABASE_ERRORS, TypeError, ValueError)
"""What reading a row raises in which something stands that no version writes: bytes, text that is none, no time."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a look at the whole chain has found."""

    ok: bool
    checked: int
    """The number of revisions that were looked at."""
    sentence: str
    digest: str = ""
    """The digest of the newest revision, which stands for all before it; empty unless the history is whole."""
    noted_at: int | None = None
    """The revision whose digest somebody had noted, if it is in the history."""


def digest_of(previous: str, row: Row[Any] | Any) -> str:
    """Return the digest of a revision that follows one with this digest; `row` has the columns of the table."""
    content = [previous, row.id, row.kind, row.document, row.change, row.summary, row.author, row.comment,
               _micros(row.created_at)]
    return sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def newest_digest(connection: Connection, before: int) -> str:
    """Return the digest of the revision before this one; "" for the first."""
    return connection.execute(select(revisions.c.digest).where(revisions.c.id < before).order_by(
        revisions.c.id.desc()).limit(1)).scalar() or ""


def verify(connection: Connection, expected: str = "") -> Verification:
    """Go through all revisions, the oldest first, and stop at the first that does not fit.

    With `expected`, a digest that was noted at some time, the history must hold a revision that has it.
    """
    found = _whole(connection, expected)
    if not found.ok or not expected:
        return found
    if found.noted_at is None:
        return replace(found, ok=False, sentence=(
            tr("The revisions fit together, but none has the digest {expected}: this history was written anew since that was "
               "noted, or it is another server's.", expected=expected)))
    later = found.checked - found.noted_at
    noted = (tr("Revision {number} has the digest that was noted; {later:,} came after it.",
                number=found.noted_at, later=later) if later else
             tr("Revision {number} has the digest that was noted; none came after it.", number=found.noted_at))
    return replace(found, sentence=f"{found.sentence} {noted}")


def _whole(connection: Connection, expected: str) -> Verification:
    previous, checked, noted_at = "", 0, None
    for row in _rows(connection):
        checked += 1
        if row is None:
            return Verification(False, checked, tr("Revision {checked} was altered later: it can't be read any more.",
                                                   checked=checked))
        if row.id != checked:
            return Verification(False, checked, tr("Revision {checked} is missing from the history.", checked=checked))
        if row.digest != _digest_or_none(previous, row):
            return Verification(False, checked, (
                tr("Revision {id} ({created_at:%Y-%m-%d %H:%M:%S} UTC, by {author}) was altered later, "
                   "or the one before it was replaced.", id=row.id, created_at=row.created_at, author=row.author)))
        previous = row.digest
        noted_at = row.id if row.digest == expected else noted_at
    last = _last_number(connection)
    if last > checked:
        return Verification(False, checked, (
            tr("The end of the history was cut off: revision {last} is missing.", last=last) if last == checked + 1 else
            tr("The end of the history was cut off: revisions {first} to {last} are missing.", first=checked + 1, last=last)))
    return Verification(True, checked, tr("The history is whole: {checked:,} revisions, each as it was written.",
                                          checked=checked), previous, noted_at)


def _rows(connection: Connection) -> Iterator[Row[Any] | None]:
    """Yield the revisions, the oldest first; None, and nothing more, for one that can't be read."""
    result = connection.execute(select(revisions).order_by(revisions.c.id))
    while True:
        try:
            row = result.fetchone()
        except _NO_REVISION:
            yield None
            return
        if row is None:
            return
        if row.created_at is None:
            yield None
            return
        yield row


def _digest_or_none(previous: str, row: Row[Any]) -> str | None:
    try:
        return digest_of(previous, row)
    except _NO_REVISION:
        return None


def _last_number(connection: Connection) -> int:
    """Return the highest number that was ever given, which SQLite remembers by itself; 0 where nobody knows."""
    if connection.dialect.name != "sqlite":
        return 0
    return connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'revisions'")).scalar() or 0


def _micros(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
