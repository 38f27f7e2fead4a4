"""The question of Who Can Relay?: one recipient, as a client would ask for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.moment_input import MomentInput
from posthouse_server.policy.decision import Request
from posthouse_server.policy.networks import parse_client
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr


class RelayQuestion(QGroupBox):
    """Client, login, TLS, sender, recipient and time; starts with a stranger who asks for relay."""

    checked = Signal()
    """The button was pressed."""

    def __init__(self, lists: DirectoryLists) -> None:
        """Offer the enabled mailboxes as logins."""
        super().__init__(tr("What if…"))
        self.client = _edit("clientEdit", "203.0.113.7")
        self.login = QComboBox()
        self.login.setObjectName("loginBox")
        self.login.setMinimumContentsLength(16)
        self.login.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.login.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # a login is as long as an address
        self.login.addItem(tr("Nobody (not logged in)"), "")
        for row in lists.mailboxes:
            if row.enabled:
                self.login.addItem(row.login, row.login)
        self.tls = QCheckBox(tr("The connection is encrypted (&TLS)"))
        self.tls.setObjectName("tlsCheck")
        self.mail_from = _edit("senderEdit", "someone@elsewhere.example")
        self.mail_from.setPlaceholderText(tr("Empty: the null sender of bounces"))
        self.recipient = _edit("recipientEdit", "somebody@another.example")
        self.moment = MomentInput()
        self.button = QPushButton(tr("&Check"))
        self.button.setObjectName("checkButton")
        self.button.setDefault(True)
        self.notice = Notice()
        self._build()
        self.button.clicked.connect(self.checked)

    def request(self) -> Request | None:
        """Return what is asked; None after saying what is wrong with it."""
        try:
            client = parse_client(self.client.text())
        except ValueError as error:
            self.notice.say(tr("IP address of the client: {error}.", error=error), Severity.ERROR)
            self.client.setFocus()
            return None
        self.notice.say("")
        return Request(client, self.mail_from.text().strip(), self.recipient.text().strip(), self.moment.value(),
                       str(self.login.currentData()) or None, self.tls.isChecked())

    def show_row(self, row: DecisionRow) -> None:
        """Fill the form with a recorded question."""
        self.notice.say("")
        self.client.setText(row.client)
        self._choose_login(row.login or "")
        self.tls.setChecked(row.tls)
        self.mail_from.setText(row.sender)
        self.recipient.setText(row.recipient)
        self.moment.show_value(row.at)

    def _choose_login(self, login: str) -> None:
        if self.login.findData(login) < 0:
            self.login.addItem(login, login)  # its mailbox has gone or is disabled since
        self.login.setCurrentIndex(self.login.findData(login))

    def _build(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for caption, field in ((tr("&IP address of the client:"), self.client), (tr("&Logged in as:"), self.login),
                               ("", self.tls), (tr("&Sender:"), self.mail_from), (tr("&Recipient:"), self.recipient),
                               (tr("Ti&me:"), self.moment)):
            label = QLabel(caption)
            if caption:
                label.setBuddy(field)
                field.setAccessibleName(caption.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        form.addRow("", self.button)
        form.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)


def _edit(name: str, text: str) -> QLineEdit:
    edit = QLineEdit(text)
    edit.setObjectName(name)
    return edit
