"""Connect a Device or Program: what has to be typed in there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.dialogs.connect_panel import ConnectPanel
from posthouse_console.service.backend import Backend
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr


class ConnectDeviceDialog(QDialog):
    """For a mailbox or a range, chosen beforehand or here."""

    help_topic = "connect"

    def __init__(self, backend: Backend, parent: QWidget, subject: str | PrivilegedRange = "") -> None:
        """Begin with the mailbox of this login, or with this range."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Connect a Device or Program"))
        self.resize(780, 700)
        self.panel = ConnectPanel(backend)
        if isinstance(subject, PrivilegedRange):
            self.panel.choose_range(subject)
        elif subject:
            self.panel.choose(subject)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(HintLabel(tr("What a scanner, a mail program or your own program needs to send through this server.")))
        layout.addWidget(self.panel, 1)
        layout.addWidget(box)
        self.panel.subject.setFocus()
