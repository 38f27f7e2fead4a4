"""New Mailbox, with the fields of MailEnable's dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.password_field import PasswordField
from posthouse_console.widgets.preview_button import PreviewButton
from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.store.directory import DomainRow, MailboxKind
from posthouse_server.store.directory_outcomes import mailbox_added
from posthouse_server.words import tr


class NewMailboxDialog(FormDialog):
    """Adds a mailbox; there must be a domain."""

    help_topic = "directory"

    added = Signal(str)
    """The login of the new mailbox."""
    preview_wanted = Signal(object, object)
    """See DirectoryCommands."""

    def __init__(self, directory: DirectoryModel, domains: list[DomainRow], parent: QWidget) -> None:
        """Offer these domains; a single one needs no choice."""
        super().__init__(tr("New Mailbox"), "", parent)
        self._directory = directory
        self._domains = domains
        self._name = QLineEdit()
        self._name.setObjectName("mailboxEdit")
        self._domain = QComboBox()
        self._domain.setObjectName("domainBox")
        for row in domains:
            self._domain.addItem(row.name, row)
        self._password = PasswordField()
        self._kind = QComboBox()
        self._kind.setObjectName("kindBox")
        for kind in MailboxKind:
            self._kind.addItem(kind.value, kind)
        self._hint = HintLabel()
        self.add(tr("Mailbox &Name:"), self._name)
        if len(domains) > 1:
            self.add(tr("&Domain:"), self._domain)
        self.add(tr("&Password:"), self._password, buddy=self._password.input)
        self.add(tr("Mailbox &Type:"), self._kind)
        self.form.addRow(self._hint)
        self._preview = PreviewButton(self.box, lambda: self.preview_wanted.emit(self._outcome(), self))
        self._name.textChanged.connect(self._on_edited)
        self._domain.currentIndexChanged.connect(self._on_edited)
        self._password.changed.connect(self._on_edited)
        self._on_edited()

    def is_complete(self) -> bool:
        """Return whether name and password are there and the name can be one."""
        return bool(self._password.password()) and not self._complaint() and bool(self._local())

    def submit(self) -> None:
        """Add it."""
        address, password, kind = self._address(), self._password.password(), MailboxKind(self._kind.currentData())
        self._directory.change(self, lambda store, who: store.add_mailbox(address, password, who, kind),
                               lambda row: self._on_added(row.login), self.show_error)

    def _local(self) -> str:
        return self._name.text().strip()

    def _address(self) -> str:
        return f"{self._local()}@{self._domain.currentText()}"

    def _complaint(self) -> str:
        if "@" in self._local():
            return tr("The mailbox name is the part before the @ only.")
        try:
            address = parse_address(self._address()) if self._local() else None
        except AddressError as error:
            return str(error)
        if address is not None and (address.has_routing_characters or "/" in address.local):
            return tr("A mailbox name has letters, digits, dot, hyphen, plus and underscore.")
        return ""

    def _on_edited(self) -> None:
        self.refresh()
        self.notice.say(self._complaint())
        self._preview.allow(bool(self._local()) and not self._complaint(), tr("First type the name of the mailbox."))
        name = self._local().casefold() or "mailbox"
        self._hint.setText(tr("Logs in as {login} or with its address. Receives mail for {addresses}.",
                              login=f"{name}@{self._office()}", addresses=", ".join(self._addresses(name))))

    def _office(self) -> str:
        row = self._domain.currentData()
        return row.post_office if isinstance(row, DomainRow) else ""

    def _addresses(self, name: str) -> list[str]:
        return [f"{name}@{item.name}" for item in self._directory.lists.domains_of(self._office())]

    def _outcome(self) -> DirectoryChange:
        name = self._local().casefold()
        return mailbox_added(f"{name}@{self._office()}", self._addresses(name))

    def _on_added(self, login: str) -> None:
        self.accept()
        self.added.emit(login)
