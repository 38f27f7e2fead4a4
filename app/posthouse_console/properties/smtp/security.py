"""SMTP Properties, tab Security: unknown recipients, clients that fail too often, and how much may be sent in an hour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGroupBox, QLabel, QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import CheckField
from posthouse_console.widgets.form import FieldForm, labelled, mark, row
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.number_fields import NumberField

_PATH = "smtp.security"
_INDENT = 22  # where the caption of a check box begins
_PER_HOUR = "max_recipients_per_hour"


class SecurityPage(FormPage):
    """Who is refused for what he does, not for who he is."""

    title = "Security"
    help_topic = "smtp-security"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.unknown = self.field(CheckField(f"{_PATH}.refuse_unknown_local_recipients"))
        self.commands = self.field(NumberField(f"{_PATH}.max_failed_commands", zero="never"))
        self.logins = self.field(NumberField(f"{_PATH}.max_failed_logins", zero="never"))
        self.relays = self.field(NumberField(f"{_PATH}.max_refused_relays", zero="never"))
        self.of_login, self.of_range, self.of_client = (
            self.field(NumberField(f"{_PATH}.{_PER_HOUR}_{name}", zero="unlimited")) for name in ("login", "range", "client"))
        self.unusual = self.field(CheckField(f"{_PATH}.alarm_on_unusual_sending"))
        self.notice = Notice(lines=2)
        self._build()

    def update_state(self) -> None:
        """Say what an unusual choice comes to."""
        if not self.unknown.value():
            self.notice.say("Mail to addresses that nobody has is accepted, and returned later to senders that are often "
                            "forged: your server then sends bounces to strangers.")
        elif not self.logins.value():
            self.notice.say("Passwords can be guessed without end.")
        elif not self.of_login.value():
            self.notice.say("Whoever has stolen one password can send without end.")
        else:
            self.notice.say("")

    def _build(self) -> None:
        mark(self.unknown, self.mnemonics)
        numbers = (self.commands, self.logins, self.relays, self.of_login, self.of_range, self.of_client)
        captions = {field: labelled(field.label, field.input, self.mnemonics) for field in numbers}
        mark(self.unusual, self.mnemonics)
        widest = max(caption.sizeHint().width() for caption in captions.values())
        width = max(field.input.sizeHint().width() for field in numbers)
        for field, caption in captions.items():
            caption.setMinimumWidth(widest)
            field.input.setFixedWidth(width)
        layout = QVBoxLayout(self)
        layout.addWidget(self.unknown.box)
        layout.addWidget(_indented(self.unknown))
        layout.addSpacing(4)
        layout.addWidget(self._group("Connection Dropping", captions, [self.commands], self.commands.declared.help))
        layout.addWidget(self._group("Bans", captions, [self.logins, self.relays],
                                     "Within ten minutes from one address; the ban lasts a minute at first, and longer each "
                                     "time. This computer itself, the whitelist and privileged IP ranges are slowed down "
                                     "instead. 0 means never."))
        sending = self._group("Sending Limits", captions, [self.of_login, self.of_range, self.of_client],
                              "New mail beyond them is refused for the time being (451). 0 means unlimited.")
        form = sending.layout()
        assert isinstance(form, FieldForm)
        form.addRow(self.unusual.box)
        form.addRow(_indented(self.unusual))
        layout.addWidget(sending)
        layout.addWidget(self.notice)
        layout.addStretch(1)

    def _group(self, title: str, captions: dict[NumberField, QLabel], fields: Sequence[NumberField], hint: str) -> QGroupBox:
        group = QGroupBox(title)
        form = FieldForm(self.mnemonics)
        for field in fields:
            form.addRow(captions[field], row(field.input))
        form.addRow(HintLabel(hint))
        group.setLayout(form)
        return group


def _indented(field: CheckField) -> HintLabel:
    """Return the help of a check box, to stand under its caption."""
    hint = HintLabel(field.declared.help)
    hint.setContentsMargins(_INDENT, 0, 0, 0)
    return hint
