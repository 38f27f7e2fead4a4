"""The domain, and where its mailboxes are: a domain that is local by mistake keeps its mail from arriving."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout

from posthouse_console.service.backend import Backend
from posthouse_console.service.set_up import OUR_LABEL, Answers
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.wizard.step import StepPage
from posthouse_server.policy.addresses import AddressError, parse_domain
from posthouse_server.words import tr


class DomainPage(StepPage):
    """Asks for the name, and whether its mail is kept here."""

    caption = tr("Your domain")
    title = tr("Which domain is yours?")
    introduction = tr("The part behind the @ of your mail addresses: example.com, if yours is anna@example.com.")

    def __init__(self, backend: Backend) -> None:
        """Offer both places for the mailboxes."""
        super().__init__()
        self._backend = backend
        self._is_prepared = False
        self.name = QLineEdit()
        self.elsewhere = QRadioButton(tr("&Elsewhere: at Microsoft 365, Google Workspace or a provider"))
        self.here = QRadioButton(tr("&Here: this server receives the mail of the domain and keeps it"))
        self.consequence = HintLabel()
        self.notice = Notice(lines=2)
        self._build()

    def _build(self) -> None:
        self.name.setObjectName("domainEdit")
        self.name.setPlaceholderText("example.com")
        self.name.setAccessibleName(tr("Domain name"))
        self.name.setMinimumWidth(280)
        self.elsewhere.setObjectName("elsewhereRadio")
        self.here.setObjectName("hereRadio")
        self.elsewhere.setChecked(True)
        label = QLabel(tr("&Domain name:"))
        label.setBuddy(self.name)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.addRow(label, self.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addSpacing(6)
        layout.addWidget(QLabel(tr("Where are the mailboxes of this domain?")))
        for widget in (self.elsewhere, self.here, self.consequence, self.notice):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.name.textChanged.connect(self._on_edited)
        self.here.toggled.connect(self._on_edited)

    def enter(self, answers: Answers) -> None:  # noqa: ARG002 - the contract of pages
        """Begin with the domain that there is."""
        if not self._is_prepared:
            self._is_prepared = True
            domains = self._backend.directory.lists.domains
            if domains:
                first = domains[0].name
                self.here.setChecked(not first.startswith(OUR_LABEL))
                self.elsewhere.setChecked(first.startswith(OUR_LABEL))
                self.name.setText(first.removeprefix(OUR_LABEL))
        self._on_edited()

    def is_complete(self) -> bool:
        """Return whether the name is one of a domain, and it is not local against the answer."""
        return bool(self._domain()) and not self._contradiction()

    def fill(self, answers: Answers) -> Answers:
        """Note the domain, and whether it has to be added."""
        filled = replace(answers, domain=self._domain(), is_kept_here=self.here.isChecked())
        return replace(filled, is_domain_new=filled.login_domain not in self._present())

    def focus_first(self) -> None:
        """Begin with the name."""
        self.name.setFocus()

    def _domain(self) -> str:
        try:
            domain = parse_domain(self.name.text().strip())
        except AddressError:
            return ""
        return domain if "." in domain else ""

    def _present(self) -> set[str]:
        return {row.name for row in self._backend.directory.lists.domains}

    def _contradiction(self) -> str:
        if self.elsewhere.isChecked() and self._domain() in self._present():
            return tr("{domain} is a domain of this server already, so its mail is kept here. Choose that, or delete the "
                      "domain under Post Offices first.", domain=self._domain())
        return ""

    def _on_edited(self) -> None:
        domain = self._domain() or "example.com"
        self.consequence.setText(
            tr("Mail to anna@{domain} is then kept on this server if there is such a mailbox, and refused if there is none. "
               "The domain's MX record must lead here.", domain=domain) if self.here.isChecked() else
            tr("Mail to anna@{domain} goes out like all other mail. For the logins of your devices this server gets a domain "
               "of its own, {our_label}{domain}; nobody outside needs to know it.", domain=domain, our_label=OUR_LABEL))
        self._complain()
        self.changed.emit()

    def _complain(self) -> None:
        text = self.name.text().strip()
        if contradiction := self._contradiction():
            self.notice.say(contradiction)
            return
        if "@" in text:
            self.notice.say(tr("Only the part behind the @."))
            return
        self.notice.say("")
        if "." in text.rstrip("."):
            try:
                parse_domain(text)
            except AddressError as error:
                self.notice.say(str(error))
        if self._domain() in self._present() and self.here.isChecked():
            self.notice.say(tr("{domain} is here already; it stays as it is.", domain=self._domain()), Severity.INFORMATION)
