"""Domains, mailboxes and groups: the dialogs and questions about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from posthouse_console.commands.directory_words import delete_question, switch_question
from posthouse_console.dialogs.directory_question import DirectoryQuestion
from posthouse_console.dialogs.domain_properties import DomainPropertiesDialog
from posthouse_console.dialogs.find_address import FindAddressDialog
from posthouse_console.dialogs.group import GroupDialog
from posthouse_console.dialogs.import_directory import ImportDirectoryDialog
from posthouse_console.dialogs.mailbox_properties import MailboxPropertiesDialog
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.dialogs.new_mailbox import NewMailboxDialog
from posthouse_console.dialogs.set_password import SetPasswordDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.question import ask, tell
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.store.directory import DirectoryError, DirectoryStore, DomainRow, GroupRow, MailboxRow
from posthouse_server.store.directory_outcomes import domains_removed, groups_removed, mailboxes_removed, switched
from posthouse_server.words import tr

_NAMED = 8
_CSV = tr("CSV files (*.csv);;All files (*)")


class DirectoryCommands(QObject):
    """Opens the dialogs, and reports what was done."""

    reported = Signal(str)
    found = Signal(object)
    """A FoundAddress that somebody wants to go to."""
    preview_wanted = Signal(object, object)
    """What becomes of the directory (a DirectoryChange), and the window that asks."""

    def __init__(self, directory: DirectoryModel, window: QWidget) -> None:
        """Act on this model in this window."""
        super().__init__(window)
        self._directory = directory
        self._window = window

    def new_domain(self, post_office: str) -> None:
        """Ask for a domain; the post office is offered."""
        dialog = NewDomainDialog(self._directory, post_office, self._window)
        dialog.preview_wanted.connect(self.preview_wanted)
        dialog.added.connect(lambda name: self.reported.emit(tr("The domain {name} has been added.", name=name)))
        dialog.open()

    def new_mailbox(self, post_office: str) -> None:
        """Ask for a mailbox; without any domain, ask for one first."""
        lists = self._directory.lists
        domains = lists.domains_of(post_office) or list(lists.domains)
        if not domains:
            ask(self._window, tr("New Mailbox"), tr("A mailbox belongs to a domain, and there is none yet."),
                tr("&Add a Domain…"), lambda: self.new_domain(post_office), icon=QMessageBox.Icon.Information)
            return
        dialog = NewMailboxDialog(self._directory, domains, self._window)
        dialog.preview_wanted.connect(self.preview_wanted)
        dialog.added.connect(lambda login: self.reported.emit(tr("The mailbox {login} has been added.", login=login)))
        dialog.open()

    def set_password(self, mailbox: MailboxRow) -> None:
        """Ask for a new password."""
        dialog = SetPasswordDialog(self._directory, mailbox.login, self._window)
        dialog.password_set.connect(
            lambda login: self.reported.emit(tr("The mailbox {login} has a new password.", login=login)))
        dialog.open()

    def new_group(self, post_office: str) -> None:
        """Ask for a group; without any domain, ask for one first."""
        lists = self._directory.lists
        domains = lists.domains_of(post_office) or list(lists.domains)
        if not domains:
            ask(self._window, tr("New Group"), tr("A group belongs to a domain, and there is none yet."), tr("&Add a Domain…"),
                lambda: self.new_domain(post_office), icon=QMessageBox.Icon.Information)
            return
        self._open_group(None, domains, tr("The group {address} has been added."))

    def import_file(self) -> None:
        """Ask for a CSV file, and show what it would do."""
        dialog = QFileDialog(self._window, tr("Import"), "", _CSV)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._import(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_file(self) -> None:
        """Ask where the directory shall be written to."""
        dialog = QFileDialog(self._window, tr("Export Directory"), "directory.csv", _CSV)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda path: self._export(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def find_address(self) -> None:
        """Ask for a part of an address."""
        dialog = FindAddressDialog(self._directory, self._window)
        dialog.found.connect(self.found)
        dialog.open()

    def _import(self, file: Path) -> None:
        dialog = ImportDirectoryDialog(self._directory, file, self._window)
        dialog.imported.connect(self.reported)
        dialog.open()

    def _export(self, file: Path) -> None:
        def work(store: DirectoryStore, _who: str) -> int:
            text = store.export_csv()
            try:
                file.write_text(text, "utf-8", newline="")
            except OSError as error:
                raise DirectoryError(tr("{file} could not be written: {reason}.",
                                        file=file, reason=error.strerror)) from error
            return max(0, text.count("\n") - 1)

        self._directory.change(self, work, lambda number: self.reported.emit(
            tr("{number} lines written to {file}; passwords are not in it.", number=number_text(number), file=file.name)),
            self._on_failed)

    def has_properties(self, rows: Sequence[object]) -> bool:
        """Return whether there is exactly one thing of the directory that has properties."""
        return len(rows) == 1 and isinstance(rows[0], MailboxRow | DomainRow | GroupRow)

    def show_properties(self, row: object) -> None:
        """Open the properties of a mailbox, domain or group."""
        if isinstance(row, MailboxRow):
            self._open_mailbox(row)
        elif isinstance(row, DomainRow):
            dialog = DomainPropertiesDialog(self._directory, row, self._window)
            dialog.preview_wanted.connect(self.preview_wanted)
            dialog.chosen.connect(
                lambda name: self.reported.emit(tr("The domain {name} has been changed.", name=name)))
            dialog.open()
        elif isinstance(row, GroupRow):
            self._open_group(row, [], tr("The group {address} has been changed."))

    def _open_mailbox(self, row: MailboxRow) -> None:
        dialog = MailboxPropertiesDialog(self._directory, row, self._window)
        dialog.preview_wanted.connect(self.preview_wanted)
        dialog.saved.connect(
            lambda login: self.reported.emit(tr("The mailbox {login} has been changed.", login=login)))
        dialog.reported.connect(self.reported)
        dialog.open()

    def _open_group(self, group: GroupRow | None, domains: list[DomainRow], done: str) -> None:
        dialog = GroupDialog(self._directory, group, domains, self._window)
        dialog.preview_wanted.connect(self.preview_wanted)
        dialog.saved.connect(lambda address: self.reported.emit(done.format(address=address)))
        dialog.open()

    def switch(self, mailboxes: Sequence[MailboxRow], is_enabled: bool) -> None:
        """Ask before mailboxes are enabled or disabled."""
        rows = [row for row in mailboxes if row.enabled is not is_enabled]
        outcome = switched(rows, self._directory.lists.domains, enabled=is_enabled)
        question = switch_question(_names([row.login for row in rows]), is_enabled, is_many=len(rows) != 1)
        self._ask(question, outcome, lambda: self.set_enabled(rows, is_enabled))

    def set_enabled(self, mailboxes: Sequence[MailboxRow], is_enabled: bool) -> None:
        """Enable or disable mailboxes, without a question."""
        logins = [row.login for row in mailboxes if row.enabled is not is_enabled]

        def work(store: DirectoryStore, who: str) -> None:
            for login in logins:
                store.set_enabled(login, is_enabled, who)

        named = _names(logins)
        self._change(work, tr("{named}: enabled.", named=named) if is_enabled else tr("{named}: disabled.", named=named))

    def delete(self, rows: Sequence[object]) -> None:
        """Ask before domains, mailboxes or groups are deleted."""
        mailboxes = [row.login for row in rows if isinstance(row, MailboxRow)]
        domains = [row.name for row in rows if isinstance(row, DomainRow)]
        groups = [row.address for row in rows if isinstance(row, GroupRow)]
        if mailboxes:
            self._ask_to_delete(MailboxRow, mailboxes, DirectoryStore.remove_mailbox, mailboxes_removed(mailboxes))
        elif groups:
            self._ask_to_delete(GroupRow, groups, DirectoryStore.remove_group, groups_removed(groups))
        elif domains:
            self._ask_to_delete(DomainRow, domains, DirectoryStore.remove_domain, domains_removed(domains))

    def _ask_to_delete(self, of: type[MailboxRow | DomainRow | GroupRow], names: Sequence[str],
                       remove: Callable[[DirectoryStore, str, str], None], outcome: DirectoryChange) -> None:
        def work(store: DirectoryStore, who: str) -> None:
            for name in names:
                remove(store, name, who)

        named = _names(names)
        self._ask(delete_question(of, named, is_many=len(names) != 1), outcome,
                  lambda: self._change(work, tr("Deleted: {named}.", named=named)))

    def _ask(self, question: DirectoryQuestion, outcome: DirectoryChange, done: Callable[[], None]) -> None:
        question.ask(self._directory, outcome, done, self.preview_wanted.emit, self._window)

    def _change(self, work: Callable[[DirectoryStore, str], None], done: str) -> None:
        self._directory.change(self, work, lambda _nothing: self.reported.emit(done), self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Posthouse", str(error))


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return tr("{shown} and {number} more", shown=shown, number=len(names) - _NAMED) if len(names) > _NAMED else shown
