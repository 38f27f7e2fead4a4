"""Statements for the busiest tables: made from the tables by SQLAlchemy once, then run on the driver's own cursor.

Each run of a statement gives up the interpreter's lock several times, and a busy event loop lets a waiting thread have it
back only after milliseconds. So many rows go into one statement; its length is a power of two, so that few are compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, insert
from sqlalchemy.sql.compiler import SQLCompiler

MOST_ROWS = 64
MOST_VALUES = 512
Values = Sequence[Any]


def driver_cursor(connection: Connection) -> Any:
    """Return a cursor of the driver inside the connection's transaction; what it raises is no DBAPIError of SQLAlchemy."""
    return connection.connection.cursor()


class Prepared:
    """A statement with named parameters, given as a tuple in the order of `names`."""

    def __init__(self, statement: Any, *names: str) -> None:
        """Compile at the first use."""
        self._statement = statement
        self._names = names
        self._texts: dict[str, tuple[str, Callable[[Values], Values]]] = {}

    def run(self, cursor: Any, dialect: Dialect, values: Values = ()) -> Any:
        """Run it once; returns the cursor."""
        text, ordered = self._texts.get(dialect.name) or self._compile(dialect)
        return cursor.execute(text, ordered(values))

    def run_many(self, cursor: Any, dialect: Dialect, rows: Iterable[Values]) -> Any:
        """Run it for each row; returns the cursor, whose rowcount is the sum."""
        text, ordered = self._texts.get(dialect.name) or self._compile(dialect)
        return cursor.executemany(text, [ordered(row) for row in rows])

    def _compile(self, dialect: Dialect) -> tuple[str, Callable[[Values], Values]]:
        compiled = _compiled(self._statement, dialect)
        order = compiled.positiontup or []
        if order == list(self._names):
            found: tuple[str, Callable[[Values], Values]] = (str(compiled), _as_it_is)
        else:
            constants, names = compiled.params, self._names
            found = (str(compiled), lambda values: [
                named[name] if name in named else constants[name]
                for named in (dict(zip(names, values, strict=True)),) for name in order])
        self._texts[dialect.name] = found
        return found


class Insertion:
    """Inserts rows, each a tuple in the order of the named columns, as few statements."""

    def __init__(self, table: Table, *columns: str) -> None:
        """Compile at the first use of each length."""
        self._table = table
        self._columns = columns
        self._prepared: dict[int, Prepared] = {}

    def run(self, cursor: Any, dialect: Dialect, rows: Sequence[Values]) -> None:
        """Insert the rows."""
        for part in _powers(rows, MOST_ROWS):
            prepared = self._prepared.get(len(part)) or self._prepare(len(part))
            prepared.run(cursor, dialect, tuple(chain.from_iterable(part)))

    def _prepare(self, length: int) -> Prepared:
        names = [f"{column}_m{number}" for number in range(length) for column in self._columns]
        row = dict.fromkeys(self._columns)
        self._prepared[length] = Prepared(insert(self._table).values([row] * length), *names)
        return self._prepared[length]


class Choice:
    """A statement about a list of values, which is padded with its last one to a power of two."""

    def __init__(self, make: Callable[..., Any], *lists: str) -> None:
        """`make` gets one list of parameters for each name and returns the statement; at most 512 values each at a time."""
        self._make = make
        self._lists = lists
        self._prepared: dict[tuple[int, ...], Prepared] = {}

    def run(self, cursor: Any, dialect: Dialect, *lists: Values) -> Any:
        """Run it; returns the cursor. No list may be empty."""
        padded = [_padded(values) for values in lists]
        sizes = tuple(map(len, padded))
        prepared = self._prepared.get(sizes) or self._prepare(sizes)
        return prepared.run(cursor, dialect, tuple(chain.from_iterable(padded)))

    def _prepare(self, sizes: tuple[int, ...]) -> Prepared:
        named = [[f"{name}_{number}" for number in range(size)] for name, size in zip(self._lists, sizes, strict=True)]
        statement = self._make(*[[bindparam(name) for name in names] for names in named])
        self._prepared[sizes] = Prepared(statement, *chain.from_iterable(named))
        return self._prepared[sizes]


def parts(values: Values) -> Iterator[Values]:
    """Split values into as many as a Choice takes."""
    return (values[start:start + MOST_VALUES] for start in range(0, len(values), MOST_VALUES))


def _powers(rows: Sequence[Values], most: int) -> Iterator[Sequence[Values]]:
    start, size = 0, most
    while start < len(rows):
        if size <= len(rows) - start:
            yield rows[start:start + size]
            start += size
        else:
            size //= 2


def _padded(values: Values) -> list[Any]:
    size = 1 << (len(values) - 1).bit_length()
    return [*values, *[values[-1]] * (size - len(values))]


def _as_it_is(values: Values) -> Values:
    return values


def _compiled(statement: Any, dialect: Dialect) -> SQLCompiler:
    compiled: SQLCompiler = statement.compile(dialect=dialect)
    assert compiled.positional, "engines are made for drivers with positional parameters"
    return compiled
