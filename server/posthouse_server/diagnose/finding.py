"""What a check has found, in words that need no colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Grade(StrEnum):
    """How a finding is to be taken; the gravest stands last."""

    GOOD = "good"
    NOTE = "note"
    """Nothing is wrong, or nothing was looked at; the sentence says which."""
    WARNING = "warning"
    BAD = "bad"

    @property
    def word(self) -> str:
        """Return the grade in a word for people."""
        return {Grade.GOOD: "OK", Grade.NOTE: "Note", Grade.WARNING: "Warning", Grade.BAD: "Problem"}[self]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check says."""

    grade: Grade
    sentence: str
    remedy: str = ""
    """What to do about it, as sentences; empty where nothing need be done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict under the name of its check."""

    key: str
    title: str
    grade: Grade
    sentence: str
    remedy: str = ""


def good(sentence: str) -> Verdict:
    """Return that all is well."""
    return Verdict(Grade.GOOD, sentence)


def note(sentence: str, remedy: str = "") -> Verdict:
    """Return something worth knowing that is no fault."""
    return Verdict(Grade.NOTE, sentence, remedy)


def warning(sentence: str, remedy: str) -> Verdict:
    """Return something that may harm."""
    return Verdict(Grade.WARNING, sentence, remedy)


def bad(sentence: str, remedy: str) -> Verdict:
    """Return something that must be mended."""
    return Verdict(Grade.BAD, sentence, remedy)


def summary(found: Sequence[Finding]) -> str:
    """Return the whole in one sentence."""
    problems = sum(item.grade is Grade.BAD for item in found)
    warnings = sum(item.grade is Grade.WARNING for item in found)
    parts = [f"{number} {noun if number == 1 else noun + 's'}"
             for number, noun in ((problems, "problem"), (warnings, "warning")) if number]
    if not parts:
        return f"All is well: {len(found)} checks found nothing to mend."
    return f"{' and '.join(parts)} in {len(found)} checks."


def report(found: Sequence[Finding], heading: str, at: datetime) -> str:
    """Return all of it as plain text to send to somebody; it holds no password."""
    lines = [f"{heading}, {at.astimezone():%Y-%m-%d %H:%M:%S %z}", summary(found), ""]
    for item in found:
        lines.append(f"[{item.grade.word}] {item.title}: {item.sentence}")
        if item.remedy:
            lines.append(f"    {item.remedy}")
    return "\n".join(lines)
