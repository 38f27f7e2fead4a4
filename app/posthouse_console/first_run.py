"""Opens the set-up by itself where nothing is configured yet, once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.backend import Backend

_OFFERED = "set_up/offered"


class FirstRun(QObject):
    """Looks as soon as settings and directory are read."""

    found = Signal()
    """Nobody has configured anything in this data folder, and nobody was asked before."""

    def __init__(self, backend: Backend, parent: QObject) -> None:
        """Wait for the models."""
        super().__init__(parent)
        self._backend = backend
        self._is_over = backend.memory.is_set(_OFFERED)
        backend.settings.changed.connect(self._look)
        backend.directory.changed.connect(self._look)

    def _look(self) -> None:
        backend = self._backend
        if self._is_over or backend.settings.loaded is None or not backend.directory.is_loaded:
            return
        self._is_over = True
        lists = backend.directory.lists
        if backend.settings.loaded.newest.number == 1 and not lists.domains and not lists.mailboxes:
            backend.memory.mark(_OFFERED)
            self.found.emit()
