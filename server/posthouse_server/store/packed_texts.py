"""Distinct addresses of a pack, sorted by domain: nearly always the domain alone says how an address is judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

_PLAIN = re.compile(r"[A-Za-z0-9_+\-]{1,64}")
_SEPARATORS = str.maketrans("\n\t", "\x7f\x7f")  # what parts the texts becomes what is in no well-formed address either


def unparted(text: str) -> str:
    """Return a text without what parts texts here."""
    return text if text.isprintable() else text.translate(_SEPARATORS)


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts, numbered from 0 through all groups."""

    groups: list[tuple[str, list[str]]]
    """A domain with plain local parts (letters, digits, _, + and - alone); "" with whole texts, for all others."""

    def __iter__(self) -> Iterator[str]:
        """Yield the whole texts in the order of their numbers."""
        for group in self.groups:
            yield from whole(group)

    def pick(self, numbers: Iterable[int]) -> list[str]:
        """Return the texts of these numbers."""
        starts = [0, *accumulate(len(texts) for _, texts in self.groups)]
        found = []
        for number in numbers:
            place = bisect_right(starts, number) - 1
            domain, texts = self.groups[place]
            text = texts[number - starts[place]]
            found.append(f"{text}@{domain}" if domain else text)
        return found

    def stored(self) -> str:
        """Return the form for the database: groups are lines, the domain and its local parts have tabs between."""
        return "\n".join("\t".join((domain, *texts)) for domain, texts in self.groups)


def whole(group: tuple[str, list[str]]) -> list[str]:
    """Return the whole texts of a group."""
    domain, texts = group
    return [f"{text}@{domain}" for text in texts] if domain else texts


def grouped(texts: Iterable[str]) -> tuple[Texts, list[int]]:
    """Group distinct texts; also returns the number of each, in the order given."""
    groups: dict[str, list[str]] = {}
    places = []
    for text in texts:
        local, _, domain = text.rpartition("@")
        is_plain = bool(domain) and _PLAIN.fullmatch(local) is not None
        group = groups.setdefault(domain if is_plain else "", [])
        places.append((group, len(group)))
        group.append(local if is_plain else text)
    starts = dict(zip(map(id, groups.values()), accumulate(map(len, groups.values()), initial=0), strict=False))
    return Texts(list(groups.items())), [starts[id(group)] + place for group, place in places]


def read_texts(stored: str) -> Texts:
    """Read the form of the database."""
    found = []
    for line in stored.split("\n"):
        domain, *texts = line.split("\t")
        found.append((domain, texts))
    return Texts(found)
