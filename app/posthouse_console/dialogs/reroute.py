"""Change Smart Host: which server held messages are delivered through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.queue_words import QueueEntry, messages_text, names
from posthouse_console.widgets.hint import HintLabel
from posthouse_server.settings.schema import SmartHost
from posthouse_server.store.queues import QueuedRow
from posthouse_server.words import tr

_PORT = 25


class RerouteDialog(FormDialog):
    """Asks for a host and a port; an empty host stands for the way of the settings."""

    help_topic = "queues"
    chosen = Signal(str, bool)
    """host:port or "", and whether the messages are to be released as well."""

    def __init__(self, rows: Sequence[QueueEntry], parent: QWidget) -> None:
        """Name the messages."""
        what = messages_text(len(rows)) if len(rows) > 1 else tr("this message")
        super().__init__(tr("Change Smart Host"),
                         tr("Deliver {what} through another server than the settings say. It must take mail from this server "
                            "without a login; TLS is used where it is offered.", what=what), parent, tr("&Change"))
        self.form.addRow(HintLabel(names(rows)))
        self.host = QLineEdit()
        self.host.setObjectName("hostEdit")
        self.host.setPlaceholderText(tr("Empty: as the settings say"))
        self.port = QSpinBox()
        self.port.setObjectName("portEdit")
        self.port.setRange(1, 65535)
        self.port.setValue(_PORT)
        self.release = QCheckBox(tr("&Release at once"))
        self.release.setObjectName("releaseBox")
        self.release.setChecked(True)
        self.add(tr("&Server:"), self.host)
        self.add(tr("&Port:"), self.port)
        self.form.addRow("", self.release)
        self._begin_with(rows)
        self.host.textChanged.connect(self.refresh)
        self.refresh()

    def is_complete(self) -> bool:
        """Return whether there is a host to go to, or none at all."""
        host = self.host.text().strip()
        if not host:
            return True
        try:
            return bool(SmartHost(enabled=True, host=host).host)
        except ValueError:
            return False

    def submit(self) -> None:
        """Hand over what was chosen."""
        host = self.host.text().strip()
        self.chosen.emit(f"{host}:{self.port.value()}" if host else "", self.release.isChecked())
        self.accept()

    def _begin_with(self, rows: Sequence[QueueEntry]) -> None:
        """Show where they go now, if that is one place."""
        places = {recipient.via for row in rows if isinstance(row, QueuedRow) for recipient in row.recipients}
        if len(places) == 1 and (via := places.pop()):
            host, _, port = via.rpartition(":")
            self.host.setText(host)
            self.port.setValue(int(port))
