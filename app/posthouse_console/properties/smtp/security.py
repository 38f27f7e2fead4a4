"""SMTP Properties, tab Security: what is asked of senders, clients and recipients, and how much may fail or be sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QGroupBox, QHBoxLayout, QLabel, QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import CheckField, TextField
from posthouse_console.widgets.form import FieldForm, labelled, mark, row
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.number_fields import NumberField
from posthouse_server.words import tr

_PATH = "smtp.security"
_ROWS = (("refuse_invalid_sender_domains", "require_ptr"), ("require_own_sender_address", "hide_client_addresses"),
         ("refuse_spoofed_senders", "refuse_unknown_local_recipients"), ("disable_catch_alls", "allow_domain_literals"))
_NUMBERS = {"max_failed_commands": tr("never"), "max_failed_logins": tr("never"), "max_refused_relays": tr("never"),
            "max_recipients_per_hour_login": tr("unlimited"), "max_recipients_per_hour_range": tr("unlimited"),
            "max_recipients_per_hour_client": tr("unlimited")}
"""Each with the word for 0."""


class SecurityPage(FormPage):
    """Who is refused for what he does, not for who he is."""

    title = tr("Security")
    help_topic = "smtp-security"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.checks = {name: self.field(CheckField(f"{_PATH}.{name}")) for names in _ROWS for name in names}
        self.most = self.field(NumberField(f"{_PATH}.max_recipients_per_message"))
        self.has_welcome = self.field(CheckField(f"{_PATH}.use_welcome_message"))
        self.welcome = self.field(TextField(f"{_PATH}.welcome_message", "ESMTP Posthouse"))
        self.numbers = {name: self.field(NumberField(f"{_PATH}.{name}", zero=zero)) for name, zero in _NUMBERS.items()}
        self.unusual = self.field(CheckField(f"{_PATH}.alarm_on_unusual_sending"))
        self.ban = self.field(CheckField(f"{_PATH}.ban_after_failed_commands"))
        self.notice = Notice(lines=2)
        self._build()

    def update_state(self) -> None:
        """Grey the welcome message while it is not used, and say what an unusual choice comes to."""
        self.welcome.line.setEnabled(self.has_welcome.value())
        self.ban.box.setEnabled(bool(self.numbers["max_failed_commands"].value()))
        if not self.checks["refuse_unknown_local_recipients"].value():
            self.notice.say(tr("Mail to addresses that nobody has is accepted, and returned later to senders that are often "
                               "forged: your server then sends bounces to strangers."))
        elif not self.numbers["max_failed_logins"].value():
            self.notice.say(tr("Passwords can be guessed without end."))
        elif not self.numbers["max_recipients_per_hour_login"].value():
            self.notice.say(tr("Whoever has stolen one password can send without end."))
        elif self.most.value() < 100:  # RFC 5321 section 4.5.3.1.8
            self.notice.say(tr("Mailing lists and other servers may expect to send to 100 recipients at once."))
        else:
            self.notice.say("")

    def _build(self) -> None:
        captions = self._captions()
        layout = QVBoxLayout(self)
        layout.addWidget(self._rules_box())
        dropping, form = QGroupBox(tr("Connection Dropping")), FieldForm(self.mnemonics)
        mark(self.ban, self.mnemonics)
        form.addRow(captions["max_failed_commands"], row(self.numbers["max_failed_commands"].input))
        form.addRow(self.ban.box)
        dropping.setLayout(form)
        layout.addWidget(dropping)
        layout.addWidget(self._group(tr("Bans"), captions, ["max_failed_logins", "max_refused_relays"],
                                     tr("Within ten minutes from one address; whoever is never banned is slowed down "
                                        "instead.")))
        sending = self._group(tr("Sending Limits"), captions, [name for name in _NUMBERS if "per_hour" in name],
                              tr("New mail beyond them is refused for the time being (451). 0 means unlimited."))
        limits = sending.layout()
        assert isinstance(limits, FieldForm)
        mark(self.unusual, self.mnemonics)
        limits.addRow(self.unusual.box)
        layout.addWidget(sending)
        layout.addWidget(self.notice)
        layout.addStretch(1)

    def _captions(self) -> dict[str, QLabel]:
        """Return the captions of the numbers, so wide that all numbers of the page stand below each other."""
        captions = {name: labelled(field.label, field.input, self.mnemonics) for name, field in self.numbers.items()}
        widest = max(caption.sizeHint().width() for caption in captions.values())
        width = max(field.input.sizeHint().width() for field in self.numbers.values())
        for name, caption in captions.items():
            caption.setMinimumWidth(widest)
            self.numbers[name].input.setFixedWidth(width)
        return captions

    def _rules_box(self) -> QGroupBox:
        """Return the check boxes in two columns; what each does is its tip."""
        group = QGroupBox(tr("Senders, Clients and Recipients"))
        grid = QGridLayout(group)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        most = labelled(self.most.label, self.most.input, self.mnemonics)
        for number, names in enumerate(_ROWS):
            for column, name in enumerate(names):
                mark(self.checks[name], self.mnemonics)
                grid.addWidget(self.checks[name].box, number, column)
        mark(self.has_welcome, self.mnemonics)
        grid.addLayout(row(most, self.most.input), len(_ROWS), 0)
        welcome = QHBoxLayout()
        welcome.addWidget(self.has_welcome.box)
        welcome.addWidget(self.welcome.line, 1)
        grid.addLayout(welcome, len(_ROWS), 1)
        return group

    def _group(self, title: str, captions: dict[str, QLabel], names: Sequence[str], hint: str) -> QGroupBox:
        group = QGroupBox(title)
        form = FieldForm(self.mnemonics)
        for name in names:
            form.addRow(captions[name], row(self.numbers[name].input))
        form.addRow(HintLabel(hint))
        group.setLayout(form)
        return group
