"""The same question asked again and again: an old answer never replaces a newer one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from posthouse_console.service.background import Background

_T = TypeVar("_T")


class Newest:
    """Asks in the background, where two questions may be answered in the wrong order."""

    def __init__(self, background: Background, owner: QObject) -> None:
        """Ask for this owner."""
        self._background = background
        self._owner = owner
        self._asked = 0
        self._answered = 0
        self._open = 0

    @property
    def is_busy(self) -> bool:
        """Return whether an answer is still to come: who asks by the clock then waits, or questions would pile up."""
        return self._open > 0

    def ask(self, work: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[Exception], None]) -> None:
        """Ask once more; the answer is dropped if that to a later question has come before it."""
        self._asked += 1
        self._open += 1
        number = self._asked
        self._background.run(self._owner, work, self._unless_overtaken(number, done), self._unless_overtaken(number, failed))

    def _unless_overtaken(self, number: int, then: Callable[[_T], None]) -> Callable[[_T], None]:
        def arrive(answer: _T) -> None:
            self._open -= 1
            if number > self._answered:
                self._answered = number
                then(answer)

        return arrive
