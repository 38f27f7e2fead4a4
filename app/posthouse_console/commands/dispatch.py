"""From actions to commands: which can be used now, and what they act on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from posthouse_console.actions import Actions, Command
from posthouse_console.commands.backup import BackupCommands
from posthouse_console.commands.bans import BanCommands
from posthouse_console.commands.directory import DirectoryCommands
from posthouse_console.commands.history import HistoryCommands
from posthouse_console.commands.messages import MessageCommands
from posthouse_console.commands.queue import DEEDS, QueueCommands
from posthouse_console.commands.server import ServerCommands
from posthouse_console.commands.set_up import SetUpCommands
from posthouse_console.commands.suggestions import SuggestionCommands
from posthouse_console.commands.tools import ToolCommands
from posthouse_console.models.lazy_rows import Unread
from posthouse_console.navigation.navigator import Navigator
from posthouse_console.navigation.nodes import SMTP_PATH, NodeKind, TreeNode
from posthouse_console.service.backend import Backend
from posthouse_console.service.queue_words import QueueEntry
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.store import Revision
from posthouse_server.store.bans import Ban
from posthouse_server.store.directory import DomainRow, GroupRow, MailboxRow
from posthouse_server.store.queues import QueuedRow
from posthouse_server.store.traffic import DecisionRow

_HELP = {
    NodeKind.ROOT: "getting-started",
    NodeKind.SERVERS: "server",
    NodeKind.SERVER: "server",
    NodeKind.CONNECTORS: "server",
    NodeKind.SMTP: "who-can-relay",
    NodeKind.GROUPS: "groups",
    NodeKind.LOGS: "trace",
    NodeKind.QUEUES: "queues",
    NodeKind.INBOUND: "queues",
    NodeKind.OUTBOUND: "queues",
    NodeKind.BAD_MAIL: "bad-mail",
    NodeKind.BANS: "bans",
    NodeKind.ABUSE: "abuse-report",
    NodeKind.HISTORY: "history",
    NodeKind.SYSTEM: "diagnose",
    NodeKind.DIAGNOSE: "diagnose",
    NodeKind.SERVICES: "services",
}


_ON_REVISION = (Command.SHOW_CHANGE, Command.REVERT, Command.GO_BACK)


class CommandDispatch(QObject):
    """Knows the current node and the selected rows; the window tells it of both."""

    def __init__(self, backend: Backend, actions: Actions, navigator: Navigator, revision_note: Callable[[], str],
                 window: QWidget) -> None:
        """Connect the actions that don't belong to the window itself."""
        super().__init__(window)
        self._backend = backend
        self._actions = actions
        self._navigator = navigator
        self._node: TreeNode | None = None
        self._rows: Sequence[object] = ()
        self._by_class: dict[type, list[Any]] = {}
        """The same rows, sorted out once: there may be very many, and the actions are looked at every second."""
        self.directory = DirectoryCommands(backend.directory, window)
        self.bans = BanCommands(backend.bans, window)
        self.backup = BackupCommands(backend.store, backend.background, window)
        self.backup.restored.connect(backend.refresh)
        self.queue = QueueCommands(backend.store, backend.background, backend.queues, lambda: backend.server.is_running, window)
        self.suggestions = SuggestionCommands(backend.store, backend.background, backend.settings, window)
        self.history = HistoryCommands(backend.store, backend.background, window)
        self.tools = ToolCommands(backend.store, backend.background,
                                  (backend.settings, backend.directory, backend.server), revision_note, window)
        self.messages = MessageCommands(backend.store, backend.background, backend.directory, self.tools, navigator, window)
        self.server = ServerCommands(backend.server, window)
        self.set_up = SetUpCommands(backend, window)
        self.set_up.test_accepted.connect(self.tools.test_accepted)
        self.tools.connection_wanted.connect(self.set_up.connect_range)
        self._connect(navigator)
        backend.server.changed.connect(self.update_actions)
        navigator.moved.connect(self.update_actions)

    def select(self, node: TreeNode, rows: Sequence[object]) -> None:
        """Take note of what commands act on."""
        self._node, self._rows = node, rows
        self._by_class = {}
        for row in rows:
            self._by_class.setdefault(type(row), []).append(row)
        self.update_actions()

    def update_actions(self) -> None:
        """Grey what makes no sense now."""
        server = self._backend.server
        mailboxes, domains = self._mailboxes(), self._domains()
        usable = {
            Command.BACK: self._navigator.can_go_back(),
            Command.FORWARD: self._navigator.can_go_forward(),
            Command.UP: self._navigator.can_go_up(),
            Command.START: server.can_start(),
            Command.STOP: server.can_stop(),
            Command.RESTART: server.can_restart(),
            Command.PROPERTIES: self._is_smtp_meant() or self.directory.has_properties(self._rows),
            Command.SET_PASSWORD: len(mailboxes) == 1,
            Command.ENABLE: any(not row.enabled for row in mailboxes),
            Command.DISABLE: any(row.enabled for row in mailboxes),
            Command.CATCH_ALL: len(domains) == 1,
            Command.DELETE: bool(mailboxes or domains or self._groups() or self._queued()),
            **dict.fromkeys((Command.WHY, Command.SHOW_SESSION, Command.MESSAGE_LIFE), len(self._decisions()) == 1),
            Command.ALLOW_THIS: [row.verdict for row in self._decisions()] == [Verdict.REFUSED],
            Command.LIFT_BAN: bool(self._bans()),
            **dict.fromkeys(_ON_REVISION, len(self._revisions()) == 1),
        }
        for command, is_usable in usable.items():
            self._actions[command].setEnabled(is_usable)
        self.queue.update_actions(self._actions, self._queued())

    def open_row(self, row: object) -> None:
        """Do what a double click on a row means."""
        path = getattr(row, "path", None)
        if path is not None:
            self._navigator.go(path)
        elif isinstance(row, MailboxRow | DomainRow | GroupRow):
            self.directory.show_properties(row)
        elif isinstance(row, Revision):
            self.history.show(row)
        elif isinstance(row, QueuedRow | Unread):
            self.queue.show_information(row)
        elif isinstance(row, DecisionRow):
            self.messages.show_session(row)
        elif self._node is not None and self._node.kind is NodeKind.SMTP:
            self.tools.open_properties()

    def _connect(self, navigator: Navigator) -> None:
        server = self._backend.server
        table: dict[Command, Callable[[], object]] = {
            Command.BACK: navigator.back,
            Command.FORWARD: navigator.forward,
            Command.UP: navigator.up,
            Command.HOME: lambda: navigator.go(()),
            Command.START: server.start,
            Command.STOP: server.stop,
            Command.RESTART: server.restart,
            Command.PROPERTIES: self._show_properties,
            Command.NEW_DOMAIN: lambda: self.directory.new_domain(self._post_office()),
            Command.NEW_MAILBOX: lambda: self.directory.new_mailbox(self._post_office()),
            Command.IMPORT: self.directory.import_file,
            Command.EXPORT_DIRECTORY: self.directory.export_file,
            Command.FIND_ADDRESS: self.directory.find_address,
            Command.NEW_GROUP: lambda: self.directory.new_group(self._post_office()),
            Command.SET_PASSWORD: lambda: self.directory.set_password(self._mailboxes()[0]),
            Command.ENABLE: lambda: self.directory.switch(self._mailboxes(), True),
            Command.DISABLE: lambda: self.directory.switch(self._mailboxes(), False),
            Command.CATCH_ALL: lambda: self.directory.show_properties(self._domains()[0]),
            Command.DELETE: self._delete,
            **{command: functools.partial(self._do_with_queued, command) for command in DEEDS},
            Command.LIFT_BAN: lambda: self.bans.lift(self._bans()),
            Command.SUGGEST_RANGES: self.suggestions.open,
            Command.SHOW_CHANGE: lambda: self.history.show(self._revisions()[0]),
            Command.REVERT: lambda: self.history.revert(self._revisions()[0]),
            Command.GO_BACK: lambda: self.history.go_back(self._revisions()[0]),
            Command.VERIFY: self.history.verify,
            Command.BACK_UP: self.backup.back_up,
            Command.RESTORE: self.backup.restore,
            Command.SET_UP: self.set_up.open_wizard,
            Command.CONNECT_DEVICE: lambda: self.set_up.connect_device(next((row.login for row in self._mailboxes()), "")),
            Command.SEND_TEST: self.tools.send_test,
            Command.WHO_CAN_RELAY: self.tools.who_can_relay,
            Command.RELAY_TEST: self.tools.test_for_open_relay,
            Command.WHY: lambda: self.tools.explain(self._decisions()[0].id),
            Command.ALLOW_THIS: lambda: self.tools.allow(self._decisions()[0].id),
            Command.SHOW_SESSION: lambda: self.messages.show_session(self._decisions()[0]),
            Command.MESSAGE_LIFE: lambda: self.messages.find(self._decisions()[0].message_id or self._decisions()[0].id),
            Command.FIND_MESSAGE: self.messages.find,
            Command.HELP: lambda: self.tools.open_help(self.help_topic()),
            Command.ABOUT: self.tools.open_about,
        }
        for command, act in table.items():
            self._actions[command].triggered.connect(lambda _checked=False, act=act: act())

    def _do_with_queued(self, command: Command) -> None:
        self.queue.do(command, self._queued())

    def _show_properties(self) -> None:
        if self.directory.has_properties(self._rows):
            self.directory.show_properties(self._rows[0])
        else:
            self.tools.open_properties()

    def _delete(self) -> None:
        if queued := self._queued():
            self.queue.remove(queued)
        else:
            self.directory.delete(self._rows)

    def _queued(self) -> list[QueueEntry]:
        return [*self._by_class.get(QueuedRow, ()), *self._by_class.get(Unread, ())]  # what is known comes first

    def _mailboxes(self) -> list[MailboxRow]:
        return self._by_class.get(MailboxRow, [])

    def _domains(self) -> list[DomainRow]:
        return self._by_class.get(DomainRow, [])

    def _groups(self) -> list[GroupRow]:
        return self._by_class.get(GroupRow, [])

    def _bans(self) -> list[Ban]:
        return self._by_class.get(Ban, [])

    def _revisions(self) -> list[Revision]:
        return self._by_class.get(Revision, [])

    def _decisions(self) -> list[DecisionRow]:
        return self._by_class.get(DecisionRow, [])

    def _post_office(self) -> str:
        chosen = next((row for row in self._rows if hasattr(row, "path")), None)
        if chosen is not None and self._node is not None and self._node.kind is NodeKind.POST_OFFICES:
            return str(getattr(chosen, "name", ""))
        return self._node.post_office if self._node is not None else ""

    def _is_smtp_meant(self) -> bool:
        if self._node is not None and self._node.kind is NodeKind.SMTP:
            return True
        return any(getattr(row, "path", None) == SMTP_PATH for row in self._rows)

    def help_topic(self) -> str:
        """Return the help page for the node that is shown."""
        return _HELP.get(self._node.kind, "directory") if self._node is not None else "index"
