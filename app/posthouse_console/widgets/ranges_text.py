"""Ranges in words: how many addresses, what overlaps what, and many lines read at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from PySide6.QtCore import QDateTime, QLocale

from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

NOTE_LENGTH = 500
_Numbered = tuple[int, PrivilegedRange, IPRange]
_COUNTED_OUT = 10**12  # beyond that a power of two says more than the digits
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACED_DASH = re.compile(r"(?<=[0-9A-Fa-f:.])\s+[-–]\s+(?=[0-9A-Fa-f:])")


def now() -> datetime:
    """Return the present time, aware, in UTC."""
    return datetime.now(UTC)


def count_text(count: int) -> str:
    """Return a number of addresses for people: 65,536; 2⁶⁴; about 2⁶⁵."""
    if count < _COUNTED_OUT:
        return number_text(count)
    exponent = str(count.bit_length() - 1).translate(_SUPERSCRIPTS)
    return f"2{exponent}" if count & (count - 1) == 0 else tr("about 2{exponent}", exponent=exponent)


def addresses_text(count: int, kind: Literal["", "public"] = "") -> str:
    """Return `1 address`, `256 addresses` or, with a kind, `256 public addresses`."""
    number = count_text(count)
    if kind == "public":
        return tr("1 public address") if count == 1 else tr("{number} public addresses", number=number)
    return tr("1 address") if count == 1 else tr("{number} addresses", number=number)


def extent_text(network: IPRange) -> str:
    """Return how many addresses a range covers, and from where to where."""
    if network.count == 1:
        return tr("1 address")
    return f"{addresses_text(network.count)}: {network.first} – {network.last}"


def time_text(at: datetime) -> str:
    """Return a time in the local time zone, in the form that the user's locale writes it."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), time_format())


def time_format() -> str:
    """Return the locale's short form with all four digits of the year; ISO's where there is no locale."""
    if QLocale().language() == QLocale.Language.C:
        return "yyyy-MM-dd HH:mm"
    form = QLocale().dateTimeFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")


def disjoint(networks: Iterable[IPRange]) -> list[IPRange]:
    """Return ranges that cover the same addresses, each address once."""
    pieces: list[IPRange] = []
    for network in sorted(networks, key=lambda item: (item.first.version, int(item.first), int(item.last))):
        last = pieces[-1] if pieces else None
        if last is None or not last.overlaps(network):
            pieces.append(network)
        elif int(network.last) > int(last.last):
            pieces[-1] = IPRange(last.first, network.last)
    return pieces


def union_count(networks: Iterable[IPRange]) -> int:
    """Return how many addresses the ranges cover together, each counted once."""
    return sum(network.count for network in disjoint(networks))


def remarks(entries: Sequence[PrivilegedRange], at: datetime) -> list[str]:
    """Return for each entry what is to be said of it: expired, a duplicate, covered by or overlapping another."""
    found = [_state(entry, at) for entry in entries]
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_Numbered]] = {}
    for number, entry in enumerate(entries):
        if not entry.has_ended(at):  # entries under other conditions don't make each other superfluous
            groups.setdefault((entry.hours, entry.senders), []).append((number, entry, entry.network))
    for numbered in groups.values():
        for number, relation in _relations(numbered):
            state = found[number]
            found[number] = f"{relation}; {state[:1].lower()}{state[1:]}" if state else relation
    return found


def _state(entry: PrivilegedRange, at: datetime) -> str:
    if entry.has_ended(at):
        return tr("Expired")
    return "" if entry.is_in_force(at) else tr("Not in force at this hour")


def _relations(numbered: list[_Numbered]) -> Iterator[tuple[int, str]]:
    numbered.sort(key=lambda item: (item[2].first.version, int(item[2].first), -int(item[2].last), item[0]))
    widest: tuple[int, PrivilegedRange, IPRange] | None = None
    for number, entry, network in numbered:
        if widest is not None and widest[2].overlaps(network):
            yield number, _relation(entry, network, widest[1], widest[2])
        if (widest is None or widest[2].first.version != network.first.version
                or int(widest[2].last) < int(network.last)):
            widest = (number, entry, network)


def _relation(entry: PrivilegedRange, network: IPRange, other: PrivilegedRange, wider: IPRange) -> str:
    if network == wider:
        sentence = tr("Duplicate of {range}", range=other.range) + (f" ({other.note})" if other.note else "")
    elif int(network.last) <= int(wider.last):
        sentence = tr("Covered by {range}", range=other.range)
    else:
        return tr("Overlaps {range}", range=other.range)
    outlives = other.expires_at is not None and (entry.expires_at is None or entry.expires_at > other.expires_at)
    if outlives and other.expires_at is not None:
        return tr("{sentence} until {end}", sentence=sentence, end=time_text(other.expires_at))
    return sentence


def next_change(entries: Iterable[PrivilegedRange], at: datetime) -> datetime | None:
    """Return when next an entry ends, or may come to or leave its hours; None: the clock changes nothing."""
    moments = [entry.expires_at for entry in entries if entry.expires_at is not None and entry.expires_at > at]
    if any(entry.hours and not entry.has_ended(at) for entry in entries):
        moments.append(at.replace(second=0, microsecond=0) + timedelta(minutes=1))
    return min(moments, default=None)


@dataclass(frozen=True, slots=True)
class Lines:
    """What was read from many lines: entries, and a sentence for each line that could not be read or adds nothing."""

    entries: tuple[PrivilegedRange, ...]
    faults: tuple[str, ...]
    repeated: tuple[str, ...]


def read_lines(text: str, present: Sequence[PrivilegedRange] = ()) -> Lines:
    """Read one range a line, with an optional note after spaces, # or ;. What is there already is not added again."""
    known = {entry.network for entry in present if entry.expires_at is None and not entry.hours and not entry.senders}
    entries: list[PrivilegedRange] = []
    faults: list[str] = []
    repeated: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        written, note = _split(line)
        if not written:
            continue
        try:
            network = parse_range(written)
        except ValueError as error:
            faults.append(tr("Line {number}: {error}.", number=number, error=error))
            continue
        if len(note) > NOTE_LENGTH:
            faults.append(tr("Line {number}: the note has {length} characters; at most {most} are kept.",
                             number=number, length=len(note), most=NOTE_LENGTH))
        elif network in known:
            repeated.append(tr("Line {number}: {written} is listed already.", number=number, written=written))
        else:
            known.add(network)
            entries.append(PrivilegedRange(range=written, note=note))
    return Lines(tuple(entries), tuple(faults), tuple(repeated))


def _split(line: str) -> tuple[str, str]:
    """Divide a line into the range and its note; `10.0.0.1 - 10.0.0.9` is one range."""
    line = _SPACED_DASH.sub("-", line.strip(), count=1)
    written = re.match(r"[^\s#;,]*", line)
    assert written is not None
    return written.group(), line[written.end():].strip().lstrip("#;,").strip()
