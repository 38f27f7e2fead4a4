"""Restore: what a backup would replace, and who could relay then; only then the doing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from posthouse_console.dialogs.backup import FILTER
from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_console.widgets.changes_table import ChangesTable
from posthouse_console.widgets.file_choice import FileChoice
from posthouse_console.widgets.hint import HintLabel, Severity
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.opening_consent import OpeningConsent
from posthouse_server.backup.archive import ENDING
from posthouse_server.backup.making import Look, Restored, look, restore
from posthouse_server.backup.sealing import ReplacedBackupError
from posthouse_server.control import author
from posthouse_server.store import Store
from posthouse_server.store.way_back import HistoryError
from posthouse_server.words import tr

_INTRO = tr("Brings settings, domains and mailboxes back as they are in a backup. What is here now is backed up first. The "
            "server may run: it obeys at once. Stored mail and the queue stay as they are.")
_FIRST = tr("Choose a backup: then you see what it would replace, and who could relay afterwards.")
_ADOPTED = tr("The history of the backup comes too, since there is nothing here yet that it does not hold.")
_GOES_ON = tr("The history here goes on: the restore is a new revision, which can be reverted.")
_SAME = tr("Settings, domains and mailboxes are as in the backup already.")
_ROWS = (tr("When"), tr("Revision"), tr("Domains"), tr("Mailboxes"))
_MOST = 100  # the table takes what room there is, not the empty space below


class RestoreDialog(FormDialog):
    """OK is grey until a backup was looked into, and what it opens is confirmed."""

    help_topic = "backup"
    done_back = Signal(str, str)
    """What was done, and where the state of before is, as sentences."""

    def __init__(self, store: Store, background: Background, parent: QWidget) -> None:
        """Look at nothing before a file is chosen."""
        super().__init__(tr("Restore"), _INTRO, parent, tr("&Restore"))
        self.resize(720, 600)
        self._store, self._background = store, background
        self._looks = Newest(background, self)
        self._found: Look | None = None
        self._path: Path | None = None
        self._refusal = ""
        self.file = FileChoice(tr("Restore From"), FILTER, ENDING, is_save=False)
        self.facts = {title: (QLabel("–"), QLabel("–")) for title in _ROWS}
        self.table = ChangesTable()
        self.history = HintLabel()
        self.consent = OpeningConsent()
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("passphraseEdit")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(tr("Empty: the passwords of the smart hosts stay as they are"))
        self.comment = QLineEdit()
        self.comment.setObjectName("commentEdit")
        self._build()

    def is_complete(self) -> bool:
        """Return whether the file on show was looked into, and its consequences are accepted."""
        return self._found is not None and self.file.path() == self._path and self.consent.is_given()

    def submit(self) -> None:
        """Bring it back."""
        path, found = self._path, self._found
        assert path is not None and found is not None, "it is complete"  # noqa: PT018 - one thought
        words, comment = self.passphrase.text() or None, self.comment.text().strip()
        self._background.run(
            self, lambda: restore(self._store, path, found.plan.base, author("console"), words, comment, found.manifest),
            self._on_restored, self._on_refused)

    def _build(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setStretchFactor(self.form, _MOST)
        self.add(tr("&File:"), self.file, buddy=self.file.line)
        self.form.addRow("", self._new_facts())
        self.form.addRow(self.table)
        self.form.addRow(self.history)
        self.form.addRow(self.consent)
        self.add(tr("&Passphrase:"), self.passphrase)
        self.add(tr("C&omment:"), self.comment)
        self.form.setRowVisible(self.passphrase, False)
        self.history.setText(_FIRST)
        self.file.edited.connect(self.refresh)
        self.file.chosen.connect(self._on_file_chosen)
        self.consent.changed.connect(self.refresh)
        self.passphrase.textChanged.connect(lambda _text: self.refresh())
        self.refresh()

    def _new_facts(self) -> QWidget:
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        for column, title in enumerate(("", tr("In the backup"), tr("Here now"))):
            grid.addWidget(HintLabel(title), 0, column)
        for row, (title, labels) in enumerate(self.facts.items(), 1):
            grid.addWidget(HintLabel(title), row, 0)
            for column, label in enumerate(labels, 1):
                label.setAccessibleName(tr("{title}, in the backup", title=title) if column == 1 else
                                        tr("{title}, here now", title=title))
                grid.addWidget(label, row, column)
        grid.setColumnStretch(2, 1)
        return shown

    def _on_file_chosen(self) -> None:
        path = self.file.path()
        if path is not None and (path != self._path or self._found is None) and not self._is_busy:
            self._look(path)

    def _look(self, path: Path) -> None:
        self._path, self._found = path, None
        self.notice.say(tr("Reading the backup…"), Severity.INFORMATION)
        self.ok_button.setEnabled(False)
        self._looks.ask(lambda: look(self._store, path), self._on_looked, self._on_failed)

    def _on_looked(self, found: Look) -> None:
        self._found = found
        manifest, ours = found.manifest, found.plan.ours
        for title, texts in zip(_ROWS, (
                (tr("{created_at} on {host}", created_at=time_text(manifest.created_at), host=manifest.host),
                 time_text(ours.newest.created_at)),
                (str(manifest.revision), str(ours.newest.number)), (number_text(manifest.domains), number_text(ours.domains)),
                (number_text(manifest.mailboxes), number_text(ours.mailboxes))), strict=True):
            for label, text in zip(self.facts[title], texts, strict=True):
                label.setText(text)
        self.table.show_changes(found.plan.lines)
        self.history.setText(_ADOPTED if found.plan.adopts_history else _GOES_ON if found.plan.changes else _SAME)
        self.consent.show_widening(found.widening)
        self.form.setRowVisible(self.passphrase, manifest.has_secrets)
        self.refresh()
        if self._refusal:
            self.notice.say(self._refusal, Severity.WARNING)
            self._refusal = ""

    def _on_failed(self, error: Exception) -> None:
        self._found = None
        for label in (label for pair in self.facts.values() for label in pair):
            label.setText("–")
        self.table.show_changes(())
        self.history.setText(_FIRST)
        self.consent.show_widening(None)
        self.form.setRowVisible(self.passphrase, False)
        self.show_error(error)

    def _on_refused(self, error: Exception) -> None:
        """Nothing was done: the passphrase can be typed again; if somebody was faster, show how it looks now."""
        self.show_error(error)
        self.passphrase.selectAll()
        if isinstance(error, (HistoryError, ReplacedBackupError)) and self._path is not None:
            self._refusal = str(error)
            self._look(self._path)

    def _on_restored(self, done: Restored) -> None:
        self.accept()
        where = [tr("What was here before is in {safety}.", safety=done.safety)]
        if done.secrets:
            where.append(tr("1 password was restored.") if done.secrets == 1 else
                         tr("{number} passwords were restored.", number=done.secrets))
        self.done_back.emit(tr("Revision {revision}: restored from the backup.", revision=done.revision.number),
                            " ".join(where))
