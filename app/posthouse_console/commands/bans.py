"""Lifting bans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.service.bans_model import BansList
from posthouse_console.widgets.question import tell
from posthouse_server.store.bans import Ban
from posthouse_server.words import tr

_NAMED = 5


class BanCommands(QObject):
    """Lifts at once, without a question: a client that goes on failing is banned again."""

    reported = Signal(str)

    def __init__(self, bans: BansList, window: QWidget) -> None:
        """Act on this list in this window."""
        super().__init__(window)
        self._bans = bans
        self._window = window

    def lift(self, bans: Sequence[Ban]) -> None:
        """Lift these bans."""
        self._bans.lift([ban.client for ban in bans], self._on_lifted, self._on_failed)

    def _on_lifted(self, clients: list[str]) -> None:
        if not clients:
            self.reported.emit(tr("The ban had ended already."))
            return
        shown = ", ".join(clients[:_NAMED])
        if len(clients) > _NAMED:
            shown = tr("{shown} and {number} more", shown=shown, number=len(clients) - _NAMED)
        self.reported.emit(tr("The ban is lifted: {shown} may connect again.", shown=shown) if len(clients) == 1 else
                           tr("The bans are lifted: {shown} may connect again.", shown=shown))

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, tr("Lift Ban"), str(error))
