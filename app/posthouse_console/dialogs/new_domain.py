"""New Domain: its name, and the post office that it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.preview_button import PreviewButton
from posthouse_server.policy.addresses import AddressError, parse_domain
from posthouse_server.store.directory_outcomes import domain_added
from posthouse_server.words import tr

_OWN = tr("A new one, named like the domain")


class NewDomainDialog(FormDialog):
    """Adds a local domain."""

    help_topic = "directory"

    added = Signal(str)
    preview_wanted = Signal(object, object)
    """See DirectoryCommands."""

    def __init__(self, directory: DirectoryModel, post_office: str, parent: QWidget) -> None:
        """Offer the existing post offices; the given one is chosen."""
        super().__init__(tr("New Domain"), tr("Mail for this domain is accepted and kept here. It is local: sending to it is "
                                              "never relaying."), parent)
        self._directory = directory
        self._name = QLineEdit()
        self._name.setObjectName("domainEdit")
        self._name.setPlaceholderText("example.com")
        self._office = QComboBox()
        self._office.setObjectName("postOfficeBox")
        self._office.addItem(_OWN, "")
        for name in directory.lists.post_offices:
            self._office.addItem(name, name)
        self._office.setCurrentIndex(max(0, self._office.findData(post_office)))
        self.add(tr("&Domain Name:"), self._name)
        self.add(tr("&Post Office:"), self._office)
        self._preview = PreviewButton(self.box, lambda: self.preview_wanted.emit(domain_added(self._domain()), self))
        self._name.textChanged.connect(self._on_name_changed)
        self._on_name_changed()

    def is_complete(self) -> bool:
        """Return whether the name is one of a domain."""
        return bool(self._domain())

    def submit(self) -> None:
        """Add it."""
        name, office = self._domain(), str(self._office.currentData())
        self._directory.change(self, lambda store, who: store.add_domain(name, who, office),
                               self.accept_after(lambda: self.added.emit(name)), self.show_error)

    def _domain(self) -> str:
        try:
            return parse_domain(self._name.text().strip())
        except AddressError:
            return ""

    def _on_name_changed(self) -> None:
        self.refresh()
        self._preview.allow(self.is_complete(), tr("First type the name of the domain."))
        text = self._name.text().strip()
        if "." in text.rstrip(".") and not self._domain():
            try:
                parse_domain(text)
            except AddressError as error:
                self.notice.say(str(error))
