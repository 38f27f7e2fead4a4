"""Messages a second, durably accepted with policy, trace and delivery on, beside stock aiosmtpd that discards them."""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.server_process import ServerProcess, server_process, wait_until

ROUNDS = 3
WORK = {
    "1 KiB, a connection for each message": ("connect", 1000, 1024, 20),
    "1 KiB, connections reused": ("reuse", 2000, 1024, 20),
    "1 KiB, PIPELINING": ("pipeline", 2000, 1024, 20),
    "100 KiB": ("reuse", 300, 100 * 1024, 20),
    "5 MiB": ("reuse", 12, 5 * 1024 * 1024, 4),
}
_HERE = Path(__file__).parent.parent


def measure(folder: Path) -> list[tuple[str, str, str]]:
    """Run each kind of work against both in turn; medians."""
    rows = []
    with _sink() as sink, server_process(folder) as server, _aiosmtpd() as other:
        server.set({"smtp.smart_host.enabled": True, "smtp.smart_host.host": "127.0.0.1", "smtp.smart_host.port": sink,
                    "smtp.relay.allow_privileged_ip_ranges": True,
                    "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]})
        server.start()
        for name, (mode, messages, size, clients) in WORK.items():
            ours, theirs, relayed = [], [], []
            for _ in range(ROUNDS):
                theirs.append(_load(other, mode, messages, size, clients))
                began = time.perf_counter()
                ours.append(_load(server.port, mode, messages, size, clients))
                _wait_until_empty(server)
                relayed.append(time.perf_counter() - began)
            mine, stock, through = (messages / statistics.median(values) for values in (ours, theirs, relayed))
            rows.append((f"{name}: accepted", f"{mine:,.0f}/s; aiosmtpd discards {stock:,.0f}/s ({mine / stock:.2f}x); "
                         f"through to the smart host {through:,.0f}/s", "see issue 3"))
    return rows


def _wait_until_empty(server: ServerProcess) -> None:
    wait_until(lambda: server.store.spool.ledger().waiting == 0, "the queue is empty", 120)


def _load(port: int, mode: str, messages: int, size: int, clients: int) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "bench.load", str(port), mode, "--messages", str(messages), "--size", str(size), "--clients",
         str(clients)], cwd=_HERE, capture_output=True, text=True, check=True, timeout=300)
    seconds, faults = done.stdout.split()
    assert faults == "0", f"{faults} unexpected replies"
    return float(seconds)


@contextmanager
def _sink() -> Iterator[int]:
    with _program(lambda port: ["-m", "bench.sink", str(port)]) as port:
        yield port


@contextmanager
def _aiosmtpd() -> Iterator[int]:
    with _program(lambda port: ["-m", "aiosmtpd", "-n", "-c", "aiosmtpd.handlers.Sink", "-l", f"127.0.0.1:{port}"]) as port:
        yield port


@contextmanager
def _program(arguments: Callable[[int], list[str]]) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    process = subprocess.Popen([sys.executable, *arguments(port)], cwd=_HERE)
    try:
        wait_until(lambda: _is_open(port), "the program listens")
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
