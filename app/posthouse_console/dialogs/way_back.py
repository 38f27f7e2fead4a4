"""Reverting a change, or going back to a state: what that would mean, and only then the doing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.background import Background
from posthouse_console.widgets.changes_table import ChangesTable
from posthouse_console.widgets.exposure_confirmation import WORD
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.ranges_text import addresses_text
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.control import author
from posthouse_server.policy.exposure import Level
from posthouse_server.store import Revision, Store
from posthouse_server.store.outlook import Outlook, outlook
from posthouse_server.words import tr

_ICONS = {Level.CLOSED: "shield", Level.PRIVATE: "ok", Level.PUBLIC: "warning", Level.OPEN: "error"}
_MOST = 100  # the table takes what room there is, not the empty space below


class WayBackDialog(FormDialog):
    """Shows the plan with the exposure before and after; opening the server further needs a tick, or a word typed."""

    help_topic = "history"
    done_back = Signal(str)
    """What was done, as a sentence."""

    def __init__(self, store: Store, background: Background, revision: Revision, *, is_revert: bool, parent: QWidget) -> None:
        """Work out the plan in the background."""
        title = tr("Revert This Change") if is_revert else tr("Go Back to This State")
        intro = (tr("Takes back what revision {revision} changed, and leaves everything that came later. "
                    "This is a new revision, which can be reverted too.", revision=revision.number) if is_revert else
                 tr("Brings back the settings and the directory as they were with revision {revision}. Everything that came "
                    "later is taken back; stored mail stays. What changes is a new revision of the settings, of the "
                    "directory, or of both; each can be reverted too.",
                    revision=revision.number))
        super().__init__(title, intro, parent, tr("&Do It"))
        self.resize(700, 460)
        self._store = store
        self._background = background
        self._number = revision.number
        self._is_revert = is_revert
        self._outlook: Outlook | None = None
        self._refusal = ""
        """Why it was not done, while it is looked at again."""
        self.table = ChangesTable()
        self.exposure = SentenceList()
        self.exposure.setObjectName("exposure")
        self.comment = QLineEdit()
        self.comment.setObjectName("commentEdit")
        self.word = QLineEdit()
        self.word.setObjectName("wordEdit")
        self.word.setPlaceholderText(WORD)
        self.yes = QCheckBox()
        self.yes.setObjectName("yesCheck")
        self.preview = QPushButton(tr("&Preview…"))
        self.preview.setObjectName("previewButton")
        self.preview.setAutoDefault(False)
        self.preview.setEnabled(False)
        self._build()
        background.run(self, self._look, self._on_looked, self._on_failed)

    def is_complete(self) -> bool:
        """Return whether there is a plan, and what it opens is confirmed."""
        if self._outlook is None:
            return False
        opens = self._outlook.widening
        if opens.needs_word:
            return self.word.text().strip() == WORD
        return self.yes.isChecked() or not opens.needs_yes

    def submit(self) -> None:
        """Do it."""
        assert self._outlook is not None, "it is complete"
        number, comment, plan = self._number, self.comment.text().strip(), self._outlook.plan

        def done(revision: Revision) -> None:
            self.accept()
            self.done_back.emit(tr("Revision {revision}: reverted revision {number}.", revision=revision.number, number=number)
                                if self._is_revert else
                                tr("Revision {revision}: back to revision {number}.", revision=revision.number, number=number))

        self._background.run(self, lambda: self._store.history.carry_out(plan, author("console"), comment), done,
                             self._on_refused)

    def _build(self) -> None:
        self.form.addRow(self.table)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setStretchFactor(self.form, _MOST)
        self.form.addRow(self.exposure)
        self.form.addRow("", self.preview)
        self.add(tr("C&omment:"), self.comment)
        self.add(tr("&Type {word} to open it:", word=WORD), self.word)
        self.form.addRow("", self.yes)
        for field in (self.word, self.yes):
            self.form.setRowVisible(field, False)
        self.yes.toggled.connect(lambda _on: self.refresh())
        self.preview.clicked.connect(self._on_preview_clicked)
        self.word.textChanged.connect(lambda _text: self.refresh())
        self.refresh()

    def _look(self) -> Outlook:
        return outlook(self._store, self._number, is_revert=self._is_revert)

    def _on_looked(self, found: Outlook) -> None:
        self._outlook = found
        opens = found.widening
        self.table.show_changes(found.plan.lines)
        self.exposure.show_sentences([(_ICONS[opens.before.level], tr("Now: {sentence}", sentence=opens.before.sentence)),
                                      (_ICONS[opens.after.level], tr("Then: {sentence}", sentence=opens.after.sentence))])
        self.preview.setEnabled(True)
        self.word.clear()
        self.yes.setChecked(False)
        self.yes.setText(tr("&Yes, allow {public} to relay", public=addresses_text(opens.after.public, 'public')))
        self.form.setRowVisible(self.word, opens.needs_word)
        self.form.setRowVisible(self.yes, opens.needs_yes)
        self.refresh()
        if self._refusal:
            self.notice.say(self._refusal, Severity.WARNING)
            self._refusal = ""

    def _on_refused(self, error: Exception) -> None:
        """Nothing was done, maybe because somebody else was faster: show how it looks now."""
        self.show_error(error)
        self._refusal, self._outlook = str(error), None
        self.ok_button.setEnabled(False)
        self._background.run(self, self._look, self._on_looked, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._outlook = None
        self.table.show_changes(())
        self.exposure.show_sentences(())
        self.preview.setEnabled(False)
        self.show_error(error)

    def _on_preview_clicked(self) -> None:
        from posthouse_console.dialogs.preview import PreviewDialog

        if self._outlook is not None:
            found = self._outlook
            PreviewDialog(self._store, self._background, found.old, found.new, self, found.directory).open()
