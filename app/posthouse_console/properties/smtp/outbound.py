"""SMTP Properties, tab Outbound: how mail leaves for the servers of its recipients."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.form import FieldForm, labelled, row
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.number_fields import NumberField

_PATH = "smtp.outbound"


class OutboundPage(FormPage):
    """Three numbers."""

    title = "Outbound"
    help_topic = "smtp-outbound"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.deliveries = self.field(NumberField(f"{_PATH}.max_deliveries"))
        self.timeout = self.field(NumberField(f"{_PATH}.timeout_s", "seconds"))
        self.port = self.field(NumberField(f"{_PATH}.port"))
        fields = (self.deliveries, self.timeout, self.port)
        width = max(field.input.sizeHint().width() for field in fields)
        form = FieldForm(self.mnemonics)
        for field in fields:
            field.input.setFixedWidth(width)
            line = row(field.input, HintLabel(field.declared.help))
            line.setStretch(1, 100)  # all the room there is, before the text wraps
            form.addRow(labelled(field.label, field.input, self.mnemonics), line)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addSpacing(6)
        layout.addWidget(self._about_smart_host())
        layout.addStretch(1)

    @staticmethod
    def _about_smart_host() -> QWidget:
        return HintLabel("With a smart host, mail goes to its port instead; retries, and how many connections one server gets, "
                         "stand on Delivery.")
