"""Cyclic garbage is collected in the GUI thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GuiCollector(QObject):
    """Python collects in whatever thread happens to allocate; a widget that a background thread destroys ends the program."""

    def __init__(self, parent: QObject) -> None:
        """Take over from Python, until close()."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def close(self) -> None:
        """Collect what there is, and leave it to Python again."""
        self._timer.stop()
        gc.collect(0)
        gc.enable()

    def _on_timer_timeout(self) -> None:
        """Collect the oldest generation that is due, as Python would."""
        due = [number for number, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if count > limit]
        if due:
            gc.collect(due[-1])
