"""One remedy before it is applied: the preview of it, and the questions that the Relay tab asks too."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from posthouse_console.dialogs.previewed_save import PreviewedSaveDialog, Proposal
from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SettingsModel
from posthouse_server.policy.remedies import Remedy
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr


class RemedyDialog(PreviewedSaveDialog):
    """Accepted: the remedy is saved."""

    help_topic = "who-can-relay"

    def __init__(self, remedy: Remedy, base: LoadedSettings, edited: Settings, store: Store, background: Background,
                 model: SettingsModel, parent: QWidget) -> None:
        """Begin the preview at once."""
        proposal = Proposal(base, edited, f"{remedy.title}?", remedy.why,
                            tr("Who can relay?: {title}", title=remedy.title))
        super().__init__(tr("Allow It"), tr("&Apply"), proposal, store, background, model, parent)
