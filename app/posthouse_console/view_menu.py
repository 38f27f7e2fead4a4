"""What the menu View has for the whole application: the theme, the language and the tray icon."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMessageBox

from posthouse_console.appearance import Theme, appearance
from posthouse_console.language import MEMORY, NAMES, Speech, chosen
from posthouse_console.service.memory import Memory
from posthouse_console.tray import NO_TRAY, Tray
from posthouse_console.widgets.question import tell
from posthouse_server.words import tr

_ENTRIES = {
    Theme.SYSTEM: (tr("&Follow the System"), tr("Shows the console light or dark, as the system is.")),
    Theme.LIGHT: (tr("&Light"), tr("Shows the console light, however the system is.")),
    Theme.DARK: (tr("&Dark"), tr("Shows the console dark, however the system is.")),
}
_TRAY_TIP = tr("Shows the server's state beside the clock, and tells of alarms; closing the window then leaves the console "
               "there.")


class ViewMenu(QObject):
    """Puts into the menu View what concerns the whole application."""

    def __init__(self, menu: QMenu, memory: Memory) -> None:
        """Tick what is chosen."""
        super().__init__(menu)
        self._memory, self._menu = memory, menu
        menu.addSeparator()
        themes = menu.addMenu(tr("T&heme"))
        themes.setObjectName("themeMenu")
        self._group = QActionGroup(self)
        for theme, (text, tip) in _ENTRIES.items():
            action = themes.addAction(text)
            action.setObjectName(f"theme{theme.name.title()}")
            action.setStatusTip(tip)
            action.setCheckable(True)
            action.setData(theme)
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, theme=theme: appearance().choose(theme, memory))
        self._languages = QActionGroup(self)
        languages = menu.addMenu(tr("L&anguage"))
        languages.setObjectName("languageMenu")
        self._add_languages(languages)
        self._tray: Tray | None = None
        self.tray_action = menu.addAction(tr("Show Tray &Icon"))
        self.tray_action.setObjectName("showTrayIcon")
        self.tray_action.setCheckable(True)
        self.tray_action.setVisible(False)
        self.tray_action.triggered.connect(self._on_tray_triggered)
        menu.aboutToShow.connect(self._show_tray)
        menu.aboutToShow.connect(self._show_language)  # another window may have chosen
        appearance().changed.connect(self._on_changed)
        self._on_changed()

    def follow_tray(self, tray: Tray) -> None:
        """Offer the tray icon."""
        self._tray = tray
        self.tray_action.setVisible(True)
        tray.changed.connect(self._show_tray)
        self._show_tray()

    def _add_languages(self, menu: QMenu) -> None:
        for speech in Speech:
            action = menu.addAction(NAMES.get(speech) or tr("&Follow the System"))
            action.setObjectName(f"language{speech.name.title()}")
            action.setStatusTip(tr("From the next start of the console on."))
            action.setCheckable(True)
            action.setData(speech)
            self._languages.addAction(action)
            action.triggered.connect(lambda _checked=False, speech=speech: self._on_language_chosen(speech))
        self._show_language()

    def _show_language(self) -> None:
        for action in self._languages.actions():
            action.setChecked(action.data() == chosen(self._memory.text(MEMORY)))

    def _on_language_chosen(self, speech: Speech) -> None:
        if speech is chosen(self._memory.text(MEMORY)):
            return
        self._memory.keep(MEMORY, speech.value)
        self._memory.save()
        bar = self._menu.parentWidget()
        tell(bar.window() if bar is not None else None, tr("Language"),
             tr("The console speaks this language when it is opened the next time."), icon=QMessageBox.Icon.Information)

    def _show_tray(self) -> None:
        if self._tray is not None:
            is_available = self._tray.is_available()
            self.tray_action.setEnabled(is_available)
            self.tray_action.setStatusTip(_TRAY_TIP if is_available else f"{_TRAY_TIP} {NO_TRAY}")
            self.tray_action.setChecked(self._tray.is_on)

    def _on_tray_triggered(self, is_checked: bool) -> None:
        if self._tray is not None:
            self._tray.switch(is_checked)

    def _on_changed(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == appearance().theme)
