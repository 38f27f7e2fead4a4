"""SMTP Properties, tab Whitelist: who is never banned."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import CheckField
from posthouse_console.widgets.form import labelled, mark
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.ranges_field import RangesField
from posthouse_console.widgets.ranges_reach import public_addresses, whole_internets
from posthouse_console.widgets.ranges_text import count_text
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_PATH = "smtp.whitelist"
_INDENT = 22  # where the caption of a check box begins


class WhitelistPage(FormPage):
    """A box, and the list that it puts into force."""

    title = tr("Whitelist")
    help_topic = "smtp-whitelist"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.enabled = self.field(CheckField(f"{_PATH}.enabled"))
        self.ranges = self.field(RangesField(f"{_PATH}.ranges"))
        self.notice = Notice(lines=2)
        self._build()

    def update_state(self) -> None:
        """Grey the list while it is not in force, and say whom it spares."""
        self.ranges.panel.setEnabled(self.enabled.value())
        text, severity = self._spared()
        self.notice.say(text, severity)

    def _spared(self) -> tuple[str, Severity]:
        if not self.enabled.value():
            return "", Severity.INFORMATION
        entries = [PrivilegedRange(range=text) for text in self.ranges.value()]
        if not entries:
            return tr("The list is empty: nobody is spared by it."), Severity.INFORMATION
        if whole_internets(entries):
            return tr("That is everybody: nobody is ever banned, and passwords can be guessed without end."), Severity.WARNING
        public = public_addresses(entries)
        if public == 1:
            return tr("1 public address can guess passwords without being banned."), Severity.INFORMATION
        if public:
            return tr("{number} public addresses can guess passwords without being banned.",
                      number=count_text(public)), Severity.INFORMATION
        return "", Severity.INFORMATION

    def _build(self) -> None:
        mark(self.enabled, self.mnemonics)
        panel = self.ranges.panel
        for button in (panel.add, panel.edit, panel.remove, panel.paste):  # Alt+A is the dialog's Apply
            button.setText(self.mnemonics.mark(button.text().replace("&", "")))
        layout = QVBoxLayout(self)
        layout.addWidget(self.enabled.box)
        hint = HintLabel(self.enabled.declared.help)
        hint.setContentsMargins(_INDENT, 0, 0, 0)
        layout.addWidget(hint)
        layout.addSpacing(6)
        layout.addWidget(labelled(self.ranges.label, self.ranges.panel.table, self.mnemonics))
        layout.addWidget(self.ranges.panel, 1)
        layout.addWidget(HintLabel(self.ranges.declared.help))
        layout.addWidget(self.notice)
