"""Suggest Ranges from the Action menu: what is ticked goes into the saved settings, after a question."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SaveRequest, SettingsModel
from posthouse_console.widgets.question import ask, tell
from posthouse_server.policy.exposure import Exposure, exposure
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.settings_store import LoadedSettings

_TITLE = "Suggest Ranges"


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
        from posthouse_console.dialogs.suggest import SuggestRangesDialog

        loaded = self._model.loaded
        if loaded is None:
            tell(self._window, _TITLE, "The settings can't be read.", detail=self._model.fault)
            return
        dialog = SuggestRangesDialog(self._store, self._background, loaded.settings, self._window)
        dialog.accepted.connect(lambda: self._take(dialog.entries()))
        dialog.open()

    def _take(self, entries: list[PrivilegedRange]) -> None:
        loaded = self._model.loaded
        if loaded is None or not entries:
            return
        path = "smtp.relay.privileged_ip_ranges"
        kept = [item.model_dump(mode="json") for item in (*loaded.settings.smtp.relay.privileged_ip_ranges, *entries)]
        edited = set_paths(loaded.settings, {path: kept, "smtp.relay.allow_privileged_ip_ranges": True})
        self._background.run(self, lambda: self._exposures(loaded.settings, edited),
                             lambda found: self._ask(loaded, edited, entries, *found), self._on_failed)

    def _exposures(self, old: Settings, new: Settings) -> tuple[Exposure, Exposure]:
        directory, at = self._store.directory.snapshot(), datetime.now(UTC)
        return exposure(old, directory, at), exposure(new, directory, at)

    def _ask(self, base: LoadedSettings, edited: Settings, entries: list[PrivilegedRange], before: Exposure,
             after: Exposure) -> None:
        names = ", ".join(entry.range for entry in entries)
        tick = "" if base.settings.smtp.relay.allow_privileged_ip_ranges else (
            "\nAllow relay for privileged IP ranges will be ticked, too.")
        is_public = after.public > before.public
        yes = f"&Yes, Let {after.public:,} Public Addresses Relay" if is_public else "&Add"
        ask(self._window, _TITLE, f"Add {names} to the privileged IP ranges?", yes, lambda: self._save(base, edited),
            detail=f"Before: {before.sentence}\nAfter: {after.sentence}{tick}",
            icon=QMessageBox.Icon.Warning if is_public else QMessageBox.Icon.Question, is_default=not is_public)

    def _save(self, base: LoadedSettings, edited: Settings) -> None:
        request = SaveRequest(edited, base.newest.number, {}, "Suggested ranges")
        self._model.save(request, lambda revision: self.reported.emit(f"Revision {revision.number} has the new ranges."),
                         self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, "Nothing was changed.", detail=str(error))
