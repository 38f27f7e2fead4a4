"""What the result pane lists for each node."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from posthouse_console.models.directory_rows import DomainsModel, MailboxesModel, PostOfficesModel, post_office_rows
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
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.settings_model import SettingsModel

_EMPTY = {
    NodeKind.POST_OFFICES: "There is no post office yet. Action > New Domain… adds a domain together with its post office.",
    NodeKind.DOMAINS: "This post office has no domain. Action > New Domain… adds one.",
    NodeKind.MAILBOXES: "This post office has no mailbox yet. Action > New Mailbox… adds one.",
    NodeKind.SMTP: "There is no listener: nobody can connect. SMTP Properties > Inbound adds one.",
}


class Contents(QObject):
    """Holds the models of the lists, and fills the one that is shown."""

    def __init__(self, directory: DirectoryModel, server: ServerModel, settings: SettingsModel, parent: QObject) -> None:
        """Follow these models."""
        super().__init__(parent)
        self._directory = directory
        self._server = server
        self._settings = settings
        self._node: TreeNode | None = None
        self._nodes = NodesModel(self)
        self._servers = ServersModel(self)
        self._connectors = ConnectorsModel(self)
        self._listeners = ListenersModel(self)
        self._post_offices = PostOfficesModel(self)
        self._domains = DomainsModel(self)
        self._mailboxes = MailboxesModel(self)
        for changed in (directory.changed, server.changed, settings.changed):
            changed.connect(self._on_source_changed)

    def show_node(self, node: TreeNode) -> RowsModel[Any]:
        """Fill and return the list of a node."""
        self._node = node
        self._fill(node)
        return self._model(node.kind)

    def empty_text(self, kind: NodeKind) -> str:
        """Return what to say when the list is empty."""
        return _EMPTY.get(kind, "")

    def _on_source_changed(self) -> None:
        if self._node is not None:
            self._fill(self._node)

    def _model(self, kind: NodeKind) -> RowsModel[Any]:
        models: dict[NodeKind, RowsModel[Any]] = {
            NodeKind.SERVERS: self._servers, NodeKind.CONNECTORS: self._connectors, NodeKind.SMTP: self._listeners,
            NodeKind.POST_OFFICES: self._post_offices, NodeKind.DOMAINS: self._domains, NodeKind.MAILBOXES: self._mailboxes}
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
                self._mailboxes.show_rows(lists.mailboxes_of(node.post_office))
            case _:
                self._nodes.show_rows(node.children)
