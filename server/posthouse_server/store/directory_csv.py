"""The directory as one CSV table: written, read, and checked line by line before anything is changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from posthouse_server.store.directory_rows import DomainRow, GroupRow, MailboxRow
from posthouse_server.store.directory_rules import DirectoryError, MailboxKind, Redirection, UnknownRecipients
from posthouse_server.words import tr

COLUMNS = ("kind", "name", "post_office", "type", "enabled", "friendly_name", "addresses", "redirection", "redirect_to",
           "quota_kb", "members", "catch_all", "unknown_recipients", "password")
_REQUIRED = ("kind", "name")
_YES, _NO = ("yes", "true", "1", "on"), ("no", "false", "0", "off")
MOST_LINES = 200_000
_MOST_IN_CELL = 2**21  # characters: 5000 members of a group, all as long as addresses can be
_E = TypeVar("_E", bound=StrEnum)


class LineKind(StrEnum):
    """What a line is about."""

    DOMAIN = "domain"
    MAILBOX = "mailbox"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; a cell that is missing or empty leaves things as they are."""

    number: int
    """In the file, the first being 1."""
    kind: LineKind
    name: str
    cells: dict[str, str]

    def cell(self, name: str) -> str:
        """Return a cell, "" where there is none."""
        return self.cells.get(name, "")

    def listed(self, name: str) -> tuple[str, ...] | None:
        """Return the addresses of a cell, which stand apart by spaces or semicolons; None: it says nothing."""
        text = self.cell(name)
        return tuple(text.replace(";", " ").split()) if text else None


@dataclass(frozen=True, slots=True)
class LineFault:
    """A line that can't be taken, and why, as a sentence."""

    number: int
    reason: str


def write_csv(domains: Iterable[DomainRow], mailboxes: Iterable[MailboxRow], groups: Iterable[GroupRow]) -> str:
    """Return the directory as a table. Passwords are never in it: not even their hashes."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows({title: _harmless(cell) for title, cell in row.items()} for row in _rows(domains, mailboxes, groups))
    return text.getvalue()


def _rows(domains: Iterable[DomainRow], mailboxes: Iterable[MailboxRow],
          groups: Iterable[GroupRow]) -> Iterator[dict[str, str]]:
    for domain in domains:
        yield {
            "kind": LineKind.DOMAIN.value, "name": domain.name, "post_office": domain.post_office,
            "catch_all": f"{domain.catch_all}@{domain.post_office}" if domain.catch_all else "",
            "unknown_recipients": domain.unknown.value or "settings"}
    for mailbox in mailboxes:
        yield {
            "kind": LineKind.MAILBOX.value, "name": mailbox.name, "post_office": mailbox.post_office,
            "type": mailbox.kind.value, "enabled": "yes" if mailbox.enabled else "no",
            "friendly_name": mailbox.friendly_name, "addresses": " ".join(mailbox.addresses),
            "redirection": mailbox.redirection.value,
            "redirect_to": " ".join(mailbox.redirect_to), "quota_kb": str(mailbox.quota_kb)}
    for group in groups:
        yield {"kind": LineKind.GROUP.value, "name": group.address, "post_office": group.post_office,
               "friendly_name": group.friendly_name, "members": " ".join(group.members)}


def read_csv(text: str) -> tuple[list[Line], list[LineFault]]:
    """Return the lines of a table, and those that can't be read; raises DirectoryError where it is no such table at all."""
    csv.field_size_limit(max(csv.field_size_limit(), _MOST_IN_CELL))
    source = text.removeprefix("\ufeff")
    first = source.partition("\n")[0]
    table = csv.DictReader(io.StringIO(source), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    lines: list[Line] = []
    faults: list[LineFault] = []
    try:
        _check_titles([title.strip().lower() for title in table.fieldnames or ()])
        for row in table:
            if len(lines) >= MOST_LINES:
                raise DirectoryError(tr("The table has more than {most_lines} lines; split it.", most_lines=MOST_LINES))
            read = _read(table.line_num, row)
            if isinstance(read, Line):
                lines.append(read)
            elif read is not None:
                faults.append(read)
    except csv.Error as error:
        raise DirectoryError(tr("Line {line_num} is no CSV: {error}.", line_num=table.line_num, error=error)) from error
    return lines, faults


def read_enabled(line: Line) -> bool | None:
    """Return what the cell says; None for nothing. Raises DirectoryError."""
    text = line.cell("enabled").lower()
    if text and text not in (*_YES, *_NO):
        raise DirectoryError(tr("{text!r} in the column enabled is neither yes nor no.", text=text))
    return None if not text else text in _YES


def read_kind(line: Line) -> MailboxKind | None:
    """Return the type of a mailbox; None for nothing said. Raises DirectoryError."""
    text = line.cell("type").upper()
    return None if not text else _choice(MailboxKind, text, "type")


def read_redirection(line: Line) -> Redirection | None:
    """Return the redirection of a mailbox; None for nothing said. Raises DirectoryError."""
    text = line.cell("redirection").lower()
    return None if not text else _choice(Redirection, text, "redirection")


def read_unknown(line: Line) -> UnknownRecipients | None:
    """Return what a domain does with unknown recipients; None for nothing said. Raises DirectoryError."""
    text = line.cell("unknown_recipients").lower()
    if text == "settings":
        return UnknownRecipients.SETTINGS
    return None if not text else _choice(UnknownRecipients, text, "unknown_recipients")


def read_quota(line: Line) -> int | None:
    """Return the quota in KB; None for nothing said. Raises DirectoryError."""
    text = line.cell("quota_kb")
    if text and not (text.isascii() and text.isdigit() and len(text) < 12):
        raise DirectoryError(tr("{text!r} in the column quota_kb is not a number of KB.", text=text))
    return int(text) if text else None


def _choice(kind: type[_E], text: str, column: str) -> _E:
    try:
        return kind(text)
    except ValueError:
        raise DirectoryError(tr("{text!r} in the column {column} is none of {kind}.",
                                text=text, column=column, kind=', '.join(item.value for item in kind))) from None


def _check_titles(titles: Sequence[str]) -> None:
    missing = [name for name in _REQUIRED if name not in titles]
    if missing:
        raise DirectoryError(tr("The first line must name the columns. Missing: {missing}. "
                                "All there are: {columns}.", missing=', '.join(missing), columns=', '.join(COLUMNS)))
    if unknown := [title for title in titles if title not in COLUMNS]:
        raise DirectoryError(tr("There is no column {unknown!r}; all there are: {columns}.",
                                unknown=unknown[0], columns=', '.join(COLUMNS)))


def _read(number: int, row: dict[Any, Any]) -> Line | LineFault | None:
    """Return a line, what is wrong with it, or None for an empty one."""
    if None in row:
        return LineFault(number, tr("It has more cells than the first line has columns."))
    cells = {str(title).strip().lower(): str(cell or "") for title, cell in row.items()}
    password = cells.get("password", "")
    cells = {title: _without_guard(cell.strip()) for title, cell in cells.items()} | {"password": password}
    if not any(cells.values()):
        return None
    try:
        kind = LineKind(cells["kind"].lower())
    except ValueError:
        return LineFault(number, tr("{cells!r} in the column kind is none of {linekind}.",
                                    cells=cells['kind'], linekind=', '.join(LineKind)))
    if not cells["name"]:
        return LineFault(number, tr("The column name is empty."))
    return Line(number, kind, cells["name"], cells)


def _harmless(text: str) -> str:
    """Guard what a spreadsheet would take for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "'") else text


def _without_guard(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "'") else text
