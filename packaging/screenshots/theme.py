"""Light and dark, the same on every system: the two palettes of Qt's own style."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

Role, Group = QPalette.ColorRole, QPalette.ColorGroup

# What the Fusion style takes where the system asks for dark; the offscreen platform can't ask.
_DARK = {
    Role.Window: "#323232", Role.WindowText: "#f0f0f0", Role.Base: "#242424", Role.AlternateBase: "#2b2b2b",
    Role.ToolTipBase: "#3c3c3c", Role.ToolTipText: "#f0f0f0", Role.Text: "#f0f0f0", Role.Button: "#323232",
    Role.ButtonText: "#f0f0f0", Role.BrightText: "#ffffff", Role.Light: "#4b4b4b", Role.Midlight: "#2a2a2a",
    Role.Mid: "#262626", Role.Dark: "#212121", Role.Shadow: "#191919", Role.Highlight: "#308cc6",
    Role.HighlightedText: "#ffffff", Role.Link: "#61b3e8", Role.LinkVisited: "#b38ee0", Role.Accent: "#308cc6",
}
_DARK_DISABLED = (Role.WindowText, Role.Text, Role.ButtonText)


class Theme(StrEnum):
    """The value is the name of the folder of its pictures."""

    LIGHT = "light"
    DARK = "dark"


def use(application: QApplication, theme: Theme) -> None:
    """Give the application the style and the colours of a theme; before its first window."""
    application.setStyle("Fusion")
    palette = application.style().standardPalette()
    if theme is Theme.DARK:
        for role, colour in _DARK.items():
            palette.setColor(role, QColor(colour))
        for role in _DARK_DISABLED:
            palette.setColor(Group.Disabled, role, QColor("#828282"))
        palette.setColor(Group.Disabled, Role.Highlight, QColor("#505050"))
        faint = QColor("#f0f0f0")
        faint.setAlpha(128)
        palette.setColor(Role.PlaceholderText, faint)
    application.setPalette(palette)
