"""The contract between the Properties dialog and its pages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posthouse_server.settings import Settings


class Page(QWidget):
    """One tab: shows some of the settings, and says what they would be after its edits. It never saves anything."""

    changed = Signal()
    """The user has edited something."""

    title: str = ""
    """The caption of the tab."""
    help_topic: str = ""
    """The help page that F1 opens, such as smtp-relay."""

    def load(self, settings: Settings) -> None:
        """Show these settings; does not emit `changed`."""
        raise NotImplementedError

    def check(self) -> str:
        """Return what is wrong with the input as a sentence that names the field, and focus it; empty: all is well."""
        return ""

    def apply(self, settings: Settings) -> Settings:
        """Return the settings with this page's fields put in; raises SettingsError."""
        raise NotImplementedError

    def secrets(self) -> Mapping[str, str]:
        """Return secrets that were typed (name in the keyring to secret); nothing of them is in the settings."""
        return {}
