"""Who could relay by settings that are being edited: worked out off the GUI thread, the newest answer wins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.policy.exposure import Exposure, exposure
from posthouse_server.policy.widening import Widening, widened
from posthouse_server.settings import Settings
from posthouse_server.store import Store

_PAUSE_MS = 150


class ExposureWatch(QObject):
    """Answers a dialog: live while somebody edits, and once more before a save."""

    found = Signal(object)
    """An Exposure of the newest edits, or None when they have a fault."""

    def __init__(self, store: Store, background: Background, parent: QObject) -> None:
        """Judge by this store's directory."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._newest = Newest(background, self)
        self._source: Callable[[], Settings | None] = lambda: None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)

    def ask(self, source: Callable[[], Settings | None]) -> None:
        """Take the settings from `source` once the edits pause; `found` follows."""
        self._source = source
        self._pause.start()

    def compare(self, old: Settings, new: Settings, done: Callable[[Widening], None],
                failed: Callable[[Exception], None]) -> None:
        """Work out what a save would open; `failed` gets StoreError."""
        def work() -> Widening:
            directory, at = self._store.directory.snapshot(), datetime.now(UTC)
            return widened((old, directory), (new, directory), at)

        self._background.run(self, work, done, failed)

    def _on_paused(self) -> None:
        settings = self._source()
        if settings is None:
            self._newest.ask(lambda: None, self.found.emit, self._on_failed)
            return

        def work() -> Exposure:
            return exposure(settings, self._store.directory.snapshot(), datetime.now(UTC))

        self._newest.ask(work, self.found.emit, self._on_failed)

    def _on_failed(self, _error: Exception) -> None:
        """The model tells of a store that can't be read; here it is enough to claim nothing."""
        self.found.emit(None)
