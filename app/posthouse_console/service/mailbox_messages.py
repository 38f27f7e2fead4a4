"""The messages of one mailbox, read, saved and deleted off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_console.service.safe_html import safe_html
from posthouse_server.mailboxes.content import Content, read_message, save_attachment, save_message, source_of
from posthouse_server.mailboxes.reading import Listing, delete_messages, list_messages
from posthouse_server.words import tr

_T = TypeVar("_T")
_Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message as it may be shown: its HTML is sanitised."""

    key: str
    content: Content


class MailboxMessages(QObject):
    """Holds the list; `listed` and `opened` are emitted in the GUI thread."""

    listed = Signal()
    opened = Signal(object)
    """A ShownMessage."""
    unreadable = Signal(str, str)
    """A sentence, and the source of the message as far as it could be read."""
    failed = Signal(str)

    def __init__(self, maildir: Path, background: Background, parent: QObject | None = None) -> None:
        """Read nothing yet: call reload()."""
        super().__init__(parent)
        self._maildir = maildir
        self._background = background
        self._lists = Newest(background, self)
        self._contents = Newest(background, self)
        self.listing = Listing()

    def reload(self) -> None:
        """Read the list again."""
        self._lists.ask(lambda: list_messages(self._maildir), self._on_listed, self._on_failed)

    def open(self, key: str) -> None:
        """Read a message; nobody's unread mail becomes read by that."""
        def work() -> ShownMessage:
            found = read_message(self._maildir, key)
            return ShownMessage(key, replace(found, html=safe_html(found.html)))

        self._contents.ask(work, self.opened.emit, lambda error: self._on_unreadable(key, error))

    def delete(self, keys: Sequence[str], done: Callable[[int], None]) -> None:
        """Delete messages for good."""
        def on_done(number: int) -> None:
            self.reload()
            done(number)

        self._run(lambda: delete_messages(self._maildir, keys), on_done)

    def save_attachment(self, key: str, number: int, target: Path, done: Callable[[int], None]) -> None:
        """Write an attachment to a file; `done` gets its size."""
        self._run(lambda: save_attachment(self._maildir, key, number, target), done)

    def save_message(self, key: str, target: Path, done: Callable[[int], None]) -> None:
        """Write a message to a file; `done` gets its size."""
        self._run(lambda: save_message(self._maildir, key, target), done)

    def _run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        self._background.run(self, work, done, self._on_failed)

    def _on_listed(self, listing: Listing) -> None:
        self.listing = listing
        self.listed.emit()

    def _on_unreadable(self, key: str, error: Exception) -> None:
        if isinstance(error, OSError):
            self._on_failed(error)
            return
        self._contents.ask(lambda: source_of(self._maildir, key), lambda source: self.unreadable.emit(str(error), source),
                           self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(_sentence(error))


def _sentence(error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and not error.strerror:
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or tr('The mailbox')}: {error.strerror}."
    return str(error) or type(error).__name__
