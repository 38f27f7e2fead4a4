"""SMTP Properties, tab Advanced SMTP: headers that are added, and commands that are allowed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import CheckField, Field, TextField
from posthouse_console.widgets.form import FieldForm, mark
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.wording import OPTIONAL_COMMAND
from posthouse_server.settings.choices import OptionalCommand
from posthouse_server.words import tr

_PATH = "smtp.advanced"
_INDENT = 22  # where the caption of a check box begins


class CommandsField(Field):
    """A box for each command that can be switched off."""

    def __init__(self, path: str) -> None:
        """All are ticked."""
        self.boxes = {command: QCheckBox(str(command)) for command in OptionalCommand}
        super().__init__(path, next(iter(self.boxes.values())))
        self._shown: tuple[OptionalCommand, ...] = ()
        for command, box in self.boxes.items():
            box.setObjectName(f"{path.replace('.', '_')}_{command}")
            box.setAccessibleName(str(command))
            box.setAccessibleDescription(OPTIONAL_COMMAND[command])
            box.setToolTip(OPTIONAL_COMMAND[command])
            box.toggled.connect(lambda _on: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Tick what is allowed."""
        self._shown = tuple(value)
        for command, box in self.boxes.items():
            box.setChecked(command in value)

    def value(self) -> Any:
        """Return what is ticked, in the order that the list had if nothing else was edited."""
        ticked = tuple(command for command, box in self.boxes.items() if box.isChecked())
        return self._shown if set(ticked) == set(self._shown) else ticked


class AdvancedPage(FormPage):
    """Two settings about headers, and the commands."""

    title = tr("Advanced SMTP")
    help_topic = "smtp-advanced"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.header = self.field(TextField(f"{_PATH}.catch_all_header", tr("Delivered-To alone")))
        self.required = self.field(CheckField(f"{_PATH}.add_required_headers"))
        self.commands = self.field(CommandsField(f"{_PATH}.allowed_commands"))
        self.notice = Notice(lines=2)
        self._build()

    def update_state(self) -> None:
        """Say what an unusual choice comes to."""
        allowed = self.commands.value()
        if OptionalCommand.AUTH not in allowed:
            self.notice.say(tr("Nobody can log in: only clients in privileged IP ranges can relay."))
        elif OptionalCommand.STARTTLS not in allowed:
            self.notice.say(tr("Passwords and mail travel unencrypted on ports with STARTTLS."))
        else:
            self.notice.say("")

    def _build(self) -> None:
        headers = QGroupBox(tr("Headers"))
        form = FieldForm(self.mnemonics)
        form.add(self.header)
        form.addRow(HintLabel(self.header.declared.help))
        mark(self.required, self.mnemonics)
        form.addRow(self.required.box)
        hint = HintLabel(self.required.declared.help)
        hint.setContentsMargins(_INDENT, 0, 0, 0)
        form.addRow(hint)
        headers.setLayout(form)
        commands = QGroupBox(self.commands.label)
        grid = QGridLayout(commands)
        for number, (command, box) in enumerate(self.commands.boxes.items()):
            box.setText(self.mnemonics.mark(box.text()))
            grid.addWidget(box, number, 0)
            grid.addWidget(HintLabel(OPTIONAL_COMMAND[command]), number, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.addWidget(HintLabel(self.commands.declared.help), len(self.commands.boxes), 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.addWidget(headers)
        layout.addWidget(commands)
        layout.addWidget(self.notice)
        layout.addStretch(1)
