"""What the result pane lists for each node."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from posthouse_console.models.ban_rows import BansModel
from posthouse_console.models.directory_rows import (
    DomainsModel,
    GroupsModel,
    MailboxesModel,
    PostOfficesModel,
    post_office_rows,
)
from posthouse_console.models.history_rows import HistoryModel
from posthouse_console.models.node_rows import NodesModel
from posthouse_console.models.rows import Batches, RowRole, RowsModel
from posthouse_console.models.server_rows import (
    ConnectorsModel,
    ListenersModel,
    ServersModel,
    connector_row,
    listener_rows,
    server_row,
)
from posthouse_console.navigation.nodes import NodeKind, TreeNode
from posthouse_console.navigation.queue_tables import QUEUES, QueueTables
from posthouse_console.navigation.trace_table import TraceTable
from posthouse_console.service.alarm_words import mailbox_alarms
from posthouse_console.service.bans_model import BansList
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.history_model import HistoryList
from posthouse_console.service.mailbox_usage import MailboxUsage
from posthouse_console.service.queue_model import QueueList
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.service.trace_model import TraceSource
from posthouse_server.words import tr

_EMPTY = {
    NodeKind.POST_OFFICES: tr("There is no post office yet. Action > New Domain… adds a domain together with its post office."),
    NodeKind.DOMAINS: tr("This post office has no domain. Action > New Domain… adds one."),
    NodeKind.MAILBOXES: tr("This post office has no mailbox yet. Action > New Mailbox… adds one."),
    NodeKind.GROUPS: tr("This post office has no group yet. Action > New Group… adds one."),
    NodeKind.LOGS: tr("Nothing is recorded yet: nobody has tried to send anything."),
    NodeKind.HISTORY: tr("There is no revision with these words."),
    NodeKind.BANS: tr("Nobody is banned."),
    NodeKind.INBOUND: tr("Nothing waits for delivery to mailboxes of this server."),
    NodeKind.OUTBOUND: tr("Nothing waits for delivery to other servers."),
    NodeKind.BAD_MAIL: tr("There is no bad mail: nothing that could be neither delivered nor returned to its sender."),
    NodeKind.SMTP: tr("There is no listener: nobody can connect. SMTP Properties > Inbound adds one."),
}

_OF_DIRECTORY = (NodeKind.POST_OFFICES, NodeKind.DOMAINS, NodeKind.MAILBOXES, NodeKind.GROUPS)


class Contents(QObject):
    """Holds the models of the lists, and fills the one that is shown."""

    filled = Signal()
    """The list on show was filled anew; its empty_text() may be another."""

    def __init__(self, directory: DirectoryModel, server: ServerModel, settings: SettingsModel, bans: BansList,
                 trace: TraceSource, history: HistoryList, queues: QueueList, parent: QObject) -> None:
        """Follow these models."""
        super().__init__(parent)
        self._directory = directory
        self._server = server
        self._settings = settings
        self._banned = bans
        self.trace = TraceTable(trace, self)
        self._history = history
        self._node: TreeNode | None = None
        self._nodes = NodesModel(self)
        self._servers = ServersModel(self)
        self._connectors = ConnectorsModel(self)
        self._listeners = ListenersModel(self)
        self._post_offices = PostOfficesModel(self)
        self._domains = DomainsModel(self)
        self._mailboxes = MailboxesModel(self)
        self._groups = GroupsModel(self)
        self._bans = BansModel(self)
        self._revisions = HistoryModel(self)
        self._queues = QueueTables(queues, self)
        self._revisions.more = self._all_revisions
        for changed in (directory.changed, server.changed, settings.changed, bans.changed, history.changed):
            changed.connect(self._on_source_changed)
        self._usage = MailboxUsage(directory.mail, directory.background, self)
        self._usage.changed.connect(self._on_usage_changed)

    def show_node(self, node: TreeNode) -> RowsModel[Any]:
        """Fill and return the list of a node."""
        self._node = node
        if node.kind is not NodeKind.MAILBOXES:
            self._usage.watch(())
        self._banned.watch(node.kind is NodeKind.BANS)
        self.trace.watch(node.kind is NodeKind.LOGS)
        self._history.watch(node.kind is NodeKind.HISTORY)
        self._queues.watch(node.kind)
        self._fill(node)
        return self._model(node.kind)

    def empty_text(self, kind: NodeKind) -> str:
        """Return what to say when the list is empty: why it can't be read, if that is so."""
        faults = {NodeKind.BANS: self._banned.fault, NodeKind.HISTORY: self._history.fault, NodeKind.SMTP: self._settings.fault,
                  **dict.fromkeys(_OF_DIRECTORY, self._directory.fault)}
        return faults.get(kind, "") or _EMPTY.get(kind, "")

    def search(self, words: str) -> bool:
        """Look for words in all that is recorded behind the list on show; False: the list itself is to be filtered."""
        kind = None if self._node is None else self._node.kind
        if kind is NodeKind.LOGS:
            self.trace.search(words)
        elif kind is NodeKind.HISTORY:
            self._history.search(words)
        elif kind in QUEUES:
            self._queues.search(words)
        return kind in (NodeKind.LOGS, NodeKind.HISTORY, *QUEUES)

    def _all_revisions(self, column: int, order: Qt.SortOrder) -> Batches:
        read, is_descending = self._history.all(), order is Qt.SortOrder.DescendingOrder
        model = self._revisions
        return lambda: iter([sorted(read(), key=lambda row: model.cell(row, column, RowRole.SORT), reverse=is_descending)])

    def _on_usage_changed(self) -> None:
        self._mailboxes.show_usage(self._usage.usage)

    def _on_source_changed(self) -> None:
        if self._node is not None:
            self._fill(self._node)
            self.filled.emit()

    def _model(self, kind: NodeKind) -> RowsModel[Any]:
        models: dict[NodeKind, RowsModel[Any]] = {
            NodeKind.SERVERS: self._servers, NodeKind.CONNECTORS: self._connectors, NodeKind.SMTP: self._listeners,
            NodeKind.POST_OFFICES: self._post_offices, NodeKind.DOMAINS: self._domains, NodeKind.MAILBOXES: self._mailboxes,
            NodeKind.GROUPS: self._groups,
            NodeKind.BANS: self._bans, NodeKind.HISTORY: self._revisions, NodeKind.LOGS: self.trace.model,
            **self._queues.models}
        return models.get(kind, self._nodes)

    def _fill(self, node: TreeNode) -> None:
        lists, status = self._directory.lists, self._server.status
        match node.kind:
            case NodeKind.SERVERS:
                self._servers.show_rows([server_row(status)])
            case NodeKind.CONNECTORS:
                self._connectors.show_rows([connector_row(status)])
            case NodeKind.SMTP:
                loaded = self._settings.loaded
                listeners = loaded.settings.smtp.inbound.listeners if loaded is not None else ()
                self._listeners.show_rows(listener_rows(listeners, status))
            case NodeKind.POST_OFFICES:
                self._post_offices.show_rows(post_office_rows(lists))
            case NodeKind.DOMAINS:
                self._domains.show_rows(lists.domains_of(node.post_office))
            case NodeKind.MAILBOXES:
                self._mailboxes.show_alarms(mailbox_alarms(status.node.alarms if status.node is not None else ()))
                self._mailboxes.show_rows(lists.mailboxes_of(node.post_office))
                self._usage.watch(lists.mailboxes_of(node.post_office))
            case NodeKind.GROUPS:
                self._groups.show_rows(lists.groups_of(node.post_office))
            case NodeKind.HISTORY:
                self._revisions.show_rows(self._history.rows)
            case NodeKind.BANS:
                self._bans.show_rows(() if self._banned.fault else self._banned.rows)
            case NodeKind.INBOUND | NodeKind.OUTBOUND | NodeKind.BAD_MAIL | NodeKind.LOGS:
                pass  # they fill themselves
            case _:
                self._nodes.show_rows(node.children)
