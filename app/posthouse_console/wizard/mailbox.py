"""The first mailbox: what devices and programs log in with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout

from posthouse_console.service.backend import Backend
from posthouse_console.service.password_strength import strength
from posthouse_console.service.set_up import Answers
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.password_field import PasswordField
from posthouse_console.wizard.step import StepPage
from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.words import tr

_SUGGESTED = "scanner"
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.GOOD, Severity.GOOD)


class MailboxPage(StepPage):
    """A name and a password; one that is there already keeps its password."""

    caption = tr("A first mailbox")
    title = tr("Make a first mailbox")
    introduction = tr("Devices and programs log in with its name and password; whoever has logged in may send. One for each "
                      "device is best, so that you see who sends what; more can be added later.")

    def __init__(self, backend: Backend) -> None:
        """Ask for both."""
        super().__init__()
        self._backend = backend
        self._answers: Answers | None = None
        self.name = QLineEdit()
        self.password = PasswordField()
        self.strength = Notice(lines=1)
        self.hint = HintLabel()
        self.notice = Notice(lines=2)
        self._build()

    def _build(self) -> None:
        self.name.setObjectName("mailboxEdit")
        self.name.setAccessibleName(tr("Mailbox name"))
        self._password_label = QLabel(tr("Pass&word:"))
        self._password_label.setBuddy(self.password.input)
        name_label = QLabel(tr("Mailbox na&me:"))
        name_label.setBuddy(self.name)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(name_label, self.name)
        form.addRow(self._password_label, self.password)
        form.addRow("", self.strength)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        self.name.textChanged.connect(self._on_edited)
        self.password.changed.connect(self._on_edited)

    def enter(self, answers: Answers) -> None:
        """Propose a name, or the first mailbox of the domain."""
        is_first = self._answers is None
        self._answers = answers
        if is_first:
            ending = f"@{answers.login_domain}"
            rows = sorted(self._backend.directory.lists.mailboxes, key=lambda row: not row.enabled)
            present = [row.name for row in rows if any(address.endswith(ending) for address in row.addresses)]
            self.name.setText(present[0] if present else _SUGGESTED)
        self._on_edited()

    def is_complete(self) -> bool:
        """Return whether the name can be one, and the password is not guessed at once."""
        return bool(self._local()) and not self._complaint() and (
            self._is_present() or strength(self.password.password(), self._local()).is_enough)

    def fill(self, answers: Answers) -> Answers:
        """Note them."""
        is_new = not self._is_present()
        return replace(answers, mailbox=self._local(), is_mailbox_new=is_new,
                       password=self.password.password() if is_new else "")

    def focus_first(self) -> None:
        """Begin with the password where the name is proposed."""
        (self.password.input if self.password.isEnabled() else self.name).setFocus()

    def _local(self) -> str:
        return self.name.text().strip().casefold()

    def _login(self) -> str:
        return f"{self._local() or tr('name')}@{self._answers.login_domain if self._answers else ''}"

    def _is_present(self) -> bool:
        login, rows = self._login(), self._backend.directory.lists.mailboxes
        return bool(self._local()) and any(login in (row.login, *row.addresses) for row in rows)

    def _complaint(self) -> str:
        if "@" in self._local():
            return tr("The mailbox name is the part before the @ only.")
        if not self._local():
            return ""
        try:
            address = parse_address(self._login())
        except AddressError as error:
            return str(error)
        if address.has_routing_characters or "/" in address.local or not address.local.isascii():
            return tr("A mailbox name has letters, digits, dot, hyphen, plus and underscore.")
        return ""

    def _on_edited(self) -> None:
        is_present = self._is_present()
        self.password.setEnabled(not is_present)
        self._password_label.setEnabled(not is_present)
        self.notice.say(tr("This mailbox is there already; it keeps its password.") if is_present else self._complaint(),
                        Severity.INFORMATION if is_present else Severity.WARNING)
        typed = self.password.password()
        judged = strength(typed, self._local())
        self.strength.say(judged.sentence if typed and not is_present else "", _SEVERITIES[judged.level])
        self.hint.setText(tr("User name: {login}\nWrite the password down now: it is kept as a hash, and can't be shown "
                             "again.", login=self._login()))
        self.changed.emit()
