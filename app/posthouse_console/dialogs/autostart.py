"""Start with the computer: exactly what would be written and run, and only then the doing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.background import Background
from posthouse_console.service.services_model import ServicesModel, Switch
from posthouse_console.widgets.hint import Severity
from posthouse_server.words import tr

_ON = tr("From then on the system starts the server {when}. A server that runs now is left alone. If a step fails, what was "
         "written is taken back.")
_OFF = tr("From then on the system starts the server no more. A server that runs now is left alone.")
_MOST = 100  # the text takes what room there is, not the empty space below


class AutostartDialog(FormDialog):
    """Shows the plan; OK carries it out."""

    help_topic = "services"
    switched = Signal(str)
    """What became of it, as a sentence."""

    def __init__(self, model: ServicesModel, background: Background, *, is_on: bool, parent: QWidget) -> None:
        """Work out the plan in the background."""
        super().__init__(tr("Start with the Computer"), "", parent, tr("&Turn On") if is_on else tr("&Turn Off"))
        self.resize(760, 460)
        self._model, self._background, self._is_on = model, background, is_on
        self._switch: Switch | None = None
        self.text = QPlainTextEdit()
        self.text.setObjectName("planText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("What is done"))
        self.form.addRow(self.text)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setStretchFactor(self.form, _MOST)
        self.refresh()
        background.run(self, lambda: model.plan(is_on=is_on), self._on_planned, self.show_error)

    def is_complete(self) -> bool:
        """Return whether there is a plan."""
        return self._switch is not None

    def submit(self) -> None:
        """Carry it out."""
        switch = self._switch
        assert switch is not None, "it is complete"
        self._background.run(self, lambda: self._model.perform(switch), self._on_done, self.show_error)

    def _on_planned(self, switch: Switch) -> None:
        self._switch = switch
        self.text.setPlainText(switch.plan.text)
        self.refresh()
        self.notice.say(_ON.format(when=switch.starter.when) if self._is_on else _OFF, Severity.INFORMATION)

    def _on_done(self, sentence: str) -> None:
        self.accept()
        self.switched.emit(sentence)
