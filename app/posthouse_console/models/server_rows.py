"""Servers, connectors and listeners as tables."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from posthouse_console.models.rows import Column, RowsModel
from posthouse_console.navigation.nodes import SERVER_PATH, SMTP_PATH, Path
from posthouse_console.service.server_words import SINCE_START, ports, uptime, words_for
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.wording import AUTHENTICATION_MODE_IN_SHORT, MUST_LOG_IN, TLS_IN_SHORT
from posthouse_server.control import Status
from posthouse_server.settings.schema import Listener
from posthouse_server.settings.section import label_of
from posthouse_server.store.nodes import Counters, NodeState
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class ServerRow:
    """The server, as Servers and Connectors list it."""

    path: Path
    status: Status
    uptime: str

    @property
    def counters(self) -> Counters:
        """Return its numbers; those of a server that is down are its last ones."""
        return self.status.node.counters if self.status.node is not None else Counters()


def server_row(status: Status) -> ServerRow:
    """Return the row of localhost."""
    return ServerRow(SERVER_PATH, status, uptime(status))


def connector_row(status: Status) -> ServerRow:
    """Return the row of SMTP."""
    return ServerRow(SMTP_PATH, status, uptime(status))


class ServersModel(RowsModel[ServerRow]):
    """The servers with their live numbers."""

    NOUN = (tr("server"), tr("servers"))
    COLUMNS = (
        Column[ServerRow](tr("Server"), lambda row: row.path[-1], 95,
                          icon=lambda row: icon("server", words_for(row.status).badge)),
        Column[ServerRow](tr("State"), lambda row: words_for(row.status).word, 112,
                          tip=lambda row: words_for(row.status).sentence),
        Column[ServerRow](tr("Uptime"), lambda row: row.uptime, 75),
        Column[ServerRow](tr("Ports"), lambda row: ports(row.status), 112),
        Column[ServerRow](tr("Connections"), lambda row: number_text(row.counters.connections), 84,
                          sort=lambda row: row.counters.connections, raw=lambda row: row.counters.connections),
        Column[ServerRow](tr("Recipients Accepted"), lambda row: number_text(row.counters.accepted), 132,
                          sort=lambda row: row.counters.accepted, raw=lambda row: row.counters.accepted,
                          tip=lambda _row: SINCE_START, title_tip=SINCE_START),
        Column[ServerRow](tr("Recipients Refused"), lambda row: number_text(row.counters.refused), 124,
                          sort=lambda row: row.counters.refused, raw=lambda row: row.counters.refused,
                          tip=lambda _row: SINCE_START, title_tip=SINCE_START),
        Column[ServerRow](tr("Queue Length"), lambda row: number_text(row.counters.queue), 90,
                          sort=lambda row: row.counters.queue, raw=lambda row: row.counters.queue),
    )

    def key(self, row: ServerRow) -> Hashable:
        """Return the node."""
        return row.path


class ConnectorsModel(RowsModel[ServerRow]):
    """The connectors: SMTP."""

    NOUN = (tr("connector"), tr("connectors"))
    COLUMNS = (
        Column[ServerRow](tr("Name"), lambda row: row.path[-1], 130,
                          icon=lambda row: icon("smtp", words_for(row.status).badge)),
        Column[ServerRow](tr("State"), lambda row: words_for(row.status).word, 130,
                          tip=lambda row: words_for(row.status).sentence),
        Column[ServerRow](tr("Ports"), lambda row: ports(row.status), 180),
        Column[ServerRow](tr("Description"), lambda _row: tr("Receives mail from clients and servers, and relays it"), 320),
    )

    def key(self, row: ServerRow) -> Hashable:
        """Return the node."""
        return row.path


@dataclass(frozen=True, slots=True)
class ListenerRow:
    """A configured listener, and whether the server has it open."""

    number: int
    listener: Listener
    state: str
    icon_name: str


def listener_rows(listeners: tuple[Listener, ...], status: Status) -> list[ListenerRow]:
    """Return the saved listeners with what has become of them."""
    is_up = status.state is NodeState.RUNNING and status.node is not None
    places = status.node.listening if status.node is not None else ()
    rows = []
    for number, listener in enumerate(listeners):
        opened = next((place for place in places if _is_place_of(place, listener)), "")
        if not is_up:
            state, icon_name = tr("Closed"), "state-stopped"
        elif opened:
            state, icon_name = tr("Open, port {port}", port=opened.rpartition(":")[2]), "state-running"
        else:
            state, icon_name = tr("Not open"), "state-failed"
        rows.append(ListenerRow(number, listener, state, icon_name))
    return rows


def _is_place_of(place: str, listener: Listener) -> bool:
    host, _, port = place.rpartition(":")
    return host.strip("[]") == listener.address and listener.port in (0, int(port))


class ListenersModel(RowsModel[ListenerRow]):
    """The listeners of SMTP."""

    NOUN = (tr("listener"), tr("listeners"))
    COLUMNS = (
        Column[ListenerRow](label_of(Listener, "address"), lambda row: row.listener.address, 150,
                            icon=lambda row: icon("smtp", row.icon_name)),
        Column[ListenerRow](label_of(Listener, "port"), lambda row: str(row.listener.port or tr("a free one")), 70,
                            sort=lambda row: row.listener.port, raw=lambda row: row.listener.port),
        Column[ListenerRow](tr("State"), lambda row: row.state, 130),
        Column[ListenerRow](label_of(Listener, "tls"), lambda row: TLS_IN_SHORT[row.listener.tls], 130),
        Column[ListenerRow](label_of(Listener, "authentication"),
                            lambda row: AUTHENTICATION_MODE_IN_SHORT[row.listener.authentication], 210),
        Column[ListenerRow](MUST_LOG_IN, lambda row: tr("Yes") if row.listener.require_authentication else tr("No"), 110,
                            raw=lambda row: row.listener.require_authentication),
    )

    def key(self, row: ListenerRow) -> Hashable:
        """Return its place in the list."""
        return row.number
