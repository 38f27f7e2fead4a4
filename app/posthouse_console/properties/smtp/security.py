"""SMTP Properties, tab Security: unknown recipients, and clients that fail too often."""

from __future__ import annotations

from PySide6.QtWidgets import QGroupBox, QLabel, QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import CheckField
from posthouse_console.widgets.form import FieldForm, labelled, mark, row
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.number_fields import NumberField

_PATH = "smtp.security"
_INDENT = 22  # where the caption of a check box begins


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
        self.notice = Notice(lines=2)
        self._build()

    def update_state(self) -> None:
        """Say what an unusual choice comes to."""
        if not self.unknown.value():
            self.notice.say("Mail to addresses that nobody has is accepted, and returned later to senders that are often "
                            "forged: your server then sends bounces to strangers.")
        elif not self.logins.value():
            self.notice.say("Passwords can be guessed without end.")
        else:
            self.notice.say("")

    def _build(self) -> None:
        mark(self.unknown, self.mnemonics)
        layout = QVBoxLayout(self)
        layout.addWidget(self.unknown.box)
        hint = HintLabel(self.unknown.declared.help)
        hint.setContentsMargins(_INDENT, 0, 0, 0)
        layout.addWidget(hint)
        layout.addSpacing(6)
        captions = [labelled(field.label, field.input, self.mnemonics) for field in (self.commands, self.logins)]
        for title, field, caption in zip(("Connection Dropping", "Failed Logins"), (self.commands, self.logins), captions,
                                         strict=True):
            caption.setMinimumWidth(max(other.sizeHint().width() for other in captions))
            field.input.setFixedWidth(max(other.input.sizeHint().width() for other in (self.commands, self.logins)))
            layout.addWidget(self._group(title, caption, field))
        layout.addWidget(self.notice)
        layout.addStretch(1)

    def _group(self, title: str, caption: QLabel, field: NumberField) -> QGroupBox:
        group = QGroupBox(title)
        form = FieldForm(self.mnemonics)
        form.addRow(caption, row(field.input))
        form.addRow(HintLabel(field.declared.help))
        group.setLayout(form)
        return group
