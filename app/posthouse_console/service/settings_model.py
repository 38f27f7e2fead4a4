"""The settings as the console sees them: the newest revision, and saving based on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.exposure_watch import ExposureWatch
from posthouse_console.service.newest import Newest
from posthouse_console.service.trial_model import TrialModel
from posthouse_server.control import author
from posthouse_server.secrets import Secrets, SecretsError
from posthouse_server.settings import Settings
from posthouse_server.store import Revision, StaleRevisionError, Store, StoreError
from posthouse_server.store.settings_store import LoadedSettings


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """A save: the settings, the newest revision that the author saw, and secrets (name to secret) to keep with them."""

    settings: Settings
    base: int
    secrets: Mapping[str, str]
    comment: str = ""
    trial_minutes: int | None = None
    """The change takes itself back after so many minutes unless it is confirmed."""


class SettingsModel(QObject):
    """Holds the newest settings; `changed` is emitted in the GUI thread after every new revision, own or foreign."""

    changed = Signal()
    saved = Signal(int)
    """The number of a revision that this console has just saved."""

    def __init__(self, store: Store, secrets: Secrets, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call reload()."""
        super().__init__(parent)
        self._store = store
        self._secrets = secrets
        self._background = background
        self._newest = Newest(background, self)
        self.trials = TrialModel(store, background, self)
        self.loaded: LoadedSettings | None = None
        self.fault = ""
        """Why the settings can't be read at all; empty when they can."""

    def exposure_watch(self, parent: QObject) -> ExposureWatch:
        """Return a new watch over settings that are being edited, for one dialog."""
        return ExposureWatch(self._store, self._background, parent)

    def reload(self) -> None:
        """Read the newest settings; `changed` follows if they differ from those held."""
        self._newest.ask(self._store.settings.load, self._on_loaded, self._on_load_failed)
        self.trials.reload()

    def save(self, request: SaveRequest, done: Callable[[Revision], None], failed: Callable[[Exception], None]) -> None:
        """Save; `failed` gets StaleRevisionError, StoreError or SecretsError, and then nothing was saved."""
        def work() -> Revision:
            return self._save(request)

        def on_done(revision: Revision) -> None:
            self.reload()
            self.saved.emit(revision.number)
            done(revision)

        self._background.run(self, work, on_done, failed)

    def _save(self, request: SaveRequest) -> Revision:
        """Keep the secrets first, since settings without their password stop the mail; take them back if saving fails."""
        newest = self._store.settings.load().newest
        if newest.number != request.base:
            raise StaleRevisionError(newest)
        before = {name: self._secrets.get(name) for name in request.secrets}
        try:
            for name, secret in request.secrets.items():
                self._secrets.set(name, secret)
            return self._store.settings.save(request.settings, request.base, author("console"), request.comment,
                                             request.trial_minutes)
        except (StaleRevisionError, StoreError, SecretsError):
            for name, old in before.items():
                self._secrets.set(name, old or "")
            raise

    def _on_loaded(self, loaded: LoadedSettings) -> None:
        is_new = loaded != self.loaded or bool(self.fault)
        self.loaded, self.fault = loaded, ""
        if is_new:
            self.changed.emit()

    def _on_load_failed(self, error: Exception) -> None:
        self.fault = str(error)
        self.changed.emit()
