"""Message Information: all that is known about a queued message, its recipients and its headers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from posthouse_console.models.queue_rows import size_text, state_of
from posthouse_console.service.background import Background
from posthouse_console.service.lengths import duration
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.facts_table import FactsTable
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, RecipientState
from posthouse_server.words import tr

_TITLES = (tr("Recipient"), tr("Status"), tr("Attempts"), tr("Last attempt"), tr("Next attempt"), tr("Accepted by"),
           tr("Decision"), tr("Through"), tr("Last reply"))


class MessageInformationDialog(QDialog):
    """Reads the message in the background; leads on to its send history."""

    help_topic = "queues"
    history_wanted = Signal(str)

    def __init__(self, store: Store, background: Background, message_id: str, parent: QWidget) -> None:
        """Read what the spool holds of this message."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Message Information: {message_id}", message_id=message_id))
        self.resize(940, 560)
        self.notice = Notice()
        self.notice.say(tr("Reading the message…"), Severity.INFORMATION)
        self.facts = QFormLayout()
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(4)
        self.recipients = FactsTable(_TITLES, tr("Recipients"), tr("Last repl&y in full:"))
        self.headers = QPlainTextEdit()
        self.headers.setObjectName("headersText")
        self.headers.setAccessibleName(tr("Headers"))
        self.headers.setReadOnly(True)
        self.headers.setTabChangesFocus(True)
        self.headers.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.headers.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._build(message_id)
        background.run(self, lambda: _read(store, message_id), self._on_read, self._on_failed)

    def _build(self, message_id: str) -> None:
        tabs = QTabWidget()
        tabs.setObjectName("tabs")
        recipients = QWidget()
        inner = QVBoxLayout(recipients)
        inner.addWidget(self.recipients)
        tabs.addTab(recipients, tr("&Recipients"))
        tabs.addTab(self.headers, tr("&Headers"))
        box = button_box(Button.Close)
        history = QPushButton(tr("&View Send History…"))
        history.setObjectName("historyButton")
        history.setAutoDefault(False)
        history.clicked.connect(lambda _checked=False: self.history_wanted.emit(message_id))
        box.addButton(history, box.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(self.facts)
        layout.addWidget(tabs, 1)
        layout.addWidget(self.notice)
        layout.addWidget(box)

    def _on_read(self, found: tuple[QueuedMessage, str] | None) -> None:
        if found is None:
            self.notice.say(tr("This message has left the queue: it was delivered, returned or removed. Its send history says "
                               "more."), Severity.INFORMATION)
            return
        message, headers = found
        self.notice.hide()
        for caption, text in _facts(message):
            value = QLabel(text)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(True)
            self.facts.addRow(f"{caption}:", value)
        self.recipients.show_rows([_recipient(item) for item in message.recipients])
        self.headers.setPlainText(headers)
        self.recipients.table.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)


def _read(store: Store, message_id: str) -> tuple[QueuedMessage, str] | None:
    message = store.spool.find(message_id)
    if message is None:
        return None
    return message, store.spool.header(message_id).decode("utf-8", "replace").replace("\r\n", "\n")


def _facts(message: QueuedMessage) -> Sequence[tuple[str, str]]:
    client = (tr("{client}, which said HELO {helo}", client=message.client, helo=message.helo) if message.client
              else tr("This server itself"))
    return ((tr("Id"), message.id), (tr("Subject"), message.subject or tr("(none)")),
            (tr("Sender"), message.sender or tr("<> (a notification: it is never returned)")),
            (tr("Login"), message.login or tr("None")), (tr("Client"), client),
            (tr("Accepted"), tr("{at:%Y-%m-%d %H:%M:%S}, {age} ago",
                                at=message.accepted_at.astimezone(), age=duration(now() - message.accepted_at))),
            (tr("Size"), tr("{size} ({bytes} bytes)", size=size_text(message.size), bytes=number_text(message.size))))


def _recipient(item: QueuedRecipient) -> Sequence[str]:
    is_waiting = item.state is RecipientState.WAITING
    return (item.address, state_of(item), str(item.attempts),
            f"{item.last_attempt_at.astimezone():%Y-%m-%d %H:%M:%S}" if item.last_attempt_at else tr("None"),
            f"{item.next_attempt_at.astimezone():%Y-%m-%d %H:%M:%S}" if is_waiting else "–",
            rule_label(item.rule), item.decision_id, item.via or tr("As the settings say"), item.last_reply)
