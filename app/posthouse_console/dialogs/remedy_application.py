"""From a remedy to what it does: previewed and confirmed where it changes the settings, asked where it lifts a ban."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from posthouse_console.dialogs.remedy_dialog import RemedyDialog
from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.widgets.question import ask, tell
from posthouse_server.policy.remedies import Remedy
from posthouse_server.store import Store
from posthouse_server.words import tr

_TITLE = tr("Allow It")


class RemedyApplication(QObject):
    """Applies one remedy after the other to the saved settings, never without a question."""

    def __init__(self, store: Store, background: Background, model: SettingsModel, window: QWidget) -> None:
        """Ask in this window."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._model = model
        self._window = window

    def start(self, remedy: Remedy, done: Callable[[str], None]) -> None:
        """Preview the remedy on the newest settings; `done` gets a sentence once it has been applied."""
        if remedy.lifts:
            ask(self._window, _TITLE, f"{remedy.title}?", tr("&Lift"), lambda: self._lift(remedy.lifts, done),
                detail=f"{remedy.why}\n\n"
                       f"{tr('No setting changes by this, so the recorded traffic is judged as before.')}")
            return
        loaded = self._model.loaded
        if loaded is None or remedy.edit is None:
            return
        try:
            edited = remedy.edit(loaded.settings)
        except ValueError as error:  # SettingsError is one
            tell(self._window, _TITLE, tr("This can't be done."), detail=str(error))
            return
        dialog = RemedyDialog(remedy, loaded, edited, self._store, self._background, self._model, self._window)
        dialog.saved.connect(lambda revision: done(tr("Saved as revision {revision}.", revision=revision.number)))
        dialog.open()

    def _lift(self, client: str, done: Callable[[str], None]) -> None:
        def on_lifted(was_banned: bool) -> None:
            done(tr("The ban of {client} is lifted.", client=client) if was_banned else
                 tr("{client} is not banned any more.", client=client))

        self._background.run(self, lambda: self._store.bans.lift(client), on_lifted, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, tr("Nothing was changed."), detail=str(error) or type(error).__name__)
