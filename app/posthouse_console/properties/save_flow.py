"""One save of the Properties dialog from the button to its end: checks, the gate, the model, and a conflict on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtWidgets import QDialog

from posthouse_console.properties.conflict_question import ConflictQuestion
from posthouse_console.properties.edits import Edits, Fault
from posthouse_console.properties.saving import SaveGate
from posthouse_console.service.settings_model import SaveRequest, SettingsModel
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.message_bar import MessageBar
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.store import Revision, StaleRevisionError
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class Steps:
    """What the dialog does on the way."""

    set_saving: Callable[[bool], None]
    show: Callable[[LoadedSettings], None]
    show_fault: Callable[[Fault], None]


class SaveFlow:
    """Saves what is edited in a window, which may be gone before the end."""

    def __init__(self, window: QDialog, edits: Edits, model: SettingsModel, gate: SaveGate, conflict: ConflictQuestion,
                 message: MessageBar, steps: Steps) -> None:
        """Save nothing yet."""
        self._window = window
        self._edits = edits
        self._model = model
        self._gate = gate
        self._conflict = conflict
        self._message = message
        self._steps = steps
        self._closes = False
        self._trial_minutes: int | None = None  # of the save that is under way

    def start(self, *, closes: bool, trial_minutes: int | None = None) -> None:
        """Check and save all pages; then close the window if that is wanted."""
        self._closes, self._trial_minutes = closes, trial_minutes
        self._save_mine()

    def apply_on_top(self) -> None:
        """Save what is edited on top of what somebody else has saved."""
        newest = self._conflict.newer()
        if newest is None:  # it has become ours meanwhile
            self._save_mine()
            return
        try:
            settings = self._edits.check() or self._edits.on_top_of(newest)
        except SettingsError as error:
            self._message.say(Severity.ERROR, tr("Yours and theirs don't fit together: {error}", error=error),
                              [(tr("Reload"), self._conflict.reload)])
            return
        if isinstance(settings, Fault):
            self._stay_with(settings)
        else:
            self._save(settings, newest)

    def forget(self) -> None:
        """It has ended: what the message bar offers from now on is another save."""
        self._closes, self._trial_minutes = False, None

    def _save_mine(self) -> None:
        """Save if that makes a difference. On an open conflict its question comes first."""
        if self._conflict.newer() is not None:
            self._conflict.look()
            self._message.attract()
            return
        mine = self._edits.check() or self._edits.mine()
        if isinstance(mine, Fault):
            self._stay_with(mine)
            return
        base = self._edits.settled()
        if mine == base.settings and not base.fault and not self._edits.secrets():
            self._on_done(mine, base.newest)
        else:
            self._save(mine, base)

    def _stay_with(self, fault: Fault) -> None:
        self.forget()
        self._steps.show_fault(fault)

    def _save(self, settings: Settings, base: LoadedSettings) -> None:
        self._message.clear()
        self._steps.set_saving(True)
        self._gate.pass_through(base.settings, settings, partial(self._on_admitted, settings, base), self._on_not_admitted,
                                self._on_failed)

    def _on_admitted(self, settings: Settings, base: LoadedSettings) -> None:
        request = SaveRequest(settings, base.newest.number, self._edits.secrets(), trial_minutes=self._trial_minutes)
        self._model.save(request, partial(self._on_done, settings), self._on_failed)

    def _on_not_admitted(self) -> None:
        """Somebody has thought better of it: nothing was saved, and the edits stay."""
        self.forget()
        self._steps.set_saving(False)
        self._conflict.look()

    def _on_done(self, settings: Settings, revision: Revision) -> None:
        if not shiboken6.isValid(self._window):
            return
        self._steps.show(LoadedSettings(settings, revision, revision, ""))
        self._steps.set_saving(False)
        closes = self._closes
        self.forget()
        if closes:
            self._window.accept()
        else:
            self._conflict.look()

    def _on_failed(self, error: Exception) -> None:
        if not shiboken6.isValid(self._window):
            return
        self._steps.set_saving(False)
        if not isinstance(error, StaleRevisionError):
            self.forget()
            self._message.say(Severity.ERROR, str(error) or type(error).__name__)
        elif self._conflict.newer() is None:
            self._message.say(Severity.WARNING, str(error))
            self._model.reload()  # its `changed` brings the offer to reload or to apply on top
        else:
            self._conflict.look()
            self._message.attract()
