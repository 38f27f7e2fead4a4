"""SMTP Properties, tab Relay: who may send mail to non-local addresses."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from posthouse_console.properties.page import ConnectionTool
from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.authentication_dialog import AuthenticationDialog
from posthouse_console.widgets.exposure_label import ExposureLabel
from posthouse_console.widgets.fields import CheckField, ChoiceField, GroupField, HeldField
from posthouse_console.widgets.form import FieldForm, mark
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog, severity_of, summary_of
from posthouse_console.widgets.wording import DENIAL_REPLY
from posthouse_server.policy.exposure import Exposure
from posthouse_server.words import tr

_PATH = "smtp.relay"
_INTRODUCTION = tr(
    "SMTP Relay options determine how users need to authenticate in order to send email to non-local addresses. "
    "These settings do not affect any emails addressed to a local user. Users only need to match one of the settings "
    "below in order to be able to relay email through the mail server.")
_NO_POP = tr("no POP service")
_NOBODY = tr("Nobody can relay.")
_HINT_INDENT = 24
_BUTTON_INDENT = 96


class RelayPage(FormPage):
    """The options are OR'ed: one that holds is enough."""

    title = tr("Relay")
    help_topic = "smtp-relay"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.can_suggest = False
        self.enabled = self.field(GroupField(f"{_PATH}.enabled"))
        self.authenticated = self.field(CheckField(f"{_PATH}.allow_authenticated_senders"))
        self.privileged = self.field(CheckField(f"{_PATH}.allow_privileged_ip_ranges"))
        self.ranges = self.field(HeldField(f"{_PATH}.privileged_ip_ranges"))
        self.local_senders = self.field(CheckField(f"{_PATH}.allow_local_sender_addresses"))
        self.replies = self.field(ChoiceField(f"{_PATH}.denial_reply", DENIAL_REPLY))
        self.tests = self.field(CheckField(f"{_PATH}.test_after_changes"))
        self.methods = QPushButton()
        self.why = QPushButton(self.mnemonics.mark(tr("Who can relay?...")))
        self.exposure = ExposureLabel()
        self.list_notice = Notice()
        self.notice = Notice()
        for field in (self.enabled, self.authenticated, self.privileged, self.ranges, self.local_senders):
            mark(field, self.mnemonics)
        self._build()
        self.methods.clicked.connect(self._on_methods_clicked)
        self.ranges.button.clicked.connect(self._on_ranges_clicked)
        self.why.clicked.connect(self.why_wanted)

    def update_state(self) -> None:
        """Grey what an unticked box rules out, and say who can relay when that is nobody or everybody."""
        privileged = self.privileged.value()
        self.ranges.button.setEnabled(privileged)
        entries = self.ranges.value() or ()
        self.list_notice.say(summary_of(entries) if privileged else "", severity_of(entries))
        self.notice.say(self._warning())

    def _warning(self) -> str:
        """Say that nobody can relay; how far the server is open is said by the exposure."""
        ways = (self.authenticated, self.privileged, self.local_senders)
        return _NOBODY if self.enabled.value() and not any(way.value() for way in ways) else ""

    def show_exposure(self, exposure: Exposure | None) -> None:
        """Show who could relay without a password."""
        self.exposure.show_exposure(exposure)

    def offer_suggestions(self) -> None:
        """Show the button in the list of ranges from now on."""
        self.can_suggest = True

    def _build(self) -> None:
        introduction = QLabel(_INTRODUCTION)
        introduction.setWordWrap(True)
        group = QVBoxLayout(self.enabled.group)
        group.addWidget(self.authenticated.box)
        group.addLayout(_indented(_HINT_INDENT, HintLabel(self.authenticated.declared.help)))
        group.addLayout(_indented(_BUTTON_INDENT, self._methods_button()))
        group.addSpacing(6)
        group.addWidget(self.privileged.box)
        group.addLayout(_indented(_BUTTON_INDENT, self.ranges.button, self.list_notice))
        group.addSpacing(6)
        group.addWidget(self.local_senders.box)
        group.addLayout(_indented(_HINT_INDENT, HintLabel(self.local_senders.declared.help)))
        group.addSpacing(6)
        self._add_pop(group)
        form = FieldForm(self.mnemonics)
        form.add(self.replies)
        form.add(self.tests)
        layout = QVBoxLayout(self)
        layout.addWidget(introduction)
        layout.addWidget(self.enabled.group)
        layout.addLayout(form)
        layout.addLayout(_beside(self.exposure, self._why_button()))
        layout.addWidget(self.notice)
        layout.addStretch(1)

    def _why_button(self) -> QPushButton:
        self.why.setObjectName("who_can_relay")
        self.why.setAccessibleName(tr("Who can relay?..."))
        self.why.setToolTip(tr("Ask by the settings as they are edited here; nothing is saved for that."))
        self.why.setAutoDefault(False)
        return self.why

    def _methods_button(self) -> QPushButton:
        self.methods.setText(self.mnemonics.mark(tr("Authentication Method...")))
        self.methods.setObjectName("authentication_method")
        self.methods.setToolTip(tr("How users log in, and which listeners offer it."))
        self.methods.setAutoDefault(False)
        width = max(self.methods.sizeHint().width(), self.ranges.button.sizeHint().width())
        self.methods.setFixedWidth(width)
        self.ranges.button.setFixedWidth(width)
        return self.methods

    def _add_pop(self, group: QVBoxLayout) -> None:
        pop = QCheckBox(tr("POP before SMTP authentication"))
        pop.setObjectName("pop_before_smtp")
        minutes = QSpinBox()
        minutes.setRange(1, 1440)
        minutes.setValue(30)
        minutes.setObjectName("pop_before_smtp_minutes")
        minutes.setAccessibleName(tr("Remember IP address for"))
        remember = (QLabel(tr("Remember IP address for")), minutes, QLabel(tr("minutes")))
        for widget in (pop, *remember):
            widget.setEnabled(False)
            widget.setToolTip(_NO_POP)
        minutes.setAccessibleDescription(tr("In minutes; {no_pop}", no_pop=_NO_POP))
        pop.setAccessibleDescription(_NO_POP)
        group.addWidget(pop)
        line = _indented(_HINT_INDENT, *remember)
        line.addStretch(1)
        group.addLayout(line)

    def _on_methods_clicked(self) -> None:
        dialog = AuthenticationDialog(self.loaded.smtp.inbound.listeners, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_ranges_clicked(self) -> None:
        dialog = PrivilegedDialog(self.ranges.value(), self)
        dialog.accepted.connect(lambda: self.ranges.show_value(dialog.entries()))
        if self.can_suggest:
            dialog.offer_suggestions()
        dialog.suggest_wanted.connect(lambda: self.suggest_wanted.emit(dialog))
        dialog.connection_wanted.connect(lambda entry: self.tool_wanted.emit(ConnectionTool(entry, dialog)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _beside(wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(8)
    layout.addWidget(wide, 1)
    layout.addWidget(narrow)
    return layout


def _indented(indent: int, first: QWidget, *more: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(indent, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(first)
    for widget in more:
        layout.addWidget(widget)
    if isinstance(first, QPushButton) and not more:
        layout.addStretch(1)
    return layout
