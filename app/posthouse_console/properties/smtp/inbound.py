"""SMTP Properties, tab Inbound: where the server listens, for whom, and how much it takes."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from posthouse_console.properties.page import CertificateTool
from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.access_dialog import AccessDialog, access_text
from posthouse_console.widgets.balancers_dialog import BalancersDialog, believed_text
from posthouse_console.widgets.fields import CheckField, HeldField
from posthouse_console.widgets.file_field import FileField, file_fault
from posthouse_console.widgets.form import FieldForm, labelled, mark, row
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.listeners_panel import ListenersField
from posthouse_console.widgets.number_fields import NumberField, SizeField
from posthouse_console.widgets.wording import warning_of
from posthouse_server.settings.schema import Inbound
from posthouse_server.words import tr

_PATH = "smtp.inbound"
_PEM = tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)")


class InboundPage(FormPage):
    """Listeners above, limits and the certificate below."""

    title = tr("Inbound")
    help_topic = "smtp-inbound"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.listeners = self.field(ListenersField(f"{_PATH}.listeners", self.mnemonics))
        self.connections = self.field(NumberField(f"{_PATH}.max_connections"))
        self.connections_per_client = self.field(NumberField(f"{_PATH}.max_connections_per_client", zero=tr("unlimited")))
        self.message_size = self.field(SizeField(f"{_PATH}.max_message_bytes"))
        self.enforce = self.field(CheckField(f"{_PATH}.enforce_max_message_bytes"))
        self.access = self.field(HeldField(f"{_PATH}.access_control"))
        self.balancers = self.field(HeldField(f"{_PATH}.proxy_protocol_from"))
        self.certificate = self.field(FileField(f"{_PATH}.certificate_file", _PEM, tr("the self-signed one")))
        self.key = self.field(FileField(f"{_PATH}.private_key_file", _PEM, tr("in the certificate file")))
        self.notice = Notice()
        self._size_hint = HintLabel()
        self._access_hint = HintLabel()
        self._balancers_hint = HintLabel()
        self._in_use = HintLabel()
        self.certificate_button = QPushButton(tr("Certificate..."))
        self.certificate_button.setObjectName("certificate_tool")
        self.certificate_button.setAutoDefault(False)
        self._build()
        self.certificate_button.clicked.connect(self._on_certificate_clicked)
        self.access.button.clicked.connect(self._on_access_clicked)
        self.balancers.button.clicked.connect(self._on_balancers_clicked)

    def check(self) -> str:
        """Look for typed files here, where the field is in sight: the server could only refuse them later."""
        saved = self.loaded.smtp.inbound
        for field, before in ((self.certificate, saved.certificate_file), (self.key, saved.private_key_file)):
            if field.input.isEnabled() and field.value() != before and (fault := file_fault(field.value())):
                field.input.setFocus()
                return f"{field.label}: {fault}"
        return super().check()

    def update_state(self) -> None:
        """Say what the numbers mean, who may connect, which certificate is in use, and what is dangerous."""
        balanced = bool(self.balancers.value())
        warnings = [warning for listener in self.listeners.value() if (warning := warning_of(listener, is_balanced=balanced))]
        if not self.listeners.value():
            warnings = [tr("Without a listener nobody can connect.")]
        more = tr(" ({number} more)", number=len(warnings) - 1) if len(warnings) > 1 else ""
        self.notice.say(f"{warnings[0]}{more}" if warnings else "")
        size = self.message_size.value()
        self._size_hint.setText(f"= {QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)}"
                                if size else "")
        self.enforce.box.setEnabled(bool(size))
        if self.access.value() is not None:
            self._access_hint.setText(access_text(self.access.value()))
        self._balancers_hint.setText(believed_text(self.balancers.value() or ()))
        self.key.line.setEnabled(bool(self.certificate.value()))
        self.key.browse.setEnabled(bool(self.certificate.value()))
        self._in_use.setText(certificate_text(self.loaded.smtp.inbound))

    def _build(self) -> None:
        self._size_hint.setWordWrap(False)
        form = FieldForm(self.mnemonics)
        for limit in (self.connections, self.connections_per_client):
            limit.input.setFixedWidth(self.connections_per_client.input.sizeHint().width())  # "unlimited" is the widest
            form.add(limit, QWidget())
        form.add(self.message_size, self._size_hint)
        form.add(self.enforce)
        for held, hint in ((self.access, self._access_hint), (self.balancers, self._balancers_hint)):
            mark(held, self.mnemonics)
            line = row(held.button, hint)
            line.setStretch(1, 100)  # all the room there is, before the text wraps
            form.addRow("", line)
        width = max(held.button.sizeHint().width() for held in (self.access, self.balancers))
        for held in (self.access, self.balancers):
            held.button.setFixedWidth(width)
        form.add(self.certificate, self.certificate.browse)
        form.add(self.key, self.key.browse)
        in_use = QLabel(tr("As saved:"))
        self._in_use.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.certificate_button.setToolTip(tr("Its names, how long it is valid, a new self-signed one, or another."))
        line = row(self.certificate_button, self._in_use)
        line.setStretch(1, 100)
        form.addRow(in_use, line)
        layout = QVBoxLayout(self)
        layout.addWidget(labelled(self.listeners.label, self.listeners.table, self.mnemonics))
        layout.addWidget(self.listeners.panel, 1)
        layout.addWidget(self.notice)
        layout.addLayout(form)

    def _on_access_clicked(self) -> None:
        dialog = AccessDialog(self.access.value(), self)
        dialog.accepted.connect(lambda: self.access.show_value(dialog.access()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_certificate_clicked(self) -> None:
        hostname = self.loaded.smtp.general.hostname
        self.tool_wanted.emit(CertificateTool(self.certificate.value(), hostname, self._use_certificate))

    def _use_certificate(self, path: str) -> None:
        self.key.show_value("")
        self.certificate.show_value(path)

    def _on_balancers_clicked(self) -> None:
        dialog = BalancersDialog(self.balancers.value(), self)
        dialog.accepted.connect(lambda: self.balancers.show_value(dialog.ranges()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def certificate_text(inbound: Inbound) -> str:
    """Return in words which certificate the saved settings name; whether the server could read it, it alone knows."""
    if not inbound.certificate_file:
        return tr("the self-signed certificate made at the first start")
    certificate, key = inbound.certificate_file, inbound.private_key_file
    if key:
        return tr("{certificate}, key in {key}. While the server can't read it, the one before stays in use.",
                  certificate=certificate, key=key)
    return tr("{certificate}, with its key in the same file. While the server can't read it, the one before stays in use.",
              certificate=certificate)
