"""Light, dark, or as the system has it: for the whole application, at once."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from posthouse_console.service.memory import Memory
from posthouse_console.widgets.contrast import Group, Role, mend

_MEMORY = "view/theme"
_HALF = 128
_DARK = {  # what Fusion takes where a system asks for dark; not every system can be asked
    Role.Window: "#323232", Role.WindowText: "#f0f0f0", Role.Base: "#242424", Role.AlternateBase: "#2b2b2b",
    Role.ToolTipBase: "#3c3c3c", Role.ToolTipText: "#f0f0f0", Role.Text: "#f0f0f0", Role.Button: "#323232",
    Role.ButtonText: "#f0f0f0", Role.BrightText: "#ffffff", Role.Light: "#4b4b4b", Role.Midlight: "#2a2a2a",
    Role.Mid: "#262626", Role.Dark: "#212121", Role.Shadow: "#191919", Role.Highlight: "#308cc6",
    Role.HighlightedText: "#ffffff", Role.Link: "#61b3e8", Role.LinkVisited: "#b38ee0", Role.Accent: "#308cc6",
}
_LIGHT = {
    Role.Window: "#efefef", Role.WindowText: "#000000", Role.Base: "#ffffff", Role.AlternateBase: "#f7f7f7",
    Role.ToolTipBase: "#ffffdc", Role.ToolTipText: "#000000", Role.Text: "#000000", Role.Button: "#efefef",
    Role.ButtonText: "#000000", Role.BrightText: "#ffffff", Role.Light: "#ffffff", Role.Midlight: "#cacaca",
    Role.Mid: "#b8b8b8", Role.Dark: "#9f9f9f", Role.Shadow: "#767676", Role.Highlight: "#308cc6",
    Role.HighlightedText: "#ffffff", Role.Link: "#0057ae", Role.LinkVisited: "#7a3fa0", Role.Accent: "#308cc6",
}
_DISABLED = {True: "#828282", False: "#8e8e8e"}


class Theme(StrEnum):
    """What can be chosen; the value is what is remembered."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {Theme.SYSTEM: Qt.ColorScheme.Unknown, Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}


class Appearance(QObject):
    """The only one who sets the application's colours: get it with `appearance()`."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        """Change nothing yet."""
        super().__init__(application)
        self._application = application
        self.theme = Theme.SYSTEM
        self._is_setting = False
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def recall(self, memory: Memory) -> None:
        """Show everything as it was chosen last."""
        word = memory.text(_MEMORY)
        self.use(Theme(word) if word in list(Theme) else Theme.SYSTEM)

    def choose(self, theme: Theme, memory: Memory) -> None:
        """Show everything in this theme, and remember it."""
        memory.keep(_MEMORY, theme.value)
        self.use(theme)

    def use(self, theme: Theme) -> None:
        """Show everything in this theme from now on."""
        self.theme = theme
        self._is_setting = True
        self._application.styleHints().setColorScheme(_SCHEMES[theme])
        self._is_setting = False
        self._colour()
        self.changed.emit()

    def _colour(self) -> None:
        """Take the system's colours where they are what was chosen, our own otherwise; then mend what can't be read."""
        self._application.setPalette(QPalette())
        is_dark = self._application.palette().color(Role.Window).lightness() < _HALF
        if self.theme is not Theme.SYSTEM and is_dark is not (self.theme is Theme.DARK):
            own = palette_of(self.theme)
            own = mend(own).resolve(own)
            own.setResolveMask((1 << 64) - 1)
            self._application.setPalette(own)
        else:
            self._application.setPalette(mend(self._application.palette()))

    def _on_scheme_changed(self) -> None:
        if not self._is_setting:
            self._colour()


def palette_of(theme: Theme) -> QPalette:
    """Return our own colours for light or dark."""
    is_dark = theme is Theme.DARK
    palette = QPalette()
    for role, colour in (_DARK if is_dark else _LIGHT).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, QColor(_DISABLED[is_dark]))
    palette.setColor(Group.Disabled, Role.Highlight, QColor("#505050" if is_dark else "#919191"))
    faint = palette.color(Role.Text)
    faint.setAlpha(128)
    palette.setColor(Role.PlaceholderText, faint)
    return palette


def appearance() -> Appearance:
    """Return the application's appearance."""
    application = QGuiApplication.instance()
    assert isinstance(application, QApplication)
    found = application.findChild(Appearance)
    return found if isinstance(found, Appearance) else Appearance(application)
