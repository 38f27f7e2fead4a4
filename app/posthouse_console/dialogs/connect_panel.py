"""The connection for a mailbox or a range: values to copy, a QR code, the fields of a device, and what stands in the way."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
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
from posthouse_console.widgets.copy_line import CopyLine
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.own_addresses import lan_addresses
from posthouse_console.widgets.qr_code import QrCode
from posthouse_console.widgets.selection import soften_selection
from posthouse_console.widgets.sentences import SentenceList
from posthouse_console.widgets.wording import TLS_IN_SHORT, place_of
from posthouse_server.certificates import CertificateError, CertificateFacts, facts_of
from posthouse_server.settings.schema import Listener

_NO_PASSWORD = "none: the device is known by its address"  # noqa: S105 - words, no password
_THE_PASSWORD = "that of the mailbox (it can't be shown)"  # noqa: S105


class ConnectPanel(QWidget):
    """Follows the settings and the directory while it is open."""

    def __init__(self, backend: Backend) -> None:
        """Show what is in force."""
        super().__init__()
        self._backend = backend
        self._certificate: CertificateFacts | None = None
        self._addresses = lan_addresses()
        self.subject, self.door, self.product = QComboBox(), QComboBox(), QComboBox()
        self.server, self.port = CopyLine("Server"), CopyLine("Port")
        self.security, self.login, self.password = CopyLine("Security"), CopyLine("User name"), CopyLine("Password")
        self.others, self.place, self.note = HintLabel(), HintLabel(), HintLabel()
        self.code = QrCode()
        self.warnings = SentenceList()
        self.table = QTableWidget(0, 2)
        self.copy_all = QPushButton("Copy &All")
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

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for caption, widget in (("F&or:", self.subject), ("&Through:", self.door), ("S&erver:", self.server),
                                ("", self.others), ("&Port:", self.port), ("Securit&y:", self.security),
                                ("&User name:", self.login), ("Pass&word:", self.password)):
            form.addRow(_label(caption, widget) if caption else "", widget)
        for box in (self.subject, self.door, self.product):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.subject.setObjectName("subjectBox")
        self.door.setObjectName("doorBox")
        self.product.setObjectName("productBox")
        right = QVBoxLayout()
        right.addWidget(self.code)
        words = HintLabel("For a phone at the device. The password is not in it.")
        words.setFixedWidth(self.code.sizeHint().width())
        right.addWidget(words)
        right.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(18)
        upper.addLayout(form, 1)
        upper.addLayout(right)
        line = QHBoxLayout()
        line.addWidget(_label("&Device or program:", self.product))
        line.addWidget(self.product, 1)
        line.addWidget(self.copy_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(upper)
        layout.addWidget(self.warnings)
        layout.addLayout(line)
        layout.addWidget(self.place)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self._set_up_table()
        for product in PRODUCTS:
            self.product.addItem(product.name, product)
        self.subject.currentIndexChanged.connect(self._on_subject_chosen)
        self.door.currentIndexChanged.connect(self._show)
        self.product.currentIndexChanged.connect(self._show)

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("fieldsTable")
        table.setAccessibleName("Fields of the device or program")
        table.setHorizontalHeaderLabels(["Field", "What to enter"])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(130)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        soften_selection(table)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._on_copy_pressed)
        self.copy_all.setObjectName("copyAllButton")
        self.copy_all.setAutoDefault(False)
        self.copy_all.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self._as_text()))

    def refresh(self) -> None:
        """Offer the mailboxes and ranges of now; the one chosen stays."""
        loaded, chosen = self._backend.settings.loaded, self.subject.currentData()
        if loaded is None:
            return
        offered = subjects(self._backend.directory.lists.mailboxes, loaded.settings)
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
            self.warnings.show_sentences([("info", "There is no mailbox and no privileged range yet, or no port: Set Up "
                                                   "Posthouse makes them.")])
            return
        self.server.show_text(found.server)
        self.others.setText(f"or {', '.join(found.others)}" if found.others else "")
        self.others.setVisible(bool(found.others))
        self.port.show_text(str(found.port))
        self.security.show_text(found.security)
        self.login.show_text(found.login or "none", can_copy=bool(found.login))
        self.password.show_text(_THE_PASSWORD if found.login else _NO_PASSWORD, can_copy=False)
        self.code.show_text(found.text())
        self._show_warnings()
        self._show_fields(found)

    def _show_warnings(self) -> None:
        subject, listener, loaded = self._subject(), self.door.currentData(), self._backend.settings.loaded
        if subject is None or loaded is None:
            return
        at = datetime.now(UTC)
        found = warnings(loaded.settings, listener, subject, at, is_running=self._backend.server.is_running)
        about = certificate_warning(listener, self._certificate, at)
        self.warnings.show_sentences([*(("warning", text) for text in found), *([("info", about)] if about else [])])
        self.warnings.setVisible(bool(found or about))

    def _show_fields(self, found: Connection) -> None:
        product = self.product.currentData()
        self.place.setText(f"{product.place}. The names differ a little from model to model.")
        self.note.setText(product.note)
        self.note.setVisible(bool(product.note))
        rows = filled(product, found)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        self.table.resizeColumnToContents(0)
        self.table.setColumnWidth(0, min(self.table.columnWidth(0) + 16, 330))

    def _as_text(self) -> str:
        def cell(row: int, column: int) -> str:
            item = self.table.item(row, column)
            return item.text() if item is not None else ""

        return "\n".join(f"{cell(row, 0)}: {cell(row, 1)}" for row in range(self.table.rowCount()))

    def _on_copy_pressed(self) -> None:
        item = self.table.currentItem()
        if item is not None:
            QGuiApplication.clipboard().setText(item.text())


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    if isinstance(buddy, QComboBox):
        buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
    return label
