"""Texts that were kept in English, shown in another language: each is found again by the pattern that it was made of."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

_MOST_REMEMBERED = 8192  # a history list shows a thousand summaries of a few parts each
_MOST_NESTED = 4
_LONGEST = 2000  # a remote server's words may be in it: whoever writes them shall not keep us busy
_Part = tuple[str, str | None, str]
"""What stands before a field, its name and its format; without a name: the end of the text."""


class _Pattern:
    """A text with {fields}, and what it is in the other language."""

    def __init__(self, text: str, shown: str, thousands: str) -> None:
        """Take it apart; thousands is the sign that groups numbers in the other language."""
        self._parts, self._shown = _parts(text), _parts(shown)
        self._thousands = thousands
        self.begin = self._parts[0][0]
        self.end = self._parts[-1][0] if self._parts[-1][1] is None else ""
        self.weight = sum(len(before) for before, _, _ in self._parts)

    @cached_property
    def _shortest(self) -> re.Pattern[str]:
        return self._compiled(".*?")

    @cached_property
    def _longest(self) -> re.Pattern[str]:
        return self._compiled(".*")

    def _compiled(self, anything: str) -> re.Pattern[str]:
        found, seen = [], set()
        for before, name, _ in self._parts:
            found.append(re.escape(before))
            if name is not None:
                found.append(f"(?P={name})" if name in seen else f"(?P<{name}>{anything})")
                seen.add(name)
        return re.compile("".join(found), re.DOTALL)

    def values(self, text: str) -> dict[str, str] | None:
        """Return what stands in the fields; None where the text is another, {} where it can be read in two ways."""
        if not (text.startswith(self.begin) and text.endswith(self.end)):
            return None
        found = self._shortest.fullmatch(text)
        if found is None:
            return None
        other = self._longest.fullmatch(text)
        return found.groupdict() if other is not None and found.groups() == other.groups() else {}

    def filled(self, values: dict[str, str]) -> str:
        """Return the text in the other language."""
        found = []
        for before, name, spec in self._shown:
            value = "" if name is None else values[name]
            found += [before, value.replace(",", self._thousands) if spec.endswith(",") else value]
        return "".join(found)


class KeptTexts:
    """Knows the patterns of what is kept. Pure, and quick for what it was asked before."""

    def __init__(self, texts: Iterable[str], translate: Callable[[str], str], thousands: str) -> None:
        """Know these English texts; translate gives the text itself where there is no translation."""
        self._fixed: dict[str, str] = {}
        self._patterns: list[_Pattern] = []
        for text in texts:
            shown = translate(text)
            if all(name is None for _, name, _ in _parts(text)):
                self._fixed[text] = shown
            elif any(letter.isalpha() for before, _, _ in _parts(text) for letter in before):
                self._patterns.append(_Pattern(text, shown, thousands))
        self._patterns.sort(key=lambda pattern: -pattern.weight)
        self.again = lru_cache(_MOST_REMEMBERED)(self._again)

    def _again(self, text: str, depth: int = _MOST_NESTED) -> str:
        """Return a text in the other language; as it is, where it isn't known or can be read in two ways."""
        if not text or not depth or len(text) > _LONGEST:
            return text
        found = self._found(text, depth)
        if found is None and text[0].isupper():  # the beginning of a line, made of the middle of one
            found = self._found(text[0].lower() + text[1:], depth)
            found = found and found[0].upper() + found[1:]
        return text if found is None else found

    def _found(self, text: str, depth: int) -> str | None:
        if text in self._fixed:
            return self._fixed[text]
        weight, found = 0, None
        for pattern in self._patterns:  # what says most comes first
            if pattern.weight < weight:
                break
            values = pattern.values(text)
            if values is None:
                continue
            shown = pattern.filled({name: self.again(value, depth - 1) for name, value in values.items()}) if values else None
            if shown is None or found not in (None, shown):
                return None
            weight, found = pattern.weight, shown
        return found


def _parts(text: str) -> list[_Part]:
    return [(before, name, spec or "") for before, name, spec, _ in string.Formatter().parse(text)] or [("", None, "")]
