"""The server as the console sees it: one object owns its start, stop and state."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.server_words import ServerWords, words_for
from posthouse_server import control
from posthouse_server.control import ControlError, Status, author
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState

_T = TypeVar("_T")
_DOWN = (NodeState.STOPPED, NodeState.FAILED)


class Task(StrEnum):
    """What this console is doing with the server."""

    NONE = "none"
    STARTING = "starting"
    STOPPING = "stopping"
    RESTARTING = "restarting"


class ServerModel(QObject):
    """Starts, stops and describes the server. Signals are emitted in the GUI thread."""

    changed = Signal()
    """The state, or what can be done about it."""
    finished = Signal(str)
    """The outcome of a start, stop, restart or kill that went well, as a sentence."""
    start_failed = Signal(str)
    stop_failed = Signal(str)
    """The server has not stopped in time, as a sentence; kill() would end it."""
    _progressed = Signal(object)

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Know nothing yet: the watcher calls see()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._seen = Status(NodeState.STOPPED, None)
        self._failure: tuple[Status, str] | None = None
        """Why a start or stop failed, and the state it left, for as long as nothing else has happened."""
        self._starts_after_kill = False
        self.task = Task.NONE
        self._progressed.connect(self.see, Qt.ConnectionType.QueuedConnection)

    @property
    def status(self) -> Status:
        """Return the state with its reason; what this console is doing comes before an old row."""
        if self.task in (Task.STARTING, Task.RESTARTING) and self._seen.state in _DOWN:
            return Status(NodeState.STARTING, self._seen.node)
        if self.task in (Task.STOPPING, Task.RESTARTING) and self._seen.state is NodeState.RUNNING:
            return Status(NodeState.STOPPING, self._seen.node)
        if self._failure is not None:
            return Status(NodeState.FAILED, self._seen.node, self._failure[1])
        return self._seen

    @property
    def words(self) -> ServerWords:
        """Return the state in words."""
        return words_for(self.status)

    @property
    def is_running(self) -> bool:
        """Return whether the server runs and takes mail."""
        return self.status.state is NodeState.RUNNING

    def can_start(self) -> bool:
        """Return whether Start makes sense now."""
        return self.task is Task.NONE and self.status.state in _DOWN

    def can_stop(self) -> bool:
        """Return whether Stop makes sense now; a server that is stopping may need the offer to kill it."""
        return self.task is Task.NONE and self.status.state not in _DOWN

    def can_restart(self) -> bool:
        """Return whether Restart makes sense now."""
        return self.task is Task.NONE and self.is_running

    def start(self) -> None:
        """Start the server; `finished` or `start_failed` follows."""
        if self.can_start():
            self._begin(Task.STARTING, self._started, self._on_started, self._on_start_failed)

    def stop(self) -> None:
        """Stop the server; `finished` or `stop_failed` follows."""
        if self.can_stop():
            self._begin(Task.STOPPING, self._stopped, self._on_stopped, self._on_stop_failed)

    def restart(self) -> None:
        """Stop and start the server."""
        if self.can_restart():
            self._begin(Task.RESTARTING, self._stopped, self._on_stopped_for_restart, self._on_stop_failed)

    def kill(self) -> None:
        """End the server's process at once, and start it again if that was to be a restart."""
        self._begin(Task.STOPPING, lambda: control.kill(self._store), self._on_killed, self._on_start_failed)

    def see(self, status: Status) -> None:
        """Take note of a state that was read from the store."""
        if self._failure is not None and _essence(status) != _essence(self._failure[0]):
            self._failure = None
        self._seen = status
        self.changed.emit()

    def _begin(self, task: Task, work: Callable[[], _T], done: Callable[[_T], None],
                  failed: Callable[[Exception], None]) -> None:
        self.task, self._failure = task, None
        self.changed.emit()
        self._background.run(self, work, done, failed)

    def _started(self) -> Status:
        return control.start(self._store, author("console"), self._progressed.emit)

    def _stopped(self) -> Status:
        return control.stop(self._store, author("console"), self._progressed.emit)

    def _on_started(self, status: Status) -> None:
        verb = "restarted" if self.task is Task.RESTARTING else "started"
        self._end(status)
        sentence = words_for(status).sentence
        self.finished.emit(f"The server has {verb}: {sentence[:1].lower()}{sentence[1:]}.")

    def _on_start_failed(self, error: Exception) -> None:
        self._failure = (self._seen, str(error))
        self._end(self._seen)
        self.start_failed.emit(str(error))

    def _on_stopped(self, status: Status) -> None:
        self._end(status)
        self.finished.emit("The server has stopped." if not status.detail else f"The server has ended: {status.detail}")

    def _on_stopped_for_restart(self, status: Status) -> None:
        self._seen = status
        self._begin(Task.RESTARTING, self._started, self._on_started, self._on_start_failed)

    def _on_stop_failed(self, error: Exception) -> None:
        self._starts_after_kill = self.task is Task.RESTARTING
        self._end(self._seen)
        if isinstance(error, ControlError):
            self.stop_failed.emit(str(error))
        else:
            self.start_failed.emit(str(error))

    def _on_killed(self, _nothing: None) -> None:
        self._end(self._seen)
        self.finished.emit("The server was ended by force. No message that it had accepted is lost.")
        if self._starts_after_kill:
            self._starts_after_kill = False
            self._begin(Task.STARTING, self._started, self._on_started, self._on_start_failed)

    def _end(self, status: Status) -> None:
        self.task = Task.NONE
        self._seen = status
        self.changed.emit()


def _essence(status: Status) -> tuple[NodeState, int]:
    return status.state, 0 if status.node is None else status.node.pid
