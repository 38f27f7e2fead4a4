"""The history of open relay tests: which forms were tried, what came of each, under which revision."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, or_, select

from posthouse_server.store.engine import Database
from posthouse_server.store.tables import relay_tests
from posthouse_server.words import again, tr

KEPT = 200
"""So many tests are kept, and the newest red one as long as no later test has proved the server closed."""


_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """One form that was tried by one stranger, by one way in."""

    form: str
    sender: str
    recipient: str
    client: str
    is_closed: bool
    transcript: str
    note: str = ""
    way: str = ""
    """Listener and encryption; empty in tests of older versions."""
    stranger: str = ""
    """What is special about the client's address."""
    is_tested: bool = True
    """Whether the stranger got as far as trying; one who was turned away at the connection proves nothing about the form."""

    @property
    def word(self) -> str:
        """Return the verdict in a word or two."""
        return (tr("Closed") if self.is_tested else tr("Not tested")) if self.is_closed else tr("OPEN")


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
    subject: str = ""
    """A digest of what was tested: settings and domains that decide about relay."""

    @property
    def open_forms(self) -> tuple[Outcome, ...]:
        """Return the attempts by which a stranger can relay."""
        return tuple(item for item in self.outcomes if not item.is_closed)

    @property
    def is_closed(self) -> bool:
        """Return whether the test has proved that nothing gets through."""
        return not self.fault and bool(self.outcomes) and not self.open_forms

    @property
    def sentence(self) -> str:
        """Return the verdict in words."""
        tested = sum(item.is_tested for item in self.outcomes)
        if opened := self.open_forms:
            return (tr("OPEN RELAY: strangers can send to foreign addresses by {number} of {tested} attempts, "
                       "such as: {form}.", number=len(opened), tested=tested, form=opened[0].form))
        if self.fault:
            return self.fault
        if not tested:
            return tr("Closed: every stranger is turned away at the connection, so no form was tried.")
        return tr("Closed: none of {tested} attempts lets a stranger relay.", tested=tested)

    @property
    def coverage(self) -> tuple[str, ...]:
        """Return what was tried and what was not, as sentences."""
        return _coverage(self.outcomes)


@dataclass(frozen=True, slots=True)
class Heading:
    """A test in a list: which, and how it went."""

    id: int
    at: datetime
    revision: int
    reason: str
    verdict: str


class RelayTestStore:
    """Reads and writes tests. All methods block."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database

    def add(self, test: RelayTest) -> RelayTest:
        """Keep a test; returns it with its number."""
        outcomes = json.dumps({"subject": test.subject, "outcomes": [asdict(item) for item in test.outcomes]})
        with self._database.write() as connection:
            key = connection.execute(insert(relay_tests).values(
                at=test.at, revision=test.revision, author=test.author, reason=test.reason, forms=len(test.outcomes),
                passed=len(test.outcomes) - len(test.open_forms), fault=test.fault, outcomes=outcomes)).inserted_primary_key
        assert key is not None
        return replace(test, id=int(key[0]))

    def prune(self, kept: int = KEPT) -> None:
        """Forget the oldest tests, but never the newest red one before a later test was green."""
        oldest = select(relay_tests.c.id).order_by(relay_tests.c.id.desc()).offset(kept - 1).limit(1)
        with self._database.write() as connection:
            first = connection.execute(oldest).scalar()
            if first is None:
                return
            red = connection.execute(select(func.max(relay_tests.c.id)).where(_IS_RED)).scalar() or 0
            green = connection.execute(select(func.max(relay_tests.c.id)).where(_IS_GREEN)).scalar() or 0
            unsolved = red if red > green else 0
            connection.execute(delete(relay_tests).where(relay_tests.c.id < first, relay_tests.c.id != unsolved))

    def newest(self) -> RelayTest | None:
        """Return the last test, or None."""
        return next(iter(self.list(1)), None)

    def newest_proof(self) -> RelayTest | None:
        """Return the last test that has proved something, or None."""
        return next(iter(self._read(_NEWEST_FIRST.where(or_(_IS_RED, _IS_GREEN)).limit(1))), None)

    def get(self, number: int) -> RelayTest | None:
        """Return a test, or None."""
        return next(iter(self._read(select(relay_tests).where(relay_tests.c.id == number))), None)

    def headings(self, limit: int = KEPT) -> Sequence[Heading]:
        """Return the tests without what was tried, the newest first."""
        columns = relay_tests.c
        query = select(columns.id, columns.at, columns.revision, columns.reason, columns.forms, columns.passed, columns.fault)
        with self._database.read() as connection:
            return [_heading(row) for row in connection.execute(query.order_by(columns.id.desc()).limit(limit))]

    def _read(self, query: Select[Any]) -> list[RelayTest]:
        with self._database.read() as connection:
            return [_test(row) for row in connection.execute(query)]

    def list(self, limit: int = 50) -> list[RelayTest]:  # the last method, since its name hides the type
        """Return the tests, the newest first."""
        return self._read(_NEWEST_FIRST.limit(limit))


_NEWEST_FIRST = select(relay_tests).order_by(relay_tests.c.id.desc())
_IS_RED: ColumnElement[bool] = relay_tests.c.passed < relay_tests.c.forms
_IS_GREEN: ColumnElement[bool] = and_(
    relay_tests.c.passed == relay_tests.c.forms, relay_tests.c.forms > 0, relay_tests.c.fault == "")


def _coverage(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    tested = [item for item in outcomes if item.is_tested and item.way]
    ways: dict[str, set[str]] = {}
    for item in tested:
        ways.setdefault(item.way, set()).add(item.form)
    kinds: dict[str, set[str]] = {}
    for item in tested:
        kinds.setdefault(item.stranger, set()).add(item.client)
    away = [f"{item.client} ({item.stranger}), {item.form}: {item.note}" for item in outcomes if not item.is_tested]
    lines = []
    if ways:
        lines.append(tr("Ways in: ") + "; ".join(f"{way}: {_forms(len(found))}" for way, found in ways.items()) + ".")
        lines.append(tr("Strangers: ") + "; ".join(
            f"{kind} ({next(iter(found)) if len(found) == 1 else len(found)})" for kind, found in kinds.items()) + ".")
    if len(away) > _MOST_LINES:
        away = [*away[:_MOST_LINES], tr("And {number} more that were turned away at the connection.",
                                        number=len(away) - _MOST_LINES)]
    return (*lines, *away)


def _forms(number: int) -> str:
    return tr("1 form") if number == 1 else tr("{number} forms", number=number)


def _heading(row: Any) -> Heading:
    red = row.forms - row.passed
    verdict = tr("OPEN") if red else tr("proves nothing") if row.fault or not row.forms else tr("closed")
    return Heading(row.id, row.at, row.revision, again(row.reason), verdict)


def _test(row: Row[Any]) -> RelayTest:
    kept = json.loads(row.outcomes)
    if isinstance(kept, list):  # of a version that kept nothing else
        kept = {"outcomes": kept}
    return RelayTest(row.id, row.at, row.revision, row.author, again(row.reason),
                     tuple(_outcome(item) for item in kept["outcomes"]), again(row.fault), kept.get("subject", ""))


def _outcome(item: dict[str, Any]) -> Outcome:
    """Return an attempt with its words in the language of the program."""
    return Outcome(**item | {name: again(item[name]) for name in ("form", "note", "way", "stranger") if name in item})
