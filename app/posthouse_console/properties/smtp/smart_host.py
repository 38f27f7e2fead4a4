"""SMTP Properties, tab Smart Host: one server that takes all outgoing mail, and others for some of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from posthouse_console.properties.page import SmartHostTest
from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import GroupField
from posthouse_console.widgets.form import labelled, mark
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.smart_host_form import KEPT, SmartHostForm
from posthouse_console.widgets.smart_hosts_panel import SmartHostsField
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import smart_host_secret_name
from posthouse_server.words import tr

_PATH = "smtp.smart_host"


class SmartHostPage(FormPage):
    """Secrets are typed here and go to the keyring; the page can't know whether there are some already."""

    title = tr("Smart Host")
    help_topic = "smtp-smart-host"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.enabled = self.field(GroupField(f"{_PATH}.enabled"))
        self.form = SmartHostForm(_PATH)
        for field in self.form.fields:
            self.field(field)
        self.hosts = self.field(SmartHostsField("smtp.smart_hosts"))
        self.notice = Notice()
        self._build()
        self.form.secret_edited.connect(self._on_field_edited)
        self.form.test.clicked.connect(lambda _checked=False: self._on_test_clicked())
        self.hosts.test_wanted.connect(
            lambda host, typed, asker: self.tool_wanted.emit(SmartHostTest(host, typed, asker)))

    def load(self, settings: Settings) -> None:
        """Forget what was typed: the settings shown are the saved ones."""
        self.form.forget_typed()
        super().load(settings)

    def check(self) -> str:
        """Name the field that is missing; the schema can only say that something is."""
        if self.enabled.value() and (field := self.form.missing()) is not None:
            field.input.setFocus()
            return tr("{label}: fill it in, or switch the smart host off.", label=field.label)
        return super().check()

    def secrets(self) -> Mapping[str, str]:
        """Return typed passwords and client secrets under the names of their hosts and users."""
        typed = self.form.typed() if self.enabled.value() else ""
        own = {smart_host_secret_name(self.form.host.value(), self.form.username.value()): typed} if typed else {}
        return {**self.hosts.secrets(), **own}

    def update_state(self) -> None:
        """Grey what the authentication doesn't use; remind of the password when host or user has changed."""
        self.form.update_state()
        self.notice.say(self.form.warning(self.loaded.smtp.smart_host) if self.enabled.value() else "")

    def _on_test_clicked(self) -> None:
        if fault := self.check():
            self.notice.say(fault, Severity.ERROR)
            return
        edited = set_paths(self.loaded, self._values()).smtp.smart_host
        self.tool_wanted.emit(SmartHostTest(edited, self.form.typed(), self.window()))

    def _build(self) -> None:
        mark(self.enabled, self.mnemonics)
        self.enabled.group.setLayout(self.form.lay_out(self.mnemonics))
        layout = QVBoxLayout(self)
        layout.addWidget(HintLabel(f"{self.enabled.declared.help} {KEPT}"))
        layout.addWidget(self.enabled.group)
        layout.addWidget(self.notice)
        layout.addWidget(labelled(self.hosts.label, self.hosts.table, self.mnemonics))
        layout.addWidget(self.hosts.panel, 1)
        self.form.mark(self.mnemonics)
        self.hosts.mark(self.mnemonics)
