"""The node rows: what each running server says of itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select

from posthouse_server.store.engine import Database
from posthouse_server.store.tables import nodes
from posthouse_server.words import again


class NodeState(StrEnum):
    """The life of a server."""

    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Counters:
    """Numbers since the server's start; queue is the number of recipients that wait now."""

    connections: int = 0
    connections_now: int = 0
    accepted: int = 0
    refused: int = 0
    delivered: int = 0
    deferred: int = 0
    bounced: int = 0
    queue: int = 0


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that people must look at; it stands until its cause is gone."""

    kind: str
    """What it is about (posthouse_server.alarms.AlarmKind), such as "smart_host_login"."""
    text: str
    """What is wrong and what to do, as sentences."""
    since: datetime


@dataclass(frozen=True, slots=True)
class Node:
    """One server, as it last described itself."""

    name: str
    pid: int
    process_started_at: float
    """psutil's create_time: tells the process from a later one with the same pid."""
    state: NodeState
    started_at: datetime
    heartbeat_at: datetime
    listening: tuple[str, ...] = ()
    """Places such as 127.0.0.1:2525 or [::1]:2525."""
    revision: int = 0
    counters: Counters = field(default_factory=Counters)
    last_error: str = ""
    version: str = ""
    alarms: tuple[Alarm, ...] = ()
    """The alarms that stand now, the oldest first."""


class NodeStore:
    """Reads and writes node rows. All methods block."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database

    def write(self, node: Node) -> None:
        """Replace the row of this node."""
        values = {**asdict(node), "state": node.state.value, "listening": json.dumps(node.listening),
                  "counters": json.dumps(asdict(node.counters)),
                  "alarms": json.dumps([[alarm.kind, alarm.text, alarm.since.timestamp()] for alarm in node.alarms])}
        with self._database.write() as connection:
            connection.execute(delete(nodes).where(nodes.c.name == node.name))
            connection.execute(insert(nodes).values(**values))

    def newest(self) -> Node | None:
        """Return the node that spoke last, or None if no server has ever run here."""
        with self._database.read() as connection:
            row = connection.execute(select(nodes).order_by(nodes.c.heartbeat_at.desc()).limit(1)).first()
        return None if row is None else _node(row)


def _node(row: Row[Any]) -> Node:
    return Node(row.name, row.pid, row.process_started_at, NodeState(row.state), row.started_at, row.heartbeat_at,
                tuple(json.loads(row.listening)), row.revision, _counters(row.counters), again(row.last_error), row.version,
                tuple(Alarm(kind, again(text), datetime.fromtimestamp(since, UTC))
                      for kind, text, since in json.loads(row.alarms)))


def _counters(text: str) -> Counters:
    """Read the counters known here: a server of another version may count more or less."""
    known = {item.name for item in fields(Counters)}
    return Counters(**{name: number for name, number in json.loads(text).items() if name in known})
