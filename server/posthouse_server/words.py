"""Texts for people: written in English where they are used, shown in another language where one was installed.

Programs that install none (the server, the command line) speak English. Some texts are worked out when their module is
imported, so a language is installed before anything else is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """How texts are translated and numbers are grouped."""

    translate: Callable[[str], str]
    """Gives the text itself where there is no translation."""
    thousands: str = ","
    code: str = "en"
    """As in BCP 47: de."""


class _Grouped(int):
    """A whole number that is grouped by the language's own sign, where a text asks for groups."""

    def __format__(self, spec: str) -> str:
        text = super().__format__(spec)
        return text.replace(",", _current.thousands) if spec.endswith(",") else text


class _Shown(str):
    """A text in another language that still knows its English."""

    __slots__ = ("english",)
    english: str


_current = Language(lambda text: text)


def install(language: Language) -> None:
    """Show all texts in this language from now on."""
    global _current
    _current = language


def spoken() -> str:
    """Return the code of the language of the program."""
    return _current.code


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language of the program; with values, they are put into its {fields}."""
    shown = _current.translate(text)
    if not values:
        if shown == text:
            return text
        marked = _Shown(shown)
        marked.english = text
        return marked
    return shown.format(**{name: _Grouped(value) if type(value) is int else value for name, value in values.items()})


def english(shown: str) -> str:
    """Return the English of what tr() gave for a text without {fields}: for what is remembered, or read by programs."""
    return shown.english if isinstance(shown, _Shown) else shown
