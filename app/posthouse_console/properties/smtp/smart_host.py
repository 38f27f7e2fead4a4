"""SMTP Properties, tab Smart Host: one server that takes all outgoing mail."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.declaration import tip
from posthouse_console.widgets.fields import ChoiceField, GroupField, Line, TextField
from posthouse_console.widgets.form import FieldForm, labelled, mark
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.number_fields import NumberField
from posthouse_console.widgets.wording import SMART_HOST_AUTHENTICATION, SMART_HOST_TLS
from posthouse_server.settings import Settings
from posthouse_server.settings.choices import SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.schema import smart_host_secret_name

_PATH = "smtp.smart_host"
_UNCHANGED = "unchanged unless you type a new one"
_KEPT = ("The password is never in the settings: it is kept in the system's keyring or, where there is none, encrypted in the "
         "data folder.")


class SmartHostPage(FormPage):
    """The password is typed here and goes to the keyring; the page can't know whether there is one already."""

    title = "Smart Host"
    help_topic = "smtp-smart-host"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.enabled = self.field(GroupField(f"{_PATH}.enabled"))
        self.host = self.field(TextField(f"{_PATH}.host", "mail.example.com"))
        self.port = self.field(NumberField(f"{_PATH}.port"))
        self.tls = self.field(ChoiceField(f"{_PATH}.tls", SMART_HOST_TLS))
        self.authentication = self.field(ChoiceField(f"{_PATH}.authentication", SMART_HOST_AUTHENTICATION))
        self.username = self.field(TextField(f"{_PATH}.username"))
        self.token_url = self.field(TextField(f"{_PATH}.oauth2.token_url", "https://…"))
        self.client_id = self.field(TextField(f"{_PATH}.oauth2.client_id"))
        self.scope = self.field(TextField(f"{_PATH}.oauth2.scope"))
        self.password = self._secret("smtp_smart_host_password", "Password")
        self.client_secret = self._secret("smtp_smart_host_client_secret", "Client secret")
        self.notice = Notice(lines=2)
        self._labels: dict[QWidget, QLabel] = {}
        self._build()

    def load(self, settings: Settings) -> None:
        """Forget what was typed: the settings shown are the saved ones."""
        for line in (self.password, self.client_secret):
            with QSignalBlocker(line):
                line.clear()
        super().load(settings)

    def check(self) -> str:
        """Name the field that is missing; the schema can only say that something is."""
        if self.enabled.value():
            logs_in = self.authentication.value() is not SmartHostAuthentication.NONE
            needed = [self.host] + [self.username] * logs_in
            if self.authentication.value() is SmartHostAuthentication.OAUTH2:
                needed += [self.token_url, self.client_id]
            for field in needed:
                if not field.value():
                    field.input.setFocus()
                    return f"{field.label}: fill it in, or switch the smart host off."
        return super().check()

    def secrets(self) -> Mapping[str, str]:
        """Return the typed password or client secret under the name of its host and user."""
        typed = self._typed()
        return {smart_host_secret_name(self.host.value(), self.username.value()): typed} if typed else {}

    def update_state(self) -> None:
        """Grey what the authentication doesn't use; remind of the password when host or user has changed."""
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
        self.notice.say(self._warning())

    def _typed(self) -> str:
        if not self.enabled.value():
            return ""
        line = {SmartHostAuthentication.PASSWORD: self.password, SmartHostAuthentication.OAUTH2: self.client_secret}.get(
            self.authentication.value())
        return line.text() if line else ""

    def _warning(self) -> str:
        if not self.enabled.value() or self.authentication.value() is SmartHostAuthentication.NONE:
            return ""
        if self.tls.value() is SmartHostTls.NONE:
            return "The password crosses the network unencrypted."
        saved = self.loaded.smtp.smart_host
        if not self._typed() and (self.host.value(), self.username.value(), self.authentication.value()) != (
                saved.host, saved.username, saved.authentication):
            return "The secret is kept for each host and user name: type the one that belongs to these."
        return ""

    def _secret(self, name: str, label: str) -> QLineEdit:
        line = Line(_UNCHANGED)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setToolTip(tip(_KEPT))
        line.textChanged.connect(lambda _text: self._on_field_edited())
        return line

    def _build(self) -> None:
        mark(self.enabled, self.mnemonics)
        self._labels[self.scope.input] = labelled(self.scope.label, self.scope.input, self.mnemonics)  # few letters: first
        form = FieldForm(self.mnemonics)
        form.add(self.host)
        form.add(self.port, QWidget())
        form.add(self.tls)
        form.add(self.authentication)
        for widget, label in (
            (self.username.input, self.username.label), (self.password, "Password"),
            (self.token_url.input, self.token_url.label), (self.client_id.input, self.client_id.label),
            (self.scope.input, self.scope.label), (self.client_secret, "Client secret"),
        ):
            if widget not in self._labels:
                self._labels[widget] = labelled(label, widget, self.mnemonics)
            form.addRow(self._labels[widget], widget)
        self.enabled.group.setLayout(form)
        layout = QVBoxLayout(self)
        layout.addWidget(HintLabel(self.enabled.declared.help))
        layout.addWidget(self.enabled.group)
        layout.addWidget(HintLabel(_KEPT))
        layout.addWidget(self.notice)
        layout.addStretch(1)
