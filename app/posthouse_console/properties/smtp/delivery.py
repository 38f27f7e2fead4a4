"""SMTP Properties, tab Delivery: retries, and what senders are told."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import ChoiceField, Field
from posthouse_console.widgets.form import FieldForm, labelled, row
from posthouse_console.widgets.hint import Notice
from posthouse_console.widgets.number_fields import NumberField
from posthouse_console.widgets.wording import DELAY_NOTIFICATIONS, RECEIPTS
from posthouse_server.words import tr

_PATH = "smtp.delivery"
_CAPTIONS = (tr("First retry after"), tr("Second retry after"), tr("Third retry after"), tr("Each subsequent retry after"))


class RetriesField(Field):
    """Four numbers of minutes; a shorter list in the settings means that its last number repeats."""

    def __init__(self, path: str) -> None:
        """Make the four spin boxes."""
        self.spins = tuple(QSpinBox() for _caption in _CAPTIONS)
        super().__init__(path, self.spins[0])
        self._shown: tuple[int, ...] = ()
        for number, (spin, caption) in enumerate(zip(self.spins, _CAPTIONS, strict=True)):
            self.declared.describe(spin)
            spin.setObjectName(f"{path.replace('.', '_')}_{number}")
            spin.setAccessibleName(caption)
            spin.setAccessibleDescription(tr("In minutes. {help}", help=self.declared.help))
            spin.setRange(1, 100_000)
            spin.setSuffix(tr(" minutes"))
            spin.setGroupSeparatorShown(True)
            spin.valueChanged.connect(lambda _minutes: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show the list, its last number repeated."""
        self._shown = tuple(value)
        for spin, minutes in zip(self.spins, self._expanded(), strict=True):
            spin.setValue(minutes)

    def value(self) -> tuple[int, ...]:
        """Return the four numbers, or the list as it was when nothing was edited."""
        minutes = tuple(spin.value() for spin in self.spins)
        return self._shown if minutes == self._expanded() else minutes

    def _expanded(self) -> tuple[int, ...]:
        missing = len(self.spins) - len(self._shown)
        return self._shown + self._shown[-1:] * missing


class DeliveryPage(FormPage):
    """The schedule, and its consequences."""

    title = tr("Delivery")
    help_topic = "smtp-delivery"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.retries = self.field(RetriesField(f"{_PATH}.retry_minutes"))
        self.lifetime = self.field(NumberField(f"{_PATH}.lifetime_hours", tr("hours")))
        self.notifications = self.field(ChoiceField(f"{_PATH}.delay_notifications", DELAY_NOTIFICATIONS))
        self.receipts = self.field(ChoiceField(f"{_PATH}.receipts", RECEIPTS))
        self.connections = self.field(NumberField(f"{_PATH}.max_connections_per_destination"))
        self.notice = Notice()
        form = FieldForm(self.mnemonics)
        for caption, spin in zip(_CAPTIONS, self.retries.spins, strict=True):
            form.addRow(labelled(caption, spin, self.mnemonics), row(spin))
        for field in (self.lifetime, self.notifications, self.receipts, self.connections):
            form.add(field, QWidget())
        width = max(field.input.sizeHint().width() for field in (self.notifications, self.receipts))
        for widget in (*self.retries.spins, *(field.input for field in (self.lifetime, self.notifications, self.receipts,
                                                                       self.connections))):
            widget.setFixedWidth(width)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addStretch(1)

    def update_state(self) -> None:
        """Say so when a message would be given up before its first retry."""
        minutes = self.lifetime.value() * 60
        never = self.retries.value() and self.retries.value()[0] >= minutes
        self.notice.say(tr("The lifetime ends before the first retry: each message is tried once.") if never else "")
