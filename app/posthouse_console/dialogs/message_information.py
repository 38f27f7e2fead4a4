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

_TITLES = ("Recipient", "Status", "Attempts", "Last attempt", "Next attempt", "Accepted by", "Decision", "Through",
           "Last reply")


class MessageInformationDialog(QDialog):
    """Reads the message in the background; leads on to its send history."""

    help_topic = "queues"
    history_wanted = Signal(str)

    def __init__(self, store: Store, background: Background, message_id: str, parent: QWidget) -> None:
        """Read what the spool holds of this message."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Message Information: {message_id}")
        self.resize(860, 560)
        self.notice = Notice()
        self.notice.say("Reading the message…", Severity.INFORMATION)
        self.facts = QFormLayout()
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(4)
        self.recipients = FactsTable(_TITLES, "Recipients", "Last repl&y in full:")
        self.headers = QPlainTextEdit()
        self.headers.setObjectName("headersText")
        self.headers.setAccessibleName("Headers")
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
        tabs.addTab(recipients, "&Recipients")
        tabs.addTab(self.headers, "&Headers")
        box = button_box(Button.Close)
        history = QPushButton("&View Send History…")
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
            self.notice.say("This message has left the queue: it was delivered, returned or removed. Its send history says "
                            "more.", Severity.INFORMATION)
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
    client = f"{message.client}, which said HELO {message.helo}" if message.client else "This server itself"
    return (("Id", message.id), ("Subject", message.subject or "(none)"),
            ("Sender", message.sender or "<> (a notification: it is never returned)"), ("Login", message.login or "None"),
            ("Client", client),
            ("Accepted", f"{message.accepted_at.astimezone():%Y-%m-%d %H:%M:%S}, {duration(now() - message.accepted_at)} ago"),
            ("Size", f"{size_text(message.size)} ({number_text(message.size)} bytes)"))


def _recipient(item: QueuedRecipient) -> Sequence[str]:
    is_waiting = item.state is RecipientState.WAITING
    return (item.address, state_of(item), str(item.attempts),
            f"{item.last_attempt_at.astimezone():%Y-%m-%d %H:%M:%S}" if item.last_attempt_at else "None",
            f"{item.next_attempt_at.astimezone():%Y-%m-%d %H:%M:%S}" if is_waiting else "–",
            rule_label(item.rule), item.decision_id, item.via or "As the settings say", item.last_reply)
