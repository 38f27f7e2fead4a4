"""The resident memory of a server with many idle connections."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from pathlib import Path

from bench.figures import Figure
from bench.served import served

CONNECTIONS = 1000
_SPARE_FILES = 200
_SETTLE_S = 2.0


def measure(folder: Path) -> list[Figure]:
    """Say EHLO on each, and then nothing."""
    what, goal = f"server: resident memory with {CONNECTIONS:,} idle connections", "<= 60 MiB"
    if missing := _raise_file_limit(CONNECTIONS + _SPARE_FILES):
        return [(what, f"not measured: {missing}", goal)]
    with served(folder) as server, ExitStack() as stack:
        server.set({"smtp.inbound.max_connections": 2 * CONNECTIONS, "smtp.inbound.max_connections_per_client": 0})
        server.start()
        server.stop()  # the first start makes a certificate, and has loaded for it what no other start needs
        server.start()
        time.sleep(_SETTLE_S)
        alone = server.memory_mib()
        for _ in range(CONNECTIONS):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), 20))
            _greet(client)
        time.sleep(_SETTLE_S)
        full = server.memory_mib()
    return [(what, f"{full:.1f} MiB ({alone:.1f} without; {(full - alone) * 1024 / CONNECTIONS:.1f} KiB each)",
             f"{goal}: {'met' if full <= 60 else 'missed'}")]


def _greet(client: socket.socket) -> None:
    with client.makefile("rb") as replies:
        assert replies.readline().startswith(b"220 "), "no banner"
        client.sendall(b"EHLO bench.example\r\n")
        while (line := replies.readline())[3:4] == b"-":
            pass
        assert line.startswith(b"250 "), line


def _raise_file_limit(wanted: int) -> str:
    """Let this process and its children open so many files; returns what is in the way, or nothing."""
    try:
        import resource
    except ImportError:
        return ""  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        return f"this user may open only {hard} files"
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return ""
