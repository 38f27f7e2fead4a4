"""One revision: what it changed, in the words of the dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.background import Background
from posthouse_console.widgets.changes_table import ChangesTable
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_server.settings.labels import in_words
from posthouse_server.store import Revision, Store
from posthouse_server.store.history import Change
from posthouse_server.store.settings_store import TRIAL
from posthouse_server.store.trials import Trial
from posthouse_server.words import tr

REVERT = "revert"
GO_BACK = "go_back"


class RevisionDialog(QDialog):
    """Shows the difference, and leads to the two ways back; `wanted` says which was chosen."""

    help_topic = "history"

    def __init__(self, store: Store, background: Background, revision: Revision, parent: QWidget) -> None:
        """Read the difference in the background."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Revision {revision}", revision=revision.number))
        self.resize(680, 380)
        self.wanted = ""
        self.table = ChangesTable()
        self.notice = Notice()
        comment = tr("Comment: {comment}", comment=revision.comment) if revision.comment else ""
        head = HintLabel(f"{revision.author}, {time_text(revision.created_at)}. {comment}".rstrip())
        box = button_box(Button.Close)
        self.revert = self._button(tr("&Revert This Change…"), "revertButton", REVERT)
        self.go_back = self._button(tr("&Go Back to This State…"), "goBackButton", GO_BACK)
        for button in (self.revert, self.go_back):
            box.addButton(button, box.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (head, self.table, self.notice, box):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self._revision = revision
        self.revert.setEnabled(revision.kind != TRIAL)
        number = revision.number
        background.run(self, lambda: (store.history.difference(number), store.trials.current()), self._on_read, self._on_failed)

    def _button(self, caption: str, name: str, wanted: str) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self._choose(wanted))
        return button

    def _choose(self, wanted: str) -> None:
        self.wanted = wanted
        self.accept()

    def _on_read(self, found: tuple[Sequence[Change], Trial | None]) -> None:
        lines, trial = found
        self.table.show_changes(lines)
        if self._revision.kind == TRIAL:
            said = in_words(self._revision.summary)
            self.notice.say(tr("{summary}: it stays in force. Nothing else was changed.", summary=said), Severity.INFORMATION)
        elif not lines:
            self.notice.say(tr("This revision differs in nothing from the one before."), Severity.INFORMATION)
        elif trial is not None and trial.revision == self._revision.number:
            self.notice.say(tr("On trial: it takes itself back at {until} unless somebody keeps it.",
                               until=time_text(trial.until)), Severity.WARNING)

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)
