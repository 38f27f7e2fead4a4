"""The last page: what to type into the first device."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from posthouse_console.dialogs.connect_panel import ConnectPanel
from posthouse_console.service.backend import Backend
from posthouse_console.service.set_up import Answers
from posthouse_console.wizard.step import StepPage
from posthouse_server.words import tr


class ConnectPage(StepPage):
    """The same as Connect a Device or Program."""

    caption = tr("Connect a device")
    title = tr("Connect your first device")
    introduction = tr("This is what your scanner or program needs. You find it again with a right click on a mailbox, and in "
                      "the menu Action.")

    def __init__(self, backend: Backend) -> None:
        """Show nothing yet."""
        super().__init__()
        self.panel = ConnectPanel(backend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def enter(self, answers: Answers) -> None:
        """Begin with the new mailbox."""
        self.panel.refresh()  # by now the server has made its certificate
        self.panel.choose(answers.login)
        self.panel.know_password(answers.login, answers.password)

    def is_complete(self) -> bool:
        """Nothing is asked here."""
        return True

    def focus_first(self) -> None:
        """Begin with whom it is for."""
        self.panel.subject.setFocus()
