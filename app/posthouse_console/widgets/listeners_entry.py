"""The dialog that adds or edits one listener."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.fields import CheckField, ChoiceField
from posthouse_console.widgets.form import FieldForm, labelled
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.number_fields import NumberField
from posthouse_console.widgets.own_addresses import offered_addresses
from posthouse_console.widgets.wording import AUTHENTICATION_MODE, TLS, offer_of, warning_of
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings.schema import Listener
from posthouse_server.words import tr

_PATH = "smtp.inbound.listeners"


class ListenerDialog(QDialog):
    """Says in words under which condition users could log in there."""

    def __init__(self, title: str, listener: Listener, others: Sequence[Listener], parent: QWidget | None = None) -> None:
        """Edit a listener beside the others."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._others = tuple(others)
        self.address = QComboBox()
        self.port = NumberField(f"{_PATH}.port")
        self.tls = ChoiceField(f"{_PATH}.tls", TLS)
        self.authentication = ChoiceField(f"{_PATH}.authentication", AUTHENTICATION_MODE)
        self.required = CheckField(f"{_PATH}.require_authentication")
        self._notice = Notice(lines=2)
        self._buttons = button_box(Button.Ok | Button.Cancel)
        self._build()
        self._show(listener)
        for field in (self.port, self.tls, self.authentication, self.required):
            field.edited.connect(self._on_field_edited)
        self.address.currentTextChanged.connect(lambda _text: self._on_field_edited())
        self._on_field_edited()

    def listener(self) -> Listener:
        """Return the listener; valid once the dialog is accepted."""
        return Listener(address=self._typed_address(), port=self.port.value(), tls=self.tls.value(),
                        authentication=self.authentication.value(), require_authentication=self.required.value())

    def _build(self) -> None:
        declared = Declaration.of(f"{_PATH}.address")
        declared.describe(self.address)
        self.address.setEditable(True)
        self.address.setMinimumContentsLength(24)
        self.address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for address, words in offered_addresses():
            self.address.addItem(words, address)
        mnemonics = Mnemonics()
        form = FieldForm(mnemonics)
        form.addRow(labelled(declared.label, self.address, mnemonics), self.address)
        for field in (self.port, self.tls, self.authentication, self.required):
            form.add(field)
        form.addRow("", self._notice)
        self._notice.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show(self, listener: Listener) -> None:
        known = self.address.findData(listener.address)
        self.address.setCurrentIndex(known)
        if known < 0:
            self.address.setEditText(listener.address)
        self._select_address()
        self.port.show_value(listener.port)
        self.tls.show_value(listener.tls)
        self.authentication.show_value(listener.authentication)
        self.required.show_value(listener.require_authentication)

    def _typed_address(self) -> str:
        """Return the address behind the words, or what was typed."""
        text = self.address.currentText()
        number = self.address.findText(text, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.address.itemData(number)) if number >= 0 else text.strip()

    def _select_address(self) -> None:
        """Whatever is typed first replaces the address: it would be appended to it."""
        self.address.setFocus()
        line = self.address.lineEdit()
        if line is not None:
            line.selectAll()

    def _fault(self) -> str:
        try:
            address = str(parse_client(self._typed_address()))
        except ValueError as error:
            return f"{error}."
        port = self.port.value()
        if port and any((other.address, other.port) == (address, port) for other in self._others):
            return tr("Another listener uses {address} port {port} already.", address=address, port=port)
        return ""

    def _on_field_edited(self) -> None:
        fault = self._fault()
        self._buttons.button(Button.Ok).setEnabled(not fault)
        if fault:
            self._notice.say(fault, Severity.ERROR)
        elif warning := warning_of(self.listener()):
            self._notice.say(warning)
        else:
            offer = _lowered(offer_of(self.listener()))
            self._notice.say(tr("Login is offered: {offer}.", offer=offer), Severity.INFORMATION)


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
