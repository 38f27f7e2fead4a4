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
from posthouse_server.words import tr

_NAMED = 6
_LIST_SHARE, _TEXT_SHARE = 200, 320


class MessagesPage(QWidget):
    """Reads when it is first shown; what is done here is done at once, and does not wait for OK."""

    title = tr("&Messages")
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
        self.list.show_model(self._model, tr("This mailbox is empty."))
        self.view = MessageView()
        self.count = HintLabel()
        self.delete = self._button(tr("&Delete…"), "deleteMessagesButton", self._on_delete_clicked)
        self.save = self._button(tr("&Save Message…"), "saveMessageButton", self._on_save_clicked)
        self.refresh = self._button(tr("Re&fresh"), "refreshMessagesButton", messages.reload)
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
        more = tr("; the newest {listed} are listed", listed=number_text(LISTED)) if listing.total > len(listing.rows) else ""
        unread = sum(row.is_unread for row in listing.rows)
        self.count.setText(
            tr("{total} messages, {unread} of them unread{more}. Reading here leaves them so.",
               total=number_text(listing.total), unread=number_text(unread), more=more))
        self.list.select_first()
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        rows = self._chosen()
        self.delete.setEnabled(bool(rows))
        self.save.setEnabled(len(rows) == 1)
        if len(rows) != 1:
            self._shown = None
            chosen = tr("{number} messages are chosen.", number=number_text(len(rows)))
            self.view.show_nothing(chosen if rows else tr("Choose a message to read it."))
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
        question = (tr("Delete this message for good?") if len(rows) == 1 else
                    tr("Delete these {number} messages for good?", number=number_text(len(rows))))
        named = [tr("• {subject}, from {sender}", subject=row.subject or tr("(no subject)"),
                    sender=row.sender or tr("(nobody)")) for row in rows[:_NAMED]]
        if len(rows) > _NAMED:
            named.append(tr("• and {number} more", number=number_text(len(rows) - _NAMED)))
        keys = [row.key for row in rows]
        ask(self, tr("Delete Messages"), question, tr("&Delete"), lambda: self._messages.delete(keys, self._on_deleted),
            detail="\n".join([*named, "", tr("They can't be brought back.")]), icon=QMessageBox.Icon.Warning, is_default=False)

    def _on_deleted(self, number: int) -> None:
        self.reported.emit(tr("1 message deleted.") if number == 1 else
                           tr("{number} messages deleted.", number=number_text(number)))

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
        dialog = QFileDialog(self, tr("Save As"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _saved(self, target: Path) -> None:
        self.reported.emit(tr("Saved as {target}.", target=target.name))

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is looked at for the first time."""
        super().showEvent(event)
        if not self._is_read:
            self._is_read = True
            self.count.setText(tr("Reading the mailbox…"))
            self._messages.reload()
