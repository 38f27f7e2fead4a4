"""The row of the change that is on trial."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select

from posthouse_server.store.clock import now
from posthouse_server.store.engine import StoreError
from posthouse_server.store.tables import trials

LENGTHS_MINUTES = (2, 10, 60)
"""The lengths that console and command line offer."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A change that takes itself back."""

    revision: int
    """The revision on trial."""
    restores: int
    """The settings revision before it."""
    until: datetime
    author: str


class TrialError(StoreError):
    """There is a trial already, or none; the message is a sentence."""


def begin_trial(connection: Connection, revision: int, restores: int, author: str, minutes: int) -> None:
    """Put a revision on trial inside the transaction that saves it; raises TrialError while another one runs."""
    running = current_trial(connection)
    if running is not None:
        raise TrialError(f"Revision {running.revision} is on trial until {running.until.astimezone():%H:%M:%S}. Keep it or "
                         "take it back first; nothing was saved.")
    connection.execute(insert(trials).values(
        id=1, revision=revision, restores=restores, author=author, until=now() + timedelta(minutes=minutes)))


def current_trial(connection: Connection) -> Trial | None:
    """Return the trial that runs, inside a transaction."""
    row = connection.execute(select(trials)).first()
    return None if row is None else Trial(row.revision, row.restores, row.until, row.author)
