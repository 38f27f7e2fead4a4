"""The Messages tab of Mailbox Properties: list, text, headers, source, attachments; nothing is opened or loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QPushButton, QSplitter, QVBoxLayout, QWidget

from posthouse_console.dialogs.message_view import MessageView
from posthouse_console.models.message_rows import MessagesModel
from posthouse_console.navigation.list_view import ListView
from posthouse_console.service.mailbox_messages import MailboxMessages, ShownMessage
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.question import ask
from posthouse_server.mailboxes.reading import LISTED, MessageRow
from posthouse_server.mailboxes.texts import safe_name

_NAMED = 6
_LIST_SHARE, _TEXT_SHARE = 200, 320


class MessagesPage(QWidget):
    """Reads when it is first shown; what is done here is done at once, and does not wait for OK."""

    title = "&Messages"
    failed = Signal(str)
    reported = Signal(str)

    def __init__(self, messages: MailboxMessages) -> None:
        """Show nothing yet."""
        super().__init__()
        self._messages = messages
        self._is_read = False
        self._shown: ShownMessage | None = None
        self._model = MessagesModel(self)
        self.list = ListView()
        self.list.setObjectName("messagesTable")
        self.list.show_model(self._model, "This mailbox is empty.")
        self.view = MessageView()
        self.count = HintLabel()
        self.delete = self._button("&Delete…", "deleteMessagesButton", self._on_delete_clicked)
        self.save = self._button("&Save Message…", "saveMessageButton", self._on_save_clicked)
        self.refresh = self._button("Re&fresh", "refreshMessagesButton", messages.reload)
        self._build()
        self._connect()
        self._on_selection_changed()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        for button in (self.refresh, self.save, self.delete):
            buttons.addWidget(button)
        top = QWidget()
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.list, 1)
        upper.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(top)
        splitter.addWidget(self.view)
        splitter.setSizes([_LIST_SHARE, _TEXT_SHARE])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self._messages.listed.connect(self._on_listed)
        self._messages.opened.connect(self._on_opened)
        self._messages.unreadable.connect(self.view.show_unreadable)
        self._messages.failed.connect(self.failed)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.view.save_wanted.connect(self._on_attachment_wanted)

    def _button(self, caption: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _chosen(self) -> list[MessageRow]:
        return [row for row in self.list.selected_rows() if isinstance(row, MessageRow)]

    def _on_listed(self) -> None:
        listing = self._messages.listing
        self._model.show_rows(listing.rows)
        more = f"; the newest {number_text(LISTED)} are listed" if listing.total > len(listing.rows) else ""
        unread = sum(row.is_unread for row in listing.rows)
        self.count.setText(
            f"{number_text(listing.total)} messages, {number_text(unread)} of them unread{more}. Reading here leaves them so.")
        self.list.select_first()
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        rows = self._chosen()
        self.delete.setEnabled(bool(rows))
        self.save.setEnabled(len(rows) == 1)
        if len(rows) != 1:
            self._shown = None
            chosen = f"{number_text(len(rows))} messages are chosen."
            self.view.show_nothing(chosen if rows else "Choose a message to read it.")
        elif self._shown is None or self._shown.key != rows[0].key:
            self._messages.open(rows[0].key)

    def _on_opened(self, shown: ShownMessage) -> None:
        rows = self._chosen()
        if len(rows) == 1 and rows[0].key == shown.key:
            self._shown = shown
            self.view.show_content(shown.content)

    def _on_delete_clicked(self) -> None:
        rows = self._chosen()
        if not rows:
            return
        what = "this message" if len(rows) == 1 else f"these {number_text(len(rows))} messages"
        named = [f"• {row.subject or '(no subject)'}, from {row.sender or '(nobody)'}" for row in rows[:_NAMED]]
        if len(rows) > _NAMED:
            named.append(f"• and {number_text(len(rows) - _NAMED)} more")
        keys = [row.key for row in rows]
        ask(self, "Delete Messages", f"Delete {what} for good?", "&Delete",
            lambda: self._messages.delete(keys, lambda number: self.reported.emit(f"{number_text(number)} messages deleted.")),
            detail="\n".join([*named, "", "They can't be brought back."]), icon=QMessageBox.Icon.Warning, is_default=False)

    def _on_save_clicked(self) -> None:
        (row,) = self._chosen()
        name = safe_name(f"{row.subject or 'message'}.eml", 0)
        self._ask_where(name, lambda target: self._messages.save_message(row.key, target, lambda _size: self._saved(target)))

    def _on_attachment_wanted(self, number: int) -> None:
        shown = self._shown
        if shown is None:
            return
        self._ask_where(shown.content.attachments[number].name, lambda target: self._messages.save_attachment(
            shown.key, number, target, lambda _size: self._saved(target)))

    def _ask_where(self, name: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, "Save As", name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _saved(self, target: Path) -> None:
        self.reported.emit(f"Saved as {target.name}.")

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is looked at for the first time."""
        super().showEvent(event)
        if not self._is_read:
            self._is_read = True
            self.count.setText("Reading the mailbox…")
            self._messages.reload()
