"""SMTP Properties, tab DNS Blacklisting: lists on the Internet that name the addresses of spammers."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from posthouse_console.properties.page import ZonesTest
from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import CheckField, ChoiceField
from posthouse_console.widgets.form import labelled, mark, row
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.texts_dialog import Kind
from posthouse_console.widgets.texts_panel import TextsField
from posthouse_console.widgets.wording import BLACKLIST_ACTION
from posthouse_server.settings.values import zone_name
from posthouse_server.words import tr

_PATH = "smtp.dns_blacklisting"
_INDENT = 22  # where the caption of a check box begins
_ZONE = Kind(tr("list"), tr("lists"), zone_name, "zen.spamhaus.org", tr("The domain of the list."))


class DnsBlacklistingPage(FormPage):
    """A box, what it does, and the lists that are asked."""

    title = tr("DNS Blacklisting")
    help_topic = "smtp-dns-blacklisting"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.enabled = self.field(CheckField(f"{_PATH}.enabled"))
        self.action = self.field(ChoiceField(f"{_PATH}.action", BLACKLIST_ACTION))
        self.zones = self.field(TextsField(f"{_PATH}.zones", _ZONE))
        self.test = QPushButton(tr("Test..."))
        self.test.setObjectName("test_zones")
        self.notice = Notice(lines=2)
        self._build()

    def update_state(self) -> None:
        """Grey what is not in force, and say what an unusual choice comes to."""
        is_on, zones = self.enabled.value(), self.zones.value()
        for widget in (self.action.combo, self._caption, self._zones_caption, self.zones.panel):
            widget.setEnabled(is_on)
        self.test.setEnabled(is_on and bool(zones))
        if is_on and not zones:
            self.notice.say(tr("The list is empty: nobody is looked up."), Severity.INFORMATION)
        elif is_on and len(zones) > 5:
            self.notice.say(tr("Strangers wait until all lists have answered, and each list names some addresses wrongly."))
        else:
            self.notice.say("")

    def _build(self) -> None:
        mark(self.enabled, self.mnemonics)
        panel = self.zones.panel
        panel.mark(self.mnemonics)
        self.test.setText(self.mnemonics.mark(self.test.text()))
        self.test.setToolTip(tr("Ask each list for its test entry (127.0.0.2), which a list that serves you names."))
        self.test.clicked.connect(lambda _checked=False: self.tool_wanted.emit(ZonesTest(self.zones.value())))
        panel.add_beside(self.test)
        self._caption = labelled(self.action.label, self.action.combo, self.mnemonics)
        self._zones_caption = labelled(self.zones.label, self.zones.input, self.mnemonics)
        hint = HintLabel(self.enabled.declared.help)
        hint.setContentsMargins(_INDENT, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.addWidget(self.enabled.box)
        layout.addWidget(hint)
        layout.addSpacing(6)
        layout.addLayout(row(self._caption, self.action.combo))
        layout.addSpacing(6)
        layout.addWidget(self._zones_caption)
        layout.addWidget(panel, 1)
        layout.addWidget(HintLabel(self.zones.declared.help))
        layout.addWidget(self.notice)
