"""Post offices, domains and mailboxes as the console sees them, and changes to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.foresight import Foresight, Sides
from posthouse_console.service.newest import Newest
from posthouse_server.control import author
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.store import Store, StoreError
from posthouse_server.store.directory import DirectoryStore, DomainRow, GroupRow, MailboxRow
from posthouse_server.words import tr

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class DirectoryLists:
    """The whole directory at one moment."""

    post_offices: tuple[str, ...] = ()
    domains: tuple[DomainRow, ...] = ()
    mailboxes: tuple[MailboxRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()

    def domains_of(self, post_office: str) -> list[DomainRow]:
        """Return the domains of a post office."""
        return [row for row in self.domains if row.post_office == post_office]

    def mailboxes_of(self, post_office: str) -> list[MailboxRow]:
        """Return the mailboxes of a post office."""
        return [row for row in self.mailboxes if row.post_office == post_office]

    def groups_of(self, post_office: str) -> list[GroupRow]:
        """Return the groups of a post office."""
        return [row for row in self.groups if row.post_office == post_office]


class DirectoryModel(QObject):
    """Holds the directory; `changed` is emitted in the GUI thread whenever it differs from before."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Hold nothing yet: call reload()."""
        super().__init__(parent)
        self._store = store
        self._background = self.background = background
        self.mail = store.folder.mail
        """The folder of all mailboxes."""
        self._newest = Newest(background, self)
        self.lists = DirectoryLists()
        self.is_loaded = False
        self.fault = ""
        """Why the directory can't be read; empty when it can."""

    def reload(self) -> None:
        """Read the directory; `changed` follows if it differs."""
        self._newest.ask(self._read, self._on_read, self._on_read_failed)

    def change(self, owner: QObject, work: Callable[[DirectoryStore, str], _T], done: Callable[[_T], None],
               failed: Callable[[Exception], None]) -> None:
        """Run `work(directory, author)` in the background; `failed` gets DirectoryError or StoreError.

        Neither is called once the owner is gone; the directory is read again in any case.
        """
        def on_done(outcome: _T) -> None:
            self.reload()
            if shiboken6.isValid(owner):
                done(outcome)

        def on_failed(error: Exception) -> None:
            self.reload()  # part of it may have been done
            if shiboken6.isValid(owner):
                failed(error)

        self._background.run(self, lambda: work(self._store.directory, author("console")), on_done, on_failed)

    def foresight(self, owner: QObject) -> Foresight:
        """Return what tells this owner beforehand what a change would do."""
        return Foresight(self._store, self._background, owner)

    def sides(self, outcome: DirectoryChange) -> Callable[[], Sides]:
        """Return the reading of what a foresight compares; it raises StoreError, with a sentence."""
        def read() -> Sides:
            try:
                settings = self._store.settings.load().settings
            except StoreError as error:
                raise StoreError(tr("What this changes can't be told, since the settings can't be read: {error}",
                                    error=error)) from error
            return Sides(settings, settings, outcome)

        return read

    def _read(self) -> DirectoryLists:
        directory = self._store.directory
        return DirectoryLists(tuple(directory.list_post_offices()), tuple(directory.list_domains()),
                              tuple(directory.list_mailboxes()), tuple(directory.list_groups()))

    def _on_read(self, lists: DirectoryLists) -> None:
        is_new = lists != self.lists or not self.is_loaded or bool(self.fault)
        self.lists, self.is_loaded, self.fault = lists, True, ""
        if is_new:
            self.changed.emit()

    def _on_read_failed(self, error: Exception) -> None:
        self.fault = str(error)
        self.changed.emit()
