"""What is done with queued messages and Bad Mail, after a question where it matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.actions import Actions, Command
from posthouse_console.service.background import Background
from posthouse_console.service.queue_model import QueueList
from posthouse_console.service.queue_words import (
    WORDS,
    QueueDeed,
    QueueEntry,
    names,
    outcome,
    question,
    unusable_reason,
)
from posthouse_console.widgets.question import ask, tell
from posthouse_server.store import Store
from posthouse_server.store.queues import Queue
from posthouse_server.words import tr

DEEDS = {
    Command.RETRY_NOW: QueueDeed.RETRY, Command.HOLD: QueueDeed.HOLD, Command.RELEASE: QueueDeed.RELEASE,
    Command.RETURN: QueueDeed.RETURN, Command.REROUTE: QueueDeed.ROUTE, Command.SEND_AGAIN: QueueDeed.SEND_AGAIN,
    Command.MESSAGE_INFORMATION: QueueDeed.LOOK, Command.SEND_HISTORY: QueueDeed.LOOK}
_FINAL = (QueueDeed.REMOVE, QueueDeed.RETURN)
"""What is asked about even where it concerns a single message."""


class QueueCommands(QObject):
    """Acts on messages of the queue on show."""

    reported = Signal(str)

    def __init__(self, store: Store, background: Background, queues: QueueList, is_running: Callable[[], bool],
                 window: QWidget) -> None:
        """Act in this window; `is_running` says whether a server will take note at once."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._queues = queues
        self._is_running = is_running
        self._window = window

    def update_actions(self, actions: Actions, rows: Sequence[QueueEntry]) -> None:
        """Grey what makes no sense now, and say why."""
        for command, deed in DEEDS.items():
            actions.grey(command, unusable_reason(deed, self._queues.queue, rows))

    def do(self, command: Command, rows: Sequence[QueueEntry]) -> None:
        """Do what a command means, for these messages."""
        if command is Command.MESSAGE_INFORMATION:
            self.show_information(rows[0])
        elif command is Command.SEND_HISTORY:
            self.show_history(rows[0].id)
        elif command is Command.REROUTE:
            self._ask_for_route(rows)
        else:
            self._ask(DEEDS[command], rows)

    def remove(self, rows: Sequence[QueueEntry]) -> None:
        """Remove messages, after a question."""
        self._ask(QueueDeed.REMOVE, rows)

    def show_information(self, row: QueueEntry) -> None:
        """Show all that is known about a message."""
        # Imported on first use, as all dialogs that a start should not wait for.
        from posthouse_console.dialogs.message_information import MessageInformationDialog

        dialog = MessageInformationDialog(self._store, self._background, row.id, self._window)
        dialog.history_wanted.connect(self.show_history)
        dialog.open()

    def show_history(self, message_id: str) -> None:
        """Show each attempt to deliver a message."""
        from posthouse_console.dialogs.send_history import SendHistoryDialog

        SendHistoryDialog(self._store, self._background, message_id, self._window).open()

    def _ask(self, deed: QueueDeed, rows: Sequence[QueueEntry]) -> None:
        queue, ids = self._queues.queue, [row.id for row in rows]
        if queue is None:
            return
        if len(rows) == 1 and deed not in _FINAL:
            self._act(deed, queue, ids)
            return
        words = WORDS[deed]
        ask(self._window, words.title, question(deed, rows), words.button, lambda: self._act(deed, queue, ids),
            detail=f"{names(rows)}\n\n{words.consequence}", is_default=deed not in _FINAL,
            icon=QMessageBox.Icon.Warning if deed in _FINAL else QMessageBox.Icon.Question)

    def _act(self, deed: QueueDeed, queue: Queue, ids: Sequence[str]) -> None:
        queues = self._store.spool.queues
        work: dict[QueueDeed, Callable[[], int]] = {
            QueueDeed.RETRY: lambda: queues.retry(queue, ids),
            QueueDeed.HOLD: lambda: queues.hold(queue, ids),
            QueueDeed.RELEASE: lambda: queues.release(queue, ids),
            QueueDeed.REMOVE: lambda: queues.remove(queue, ids),
            QueueDeed.RETURN: lambda: queues.return_to_sender(queue, ids),
            QueueDeed.SEND_AGAIN: lambda: queues.send_again(ids)}
        self._run(deed, work[deed])

    def _ask_for_route(self, rows: Sequence[QueueEntry]) -> None:
        from posthouse_console.dialogs.reroute import RerouteDialog

        queue, ids = self._queues.queue, [row.id for row in rows]
        if queue is None:
            return
        dialog = RerouteDialog(rows, self._window)
        dialog.chosen.connect(lambda via, is_released: self._route(queue, ids, via, is_released))
        dialog.open()

    def _route(self, queue: Queue, ids: Sequence[str], via: str, is_released: bool) -> None:
        queues = self._store.spool.queues

        def work() -> int:
            number = queues.route(queue, ids, via)
            if is_released:
                queues.release(queue, ids)
            return number

        self._run(QueueDeed.ROUTE, work)

    def _run(self, deed: QueueDeed, work: Callable[[], int]) -> None:
        self.reported.emit(tr("Working…"))
        self._queues.act(work, lambda number: self.reported.emit(outcome(deed, number, is_running=self._is_running())),
                         self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, tr("Queue"), str(error))
