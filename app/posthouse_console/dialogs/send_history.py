"""View Send History: each attempt to deliver a message, with the whole reply of the remote server."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.facts_table import FactsTable
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_server.store import Store
from posthouse_server.store.traffic import AttemptRow
from posthouse_server.words import tr

_OUTCOMES = {"delivered": tr("Delivered"), "deferred": tr("Tried again later"), "bounced": tr("Returned to the sender"),
             "bad_mail": tr("To Bad Mail"), "removed": tr("Removed"), "refused": tr("Refused after its content")}


class SendHistoryDialog(QDialog):
    """A row for each attempt and recipient, the oldest first."""

    help_topic = "queues"

    def __init__(self, store: Store, background: Background, message_id: str, parent: QWidget) -> None:
        """Read the trace in the background."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Send History of {message_id}", message_id=message_id))
        self.resize(940, 420)
        self.notice = Notice()
        self.notice.say(tr("Reading the trace…"), Severity.INFORMATION)
        self.attempts = FactsTable((tr("Time"), tr("Recipient"), tr("Outcome"), tr("Server"), tr("Reply")), tr("Attempts"),
                                   tr("&Reply in full:"))
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self.attempts, self.notice, box):
            layout.addWidget(widget)
        layout.setStretch(0, 1)
        background.run(self, lambda: store.traffic.attempts_of(message_id), self._on_read, self._on_failed)

    def _on_read(self, rows: Sequence[AttemptRow]) -> None:
        self.attempts.show_rows([(f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}", row.recipient,
                                  _OUTCOMES.get(row.outcome, row.outcome), row.remote or tr("None was reached"), row.reply)
                                 for row in rows])
        self.notice.setVisible(not rows)
        self.notice.say("" if rows else tr("No attempt to deliver this message is recorded yet."), Severity.INFORMATION)
        self.attempts.table.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)
