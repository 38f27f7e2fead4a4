"""What the schema declares of a setting (label, help, limits), found by the setting's path."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import PydanticUndefined
from PySide6.QtWidgets import QPushButton, QWidget

from posthouse_console.widgets.tips import tip
from posthouse_server.settings.labels import section_at, value_text
from posthouse_server.settings.section import help_of, label_of
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class Declaration:
    """One setting as the schema declares it; a path into a list (smtp.inbound.listeners.port) means any entry's."""

    path: str
    section: type[BaseModel]
    name: str

    @classmethod
    def of(cls, path: str) -> Declaration:
        """Look up a path such as smtp.relay.enabled."""
        return cls(path, *section_at(path))

    @property
    def label(self) -> str:
        """Return the label, without a colon."""
        return label_of(self.section, self.name)

    @property
    def help(self) -> str:
        """Return the help text."""
        return help_of(self.section, self.name)

    def limit(self, kind: str) -> int | None:
        """Return a limit by its name in pydantic: ge, le, max_length."""
        for constraint in self.section.model_fields[self.name].metadata:
            found = getattr(constraint, kind, None)
            if isinstance(found, int):
                return found
        return None

    @property
    def default(self) -> str:
        """Return the default in words; empty for a list or group, whose entries speak for themselves."""
        found = self.section.model_fields[self.name].get_default(call_default_factory=True)
        return "" if found is PydanticUndefined or isinstance(found, BaseModel | tuple) else value_text(found)

    def describe(self, widget: QWidget, default: str = "") -> None:
        """Give a widget the setting's label as accessible name, its help and default as tip, its path as object name."""
        widget.setObjectName(self.path.replace(".", "_"))
        if not isinstance(widget, QPushButton):  # what stands on a button is its name
            widget.setAccessibleName(self.label)
        default = default or self.default
        widget.setToolTip(tip(tr("{help}\nDefault: {default}.", help=self.help, default=default) if default else self.help))
        widget.setAccessibleDescription(self.help)
