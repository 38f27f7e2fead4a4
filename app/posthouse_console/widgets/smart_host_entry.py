"""The dialog that adds or edits a smart host for some mail."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.fields import CheckField, Field, TextField, WordsField
from posthouse_console.widgets.form import labelled
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.smart_host_form import SmartHostForm
from posthouse_server.settings import Settings, SettingsError, set_paths
from posthouse_server.settings.schema import ChosenSmartHost
from posthouse_server.words import tr

_PATH = "smtp.smart_hosts"


class SmartHostDialog(QDialog):
    """Says at once what is missing or wrong; OK is grey until nothing is."""

    test_wanted = Signal(object, str)
    """The ChosenSmartHost as edited, and the secret that was typed."""

    def __init__(self, title: str, host: ChosenSmartHost | None, others: Sequence[ChosenSmartHost], typed: str,
                 parent: QWidget | None = None) -> None:
        """Edit one of the list, or a new one, beside the others; `typed` is its secret where one was typed already."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._saved = host
        self._others = tuple(others)
        self.name = TextField(f"{_PATH}.name", tr("its host and port"))
        self.enabled = CheckField(f"{_PATH}.enabled")
        self.senders = WordsField(f"{_PATH}.for_senders", tr("any sender"))
        self.recipients = WordsField(f"{_PATH}.for_recipients", tr("any recipient"))
        self.form = SmartHostForm(_PATH)
        self.notice = Notice(lines=2)
        self._buttons = button_box(Button.Ok | Button.Cancel)
        self._host: ChosenSmartHost | None = None
        self._build()
        self._show(host, typed)
        for field in self._fields():
            field.edited.connect(self._on_edited)
        self.form.secret_edited.connect(self._on_edited)
        self.form.test.clicked.connect(lambda _checked=False: self.test_wanted.emit(self.host(), self.form.typed()))
        self._on_edited()

    def host(self) -> ChosenSmartHost:
        """Return the smart host; valid once the dialog is accepted."""
        assert self._host is not None
        return self._host

    def _fields(self) -> tuple[Field, ...]:
        return (self.name, self.enabled, self.senders, self.recipients, *self.form.fields)

    def _build(self) -> None:
        mnemonics = Mnemonics()
        form = self.form.lay_out(mnemonics)
        for number, field in enumerate((self.name, self.senders, self.recipients)):
            form.insertRow(number, labelled(field.label, field.input, mnemonics), field.input)
        hint = HintLabel(tr("Domains or addresses, separated by spaces. With both, both must fit."))
        hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        form.insertRow(3, "", hint)
        form.addRow("", self.enabled.box)
        self.enabled.box.setText(mnemonics.mark(self.enabled.label))
        self.form.mark(mnemonics)
        self.notice.setMinimumWidth(self.fontMetrics().averageCharWidth() * 78)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        # The rows above the common ones were put in last, and are to be the first all the same.
        for first, second in pairwise((self.name, self.senders, self.recipients, self.form.host)):
            QWidget.setTabOrder(first.input, second.input)
        self.name.input.setFocus()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show(self, host: ChosenSmartHost | None, typed: str) -> None:
        shown = host if host is not None else ChosenSmartHost.model_construct()
        for field in self._fields():
            value: object = shown
            for part in field.path.removeprefix(f"{_PATH}.").split("."):
                value = getattr(value, part)
            field.show_value(value)
        for line in (self.form.password, self.form.client_secret):
            line.setText(typed)

    def _read(self) -> ChosenSmartHost:
        """Return what is edited; raises SettingsError."""
        entry: dict[str, object] = {"oauth2": {}}
        for field in self._fields():
            holder, name = entry, field.path.removeprefix(f"{_PATH}.")
            if name.startswith("oauth2."):
                holder, name = entry["oauth2"], name.removeprefix("oauth2.")  # type: ignore[assignment]
            holder[name] = field.value()
        return set_paths(Settings(), {_PATH: [entry, *self._others]}).smtp.smart_hosts[0]

    def _gap(self) -> str:
        """Return what is still to be filled in; empty: nothing."""
        if (missing := self.form.missing()) is not None:
            return tr("Fill in: {label}.", label=missing.label)
        if not self.senders.value() and not self.recipients.value():
            return tr("Fill in: {senders}, {recipients}, or both.",
                      senders=self.senders.label, recipients=self.recipients.label)
        return ""

    def _fault(self) -> str:
        try:
            self._host = self._read()
        except SettingsError as error:
            return f"{error.fault[:1].upper()}{error.fault[1:]}"
        return ""

    def _on_edited(self) -> None:
        self.form.update_state()
        gap = self._gap()
        fault = gap or self._fault()
        self._buttons.button(Button.Ok).setEnabled(not fault)
        self.form.test.setEnabled(not fault)
        if fault:
            self.notice.say(fault, Severity.INFORMATION if gap else Severity.ERROR)
        else:
            self.notice.say(self.form.warning(self._saved))

