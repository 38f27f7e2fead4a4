"""From the launch to the first accepted connection, with a long queue in the spool."""

from __future__ import annotations

import socket
import statistics
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from bench.dialogs import message
from bench.figures import Figure, milliseconds
from bench.programs import free_port, silent_host
from bench.served import ServedProcess, served, tidy
from posthouse_server.paths import DataFolder
from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.messages import NewMessage, NewRecipient, QueuedMessage, Route
from posthouse_server.store.spool_writes import insert_messages, queued
from posthouse_server.store.tables import recipients

MESSAGES = 100_000
_PART = 5_000
_ROUNDS = 5
_TIMEOUT_S = 120.0


def measure(folder: Path) -> list[Figure]:
    """Start again and again: first while nothing is due, then while all of it is and the smart host says nothing."""
    with silent_host() as smart_host, served(folder) as server:
        port = free_port()
        server.set({"smtp.inbound.listeners": [{"port": port}], "smtp.smart_host.enabled": True,
                    "smtp.smart_host.host": "127.0.0.1", "smtp.smart_host.port": smart_host})
        fill(server.folder)
        figures = []
        for name, at in (("none of them due", now() + timedelta(days=1)), ("all of them due", now())):
            _set_due(server.folder, at)
            figures.append(_figure(name, [_start(server, port) for _ in range(_ROUNDS)]))
            assert server.store.spool.ledger().waiting == MESSAGES, "some were delivered or lost meanwhile"
    return figures


def fill(folder: DataFolder) -> None:
    """Write waiting messages in bulk, with the books kept."""
    database = Database(folder.spool_db, synchronous="NORMAL")
    for start in range(0, MESSAGES, _PART):
        with database.write() as connection:
            insert_messages(connection, [(_waiting(number), None) for number in range(start, start + _PART)])
    database.dispose()


def _waiting(number: int) -> QueuedMessage:
    body = message(1024)
    recipient = NewRecipient(f"friend{number}@far{number % 1000}.example", Route.RELAY, None, "privileged_range", "BBBB-BBBB")
    return queued(NewMessage(f"{number:09d}", "bench@far.example", "127.0.0.1", None, "bench.example", len(body), False, False,
                             "bench", body, None, (recipient,)))


def _set_due(folder: DataFolder, at: object) -> None:
    database = Database(folder.spool_db, synchronous="NORMAL")
    with database.write() as connection:
        connection.execute(update(recipients).values(next_attempt_at=at))
    database.dispose()
    tidy(folder.spool_db)


def _start(server: ServedProcess, port: int) -> float:
    """Return the seconds until a client has the banner; the server before it is killed, as in a crash."""
    if server.process is not None:
        server.kill()
    began = time.perf_counter()
    server.launch()
    while time.perf_counter() - began < _TIMEOUT_S:
        try:
            with socket.create_connection(("127.0.0.1", port), _TIMEOUT_S) as client:
                if client.recv(100).startswith(b"220 "):
                    return time.perf_counter() - began
        except OSError:
            time.sleep(0.005)
    raise AssertionError(f"no banner within {_TIMEOUT_S} s: {server.log}")


def _figure(name: str, seconds: list[float]) -> Figure:
    return (f"server: launch to the first banner, {MESSAGES:,} messages waiting, {name}", milliseconds(seconds),
            f"< 2 s: {'met' if statistics.median(seconds) < 2 else 'missed'}")
