"""What the schema declares of a setting (label, help, limits), found by the setting's path."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from pydantic import BaseModel
from PySide6.QtWidgets import QPushButton, QWidget

from posthouse_server.settings.labels import section_at
from posthouse_server.settings.section import help_of, label_of


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

    def describe(self, widget: QWidget) -> None:
        """Give a widget the setting's label as accessible name, its help as tip, and its path as object name."""
        widget.setObjectName(self.path.replace(".", "_"))
        if not isinstance(widget, QPushButton):  # what stands on a button is its name
            widget.setAccessibleName(self.label)
        widget.setToolTip(tip(self.help))
        widget.setAccessibleDescription(self.help)


def tip(text: str) -> str:
    """Return a tooltip that wraps; plain ones run across the screen in one line."""
    return f"<qt>{escape(text)}</qt>" if text else ""
