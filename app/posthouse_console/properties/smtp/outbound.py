"""SMTP Properties, tab Outbound: how mail leaves for other servers."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.destinations_panel import DestinationsField
from posthouse_console.widgets.fields import ChoiceField
from posthouse_console.widgets.form import FieldForm, labelled, row
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.number_fields import NumberField, SizeField
from posthouse_console.widgets.own_address_field import OwnAddressField
from posthouse_console.widgets.wording import OUTBOUND_TLS
from posthouse_server.settings.choices import OutboundTls
from posthouse_server.words import tr

_PATH = "smtp.outbound"
_ABOUT = tr("The server tries a message at once, and again when its time has come: there is no poll interval. Retries, and how "
            "many connections one server gets, stand on Delivery; a smart host has a port and a TLS choice of its own.")


class OutboundPage(FormPage):
    """Limits, the address that mail comes from, TLS, and exceptions."""

    title = tr("Outbound")
    help_topic = "smtp-outbound"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.deliveries = self.field(NumberField(f"{_PATH}.max_deliveries"))
        self.timeout = self.field(NumberField(f"{_PATH}.timeout_s", tr("seconds")))
        self.port = self.field(NumberField(f"{_PATH}.port"))
        self.message_size = self.field(SizeField(f"{_PATH}.max_message_bytes"))
        self.rate = self.field(NumberField(f"{_PATH}.messages_per_minute", zero=tr("any number")))
        self.binding = self.field(OwnAddressField(f"{_PATH}.bind_address", tr("The system chooses")))
        self.tls = self.field(ChoiceField(f"{_PATH}.tls", OUTBOUND_TLS))
        self.destinations = self.field(DestinationsField(f"{_PATH}.destinations"))
        self.notice = Notice()
        self._size_hint = HintLabel()
        self._build()

    def update_state(self) -> None:
        """Say what the size comes to, and what an unusual choice does."""
        size = self.message_size.value()
        self._size_hint.setText(f"= {QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)}"
                                if size else "")
        if self.tls.value() is OutboundTls.VERIFIED:
            self.notice.say(tr("Many servers of others have no certificate that can be checked: "
                               "mail to them would never leave."))
        elif self.tls.value() is OutboundTls.NONE:
            self.notice.say(tr("All mail that goes straight to its servers can be read on the way."))
        elif not self.binding.is_offered:
            self.notice.say(tr("This computer does not have that address at the moment: mail would wait."), Severity.WARNING)
        else:
            self.notice.say("")

    def _build(self) -> None:
        form = FieldForm(self.mnemonics)
        fields = (self.deliveries, self.timeout, self.port, self.rate)
        width = max(field.input.sizeHint().width() for field in (*fields, self.message_size))
        self._size_hint.setWordWrap(False)
        for field in (*fields[:3], self.message_size, self.rate):
            field.input.setFixedWidth(width)
            line = row(field.input, self._size_hint if field is self.message_size else HintLabel(field.declared.help))
            line.setStretch(1, 100)  # all the room there is, before the text wraps
            form.addRow(labelled(field.label, field.input, self.mnemonics), line)
        form.add(self.binding, QWidget())
        form.add(self.tls, QWidget())
        wide = max(self.binding.combo.sizeHint().width(), self.tls.combo.sizeHint().width())
        for combo in (self.binding.combo, self.tls.combo):
            combo.setFixedWidth(wide)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addWidget(labelled(self.destinations.label, self.destinations.table, self.mnemonics))
        layout.addWidget(self.destinations.panel, 1)
        layout.addWidget(HintLabel(_ABOUT))
        self.destinations.mark(self.mnemonics)
