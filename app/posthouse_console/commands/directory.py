"""Domains and mailboxes: the dialogs and questions about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.dialogs.catch_all import CatchAllDialog
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.dialogs.new_mailbox import NewMailboxDialog
from posthouse_console.dialogs.set_password import SetPasswordDialog
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.question import ask, tell
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.directory_without import Without
from posthouse_server.store.directory import DirectoryStore, DomainRow, MailboxRow

_NAMED = 8


class DirectoryCommands(QObject):
    """Opens the dialogs, and reports what was done."""

    reported = Signal(str)
    preview_wanted = Signal(object, object)
    """What becomes of the directory (a function of it), and whom to call when the preview was seen."""

    def __init__(self, directory: DirectoryModel, window: QWidget) -> None:
        """Act on this model in this window."""
        super().__init__(window)
        self._directory = directory
        self._window = window

    def new_domain(self, post_office: str) -> None:
        """Ask for a domain; the post office is offered."""
        dialog = NewDomainDialog(self._directory, post_office, self._window)
        dialog.added.connect(lambda name: self.reported.emit(f"The domain {name} has been added."))
        dialog.open()

    def new_mailbox(self, post_office: str) -> None:
        """Ask for a mailbox; without any domain, ask for one first."""
        lists = self._directory.lists
        domains = lists.domains_of(post_office) or list(lists.domains)
        if not domains:
            ask(self._window, "New Mailbox", "A mailbox belongs to a domain, and there is none yet.", "&Add a Domain…",
                lambda: self.new_domain(post_office), icon=QMessageBox.Icon.Information)
            return
        dialog = NewMailboxDialog(self._directory, domains, self._window)
        dialog.added.connect(lambda login: self.reported.emit(f"The mailbox {login} has been added."))
        dialog.open()

    def set_password(self, mailbox: MailboxRow) -> None:
        """Ask for a new password."""
        dialog = SetPasswordDialog(self._directory, mailbox.login, self._window)
        dialog.password_set.connect(lambda login: self.reported.emit(f"The mailbox {login} has a new password."))
        dialog.open()

    def set_catch_all(self, domain: DomainRow) -> None:
        """Ask for the catch-all."""
        dialog = CatchAllDialog(self._directory, domain, self._window)
        dialog.chosen.connect(lambda name: self.reported.emit(f"The catch-all of {name} has been changed."))
        dialog.open()

    def set_enabled(self, mailboxes: Sequence[MailboxRow], is_enabled: bool) -> None:
        """Enable or disable mailboxes."""
        logins = [row.login for row in mailboxes if row.enabled is not is_enabled]

        def work(store: DirectoryStore, who: str) -> None:
            for login in logins:
                store.set_enabled(login, is_enabled, who)

        self._change(work, f"{_names(logins)}: {'enabled' if is_enabled else 'disabled'}.")

    def delete(self, rows: Sequence[object]) -> None:
        """Ask before domains or mailboxes are deleted."""
        mailboxes = [row.login for row in rows if isinstance(row, MailboxRow)]
        domains = [row.name for row in rows if isinstance(row, DomainRow)]
        if mailboxes:
            self._ask_to_delete("mailbox" if len(mailboxes) == 1 else "mailboxes", mailboxes, DirectoryStore.remove_mailbox,
                                "Nobody can log in with it or send to it any more. Messages already stored stay on disk.",
                                lambda base: Without(base, logins=frozenset(mailboxes)))
        elif domains:
            self._ask_to_delete("domain" if len(domains) == 1 else "domains", domains, DirectoryStore.remove_domain,
                                "Mail for it is then no longer accepted here as local mail.",
                                lambda base: Without(base, domains=frozenset(domains)))

    def _ask_to_delete(self, noun: str, names: Sequence[str], remove: Callable[[DirectoryStore, str, str], None],
                       consequence: str, outcome: Callable[[Directory], Directory]) -> None:
        def work(store: DirectoryStore, who: str) -> None:
            for name in names:
                remove(store, name, who)

        def on_yes() -> None:
            self._change(work, f"Deleted: {_names(names)}.")

        def ask_again() -> None:
            self._ask_to_delete(noun, names, remove, consequence, outcome)

        box = ask(self._window, f"Delete {noun.capitalize()}", f"Delete the {noun} {_names(names)}?", "&Delete", on_yes,
                  detail=consequence, icon=QMessageBox.Icon.Warning, is_default=False)
        look = box.addButton("&Preview…", QMessageBox.ButtonRole.ActionRole)
        box.buttonClicked.connect(lambda button: self.preview_wanted.emit(outcome, ask_again) if button is look else None)

    def _change(self, work: Callable[[DirectoryStore, str], None], done: str) -> None:
        self._directory.change(self, work, lambda _nothing: self.reported.emit(done), self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Posthouse", str(error))


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown
