"""Everything once more in words, before it is saved, and who can relay afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout

from posthouse_console.service.backend import Backend
from posthouse_console.service.newest import Newest
from posthouse_console.service.relay_words import RelaySentence, relay_sentences
from posthouse_console.service.set_up import Answers, exposure_of
from posthouse_console.service.set_up_words import summary_lines
from posthouse_console.widgets.exposure_label import ExposureLabel
from posthouse_console.widgets.sentences import SentenceList
from posthouse_console.wizard.step import StepPage
from posthouse_server.policy.exposure import Exposure
from posthouse_server.words import tr


class SummaryPage(StepPage):
    """Asks nothing; the button saves."""

    caption = tr("Summary")
    title = tr("Ready to be saved")
    introduction = tr("Nothing is saved yet. Save puts all of it in place at once, and every change stands in the history.")
    next_text = tr("&Save")

    def __init__(self, backend: Backend) -> None:
        """Show nothing yet."""
        super().__init__()
        self._backend = backend
        self._newest = Newest(backend.background, self)
        self.changes = SentenceList()
        self.changes.setObjectName("summaryChanges")
        self.relay = SentenceList()
        self.relay.setObjectName("summaryRelay")
        self.exposure = ExposureLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(_heading(tr("What will be saved")))
        layout.addWidget(self.changes)
        layout.addSpacing(8)
        layout.addWidget(_heading(tr("Who can send through this server afterwards")))
        layout.addWidget(self.relay)
        layout.addWidget(self.exposure)
        layout.addStretch(1)

    def enter(self, answers: Answers) -> None:
        """Put the answers into words, off the GUI thread where it may take long."""
        self.changes.show_sentences(summary_lines(answers))
        mailboxes = list(self._backend.directory.lists.mailboxes)
        if (added := answers.new_mailbox()) is not None:
            mailboxes.append(added)

        def work() -> tuple[list[RelaySentence], Exposure]:
            return relay_sentences(answers.settings(), mailboxes), exposure_of(self._backend.store, answers)

        self._newest.ask(work, self._on_worded, self._on_failed)

    def is_complete(self) -> bool:
        """Nothing is asked here."""
        return True

    def _on_worded(self, found: tuple[list[RelaySentence], Exposure]) -> None:
        sentences, exposure = found
        self.relay.show_sentences([(item.weight, item.text) for item in sentences])
        self.exposure.show_exposure(exposure)

    def _on_failed(self, error: Exception) -> None:
        self.relay.show_sentences([("error", str(error))])
        self.exposure.show_exposure(None)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
