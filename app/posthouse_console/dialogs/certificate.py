"""Certificate: what the server's certificate says, a new self-signed one, or one from a PEM or PFX file."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.properties.page import CertificateTool
from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.question import ask
from posthouse_server.certificates import CertificateFacts, CertificatePasswordError, bring_in, facts_of, make_self_signed
from posthouse_server.paths import DataFolder
from posthouse_server.words import tr

_FILTER = tr("Certificates (*.pem *.crt *.cer *.pfx *.p12);;All files (*)")
_SOON_DAYS = 30
_FILE = "file"
_ROWS = {"for_the_names": tr("For the names"), "issued_to": tr("Issued to"), "issued_by": tr("Issued by"),
         "valid_from": tr("Valid from"), "valid_until": tr("Valid until"), _FILE: tr("File")}


class CertificateDialog(QDialog):
    """Shows the certificate that is edited; what is chosen here counts once the Properties are applied."""

    help_topic = "smtp-inbound"

    def __init__(self, folder: DataFolder, background: Background, tool: CertificateTool, parent: QWidget) -> None:
        """Read the file at once, in the background."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Certificate"))
        self._folder = folder
        self._background = background
        self._tool = tool
        self._path = Path(tool.certificate_file) if tool.certificate_file else folder.certificate
        self.values = {row: QLabel() for row in _ROWS}
        self.notice = Notice(lines=2)
        self.renew = QPushButton(tr("&New Self-Signed..."))
        self.load = QPushButton(tr("&Load PEM or PFX..."))
        self._build()
        self._read()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for row, label in self.values.items():
            label.setWordWrap(True)
            label.setMinimumHeight(self.fontMetrics().lineSpacing() + 2)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
            label.setObjectName(f"certificate_{row}")
            form.addRow(f"{_ROWS[row]}:", label)
        buttons = QHBoxLayout()
        for button, act in ((self.renew, self._on_renew_clicked), (self.load, self._on_load_clicked)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addLayout(buttons)
        layout.addWidget(box)

    def _read(self) -> None:
        path = self._path
        self.values[_FILE].setText(str(path))
        self._background.run(self, lambda: facts_of(path), self._show, self._show_fault)

    def _show(self, facts: CertificateFacts) -> None:
        issuer = tr("itself (self-signed)") if facts.is_self_signed else facts.issuer
        texts = (", ".join(facts.names) or tr("no name"), facts.subject, issuer, _date(facts.valid_from),
                 _date(facts.valid_until))
        for row, text in zip(_ROWS, texts, strict=False):
            self.values[row].setText(text)
        left = facts.days_left(datetime.now(UTC))
        if left < 0:
            self.notice.say(tr("It is no longer valid: programs that check certificates refuse to connect."), Severity.ERROR)
        elif left < _SOON_DAYS:
            self.notice.say(tr("It is valid for 1 more day.") if left == 1 else
                            tr("It is valid for {left} more days.", left=left), Severity.WARNING)
        elif facts.is_self_signed:
            self.notice.say(tr("Valid for {left:,} more days. Programs that check certificates don't know who made it; "
                               "scanners and mail programs can be told to trust it.", left=left), Severity.INFORMATION)
        else:
            self.notice.say(tr("Valid for {left:,} more days.", left=left), Severity.INFORMATION)

    def _show_fault(self, error: Exception) -> None:
        for row, label in self.values.items():
            if row != _FILE:
                label.setText("")
        is_ours = self._path == self._folder.certificate and not self._path.exists()
        self.notice.say(tr("The server makes a self-signed certificate when it first starts.") if is_ours else str(error),
                        Severity.INFORMATION if is_ours else Severity.ERROR)

    def _on_renew_clicked(self) -> None:
        name = self._tool.hostname or socket.gethostname()
        ask(self, tr("Certificate"), tr("Make a new self-signed certificate for {name}?", name=name), tr("&Make a New One"),
            self._renew, detail=tr("It replaces the self-signed certificate that the server made. Devices that were told to "
                                   "trust the old one must be told to trust the new one. A running server uses it for the next "
                                   "connections."))

    def _renew(self) -> None:
        name = self._tool.hostname or socket.gethostname()
        self._background.run(self, lambda: make_self_signed(self._folder.certificate, name), lambda _done: self._use(""),
                             self._show_fault)

    def _on_load_clicked(self) -> None:
        dialog = QFileDialog(self, tr("Load a Certificate with its Key"), "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.bring(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring(self, path: Path, password: str = "") -> None:
        """Take a file over; asks for a password where it does not open without one."""
        self._background.run(self, lambda: bring_in(self._folder, path, password), lambda found: self._use(str(found)),
                             lambda error: self._on_not_brought(path, password, error))

    def _on_not_brought(self, path: Path, password: str, error: Exception) -> None:
        if isinstance(error, CertificatePasswordError) and not password:
            dialog = QInputDialog(self)
            dialog.setWindowTitle(tr("Password of the File"))
            dialog.setLabelText(tr("Password of {path}:", path=path.name))
            dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
            dialog.textValueSelected.connect(lambda text: self.bring(path, text) if text else None)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return
        self.notice.say(str(error), Severity.ERROR)

    def _use(self, path: str) -> None:
        self._path = Path(path) if path else self._folder.certificate
        self._tool.use(path)
        self._read()


def _date(at: datetime) -> str:
    return QLocale().toString(at.astimezone().date(), QLocale.FormatType.LongFormat)  # type: ignore[call-overload,no-any-return]
