"""The question when somebody else has saved meanwhile: reload, apply mine on top, or keep editing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog

from posthouse_console.properties.conflict import author_sentence, conflict_text
from posthouse_console.properties.editors import open_editors
from posthouse_console.properties.edits import Edits, Fault
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.message_bar import MessageBar
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class Answers:
    """What the dialog does about a conflict."""

    is_edited: Callable[[], bool]
    show: Callable[[LoadedSettings], None]
    """Takes these settings in place of all edits."""
    apply_on_top: Callable[[], None]
    give_up_saving: Callable[[], None]
    """The save that has led here does not go on."""


class ConflictQuestion:
    """Asks in the message bar of a dialog; where nothing is edited, the new settings are simply shown."""

    def __init__(self, window: QDialog, edits: Edits, model: SettingsModel, message: MessageBar, answers: Answers) -> None:
        """Ask nothing yet: call look()."""
        self._window = window
        self._edits = edits
        self._model = model
        self._message = message
        self._answers = answers

    def newer(self) -> LoadedSettings | None:
        """Return the model's settings if somebody else has saved since ours were loaded."""
        newest, base = self._model.loaded, self._edits.base
        return newest if newest and base and newest.newest.number > base.newest.number else None

    def look(self) -> None:
        """Show or ask, if there is something newer."""
        newest = self.newer()
        if newest is None:
            return
        editors = open_editors(self._window)
        for editor in editors:  # one that is cancelled may leave nothing to keep
            editor.finished.connect(self.look)
        if not self._answers.is_edited() and not editors:
            self._answers.show(newest)
            if not newest.fault:
                self._message.say(Severity.INFORMATION, tr("{newest}. You see the new settings.",
                                                           newest=author_sentence(newest.newest)))
            return
        mine = self._edits.mine()
        text = conflict_text(self._edits.settled(), None if isinstance(mine, Fault) else mine, newest)
        self._message.say(Severity.WARNING, text, [
            (tr("Reload"), self.reload), (tr("Apply mine on top"), self._answers.apply_on_top),
            (tr("Keep editing"), self._keep_editing)])

    def _keep_editing(self) -> None:
        self._answers.give_up_saving()
        self._message.clear()

    def reload(self) -> None:
        """Show what the model holds; the edits are given up."""
        if self._model.loaded is not None:
            self._answers.give_up_saving()
            self._answers.show(self._model.loaded)
