"""One change of the settings before it is saved: the preview of it, and the questions that the Relay tab asks too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from posthouse_console.dialogs.preview_view import PreviewView
from posthouse_console.properties.saving import SaveGate
from posthouse_console.service.background import Background
from posthouse_console.service.foresight import Sides
from posthouse_console.service.settings_model import SaveRequest, SettingsModel
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_server.settings import Settings
from posthouse_server.store import Revision, Store
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, and how it is put to whoever has to decide."""

    base: LoadedSettings
    edited: Settings
    question: str
    hint: str
    """What else is to be said of it; may be empty."""
    comment: str
    """For the history."""


class PreviewedSaveDialog(QDialog):
    """The button is grey until the preview has ended; Cancel gives up both. Accepted: it is saved."""

    saved = Signal(object)
    """The Revision."""

    def __init__(self, title: str, verb: str, proposal: Proposal, store: Store, background: Background, model: SettingsModel,
                 parent: QWidget) -> None:
        """Begin the preview at once; the verb is the button's, with its key."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(960, 500)
        self._proposal, self._model = proposal, model
        self._gate = SaveGate(model.exposure_watch(self), self)
        self.question = QLabel(proposal.question)
        self.view = PreviewView(store, background, self)
        self.notice = Notice()
        self.box = button_box(Button.Ok | Button.Cancel)
        self.ok_button = self.box.button(Button.Ok)
        self.ok_button.setText(verb)
        self._lay_out()
        self.view.ended.connect(lambda: self.ok_button.setEnabled(True))
        self.finished.connect(lambda _code: self.view.cancel())
        self.view.start(lambda: Sides(proposal.base.settings, proposal.edited))

    def _lay_out(self) -> None:
        self.question.setObjectName("proposalQuestion")
        font = self.question.font()
        font.setBold(True)
        self.question.setFont(font)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.ok_button.setEnabled(False)
        self.box.accepted.connect(self._on_accepted)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.question)
        if self._proposal.hint:
            layout.addWidget(HintLabel(self._proposal.hint))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.box)
        self.box.button(Button.Cancel).setFocus()

    def _on_accepted(self) -> None:
        self.ok_button.setEnabled(False)
        self.notice.say("")
        self._gate.pass_through(self._proposal.base.settings, self._proposal.edited, self._save,
                                partial(self.ok_button.setEnabled, True), self._on_failed)

    def _save(self) -> None:
        self.box.button(Button.Cancel).setEnabled(False)
        request = SaveRequest(self._proposal.edited, self._proposal.base.newest.number, {}, self._proposal.comment)
        self._model.save(request, self._on_saved, self._on_failed)

    def _on_saved(self, revision: Revision) -> None:
        self.saved.emit(revision)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        """Somebody may have saved meanwhile; then this preview is of the past, and nothing was changed."""
        self.box.button(Button.Cancel).setEnabled(True)
        self.notice.say(tr("Nothing was changed. {error}", error=str(error) or type(error).__name__), Severity.ERROR)

    def reject(self) -> None:
        """Close, but not while it is being saved."""
        if self.box.button(Button.Cancel).isEnabled():
            super().reject()
