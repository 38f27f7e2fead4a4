"""The connection for a mailbox or a range: values to copy, a QR code, the fields of a device, and what stands in the way."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.service.backend import Backend
from posthouse_console.service.connection_facts import (
    Connection,
    Subject,
    certificate_warning,
    connection,
    doors,
    subjects,
    warnings,
)
from posthouse_console.service.device_fields import PRODUCTS, filled
from posthouse_console.widgets import own_addresses
from posthouse_console.widgets.copy_line import CopyLine
from posthouse_console.widgets.fields_table import FieldsTable
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.qr_code import QrCode
from posthouse_console.widgets.sentences import SentenceList
from posthouse_console.widgets.wording import TLS_IN_SHORT, place_of
from posthouse_server.certificates import CertificateError, CertificateFacts, facts_of
from posthouse_server.settings.schema import Listener, PrivilegedRange
from posthouse_server.words import tr

_NO_PASSWORD = tr("none: the device is known by its address")
_THE_PASSWORD = tr("that of the mailbox (it can't be shown)")


class ConnectPanel(QWidget):
    """Follows the settings and the directory while it is open."""

    def __init__(self, backend: Backend) -> None:
        """Show what is in force."""
        super().__init__()
        self._backend = backend
        self._certificate: CertificateFacts | None = None
        self._edited: PrivilegedRange | None = None
        self._passwords: dict[str, str] = {}
        self._addresses = own_addresses.lan_addresses()
        self.subject, self.door, self.product = QComboBox(), QComboBox(), QComboBox()
        self.server, self.port = CopyLine(tr("Server")), CopyLine(tr("Port"))
        self.security, self.login, self.password = CopyLine(tr("Security")), CopyLine(tr("User name")), CopyLine(tr("Password"))
        self.others, self.place, self.note = HintLabel(), HintLabel(), HintLabel()
        self.code = QrCode()
        self.warnings = SentenceList()
        self.table = FieldsTable()
        self.copy_all = QPushButton(tr("Copy &All"))
        self._build()
        backend.settings.changed.connect(self.refresh)
        backend.directory.changed.connect(self.refresh)
        backend.server.changed.connect(self._show)
        self.refresh()

    def choose(self, subject: object) -> None:
        """Choose a mailbox by its login, or a range by its text."""
        for index in range(self.subject.count()):
            found = self.subject.itemData(index)
            if subject in (getattr(found, "login", None), getattr(found, "range", None)):
                self.subject.setCurrentIndex(index)

    def know_password(self, login: str, password: str) -> None:
        """Show a password that was made just now, as long as this window is open; it goes into no QR code."""
        self._passwords = {login: password} if password else {}
        self._show()

    def choose_range(self, entry: PrivilegedRange) -> None:
        """Choose a range as it is edited somewhere; one that is not saved is offered as well."""
        self._edited = entry
        self.refresh()
        self.subject.setCurrentIndex(next(index for index in range(self.subject.count())
                                          if self.subject.itemData(index) == entry))

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for caption, widget in ((tr("F&or:"), self.subject), (tr("&Through:"), self.door), (tr("S&erver:"), self.server),
                                ("", self.others), (tr("&Port:"), self.port), (tr("Securit&y:"), self.security),
                                (tr("&User name:"), self.login), (tr("Pass&word:"), self.password)):
            form.addRow(_label(caption, widget) if caption else "", widget)
        for box, name in ((self.subject, "subjectBox"), (self.door, "doorBox"), (self.product, "productBox")):
            box.setObjectName(name)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._beside_code(form))
        layout.addWidget(self.warnings)
        layout.addLayout(self._product_line())
        layout.addWidget(self.place)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        for product in PRODUCTS:
            self.product.addItem(product.name, product)
        self.subject.currentIndexChanged.connect(self._on_subject_chosen)
        self.door.currentIndexChanged.connect(self._show)
        self.product.currentIndexChanged.connect(self._show)

    def _beside_code(self, form: QFormLayout) -> QHBoxLayout:
        right = QVBoxLayout()
        right.addWidget(self.code)
        words = HintLabel(tr("For a phone at the device. The password is not in it."))
        words.setFixedWidth(self.code.sizeHint().width())
        right.addWidget(words)
        right.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(18)
        upper.addLayout(form, 1)
        upper.addLayout(right)
        return upper

    def _product_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(_label(tr("&Device or program:"), self.product))
        line.addWidget(self.product, 1)
        line.addWidget(self.copy_all)
        self.copy_all.setObjectName("copyAllButton")
        self.copy_all.setAutoDefault(False)
        self.copy_all.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self.table.as_text()))
        return line

    def refresh(self) -> None:
        """Offer the mailboxes and ranges of now; the one chosen stays."""
        loaded, chosen = self._backend.settings.loaded, self.subject.currentData()
        if loaded is None:
            return
        offered = subjects(self._backend.directory.lists.mailboxes, loaded.settings)
        if self._edited is not None and self._edited not in [subject for _words, subject in offered]:
            offered.append((tr("Range {range}, not saved yet", range=self._edited.range), self._edited))
        self.subject.blockSignals(True)
        self.subject.clear()
        for words, subject in offered:
            self.subject.addItem(words, subject)
        self.subject.blockSignals(False)
        key = getattr(chosen, "login", None) or getattr(chosen, "range", None)
        if key is not None:
            self.choose(key)
        self._read_certificate(Path(loaded.settings.smtp.inbound.certificate_file)
                               if loaded.settings.smtp.inbound.certificate_file else self._backend.store.folder.certificate)
        self._on_subject_chosen()

    def _read_certificate(self, path: Path) -> None:
        def work() -> CertificateFacts | None:
            try:
                return facts_of(path)
            except CertificateError:  # there is none yet: the server makes one, self-signed, when it first starts
                return None

        self._backend.background.run(self, work, self._on_certificate_read)

    def _on_certificate_read(self, facts: CertificateFacts | None) -> None:
        self._certificate = facts
        self._show()

    def _on_subject_chosen(self) -> None:
        subject, loaded = self._subject(), self._backend.settings.loaded
        self.door.blockSignals(True)
        self.door.clear()
        if subject is not None and loaded is not None:
            for listener in doors(loaded.settings, subject):
                self.door.addItem(f"{place_of(listener)}, {TLS_IN_SHORT[listener.tls]}", listener)
        self.door.blockSignals(False)
        self._show()

    def _subject(self) -> Subject | None:
        found: Subject | None = self.subject.currentData()
        return found

    def _connection(self) -> Connection | None:
        subject, listener = self._subject(), self.door.currentData()
        if subject is None or not isinstance(listener, Listener):
            return None
        loaded = self._backend.settings.loaded
        assert loaded is not None, "without settings there is nobody to choose"
        return connection(loaded.settings, listener, subject, self._addresses, socket.gethostname())

    def _show(self) -> None:
        found = self._connection()
        for widget in (self.server, self.port, self.security, self.login, self.password, self.code, self.table):
            widget.setEnabled(found is not None)
        if found is None:
            self.warnings.show_sentences([("info", tr("There is no mailbox and no privileged range yet, or no port: Set Up "
                                                      "Posthouse makes them."))])
            return
        self.server.show_text(found.server)
        self.others.setText(tr("or {others}", others=", ".join(found.others)) if found.others else "")
        self.others.setVisible(bool(found.others))
        self.port.show_text(str(found.port))
        self.security.show_text(found.security)
        self.login.show_text(found.login or tr("none"), can_copy=bool(found.login))
        known = self._passwords.get(found.login, "")
        self.password.show_text(known or (_THE_PASSWORD if found.login else _NO_PASSWORD), can_copy=bool(known))
        self.code.show_text(found.text())
        self._show_warnings()
        self._show_fields(found)

    def _show_warnings(self) -> None:
        subject, listener, loaded = self._subject(), self.door.currentData(), self._backend.settings.loaded
        if subject is None or loaded is None:
            return
        at = datetime.now(UTC)
        found = warnings(loaded.settings, listener, subject, at, is_running=self._backend.server.is_running)
        if isinstance(subject, PrivilegedRange) and subject not in loaded.settings.smtp.relay.privileged_ip_ranges:
            found.insert(0, tr("The range is not saved yet: nobody in it can send before it is."))
        about = certificate_warning(listener, self._certificate, at)
        self.warnings.show_sentences([*(("warning", text) for text in found), *([("info", about)] if about else [])])
        self.warnings.setVisible(bool(found or about))

    def _show_fields(self, found: Connection) -> None:
        product = self.product.currentData()
        self.place.setText(tr("{place}. The names differ a little from model to model.", place=product.place))
        self.note.setText(product.note)
        self.note.setVisible(bool(product.note))
        self.table.show_fields(filled(product, found))


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    if isinstance(buddy, QComboBox):
        buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
    return label
