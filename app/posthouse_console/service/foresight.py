"""A preview in the background, with progress; its end, or that of its owner, gives up the reading."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_server.policy.comparison import Cancelled
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.policy.exposure import Exposure, exposure
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.preview import Preview, preview


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared: the settings before and afterwards, and the directory of afterwards or what becomes of today's."""

    old: Settings
    new: Settings
    directory: Directory | DirectoryChange | None = None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a change would do."""

    sides: Sides
    preview: Preview
    before: Exposure
    after: Exposure


class Foresight(QObject):
    """Judges the recorded traffic by both sides, once."""

    progressed = Signal(int)
    """How many percent are done."""
    found = Signal(object)
    """A Foreseen; not after cancel()."""
    failed = Signal(object)
    """An exception whose text is a sentence."""

    def __init__(self, store: Store, background: Background, owner: QObject) -> None:
        """Do nothing yet: call start()."""
        super().__init__(owner)
        self._store = store
        self._background = background
        self._left = threading.Event()
        left = self._left
        owner.destroyed.connect(lambda: left.set())

    def start(self, sides: Callable[[], Sides]) -> None:
        """Begin; `sides` is called in the background, and may raise what then goes to `failed`."""
        self._background.run(self, lambda: self._work(sides), self._on_found, self.failed.emit)

    def cancel(self) -> None:
        """Give up."""
        self._left.set()

    def _work(self, wanted: Callable[[], Sides]) -> Foreseen | None:
        sides = wanted()
        directory, at = self._store.directory.snapshot(), now()
        later = sides.directory(directory) if callable(sides.directory) else sides.directory
        try:
            found = preview(self._store, sides.old, sides.new, self._advance, new_directory=later)
        except Cancelled:
            return None
        return Foreseen(sides, found, exposure(sides.old, directory, at), exposure(sides.new, later or directory, at))

    def _advance(self, percent: int) -> bool:
        if self._left.is_set() or self._background.closing.is_set():
            return False
        self._background.post(self, lambda: self.progressed.emit(percent))
        return True

    def _on_found(self, foreseen: Foreseen | None) -> None:
        if foreseen is not None and not self._left.is_set():
            self.found.emit(foreseen)
