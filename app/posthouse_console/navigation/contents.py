"""What the result pane lists for each node."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from posthouse_console.models.ban_rows import BansModel
from posthouse_console.models.decision_rows import DecisionsModel
from posthouse_console.models.directory_rows import DomainsModel, MailboxesModel, PostOfficesModel, post_office_rows
from posthouse_console.models.history_rows import HistoryModel
from posthouse_console.models.node_rows import NodesModel
from posthouse_console.models.rows import RowsModel
from posthouse_console.models.server_rows import (
    ConnectorsModel,
    ListenersModel,
    ServersModel,
    connector_row,
    listener_rows,
    server_row,
)
from posthouse_console.navigation.nodes import NodeKind, TreeNode
from posthouse_console.service.alarm_words import mailbox_alarms
from posthouse_console.service.bans_model import BansList
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.history_model import HistoryList
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.service.trace_model import TraceSource

_EMPTY = {
    NodeKind.POST_OFFICES: "There is no post office yet. Action > New Domain… adds a domain together with its post office.",
    NodeKind.DOMAINS: "This post office has no domain. Action > New Domain… adds one.",
    NodeKind.MAILBOXES: "This post office has no mailbox yet. Action > New Mailbox… adds one.",
    NodeKind.LOGS: "Nothing is recorded, or nothing in which these words occur.",
    NodeKind.HISTORY: "There is no revision with these words.",
    NodeKind.BANS: "Nobody is banned.",
    NodeKind.SMTP: "There is no listener: nobody can connect. SMTP Properties > Inbound adds one.",
}


class Contents(QObject):
    """Holds the models of the lists, and fills the one that is shown."""

    def __init__(self, directory: DirectoryModel, server: ServerModel, settings: SettingsModel, bans: BansList,
                 trace: TraceSource, history: HistoryList, parent: QObject) -> None:
        """Follow these models."""
        super().__init__(parent)
        self._directory = directory
        self._server = server
        self._settings = settings
        self._banned = bans
        self._trace = trace
        self._history = history
        self._node: TreeNode | None = None
        self._nodes = NodesModel(self)
        self._servers = ServersModel(self)
        self._connectors = ConnectorsModel(self)
        self._listeners = ListenersModel(self)
        self._post_offices = PostOfficesModel(self)
        self._domains = DomainsModel(self)
        self._mailboxes = MailboxesModel(self)
        self._bans = BansModel(self)
        self._revisions = HistoryModel(self)
        self._decisions = DecisionsModel(self)
        for changed in (directory.changed, server.changed, settings.changed, bans.changed, history.changed):
            changed.connect(self._on_source_changed)
        trace.changed.connect(self._on_trace_changed)

    def show_node(self, node: TreeNode) -> RowsModel[Any]:
        """Fill and return the list of a node."""
        self._node = node
        self._banned.watch(node.kind is NodeKind.BANS)
        self._trace.watch(node.kind is NodeKind.LOGS)
        self._history.watch(node.kind is NodeKind.HISTORY)
        self._fill(node)
        return self._model(node.kind)

    def empty_text(self, kind: NodeKind) -> str:
        """Return what to say when the list is empty."""
        return _EMPTY.get(kind, "")

    def search(self, words: str) -> bool:
        """Look for words in all that is recorded behind the list on show; False: the list itself is to be filtered."""
        kind = None if self._node is None else self._node.kind
        if kind is NodeKind.LOGS:
            self._trace.search(words)
        elif kind is NodeKind.HISTORY:
            self._history.search(words)
        return kind in (NodeKind.LOGS, NodeKind.HISTORY)

    def _on_trace_changed(self) -> None:
        if self._node is not None and self._node.kind is NodeKind.LOGS:
            self._fill(self._node)

    def _on_source_changed(self) -> None:
        if self._node is not None:
            self._fill(self._node)

    def _model(self, kind: NodeKind) -> RowsModel[Any]:
        models: dict[NodeKind, RowsModel[Any]] = {
            NodeKind.SERVERS: self._servers, NodeKind.CONNECTORS: self._connectors, NodeKind.SMTP: self._listeners,
            NodeKind.POST_OFFICES: self._post_offices, NodeKind.DOMAINS: self._domains, NodeKind.MAILBOXES: self._mailboxes,
            NodeKind.BANS: self._bans, NodeKind.HISTORY: self._revisions, NodeKind.LOGS: self._decisions}
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
            case NodeKind.LOGS:
                self._decisions.show_rows(self._trace.rows)
            case NodeKind.HISTORY:
                self._revisions.show_rows(self._history.rows)
            case NodeKind.BANS:
                self._bans.show_rows(self._banned.rows)
            case _:
                self._nodes.show_rows(node.children)
