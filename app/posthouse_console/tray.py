"""The icon in the notification area, for those who want one: the server's state, a small menu, and new alarms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from posthouse_console.service.backend import Backend
from posthouse_console.widgets.icons import icon
from posthouse_server.store.nodes import Alarm
from posthouse_server.words import tr

NO_TRAY = tr("This desktop has no notification area.")
_MEMORY = "view/tray"
_STAYS_SAID = "tray/stays_said"


class Tray(QObject):
    """Off until somebody wants it; what it needs to know it hears from the backend."""

    opened = Signal()
    """The console is wanted."""
    exit_wanted = Signal()
    changed = Signal()
    """It was switched on or off."""

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        """Come back as it was left."""
        super().__init__(parent)
        self._backend = backend
        self._known: frozenset[Alarm] | None = None
        self.is_on = False
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self._open = self._action(tr("&Open Console"), self.opened.emit)
        self.menu.addSeparator()
        self._start = self._action(tr("&Start Server"), backend.server.start)
        self._stop = self._action(tr("S&top Server"), backend.server.stop)
        self.menu.addSeparator()
        self._action(tr("E&xit Console"), self.exit_wanted.emit)
        self.menu.setDefaultAction(self._open)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.opened)
        backend.server.changed.connect(self._on_server_changed)
        self._on_server_changed()
        if backend.memory.text(_MEMORY) == "shown" and self.is_available():
            self._switch(True)

    @staticmethod
    def is_available() -> bool:
        """Return whether the desktop has room for such icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def is_shown(self) -> bool:
        """Return whether somebody can find the console by its icon."""
        return self.is_on and self.is_available() and self.icon.isVisible()

    def switch(self, on: bool) -> None:
        """Show the icon, or take it away, and remember that."""
        if on and not self.is_available():
            self.changed.emit()
            return
        self._backend.memory.keep(_MEMORY, "shown" if on else "hidden")
        self._switch(on)

    def say_that_it_stays(self) -> None:
        """The last window is closed: say once that the console is still there."""
        if not self._backend.memory.is_set(_STAYS_SAID):
            self._backend.memory.mark(_STAYS_SAID)
            self.icon.showMessage("Posthouse",
                                  tr("The console stays here and tells of alarms. Exit Console in its menu ends it."),
                                  icon("posthouse"))

    def _switch(self, on: bool) -> None:
        self.is_on = on
        self.icon.setVisible(on)
        self.changed.emit()

    def _on_server_changed(self) -> None:
        server = self._backend.server
        self.icon.setIcon(icon("posthouse", server.words.badge))
        self.icon.setToolTip(tr("Posthouse: {sentence}", sentence=server.words.sentence))
        self._start.setEnabled(server.can_start())
        self._stop.setEnabled(server.can_stop())
        self._tell_alarms()

    def _tell_alarms(self) -> None:
        """Tell of alarms that were not there before; those that the console finds when it starts are in its window."""
        node = self._backend.server.status.node
        if node is None:
            return
        standing = frozenset(node.alarms) if self._backend.server.is_running else frozenset()
        new = standing - self._known if self._known is not None else frozenset()
        self._known = standing
        if self.is_shown():
            for alarm in sorted(new, key=lambda alarm: alarm.since):
                self.icon.showMessage(tr("Posthouse: alarm"), alarm.text, QSystemTrayIcon.MessageIcon.Warning)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _checked=False: act())
        return action
