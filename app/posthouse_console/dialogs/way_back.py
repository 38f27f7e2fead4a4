"""Reverting a change, or going back to a state: what that would mean, and only then the doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.background import Background
from posthouse_console.widgets.changes_table import ChangesTable
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.control import author
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure import Exposure, Level, exposure
from posthouse_server.settings import Settings
from posthouse_server.store import Revision, Store
from posthouse_server.store.history import Plan

_ICONS = {Level.CLOSED: "shield", Level.PRIVATE: "ok", Level.PUBLIC: "warning", Level.OPEN: "error"}
_WORD = "OPEN"


@dataclass(frozen=True, slots=True)
class _Outlook:
    plan: Plan
    now: Settings
    directory: Directory | None
    """The directory afterwards, where it changes and can be copied."""
    before: Exposure
    after: Exposure


class WayBackDialog(FormDialog):
    """Shows the plan with the exposure before and after; opening the server further needs a word typed."""

    help_topic = "history"
    done_back = Signal(str)
    """What was done, as a sentence."""

    def __init__(self, store: Store, background: Background, revision: Revision, *, is_revert: bool, parent: QWidget) -> None:
        """Work out the plan in the background."""
        title = "Revert This Change" if is_revert else "Go Back to This State"
        intro = (f"Takes back what revision {revision.number} changed, and leaves everything that came later."
                 if is_revert else f"Brings back the settings and the directory as they were with revision {revision.number}. "
                 "Everything that came later is taken back; stored mail stays.")
        super().__init__(title, f"{intro} This is a new revision, which can be reverted too.", parent, "&Do It")
        self.resize(700, 460)
        self._store = store
        self._background = background
        self._number = revision.number
        self._is_revert = is_revert
        self._outlook: _Outlook | None = None
        self.table = ChangesTable()
        self.exposure = SentenceList()
        self.exposure.setObjectName("exposure")
        self.comment = QLineEdit()
        self.comment.setObjectName("commentEdit")
        self.word = QLineEdit()
        self.word.setObjectName("wordEdit")
        self.word.setPlaceholderText(_WORD)
        self.preview = QPushButton("&Preview…")
        self.preview.setObjectName("previewButton")
        self.preview.setAutoDefault(False)
        self.preview.setEnabled(False)
        self._build()
        background.run(self, self._look, self._on_looked, self._on_failed)

    def is_complete(self) -> bool:
        """Return whether there is a plan, and what it opens is confirmed."""
        return self._outlook is not None and (not self._needs_word() or self.word.text().strip() == _WORD)

    def submit(self) -> None:
        """Do it."""
        act = self._store.history.revert if self._is_revert else self._store.history.go_back
        number, comment = self._number, self.comment.text().strip()

        def done(revision: Revision) -> None:
            self.accept()
            what = "reverted" if self._is_revert else "back to"
            self.done_back.emit(f"Revision {revision.number}: {what} revision {number}.")

        self._background.run(self, lambda: act(number, author("console"), comment), done, self.show_error)

    def _build(self) -> None:
        self.form.addRow(self.table)
        self.form.addRow(self.exposure)
        self.form.addRow("", self.preview)
        self.add("C&omment:", self.comment)
        self.add(f"&Type {_WORD} to open it:", self.word)
        self.form.setRowVisible(self.word, False)
        self.preview.clicked.connect(self._on_preview_clicked)
        self.word.textChanged.connect(lambda _text: self.refresh())
        self.refresh()

    def _look(self) -> _Outlook:
        history, at = self._store.history, datetime.now(UTC)
        plan = history.plan_revert(self._number) if self._is_revert else history.plan_go_back(self._number)
        now, directory = self._store.settings.load().settings, self._store.directory.snapshot()
        later = history.directory_after(plan)
        return _Outlook(plan, now, later, exposure(now, directory, at), exposure(plan.settings or now, later or directory, at))

    def _needs_word(self) -> bool:
        found = self._outlook
        return found is not None and found.after.public > found.before.public

    def _on_looked(self, found: _Outlook) -> None:
        self._outlook = found
        self.table.show_changes(found.plan.lines)
        self.exposure.show_sentences([(_ICONS[found.before.level], f"Now: {found.before.sentence}"),
                                      (_ICONS[found.after.level], f"Then: {found.after.sentence}")])
        self.preview.setEnabled(True)
        self.form.setRowVisible(self.word, self._needs_word())
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.show_error(error)

    def _on_preview_clicked(self) -> None:
        from posthouse_console.dialogs.preview import PreviewDialog

        if self._outlook is not None:
            found = self._outlook
            PreviewDialog(self._store, self._background, found.now, found.plan.settings or found.now, self,
                          found.directory).open()


