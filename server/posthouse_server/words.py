"""Texts for people: written in English where they are used, shown in another language where one was installed.

Programs that install none (the server, the command line) speak English. Some texts are worked out when their module is
imported, so a language is installed before anything else is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from posthouse_server.kept_texts import KeptTexts


@dataclass(frozen=True, slots=True)
class Language:
    """How texts are translated and numbers are grouped."""

    translate: Callable[[str], str]
    """Gives the text itself where there is no translation."""
    thousands: str = ","
    code: str = "en"
    """As in BCP 47: de."""
    kept: tuple[str, ...] = ()
    """The English texts that are kept in the store, to be found again by again()."""


class _Grouped(int):
    """A whole number that is grouped by the language's own sign, where a text asks for groups."""

    def __format__(self, spec: str) -> str:
        text = super().__format__(spec)
        return text.replace(",", _current.thousands) if spec.endswith(",") else text


class _Shown(str):
    """A text in another language that still knows its English, and is that in what is put together to be kept."""

    __slots__ = ("source", "values")
    source: str
    values: dict[str, object]

    @property
    def english(self) -> str:
        with in_english():
            return self.source.format(**self.values) if self.values else self.source

    def __format__(self, spec: str) -> str:
        return format(self.english if _is_kept.get() else str(self), spec)


_is_kept = ContextVar("_is_kept", default=False)
_current = Language(lambda text: text)
_kept = KeptTexts((), _current.translate, _current.thousands)


def install(language: Language) -> None:
    """Show all texts in this language from now on."""
    global _current, _kept
    _current = language
    _kept = KeptTexts(language.kept, language.translate, language.thousands)


def spoken() -> str:
    """Return the code of the language of the program."""
    return _current.code


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language of the program; with values, they are put into its {fields}."""
    if _is_kept.get():
        return text.format(**values) if values else text
    shown = _current.translate(text)
    said = shown if not values else shown.format(
        **{name: _Grouped(value) if type(value) is int else value for name, value in values.items()})
    if shown == text and not any(isinstance(value, _Shown) for value in values.values()):
        return said
    marked = _Shown(said)
    # An error as it reads: it would keep all that its traceback knows alive.
    marked.values = {name: str(value) if isinstance(value, BaseException) else value for name, value in values.items()}
    marked.source = text
    return marked


@contextmanager
def in_english() -> Iterator[None]:
    """Let tr() speak English in this thread or task meanwhile: what is kept is English, whoever keeps it."""
    token = _is_kept.set(True)
    try:
        yield
    finally:
        _is_kept.reset(token)


def english(shown: str) -> str:
    """Return the English of what tr() gave: for what is remembered, or read by programs."""
    return shown.english if isinstance(shown, _Shown) else shown


def again(kept: str) -> str:
    """Return a text that is kept in English in the language of the program; as it is where it is not known for sure."""
    return _kept.again(kept)
