"""The history of open relay tests: which forms were tried, what came of each, under which revision."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select

from posthouse_server.store.engine import Database
from posthouse_server.store.tables import relay_tests


@dataclass(frozen=True, slots=True)
class Outcome:
    """One form that was tried by one stranger."""

    form: str
    sender: str
    recipient: str
    client: str
    is_closed: bool
    transcript: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RelayTest:
    """One test; a fault is a sentence that says why it proves nothing."""

    id: int
    at: datetime
    revision: int
    author: str
    reason: str
    outcomes: tuple[Outcome, ...]
    fault: str = ""

    @property
    def open_forms(self) -> tuple[Outcome, ...]:
        """Return the forms by which a stranger can relay."""
        return tuple(item for item in self.outcomes if not item.is_closed)

    @property
    def is_closed(self) -> bool:
        """Return whether the test has proved that no form gets through."""
        return not self.fault and bool(self.outcomes) and not self.open_forms

    @property
    def sentence(self) -> str:
        """Return the verdict in words."""
        if opened := self.open_forms:
            return (f"OPEN RELAY: strangers can send to foreign addresses by {len(opened)} of {len(self.outcomes)} attempts, "
                    f"such as: {opened[0].form}.")
        return self.fault or f"Closed: none of {len(self.outcomes)} attempts lets a stranger relay."


class RelayTestStore:
    """Reads and writes tests. All methods block."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database

    def add(self, test: RelayTest) -> RelayTest:
        """Keep a test; returns it with its number."""
        outcomes = json.dumps([asdict(item) for item in test.outcomes])
        with self._database.write() as connection:
            key = connection.execute(insert(relay_tests).values(
                at=test.at, revision=test.revision, author=test.author, reason=test.reason, forms=len(test.outcomes),
                passed=len(test.outcomes) - len(test.open_forms), fault=test.fault, outcomes=outcomes)).inserted_primary_key
        assert key is not None
        return replace(test, id=int(key[0]))

    def newest(self) -> RelayTest | None:
        """Return the last test, or None."""
        return next(iter(self.list(1)), None)

    def get(self, number: int) -> RelayTest | None:
        """Return a test, or None."""
        return next(iter(self._read(select(relay_tests).where(relay_tests.c.id == number))), None)

    def _read(self, query: Select[Any]) -> list[RelayTest]:
        with self._database.read() as connection:
            return [_test(row) for row in connection.execute(query)]

    def list(self, limit: int = 50) -> list[RelayTest]:  # the last method, since its name hides the type
        """Return the tests, the newest first."""
        return self._read(select(relay_tests).order_by(relay_tests.c.id.desc()).limit(limit))


def _test(row: Row[Any]) -> RelayTest:
    return RelayTest(row.id, row.at, row.revision, row.author, row.reason,
                     tuple(Outcome(**item) for item in json.loads(row.outcomes)), row.fault)
