"""The Authentication Method dialog: how users log in, and where that is offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.listeners_model import ListenerColumn, ListenersModel
from posthouse_console.widgets.table import RowTable
from posthouse_server.settings.schema import Listener
from posthouse_server.words import tr

_FACTS = (
    (tr("Login name"), tr("mailbox@postoffice, or any address of the mailbox")),
    (tr("Methods"), tr("AUTH PLAIN and AUTH LOGIN")),
    (tr("Passwords"), tr("the mailbox's own; only their argon2id hashes are stored")),
)


class AuthenticationDialog(QDialog):
    """Only shows; what it shows is edited in the Inbound tab and in the mailboxes."""

    def __init__(self, listeners: Sequence[Listener], parent: QWidget | None = None) -> None:
        """Show the listeners."""
        super().__init__(parent)
        self.setWindowTitle(tr("Authentication Method"))
        self._model = ListenersModel(self)
        self._model.replace(listeners)
        self.table = RowTable(self._model, tr("Where users can log in"), ListenerColumn.OFFERED)
        self.table.setObjectName("authentication_table")
        self.table.hideColumn(ListenerColumn.REQUIRED)
        self.table.sort_by(ListenerColumn.PORT)
        buttons = button_box(Button.Close)
        buttons.rejected.connect(self.reject)
        facts = QFormLayout()
        facts.setHorizontalSpacing(12)
        for name, fact in _FACTS:
            facts.addRow(f"{name}:", _fact(name, fact))
        caption = QLabel(tr("&Where users can log in:"))
        caption.setBuddy(self.table)
        layout = QVBoxLayout(self)
        layout.addLayout(facts)
        layout.addSpacing(8)
        layout.addWidget(caption)
        layout.addWidget(self.table, 1)
        layout.addWidget(HintLabel(
            tr("Connections from this computer count as secure. Change the listeners in the tab Inbound.")))
        layout.addWidget(buttons)
        self.table.fit_columns()
        self.table.select(0)
        self.resize(self.fontMetrics().averageCharWidth() * 150, self.fontMetrics().lineSpacing() * 20)


def _fact(name: str, fact: str) -> QLabel:
    label = QLabel(fact)
    label.setAccessibleName(f"{name}: {fact}")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
