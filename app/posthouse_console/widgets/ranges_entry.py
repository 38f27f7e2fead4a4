"""The dialog that adds or edits one range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.fields import TextField
from posthouse_console.widgets.form import FieldForm
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.hours_input import HoursInput
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.public_confirmation import PublicConfirmation
from posthouse_console.widgets.ranges_text import extent_text, now, remarks
from posthouse_console.widgets.until_input import UntilInput
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.settings import Settings, SettingsError, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_PATH = "smtp.relay.privileged_ip_ranges"


class RangeEntryDialog(QDialog):
    """Says while one types how much the range covers, what covers it, and whether it reaches public addresses."""

    def __init__(self, title: str, others: Sequence[PrivilegedRange], entry: PrivilegedRange | None = None, *,
                 is_privileged: bool = True, parent: QWidget | None = None) -> None:
        """Edit an entry beside the others; without is_privileged only the range, which then needs no confirmation."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._others = tuple(others)
        self._is_privileged = is_privileged
        self.range = TextField(f"{_PATH}.range", tr("10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9, 10.0.* or 2001:db8::/64"))
        self.note = TextField(f"{_PATH}.note")
        self.until = UntilInput(f"{_PATH}.expires_at")
        self.hours = HoursInput(f"{_PATH}.hours")
        self.senders = QPlainTextEdit()
        self._extent = Notice(lines=2)
        self.confirmation = PublicConfirmation()
        self._buttons = button_box(Button.Ok | Button.Cancel)
        self._confirmed = parse_range(entry.range) if entry else None
        self._build()
        if entry is not None:
            self.range.show_value(entry.range)
            self.note.show_value(entry.note)
            self.until.show_value(entry.expires_at)
            self.hours.show_value(entry.hours)
            self.senders.setPlainText("\n".join(entry.senders))
        self._on_range_edited()

    def entry(self) -> PrivilegedRange:
        """Return the entry; valid once the dialog is accepted."""
        return PrivilegedRange(range=self.range.value(), note=self.note.value(), expires_at=self.until.value(),
                               hours=self.hours.value(), senders=tuple(self._senders()))

    def _senders(self) -> list[str]:
        return [line.strip() for line in self.senders.toPlainText().splitlines() if line.strip()]

    def _fault(self) -> str:
        """Return what is wrong with the hours or the senders, in a sentence; empty: nothing."""
        if fault := self.hours.fault():
            return fault
        try:
            set_paths(Settings(), {_PATH: [{"range": "127.0.0.1", "senders": self._senders()}]})
        except SettingsError as error:
            return f"{Declaration.of(f'{_PATH}.senders').label}: {error.fault}"
        return ""

    def _build(self) -> None:
        placeholder = self.fontMetrics().horizontalAdvance(self.range.line.placeholderText())
        self.range.line.setMinimumWidth(placeholder + self.fontMetrics().averageCharWidth() * 4)  # and the line's margins
        form = FieldForm(Mnemonics("y"))
        form.add(self.range)
        form.addRow("", self._extent)
        if self._is_privileged:
            form.add(self.note)
            until = QLabel(tr("In &force:"))
            until.setBuddy(self.until.check)
            form.addRow(until, self.until)
            self._add_conditions(form)
            form.addRow("", self.confirmation)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.range.edited.connect(self._on_range_edited)
        self.until.edited.connect(self._on_range_edited)
        self.hours.edited.connect(self._on_range_edited)
        self.senders.textChanged.connect(self._on_range_edited)
        self.confirmation.toggled.connect(self._update_ok)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _add_conditions(self, form: FieldForm) -> None:
        hours = QLabel(tr("Weekly &hours:"))
        hours.setBuddy(self.hours.line)
        form.addRow(hours, self.hours)
        declared = Declaration.of(f"{_PATH}.senders")
        declared.describe(self.senders)
        self.senders.setTabChangesFocus(True)
        self.senders.setPlaceholderText(tr("any; or one address or domain a line, such as scanner@example.com"))
        self.senders.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 12)
        senders = QLabel(tr("&Only for the senders:"))
        senders.setBuddy(self.senders)
        form.addRow(senders, self.senders)

    def _network(self) -> IPRange | None:
        try:
            return parse_range(self.range.value())
        except ValueError:
            return None

    def _on_range_edited(self) -> None:
        network = self._network()
        if network is None:
            self._say_fault()
        elif fault := self._fault():
            self._extent.say(fault, Severity.ERROR)
        else:
            remark = remarks([*self._others, self.entry()], now())[-1] or self._reverse_remark()
            self._extent.say(f"{extent_text(network)}." + (f" {remark}." if remark else ""), Severity.INFORMATION)
        asked = [network] if network and network != self._confirmed and self._is_privileged else []
        self.confirmation.ask(asked)
        self._update_ok()

    def _say_fault(self) -> None:
        try:
            parse_range(self.range.value())
        except ValueError as error:
            sentence = str(error)
            self._extent.say(f"{sentence[:1].upper()}{sentence[1:]}." if self.range.value() else "", Severity.ERROR)

    def _reverse_remark(self) -> str:
        """Say which listed entries this one would cover; remarks() tells only of the narrower ones."""
        network = self._network()
        covered = [other.range for other in self._others if network and network.overlaps(other.network)]
        more = tr(" and {number} more", number=len(covered) - 3) if len(covered) > 3 else ""
        return tr("Covers or overlaps {covered}{more}", covered=", ".join(covered[:3]), more=more) if covered else ""

    def _update_ok(self) -> None:
        self._buttons.button(Button.Ok).setEnabled(
            self._network() is not None and not self._fault() and self.confirmation.is_settled())
