"""From a saved change to the first RCPT that is judged by it, on a connection that stays open."""

from __future__ import annotations

import time
from pathlib import Path

from harness.server_process import ServerProcess, server_process

ROUNDS = 20


def measure(folder: Path) -> list[tuple[str, str, str]]:
    """Tick and untick privileged ranges, and watch the replies."""
    from bench.figures import milliseconds

    with server_process(folder) as server:
        server.set({"smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]})
        server.start()
        durations = [_one(server, is_ticked=number % 2 == 0) for number in range(ROUNDS)]
    return [("a saved change to the first RCPT judged by it", milliseconds(durations), "< 300 ms")]


def _one(server: ServerProcess, *, is_ticked: bool) -> float:
    client = server.connect()
    wanted = 250 if is_ticked else 550
    began = time.perf_counter()
    server.set({"smtp.relay.allow_privileged_ip_ranges": is_ticked})
    while True:
        client.rset()
        client.mail("a@far.example")
        if client.rcpt("b@far.example")[0] == wanted:
            client.quit()
            return time.perf_counter() - began
        time.sleep(0.002)
