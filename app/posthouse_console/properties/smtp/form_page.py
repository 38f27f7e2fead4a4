"""A page made of fields: what is common to all tabs of SMTP Properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from posthouse_console.properties.page import Page
from posthouse_console.widgets.fields import Field
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_server.settings import Settings, SettingsError, get_path, set_paths
from posthouse_server.settings.labels import difference_lines
from posthouse_server.words import tr

_F = TypeVar("_F", bound=Field)
_OF_THE_DIALOG = "".join(text[text.index("&") + 1] for text in (tr("&Apply"), tr("Apply &for"), tr("Previe&w...")))


class FormPage(Page):
    """Loads, checks and applies its fields; a subclass adds them and says what depends on what in update_state()."""

    def __init__(self) -> None:
        """Start with the installed defaults, until load()."""
        super().__init__()
        self.mnemonics = Mnemonics(_OF_THE_DIALOG)
        self.loaded = Settings()
        self._fields: dict[str, Field] = {}
        self._is_loading = False

    def field(self, field: _F) -> _F:
        """Make a field part of the page."""
        self._fields[field.path] = field
        field.edited.connect(self._on_field_edited)
        return field

    def load(self, settings: Settings) -> None:
        """Show the settings in the fields."""
        self.loaded = settings
        self._is_loading = True
        for path, field in self._fields.items():
            field.show_value(get_path(settings, path))
        self._is_loading = False
        self.update_state()

    def check(self) -> str:
        """Try the fields on the settings that were loaded, and blame the one that the schema refuses."""
        try:
            self.apply(self.loaded)
        except SettingsError as error:
            return self._blame(error)
        return ""

    def apply(self, settings: Settings) -> Settings:
        """Put the fields' values in; raises SettingsError."""
        return set_paths(settings, self._values())

    def defaults(self) -> list[tuple[str, str, str]]:
        """Return what differs from the installed defaults; an input that the schema refuses counts as what was loaded."""
        try:
            edited = self.apply(Settings())
        except SettingsError:
            edited = set_paths(Settings(), {path: get_path(self.loaded, path) for path in self._fields})
        return [(label, now, default) for label, default, now in difference_lines(Settings(), edited)]

    def restore_defaults(self) -> None:
        """Put the installed defaults into the fields."""
        self._is_loading = True
        for path, field in self._fields.items():
            field.show_value(get_path(Settings(), path))
        self._is_loading = False
        self._on_field_edited()

    def update_state(self) -> None:
        """Show what follows from the fields' values: greyed widgets, warnings."""

    def _values(self) -> Mapping[str, object]:
        return {path: field.value() for path, field in self._fields.items()}

    def _blame(self, error: SettingsError) -> str:
        """Return the fault with the label of its field, and focus the field."""
        for name, field in self._fields.items():
            if error.path == name or error.path.startswith(f"{name}."):
                field.input.setFocus()
                return f"{field.label}: {error.fault}"
        return f"{self.title}: {error.fault}"

    def _on_field_edited(self) -> None:
        if not self._is_loading:
            self.update_state()
            self.changed.emit()
