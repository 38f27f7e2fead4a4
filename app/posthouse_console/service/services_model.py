"""The server as a process of this computer: its memory, and whether it starts by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_console.service.server_model import ServerModel
from posthouse_server import control
from posthouse_server.autostart.plan import Plan, carry_out
from posthouse_server.autostart.starter import Starter, State, starter_for
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.nodes import Node, NodeState
from posthouse_server.words import tr

_EVERY_MS = 2000


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found at one look."""

    memory_bytes: int | None
    """None where there is no process, or it is another user's."""
    user: str
    autostart: State


@dataclass(frozen=True, slots=True)
class Switch:
    """What switching would do, and the system's way of doing it."""

    starter: Starter
    plan: Plan


class ServicesModel(QObject):
    """Looks every two seconds while somebody watches."""

    changed = Signal()

    def __init__(self, store: Store, background: Background, server: ServerModel, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self.folder = store.folder
        self.server = server
        self.starter_of: Callable[[DataFolder], Starter] = starter_for
        self._background = background
        self._looks = Newest(background, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.seen: Seen | None = None
        self.fault = ""
        server.changed.connect(self.changed)

    def watch(self, is_watched: bool) -> None:
        """Look now and then, or no more."""
        if is_watched and not self._timer.isActive():
            self._timer.start()
            self.refresh()
        elif not is_watched:
            self._timer.stop()

    def refresh(self) -> None:
        """Look once."""
        status = self.server.status
        node = status.node if status.state not in (NodeState.STOPPED, NodeState.FAILED) else None
        self._looks.ask(lambda: self._look(node), self._on_seen, self._on_failed)

    def plan(self, *, is_on: bool) -> Switch:
        """Return what switching does; blocks, raises AutostartError."""
        starter = self.starter_of(self.folder)
        return Switch(starter, starter.plan_on() if is_on else starter.plan_off())

    def perform(self, switch: Switch) -> str:
        """Switch; returns what became of it as a sentence. Blocks, raises AutostartError."""
        said = carry_out(switch.plan, switch.starter.run)
        return " ".join(filter(None, (said, switch.starter.state().sentence)))

    def _on_timer_timeout(self) -> None:
        """The system's own programs are asked, and may take their time."""
        if not self._looks.is_busy:
            self.refresh()

    def _look(self, node: Node | None) -> Seen:
        memory, user = _process_facts(node)
        return Seen(memory, user, self.starter_of(self.folder).state())

    def _on_seen(self, seen: Seen) -> None:
        self.seen, self.fault = seen, ""
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.fault = tr("This computer could not be asked: {error}", error=error)
        self.changed.emit()


def _process_facts(node: Node | None) -> tuple[int | None, str]:
    """Return the memory of the server in bytes, and the user that it runs as."""
    if node is None or not control.is_process_alive(node):
        return None, ""
    try:
        process = psutil.Process(node.pid)
        with process.oneshot():
            return int(process.memory_info().rss), str(process.username())
    except psutil.Error:  # it ends just now, or is another user's
        return None, ""
