"""Back Up: settings, domains and mailboxes with their history into one file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.background import Background
from posthouse_console.widgets.file_choice import FileChoice
from posthouse_console.widgets.hint import HintLabel
from posthouse_server.backup.archive import ENDING, Manifest
from posthouse_server.backup.making import make
from posthouse_server.backup.sealing import LEAST_PASSPHRASE
from posthouse_server.store import Store
from posthouse_server.store.backups import amount_text
from posthouse_server.words import tr

FILTER = tr("Backups of Posthouse (*{ending});;All files (*)", ending=ENDING)
_INTRO = tr("Writes the settings, the domains and mailboxes, and their whole history into one file. The server may run "
            "meanwhile. Mail, the queue and certificates are not in it. Passwords of mailboxes are in it as hashes, so keep "
            "the file to yourself.")
_ADVICE = tr("At least {least} characters. Without the passphrase nobody can open these passwords, not even you: note it "
             "somewhere else.", least=LEAST_PASSPHRASE)


class BackupDialog(FormDialog):
    """OK writes the file."""

    help_topic = "backup"
    made = Signal(str)
    """What was written, as a sentence."""

    def __init__(self, store: Store, background: Background, parent: QWidget) -> None:
        """Offer a name with the date."""
        super().__init__(tr("Back Up"), _INTRO, parent, tr("&Back Up"))
        self.setMinimumWidth(620)
        self._store, self._background = store, background
        self.file = FileChoice(tr("Back Up To"), FILTER, ENDING, is_save=True)
        self.file.show_path(_offered())
        self.secrets = QCheckBox(tr("&With the passwords of the smart hosts, under a passphrase"))
        self.secrets.setObjectName("secretsCheck")
        self.passphrase, self.again = _secret("passphraseEdit"), _secret("againEdit")
        self.advice = HintLabel(_ADVICE)
        self.add(tr("&File:"), self.file, buddy=self.file.line)
        self.form.addRow("", self.secrets)
        self.add(tr("&Passphrase:"), self.passphrase)
        self.add(tr("Passphrase a&gain:"), self.again)
        self.form.addRow(self.advice)
        self.file.edited.connect(self.refresh)
        self.secrets.toggled.connect(self._on_secrets_toggled)
        for field in (self.passphrase, self.again):
            field.textChanged.connect(lambda _text: self.refresh())
        self._on_secrets_toggled(False)

    def is_complete(self) -> bool:
        """Return whether there is a whole path, and the passphrase twice where one is wanted."""
        if self.file.path() is None:
            return False
        words = self.passphrase.text()
        return not self.secrets.isChecked() or (len(words) >= LEAST_PASSPHRASE and words == self.again.text())

    def submit(self) -> None:
        """Write the file."""
        path, words = self.file.path(), self.passphrase.text() if self.secrets.isChecked() else None
        assert path is not None, "it is complete"

        def done(manifest: Manifest) -> None:
            self.accept()
            held = amount_text(manifest.domains, manifest.mailboxes)
            self.made.emit(tr("Backed up to {path}: revision {revision}, {held}.",
                              path=path, revision=manifest.revision, held=held))

        self._background.run(self, lambda: make(self._store, path, words), done, self.show_error)

    def _on_secrets_toggled(self, is_wanted: bool) -> None:
        for field in (self.passphrase, self.again, self.advice):
            self.form.setRowVisible(field, is_wanted)
        self.refresh()
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Make room for what has come into sight; wrapped texts tell only with a width how much they need."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))


def _secret(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def _offered() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return (Path(folder) if folder and Path(folder).is_dir() else Path.home()) / f"posthouse-{datetime.now():%Y-%m-%d}{ENDING}"  # noqa: DTZ005 - a name for people here
