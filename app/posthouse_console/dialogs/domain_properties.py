"""Domain Properties: what becomes of mail to addresses of the domain that nobody has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.preview_button import PreviewButton
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.store.directory import DomainProperties, DomainRow, UnknownRecipients
from posthouse_server.store.directory_outcomes import domain_changed
from posthouse_server.words import tr

_CHOICES = {UnknownRecipients.SETTINGS: tr("As Security says for the whole server"),
            UnknownRecipients.ACCEPT: tr("Accept them"),
            UnknownRecipients.REFUSE: tr("Refuse them")}


class DomainPropertiesDialog(FormDialog):
    """Chooses a catch-all of the domain's post office, or nobody, and what is done without one."""

    help_topic = "directory"

    chosen = Signal(str)
    preview_wanted = Signal(object, object)
    """See DirectoryCommands."""

    def __init__(self, directory: DirectoryModel, domain: DomainRow, parent: QWidget) -> None:
        """Show how it is now."""
        super().__init__(tr("{domain} Properties", domain=domain.name),
                         tr("What becomes of mail to addresses of this domain that nobody has."), parent)
        self._directory = directory
        self._domain = domain
        self._mailbox = QComboBox()
        self._mailbox.setObjectName("catchAllBox")
        self._mailbox.addItem(tr("None"), "")
        for row in directory.lists.mailboxes_of(domain.post_office):
            self._mailbox.addItem(row.login, row.login)
            if row.name == domain.catch_all:
                self._mailbox.setCurrentIndex(self._mailbox.count() - 1)
        self._unknown = QComboBox()
        self._unknown.setObjectName("unknownBox")
        for choice, text in _CHOICES.items():
            self._unknown.addItem(text, choice)
        self._unknown.setCurrentIndex(list(_CHOICES).index(domain.unknown))
        for box in (self._mailbox, self._unknown):  # one as wide as the other
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = HintLabel()
        self.add(tr("&Catch-all:"), self._mailbox)
        self.add(tr("&Unknown Recipients:"), self._unknown)
        self.form.addRow(self._hint)
        self._preview = PreviewButton(self.box, lambda: self.preview_wanted.emit(self._outcome(), self))
        self._mailbox.currentIndexChanged.connect(self._on_edited)
        self._unknown.currentIndexChanged.connect(self._on_edited)
        self._on_edited()

    def is_complete(self) -> bool:
        """Every choice is one."""
        return True

    def _login(self) -> str:
        return str(self._mailbox.currentData())

    def _wanted(self) -> DomainProperties:
        return DomainProperties(self._login() or None, UnknownRecipients(self._unknown.currentData()))

    def _outcome(self) -> DirectoryChange:
        row = next((row for row in self._directory.lists.mailboxes if row.login == self._login()), None)
        return domain_changed(self._domain.name, row, self._wanted().unknown)

    def _on_edited(self) -> None:
        self.refresh()
        if self._login():
            self._hint.setText(tr("{login} receives it. Only where Security disables all catchalls does the second "
                                  "choice count.", login=self._login()))
        elif self._wanted().unknown is UnknownRecipients.ACCEPT:
            self._hint.setText(tr("It is accepted, and bounces later: senders whose addresses are forged get bounces that they "
                                  "never asked for."))
        elif self._wanted().unknown is UnknownRecipients.REFUSE:
            self._hint.setText(tr("The sender's server is told at once that there is no such mailbox."))
        else:
            self._hint.setText(tr("SMTP Properties > Security refuses unknown recipients unless it is switched off there."))

    def submit(self) -> None:
        """Save it."""
        name, wanted = self._domain.name, self._wanted()
        self._directory.change(self, lambda store, who: store.set_domain(name, wanted, who),
                               self.accept_after(lambda: self.chosen.emit(name)), self.show_error)
