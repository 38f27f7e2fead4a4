"""What stands between OK and a save: a question when it would let more of the Internet relay."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from posthouse_console.service.exposure_watch import ExposureWatch
from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_server.policy.widening import Widening
from posthouse_server.settings import Settings
from posthouse_server.store.trials import LENGTHS_MINUTES
from posthouse_server.words import tr


class ApplyForButton(QPushButton):
    """A menu of lengths of a trial."""

    chosen = Signal(int)
    """For how many minutes the edits are to be in force."""

    def __init__(self) -> None:
        """Offer the lengths that the store knows."""
        super().__init__(tr("Apply &for"))
        self.setObjectName("apply_for")
        self.setAccessibleName(tr("Apply for"))
        self.setToolTip(tr("The change goes into force, and takes itself back unless you keep it."))
        self.setAutoDefault(False)
        menu = QMenu(self)
        for minutes in LENGTHS_MINUTES:
            action = menu.addAction(tr("{minutes} minutes", minutes=minutes))
            action.triggered.connect(lambda _checked=False, minutes=minutes: self.chosen.emit(minutes))
        self.setMenu(menu)


class SaveGate:
    """Lets a save through at once, after an explicit yes, or not at all."""

    def __init__(self, watch: ExposureWatch, window: QWidget) -> None:
        """Ask in front of this window."""
        self._watch = watch
        self._window = window

    def pass_through(self, old: Settings, new: Settings, yes: Callable[[], None], no: Callable[[], None],
                     failed: Callable[[Exception], None]) -> None:
        """Call one of the three, now or when the question is answered; `failed` gets StoreError."""
        self._watch.compare(old, new, partial(self._on_compared, yes, no), failed)

    def _on_compared(self, yes: Callable[[], None], no: Callable[[], None], found: Widening) -> None:
        if not found.needs_word and not found.needs_yes:
            yes()
            return
        dialog = ExposureConfirmation(found.after, needs_word=found.needs_word, parent=self._window)
        dialog.accepted.connect(yes)
        dialog.rejected.connect(no)
        dialog.open()
