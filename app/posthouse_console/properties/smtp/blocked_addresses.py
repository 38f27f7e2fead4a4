"""SMTP Properties, tab Blocked Addresses: from whom nothing is accepted."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.form import labelled
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.texts_dialog import Kind
from posthouse_console.widgets.texts_panel import TextsField
from posthouse_server.settings.values import address_or_domain
from posthouse_server.words import tr

_SENDER = Kind(tr("sender"), tr("senders"), address_or_domain, "offers@example.com",
               tr("An address, or a whole domain such as example.com."))


class BlockedAddressesPage(FormPage):
    """One list."""

    title = tr("Blocked Addresses")
    help_topic = "smtp-blocked-addresses"

    def __init__(self) -> None:
        """Lay out the field."""
        super().__init__()
        self.senders = self.field(TextsField("smtp.blocked_addresses.senders", _SENDER))
        self.senders.panel.mark(self.mnemonics)
        layout = QVBoxLayout(self)
        layout.addWidget(labelled(self.senders.label, self.senders.input, self.mnemonics))
        layout.addWidget(self.senders.panel, 1)
        layout.addWidget(HintLabel(self.senders.declared.help))
