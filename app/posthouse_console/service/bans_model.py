"""The bans in force as the console sees them, and lifting them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.store import Store
from posthouse_server.store.bans import Ban

_EVERY_MS = 1000


class BansList(QObject):
    """Reads the bans once a second while somebody looks at them."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Read nothing yet: call watch()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._reads = Newest(background, self)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.reload)
        self.rows: tuple[Ban, ...] = ()
        self.fault = ""
        """Why the bans can't be read; empty when they can."""

    def watch(self, is_shown: bool) -> None:
        """Begin or end to read."""
        if is_shown and not self._timer.isActive():
            self._timer.start()
            self.reload()
        elif not is_shown:
            self._timer.stop()

    def close(self) -> None:
        """Read no more."""
        self._timer.stop()

    def reload(self) -> None:
        """Read now, unless a reading is under way."""
        if not self._reads.is_busy:
            self._read()

    def _read(self) -> None:
        """Read now, also while an older reading is under way, which then counts no more."""
        self._reads.ask(lambda: tuple(self._store.bans.list()), self._on_read, self._on_failed)

    def lift(self, clients: Sequence[str], done: Callable[[list[str]], None], failed: Callable[[Exception], None]) -> None:
        """Lift bans; `done` hears of whom there was one. A running server notices within a second."""
        def work() -> list[str]:
            return [client for client in clients if self._store.bans.lift(client)]

        def on_lifted(lifted: list[str]) -> None:
            self._read()
            done(lifted)

        self._background.run(self, work, on_lifted, failed)

    def _on_read(self, rows: tuple[Ban, ...]) -> None:
        if (rows, "") != (self.rows, self.fault):
            self.rows, self.fault = rows, ""
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self.fault != str(error):
            self.fault = str(error)
            self.changed.emit()
