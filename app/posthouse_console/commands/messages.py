"""Sessions of the trace, and finding messages with their whole life."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from posthouse_console.commands.tools import ToolCommands
from posthouse_console.navigation.navigator import Navigator
from posthouse_console.navigation.nodes import BAD_MAIL_PATH, INBOUND_PATH, MAILBOXES, OUTBOUND_PATH, POST_OFFICES_PATH, Path
from posthouse_console.service.background import Background
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.question import tell
from posthouse_server.store import Store
from posthouse_server.store.queues import Queue
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

_QUEUES = {Queue.INBOUND: INBOUND_PATH, Queue.OUTBOUND: OUTBOUND_PATH, Queue.BAD_MAIL: BAD_MAIL_PATH}


class MessageCommands(QObject):
    """Opens the dialogs, and follows the links in them."""

    def __init__(self, store: Store, background: Background, directory: DirectoryModel, tools: ToolCommands,
                 navigator: Navigator, window: QWidget) -> None:
        """Work in this window."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._directory = directory
        self._tools = tools
        self._navigator = navigator
        self._window = window
        self.filter_edit: Callable[[], QLineEdit] | None = None
        """Returns the field that filters the list on show."""

    def find(self, text: str = "") -> None:
        """Open Find Message; with a text, look for that at once."""
        # Imported on first use, as all dialogs that a start should not wait for.
        from posthouse_console.dialogs.find_message import FindMessageDialog

        dialog = FindMessageDialog(self._store, self._background, self._mailbox_of, self._window)
        dialog.why_wanted.connect(self._tools.explain)
        dialog.session_wanted.connect(self.show_session_of)
        dialog.queue_wanted.connect(lambda name, message_id: self._go_to_queue(dialog, name, message_id))
        dialog.mailbox_wanted.connect(lambda login: self._go_to_mailbox(dialog, login))
        dialog.open()
        if text:
            dialog.look_for(text)

    def show_session(self, row: DecisionRow) -> None:
        """Show the session that a line of the trace belongs to."""
        from posthouse_console.dialogs.session_transcript import SessionDialog

        dialog = SessionDialog(self._store, self._background, row, self._window)
        dialog.why_wanted.connect(self._tools.explain)
        dialog.life_wanted.connect(self.find)
        dialog.open()

    def show_session_of(self, short_id: str) -> None:
        """Show the session of a decision."""
        def show(row: DecisionRow | None) -> None:
            if row is None:
                tell(self._window, tr("Session"),
                     tr("No decision with the id {short_id} is recorded any more.", short_id=short_id))
            else:
                self.show_session(row)

        def failed(error: Exception) -> None:
            tell(self._window, tr("Session"), str(error))

        self._background.run(self, lambda: self._store.traffic.find(short_id), show, failed)

    def _mailbox_of(self, folder: str) -> str:
        found = next((row for row in self._directory.lists.mailboxes if row.maildir == folder), None)
        return found.login if found is not None else ""

    def _go_to_queue(self, dialog: QWidget, name: str, message_id: str) -> None:
        dialog.close()
        self._show(_QUEUES[Queue(name)], message_id)

    def _go_to_mailbox(self, dialog: QWidget, login: str) -> None:
        found = next((row for row in self._directory.lists.mailboxes if row.login == login), None)
        if found is not None:
            dialog.close()
            self._show((*POST_OFFICES_PATH, found.post_office, MAILBOXES), found.name)

    def _show(self, path: Path, words: str) -> None:
        """Go to a list and filter it; what lies outside of this window's tree is shown by another one, with its own filter."""
        self._navigator.go(path)
        if self.filter_edit is not None and self._navigator.path == path:
            self.filter_edit().setText(words)
