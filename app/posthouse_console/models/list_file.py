"""A list as a file: comma- or tab-separated with what it shows, or JSON with what that stands for. Knows no widgets."""

from __future__ import annotations

import csv
import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from posthouse_console.models.rows import Batches, Column, Raw
from posthouse_server.words import english

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet would take for the beginning of a formula; the last four are what East Asian keyboards type."""


class ListFormat(StrEnum):
    """The formats, by the ending of the file's name."""

    CSV = ".csv"
    TSV = ".tsv"
    JSON = ".json"


class ExportCancelledError(Exception):
    """Nobody wants the file any more."""


def format_of(path: Path) -> ListFormat | None:
    """Return the format that a file's name asks for."""
    ending = path.suffix.lower()
    return ListFormat(ending) if ending in list(ListFormat) else None


def write_list(path: Path, columns: Sequence[Column[Any]], batches: Batches, told: Callable[[int], bool]) -> int:
    """Write all rows, and put the file in its place when it is whole; returns how many there are.

    `told` hears after each portion how many rows are written, and returns whether to go on.
    Raises ExportCancelledError, OSError and StoreError, and then leaves whatever stood in the file's place.
    """
    format_ = format_of(path)
    assert format_ is not None
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with unfinished.open("x", encoding="utf-8-sig" if format_ is ListFormat.CSV else "utf-8", newline="") as file:
            number = _WRITERS[format_](file, columns, _counted(batches, told))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return number


def tab_separated(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> str:
    """Return rows for the clipboard: what the columns show, one line for each row."""
    return "\n".join("\t".join(" ".join(column.text(row).split()) for column in columns) for row in rows)


def _counted(batches: Batches, told: Callable[[int], bool]) -> Iterator[Any]:
    number = 0
    for portion in batches():
        yield from portion
        number += len(portion)
        if not told(number):
            raise ExportCancelledError


def _write_separated(file: IO[str], columns: Sequence[Column[Any]], rows: Iterator[Any], delimiter: str) -> int:
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow([_guarded(column.title) for column in columns])
    number = 0
    for row in rows:
        writer.writerow([_cell(column, row, is_flat=delimiter == "\t") for column in columns])
        number += 1
    return number


def _cell(column: Column[Any], row: Any, *, is_flat: bool) -> str:
    text = column.text(row)
    value = column.raw(row) if column.raw is not None else text
    if isinstance(value, int | float) and not isinstance(value, bool):
        return text  # a number of ours, though it may be below zero
    return _guarded(" ".join(text.split()) if is_flat else text)


def _guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: strangers choose senders, recipients and replies."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write_json(file: IO[str], columns: Sequence[Column[Any]], rows: Iterator[Any]) -> int:
    """The names of the fields are English in every language: programs read them."""
    number = 0
    file.write("[")
    for row in rows:
        record = {english(column.raw_title or column.title): _value(column, row) for column in columns}
        file.write(",\n" if number else "\n")
        file.write(json.dumps(record, ensure_ascii=False))
        number += 1
    file.write("\n]\n" if number else "]\n")
    return number


def _value(column: Column[Any], row: Any) -> Raw | list[str]:
    value: Raw = column.raw(row) if column.raw is not None else column.text(row)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value


_WRITERS: dict[ListFormat, Callable[[IO[str], Sequence[Column[Any]], Iterator[Any]], int]] = {
    ListFormat.CSV: lambda file, columns, rows: _write_separated(file, columns, rows, ","),
    ListFormat.TSV: lambda file, columns, rows: _write_separated(file, columns, rows, "\t"),
    ListFormat.JSON: _write_json,
}
