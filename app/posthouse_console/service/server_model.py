"""The server as the console sees it: one object owns its start, stop and state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.server_words import ServerWords, words_for
from posthouse_server import control
from posthouse_server.control import ControlError, Status, author
from posthouse_server.store import Store
from posthouse_server.store.nodes import Alarm, NodeState
from posthouse_server.words import tr

_T = TypeVar("_T")
_DOWN = (NodeState.STOPPED, NodeState.FAILED)
_POLL_S = 0.1


class Task(StrEnum):
    """What this console is doing with the server."""

    NONE = "none"
    STARTING = "starting"
    STOPPING = "stopping"
    RESTARTING = "restarting"


class _AbandonedError(Exception):
    """The console closes while it starts or stops the server; the server goes its way without being watched."""


class ServerModel(QObject):
    """Starts, stops and describes the server. Signals are emitted in the GUI thread."""

    changed = Signal()
    """The state, or what can be done about it."""
    finished = Signal(str)
    """The outcome of a start, stop or restart that went well, as a sentence."""
    not_done = Signal(str, str)
    """What could not be done, as a sentence, and why."""
    stop_overdue = Signal(str)
    """The server has not stopped in time, as a sentence; it is waited for all the same, and kill() would end it."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Know nothing yet: the watcher calls see()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._seen = Status(NodeState.STOPPED, None)
        self._failure: tuple[Status, str] | None = None
        """Why a start failed, and the state it left, for as long as nothing else has happened."""
        self._was_killed = False
        self._noted: tuple[Alarm, ...] = ()
        self.task = Task.NONE
        self.overdue = ""
        """That the server has not stopped in time; empty when it is not being stopped, or still has time."""

    @property
    def status(self) -> Status:
        """Return the state with its reason; what this console is doing comes before an old row.

        The alarms of its node are those that stand now: the console's own among them, those of a dead server not.
        """
        found = self._own_status()
        return found if found.node is None else replace(found, node=replace(found.node, alarms=self._standing()))

    @property
    def past_alarms(self) -> tuple[Alarm, ...]:
        """Return the alarms that stood when a server that is down last spoke, without those that stand again."""
        if self._seen.node is None or self._seen.state not in _DOWN:
            return ()
        return _without(self._seen.node.alarms, self._noted)

    def _own_status(self) -> Status:
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
        """Return whether Stop makes sense now; of one that is overdue it brings back the offer to kill."""
        return bool(self.overdue) or (self.task is Task.NONE and self._seen.state not in _DOWN)

    def can_restart(self) -> bool:
        """Return whether Restart makes sense now."""
        return self.task is Task.NONE and self.is_running

    def start(self) -> None:
        """Start the server; `finished` or `not_done` follows."""
        if self.can_start():
            self._begin(Task.STARTING, self._started, self._on_started, self._on_start_failed)

    def stop(self) -> None:
        """Stop the server; `finished`, `stop_overdue` or `not_done` follows."""
        if self.overdue:
            self.stop_overdue.emit(self.overdue)
        elif self.can_stop():
            self._begin(Task.STOPPING, self._stopped, self._on_stopped, self._on_stop_failed)

    def restart(self) -> None:
        """Stop and start the server."""
        if self.can_restart():
            self._begin(Task.RESTARTING, self._stopped, self._on_stopped, self._on_stop_failed)

    def kill(self) -> None:
        """End the process of a server that does not stop; whoever waits for its end goes on from there."""
        if self.overdue:
            self._was_killed = True
            self._background.run(self, lambda: control.kill(self._store), lambda _nothing: None, self._on_kill_failed)

    def see(self, status: Status) -> None:
        """Take note of a state that was read from the store."""
        if self._failure is not None and _essence(status) != _essence(self._failure[0]):
            self._failure = None
        self._seen = status
        self.changed.emit()

    def note(self, alarms: tuple[Alarm, ...]) -> None:
        """Take note of the alarms that the console itself raises."""
        if alarms != self._noted:
            self._noted = alarms
            self.changed.emit()

    def _standing(self) -> tuple[Alarm, ...]:
        own = () if self._seen.node is None or self._seen.state in _DOWN else self._seen.node.alarms
        return own + _without(self._noted, own)

    def _begin(self, task: Task, work: Callable[[], _T], done: Callable[[_T], None],
               failed: Callable[[Exception], None]) -> None:
        self.task, self._failure, self._was_killed = task, None, False
        self.changed.emit()
        self._background.run(self, work, done, failed)

    def _started(self) -> Status:
        return control.start(self._store, author("console"), self._progress)

    def _stopped(self) -> Status:
        return control.stop(self._store, author("console"), self._progress)

    def _ended(self, process: int) -> Status:
        """Wait for the end of a process, however long it takes; another one may have taken its place by then."""
        while not self._background.closing.wait(_POLL_S):
            now = control.status(self._store)
            if now.node is None or now.node.pid != process or not control.is_process_alive(now.node):
                return now
        raise _AbandonedError

    def _progress(self, status: Status) -> None:
        """Called in the thread that starts or stops the server."""
        if self._background.closing.is_set():
            raise _AbandonedError
        self._background.post(self, lambda: self.see(status))

    def _on_started(self, status: Status) -> None:
        was_restart = self.task is Task.RESTARTING
        self._end(status)
        sentence = words_for(status).sentence
        state = sentence[:1].lower() + sentence[1:]
        self.finished.emit(tr("The server has restarted: {state}.", state=state) if was_restart else
                           tr("The server has started: {state}.", state=state))

    def _on_start_failed(self, error: Exception) -> None:
        self._failure = (self._seen, str(error))
        self._end(self._seen)
        self.not_done.emit(tr("The server could not be started."), str(error))

    def _on_stopped(self, status: Status) -> None:
        if self.task is Task.RESTARTING:
            self._seen, self.overdue = status, ""
            self._begin(Task.RESTARTING, self._started, self._on_started, self._on_start_failed)
            return
        was_killed = self._was_killed
        self._end(status)
        if was_killed:
            self.finished.emit(tr("The server was ended by force. No message that it had accepted is lost."))
        else:
            self.finished.emit(tr("The server has ended: {detail}", detail=status.detail) if status.detail else
                               tr("The server has stopped."))

    def _on_stop_failed(self, error: Exception) -> None:
        node = self._seen.node
        if isinstance(error, ControlError) and node is not None:
            self.overdue = str(error)
            self.changed.emit()
            self._background.run(self, lambda: self._ended(node.pid), self._on_stopped, self._on_stop_failed)
            self.stop_overdue.emit(self.overdue)
            return
        self._end(self._seen)
        self.not_done.emit(tr("The server could not be stopped."), str(error))

    def _on_kill_failed(self, error: Exception) -> None:
        self._was_killed = False
        self.not_done.emit(tr("The server could not be ended."), f"{type(error).__name__}: {error}")

    def _end(self, status: Status) -> None:
        self.task, self.overdue = Task.NONE, ""
        self._seen = status
        self.changed.emit()


def _without(alarms: tuple[Alarm, ...], others: tuple[Alarm, ...]) -> tuple[Alarm, ...]:
    """Return the alarms of other kinds."""
    kinds = {alarm.kind for alarm in others}
    return tuple(alarm for alarm in alarms if alarm.kind not in kinds)


def _essence(status: Status) -> tuple[NodeState, int]:
    return status.state, 0 if status.node is None else status.node.pid
