"""The fields of one smart host: its place, how it is protected, and the login; the same on the tab and in a dialog."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from posthouse_console.widgets.fields import ChoiceField, Field, Line, TextField
from posthouse_console.widgets.form import FieldForm, labelled, row
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.number_fields import NumberField
from posthouse_console.widgets.tips import tip
from posthouse_console.widgets.wording import SMART_HOST_AUTHENTICATION, SMART_HOST_TLS
from posthouse_server.settings.choices import SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.schema import SmartHost
from posthouse_server.words import tr

_UNCHANGED = tr("unchanged unless you type a new one")
KEPT = tr("The password is never in the settings: it is kept in the system's keyring or, where there is none, encrypted "
          "in the data folder.")
_F = TypeVar("_F", bound=Field)


class SmartHostForm(QObject):
    """Holds the fields; the secret is typed here, and nobody can know here whether one is kept already."""

    secret_edited = Signal()

    def __init__(self, path: str) -> None:
        """Edit the settings below a path, such as smtp.smart_host."""
        super().__init__()
        self.fields: list[Field] = []
        self.host = self._field(TextField(f"{path}.host", "mail.example.com"))
        self.port = self._field(NumberField(f"{path}.port"))
        self.tls = self._field(ChoiceField(f"{path}.tls", SMART_HOST_TLS))
        self.authentication = self._field(ChoiceField(f"{path}.authentication", SMART_HOST_AUTHENTICATION))
        self.username = self._field(TextField(f"{path}.username"))
        self.token_url = self._field(TextField(f"{path}.oauth2.token_url", "https://…"))
        self.client_id = self._field(TextField(f"{path}.oauth2.client_id"))
        self.scope = self._field(TextField(f"{path}.oauth2.scope"))
        name = path.replace(".", "_")
        self.password = self._secret(f"{name}_password", tr("Password"))
        self.client_secret = self._secret(f"{name}_client_secret", tr("Client secret"))
        self.test = QPushButton(tr("Test..."))
        self.test.setObjectName(f"{name}_test")
        self.test.setAutoDefault(False)
        self.test.setToolTip(tip(tr("Connect as it is edited now, log in, and show what was said. No mail is sent.")))
        self._labels: dict[QWidget, QLabel] = {}

    def lay_out(self, mnemonics: Mnemonics) -> FieldForm:
        """Return the fields below each other, with the button for the test beside the port."""
        # The one with few letters takes its mnemonic first.
        self._labels[self.scope.input] = labelled(self.scope.label, self.scope.input, mnemonics)
        form = FieldForm(mnemonics)
        form.add(self.host)
        port = row(self.port.input)
        port.addWidget(self.test)
        form.addRow(labelled(self.port.label, self.port.input, mnemonics), port)
        form.add(self.tls)
        form.add(self.authentication)
        for widget, label in (
            (self.username.input, self.username.label), (self.password, tr("Password")),
            (self.token_url.input, self.token_url.label), (self.client_id.input, self.client_id.label),
            (self.scope.input, self.scope.label), (self.client_secret, tr("Client secret")),
        ):
            if widget not in self._labels:
                self._labels[widget] = labelled(label, widget, mnemonics)
            form.addRow(self._labels[widget], widget)
        return form

    def mark(self, mnemonics: Mnemonics) -> None:
        """Give the button a mnemonic that the captions have left."""
        self.test.setText(mnemonics.mark(self.test.text()))

    def forget_typed(self) -> None:
        """Empty the secrets."""
        for line in (self.password, self.client_secret):
            with QSignalBlocker(line):
                line.clear()

    def typed(self) -> str:
        """Return the secret that was typed, empty where none is used."""
        line = {SmartHostAuthentication.PASSWORD: self.password, SmartHostAuthentication.OAUTH2: self.client_secret}.get(
            self.authentication.value())
        return line.text() if line else ""

    def missing(self) -> Field | None:
        """Return the first field that must be filled in; the schema can only say that something is missing."""
        logs_in = self.authentication.value() is not SmartHostAuthentication.NONE
        needed = [self.host] + [self.username] * logs_in
        if self.authentication.value() is SmartHostAuthentication.OAUTH2:
            needed += [self.token_url, self.client_id]
        return next((field for field in needed if not field.value()), None)

    def update_state(self) -> None:
        """Grey what the authentication doesn't use."""
        authentication = self.authentication.value()
        is_oauth2 = authentication is SmartHostAuthentication.OAUTH2
        usable = {
            self.username.input: authentication is not SmartHostAuthentication.NONE,
            self.password: authentication is SmartHostAuthentication.PASSWORD,
            **dict.fromkeys((self.token_url.input, self.client_id.input, self.scope.input, self.client_secret), is_oauth2),
        }
        for widget, on in usable.items():
            widget.setEnabled(on)
            self._labels[widget].setEnabled(on)

    def warning(self, saved: SmartHost | None) -> str:
        """Return what is dangerous about it, or easily forgotten; empty where nothing is."""
        if self.authentication.value() is SmartHostAuthentication.NONE:
            return ""
        if self.tls.value() is SmartHostTls.NONE:
            return tr("The password crosses the network unencrypted.")
        before = (saved.host, saved.username, saved.authentication) if saved is not None else None
        if not self.typed() and (self.host.value(), self.username.value(), self.authentication.value()) != before:
            return tr("The secret is kept for each host and user name: type the one that belongs to these.")
        return ""

    def _field(self, field: _F) -> _F:
        self.fields.append(field)
        return field

    def _secret(self, name: str, label: str) -> QLineEdit:
        line = Line(_UNCHANGED)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setToolTip(tip(KEPT))
        line.textChanged.connect(lambda _text: self.secret_edited.emit())
        return line
