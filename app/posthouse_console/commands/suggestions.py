"""Suggest Ranges from the Action menu: what is ticked goes into the saved settings, after a preview."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.widgets.question import tell
from posthouse_server.settings import SettingsError
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Revision, Store
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr

_TITLE = tr("Suggest Ranges")


class SuggestionCommands(QObject):
    """Opens the dialog on the saved settings."""

    reported = Signal(str)

    def __init__(self, store: Store, background: Background, model: SettingsModel, window: QWidget) -> None:
        """Act in this window."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._model = model
        self._window = window

    def open(self) -> None:
        """Show the suggestions."""
        from posthouse_console.dialogs.preview import PreviewDialog
        from posthouse_console.dialogs.suggest import SuggestRangesDialog

        loaded = self._model.loaded
        if loaded is None:
            tell(self._window, _TITLE, tr("The settings can't be read."), detail=self._model.fault)
            return
        dialog = SuggestRangesDialog(self._store, self._background, loaded.settings, self._window)
        dialog.offer_preview(lambda new: PreviewDialog(self._store, self._background, loaded.settings, new, dialog).open())
        dialog.accepted.connect(lambda: self._take(loaded, dialog.entries(), dialog.removed()))
        dialog.open()

    def _take(self, base: LoadedSettings, taken: list[PrivilegedRange], removed: list[PrivilegedRange]) -> None:
        from posthouse_console.dialogs.take_ranges import TakeRangesDialog

        try:
            question = TakeRangesDialog(base, taken, removed, self._store, self._background, self._model, self._window)
        except SettingsError as error:
            tell(self._window, _TITLE, tr("Nothing was changed."), detail=str(error))
            return
        question.saved.connect(self._on_saved)
        question.open()

    def _on_saved(self, revision: Revision) -> None:
        self.reported.emit(tr("Revision {revision} has the new ranges.", revision=revision.number))
