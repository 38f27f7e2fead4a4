"""The change on trial, if one is: what the store says of it, and the two ways to end it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.control import author
from posthouse_server.store import Store
from posthouse_server.store.trials import Trial


class TrialModel(QObject):
    """Follows the store; reload() is called whenever the settings may have changed."""

    changed = Signal()
    faulted = Signal(str)
    """The trial could not be read or ended, in a sentence."""

    def __init__(self, store: Store, background: Background, parent: QObject) -> None:
        """Know of no trial yet."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._newest = Newest(background, self)
        self.trial: Trial | None = None

    def reload(self) -> None:
        """Ask the store; `changed` follows if the answer is another one."""
        self._newest.ask(self._store.trials.current, self._on_found, self._on_failed)

    def keep(self) -> None:
        """Let the change that is shown stay."""
        number = self._number()
        self._end(lambda: self._store.trials.confirm(author("console"), number))

    def take_back(self) -> None:
        """Take the change that is shown back now."""
        number = self._number()
        self._end(lambda: self._store.trials.take_back(author("console"), number))

    def _number(self) -> int | None:
        """Return the revision that somebody has before their eyes: by now another one may be on trial."""
        return None if self.trial is None else self.trial.revision

    def _end(self, work: Callable[[], object]) -> None:
        self._background.run(self, work, lambda _outcome: self.reload(), self._on_failed_to_end)

    def _on_found(self, trial: Trial | None) -> None:
        if trial != self.trial:
            self.trial = trial
            self.changed.emit()

    def _on_failed_to_end(self, error: Exception) -> None:
        self._on_failed(error)
        self.reload()  # somebody else may have been faster

    def _on_failed(self, error: Exception) -> None:
        self.faulted.emit(str(error) or type(error).__name__)
