"""From a remedy to a saved change: what it would open, and a question of its own where the Internet gets in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SaveRequest, SettingsModel
from posthouse_console.widgets.question import ask, tell
from posthouse_console.widgets.ranges_text import addresses_text, now
from posthouse_server.policy.exposure import Exposure, exposure
from posthouse_server.policy.remedies import Remedy
from posthouse_server.settings import Settings
from posthouse_server.store import Revision, Store
from posthouse_server.store.preview import Preview, preview
from posthouse_server.store.settings_store import LoadedSettings

_TITLE = "Allow It"
_MOST_FLIPS = 5


class RemedyApplication(QObject):
    """Applies one remedy after the other to the saved settings, never without a question."""

    def __init__(self, store: Store, background: Background, model: SettingsModel, window: QWidget) -> None:
        """Ask in this window."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._model = model
        self._window = window

    def start(self, remedy: Remedy, done: Callable[[Revision], None]) -> None:
        """Preview the remedy on the newest settings; `done` is called once it has been saved."""
        loaded = self._model.loaded
        if loaded is None or remedy.edit is None:
            return
        try:
            edited = remedy.edit(loaded.settings)
        except ValueError as error:  # SettingsError is one
            tell(self._window, _TITLE, "This can't be done.", detail=str(error))
            return
        change = _Change(remedy, loaded, edited, done)
        self._background.run(self, lambda: self._consequences(loaded.settings, edited),
                             lambda found: self._preview(change, *found), self._on_failed)

    def _consequences(self, old: Settings, new: Settings) -> tuple[Exposure, Exposure, Preview]:
        directory, at = self._store.directory.snapshot(), now()
        return exposure(old, directory, at), exposure(new, directory, at), preview(self._store, old, new)

    def _preview(self, change: _Change, before: Exposure, after: Exposure, flips: Preview) -> None:
        opened = after.public - before.public
        sentences = f"Before: {before.sentence}\nAfter: {after.sentence}\n\n{_flips_text(flips)}"
        if opened > 0:
            number = addresses_text(after.public, "public")
            ask(self._window, _TITLE, f"{change.remedy.title}: this lets {number} relay without a password.",
                f"&Yes, Let {number} Relay", lambda: self._save(change), detail=sentences, icon=QMessageBox.Icon.Warning,
                is_default=False)
            return
        ask(self._window, _TITLE, f"{change.remedy.title}?", "&Apply", lambda: self._save(change), detail=sentences)

    def _save(self, change: _Change) -> None:
        request = SaveRequest(change.settings, change.base.newest.number, {}, f"Who can relay?: {change.remedy.title}")
        self._model.save(request, change.done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, "Nothing was changed.", detail=str(error) or type(error).__name__)


def _flips_text(found: Preview) -> str:
    """Return what the recorded traffic says about the change, with the first few of what it would have changed."""
    lines = [found.sentence, *(f"• {flip.sentence}" for flip in found.flips[:_MOST_FLIPS])]
    rest = len(found.flips) - _MOST_FLIPS
    return "\n".join([*lines, f"… and {rest} more"] if rest > 0 else lines)


class _Change:
    """A remedy on its way."""

    def __init__(self, remedy: Remedy, base: LoadedSettings, settings: Settings, done: Callable[[Revision], None]) -> None:
        self.remedy, self.base, self.settings, self.done = remedy, base, settings, done
