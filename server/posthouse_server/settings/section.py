"""How a group of settings is declared: each one once, with type, default, label and help."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from posthouse_server.words import tr


def setting(default: Any, label: str, help_text: str, **constraints: Any) -> Any:
    """Declare one setting: its default, its label in the dialogs, its help text, and pydantic's constraints."""
    if isinstance(default, BaseModel):
        return Field(default_factory=lambda: default, title=tr(label), description=tr(help_text), **constraints)
    return Field(default, title=tr(label), description=tr(help_text), **constraints)


class Section(BaseModel):
    """A frozen group of settings; unknown names are errors, so that a misspelt setting is never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)


def label_of(section: type[BaseModel], name: str) -> str:
    """Return the label under which a setting stands in the dialogs."""
    return section.model_fields[name].title or name


def help_of(section: type[BaseModel], name: str) -> str:
    """Return the help text of a setting."""
    return section.model_fields[name].description or ""
