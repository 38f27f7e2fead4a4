"""Light and dark, the same on every system: the console's own colours in Qt's own style."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QApplication

from posthouse_console import appearance
from posthouse_console.widgets.visible_style import VisibleStyle


class Theme(StrEnum):
    """The value is the name of the folder of its pictures."""

    LIGHT = "light"
    DARK = "dark"


def use(application: QApplication, theme: Theme) -> None:
    """Give the application the style and the colours of a theme; before its first window."""
    application.setStyle(VisibleStyle())
    appearance.appearance().use(appearance.Theme(theme.value))
