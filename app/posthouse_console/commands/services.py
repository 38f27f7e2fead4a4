"""Services: the page follows the server, and the start with the computer is switched after a look at what that does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from posthouse_console.actions import Actions, Command
from posthouse_console.navigation.services_pane import ServicesPane
from posthouse_console.service.backend import Backend
from posthouse_console.service.services_model import ServicesModel


class ServicesCommands(QObject):
    """Serves the pane of the node Services."""

    reported = Signal(str)

    def __init__(self, backend: Backend, pane: ServicesPane, actions: Actions, window: QWidget) -> None:
        """Look at nothing before the node is chosen."""
        super().__init__(window)
        self._backend, self._pane, self._window = backend, pane, window
        self.model = ServicesModel(backend.store, backend.background, backend.server, self)
        self.model.changed.connect(self._on_model_changed)
        pane.watched.connect(self.model.watch)
        pane.switch_wanted.connect(self._on_switch_wanted)
        pane.add_buttons(*(_button(actions[command], name) for command, name in (
            (Command.START, "serviceStart"), (Command.STOP, "serviceStop"), (Command.RESTART, "serviceRestart"))))
        pane.show_model(self.model)

    def refresh(self) -> None:
        """Look again, if the node is in sight."""
        if self._pane.isVisible():
            self.model.refresh()

    def _on_model_changed(self) -> None:
        if self._pane.isVisible():
            self._pane.show_model(self.model)

    def _on_switch_wanted(self, is_on: bool) -> None:
        from posthouse_console.dialogs.autostart import AutostartDialog

        dialog = AutostartDialog(self.model, self._backend.background, is_on=is_on, parent=self._window)
        dialog.switched.connect(self._on_switched)
        dialog.open()

    def _on_switched(self, sentence: str) -> None:
        self.model.refresh()
        self.reported.emit(sentence)


def _button(action: QAction, name: str) -> QPushButton:
    """Return a button that looks and acts as an action does."""
    button = QPushButton(action.icon(), action.text().replace("&", ""))
    button.setObjectName(name)
    button.setToolTip(action.statusTip())
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
