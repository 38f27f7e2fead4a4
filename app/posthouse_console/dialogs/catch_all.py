"""Catch-all: who receives a domain's mail for unknown recipients."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_server.store.directory import DomainRow


class CatchAllDialog(FormDialog):
    """Chooses a mailbox of the domain's post office, or nobody."""

    chosen = Signal(str)

    def __init__(self, directory: DirectoryModel, domain: DomainRow, parent: QWidget) -> None:
        """Show who it is now."""
        super().__init__("Catch-all", f"Mail to addresses of {domain.name} that nobody has goes to this mailbox. With None it "
                                      "is refused, or accepted as the Security settings say.", parent)
        self._directory = directory
        self._domain = domain
        self._mailbox = QComboBox()
        self._mailbox.setObjectName("catchAllBox")
        self._mailbox.addItem("None", "")
        for row in directory.lists.mailboxes_of(domain.post_office):
            self._mailbox.addItem(row.login, row.login)
            if row.name == domain.catch_all:
                self._mailbox.setCurrentIndex(self._mailbox.count() - 1)
        self.add("&Mailbox:", self._mailbox)
        self.refresh()

    def is_complete(self) -> bool:
        """Every choice is one."""
        return True

    def submit(self) -> None:
        """Save it."""
        name, login = self._domain.name, str(self._mailbox.currentData()) or None
        self._directory.change(self, lambda store, who: store.set_catch_all(name, login, who),
                               self.accept_after(lambda: self.chosen.emit(name)), self.show_error)
