"""What the schema declares of a setting (label, help, limits), found by the setting's path."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import get_args

from pydantic import BaseModel
from PySide6.QtWidgets import QPushButton, QWidget

from posthouse_server.settings import Settings
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
        section: type[BaseModel] = Settings
        *parents, name = path.split(".")
        for parent in parents:
            section = _entry_type(section.model_fields[parent].annotation)
        return cls(path, section, name)

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


def label_at(path: str) -> str:
    """Return the label of the setting at a path, or the path itself where nothing is declared."""
    parts = [part for part in path.split(".") if not part.isdigit()]
    while parts:
        try:
            return Declaration.of(".".join(parts)).label
        except (KeyError, TypeError):  # a path into a single value: its owner names it
            parts.pop()
    return path


def _entry_type(annotation: object) -> type[BaseModel]:
    """Return the section itself, or that of the entries of a tuple."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    raise TypeError(f"{annotation} holds no settings")
