"""What a check has found, in words that need no colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from posthouse_server.words import tr


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
        return {Grade.GOOD: tr("OK"), Grade.NOTE: tr("Note"), Grade.WARNING: tr("Warning"), Grade.BAD: tr("Problem")}[self]


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
    parts = []
    if problems:
        parts.append(tr("1 problem") if problems == 1 else tr("{number} problems", number=problems))
    if warnings:
        parts.append(tr("1 warning") if warnings == 1 else tr("{number} warnings", number=warnings))
    if not parts:
        return tr("All is well: {number} checks found nothing to mend.", number=len(found))
    return tr("{parts} in {number} checks.", parts=tr(" and ").join(parts), number=len(found))


def report(found: Sequence[Finding], heading: str, at: datetime) -> str:
    """Return all of it as plain text to send to somebody; it holds no password."""
    lines = [f"{heading}, {at.astimezone():%Y-%m-%d %H:%M:%S %z}", summary(found), ""]
    for item in found:
        lines.append(f"[{item.grade.word}] {item.title}: {item.sentence}")
        if item.remedy:
            lines.append(f"    {item.remedy}")
    return "\n".join(lines)
