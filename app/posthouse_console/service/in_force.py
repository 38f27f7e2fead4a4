"""After a save: when does the running server obey it, or why not?"""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_server import control
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState

_POLL_S = 0.05
_PATIENCE_S = 10.0
_UP = (NodeState.RUNNING, NodeState.STARTING)


class InForceWatch(QObject):
    """Waits in the background for the server to apply a revision."""

    reported = Signal(str)
    """The outcome as a sentence."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Wait for nothing yet: call await_revision()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._closing = threading.Event()

    def await_revision(self, number: int) -> None:
        """Report when the server has applied this revision; a slot for SettingsModel.saved."""
        self._background.run(self, lambda: self._wait(number), self._on_waited, self._on_failed)

    def close(self) -> None:
        """Give up waiting, since the console closes."""
        self._closing.set()

    def _wait(self, number: int) -> str:
        saved_at = next((revision.created_at for revision in self._store.settings.history(20)
                         if revision.number == number), datetime.now(UTC))
        before = control.status(self._store)
        if before.state not in _UP:
            return f"Saved as revision {number}; the server is stopped and will use it when it starts."
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline and not self._closing.wait(_POLL_S):
            now = control.status(self._store)
            if now.state not in _UP or now.node is None:
                return f"Saved as revision {number}; the server has ended meanwhile."
            if now.node.revision >= number:
                after = (datetime.now(UTC) - saved_at).total_seconds()
                tail = f", but: {now.detail}" if now.detail else "."
                return f"Revision {number} in force after {max(after, 0.0):.1f} s{tail}"
            if now.detail and now.detail != before.detail:
                return f"Revision {number} is saved, but the server can't use it: {now.detail}"
        return f"Revision {number} is saved, but the server has not taken it within {_PATIENCE_S:.0f} s."

    def _on_waited(self, sentence: str) -> None:
        self.reported.emit(sentence)

    def _on_failed(self, error: Exception) -> None:
        self.reported.emit(str(error))
