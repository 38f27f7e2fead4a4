"""A real posthouse-server process on a data folder of its own."""

from __future__ import annotations

import os
import signal
import smtplib
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

FREE_PORT = [{"port": 0}]
UNREACHED_LIMITS = {
    "smtp.security.max_recipients_per_hour_login": 10_000_000, "smtp.security.max_recipients_per_hour_range": 10_000_000,
    "smtp.security.max_recipients_per_hour_client": 10_000_000, "smtp.security.max_refused_relays": 10_000_000}
"""For what sends as much as it can: the limits stay on, and are not reached."""
WAIT_S = 20.0


def wait_until(is_true: Callable[[], Any], what: str, timeout_s: float = WAIT_S) -> Any:
    """Poll until a condition holds and return its value; fails with `what` after the timeout."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if value := is_true():
            return value
        time.sleep(0.01)
    raise AssertionError(f"not within {timeout_s} s: {what}")


class ServerProcess:
    """Starts, watches and ends one server; its store can be edited at any time."""

    def __init__(self, root: Path) -> None:
        """Prepare the data folder with one listener on a free port."""
        self.folder = DataFolder(root)
        self.store = Store(self.folder)
        if self.store.settings.newest_number() == 1:
            self.set({"smtp.inbound.listeners": FREE_PORT, "smtp.general.hostname": "relay.example"})
        self.process: subprocess.Popen[str] | None = None
        self.ready_line = ""
        self.errors: list[str] = []
        self._clients: list[smtplib.SMTP] = []

    def connect(self) -> smtplib.SMTP:
        """Return a client that has said EHLO; close() hangs up."""
        client = smtplib.SMTP("127.0.0.1", self.port, timeout=WAIT_S)
        self._clients.append(client)
        client.ehlo("client.example")
        return client

    def set(self, changes: dict[str, Any]) -> int:
        """Change settings in the store; returns the revision."""
        return self.store.settings.change(lambda settings: set_paths(settings, changes), "test").number

    def set_live(self, changes: dict[str, Any]) -> None:
        """Change settings and wait until the running server has taken them."""
        number = self.set(changes)
        self.wait_for_revision(number)

    def wait_for_revision(self, number: int) -> None:
        """Wait until the running server says that a revision is in force."""
        wait_until(lambda: (node := self.store.nodes.newest()) and node.revision >= number, f"revision {number} in force")

    def start(self) -> Self:
        """Start and wait for the ready line."""
        self.launch()
        assert self.process is not None
        assert self.process.stdout is not None
        self.ready_line = self.process.stdout.readline().strip()
        assert self.ready_line.startswith("ready pid="), (self.ready_line, self.log)
        return self

    def launch(self) -> subprocess.Popen[str]:
        """Start without waiting."""
        self._close_process()
        environment = {**os.environ, "PYTHONWARNINGS": "default"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "posthouse_server", "--data-dir", str(self.folder.root)], env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self._reader = threading.Thread(target=self._read_errors, args=(self.process,), daemon=True)
        self._reader.start()
        return self.process

    def _read_errors(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        self.errors.extend(process.stderr)

    @property
    def log(self) -> str:
        """Return what the server has written to stderr so far."""
        return "".join(self.errors)

    @property
    def ports(self) -> list[int]:
        """Return the ports of the ready line."""
        return [int(place.rpartition(":")[2]) for place in self.ready_line.partition("smtp=")[2].split(",")]

    @property
    def port(self) -> int:
        """Return the first port of the ready line."""
        return self.ports[0]

    def kill(self) -> None:
        """End the process as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(WAIT_S)

    def stop(self) -> int:
        """Ask for the end as a service manager would; returns the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(WAIT_S)

    def close(self) -> None:
        """Leave nothing running."""
        for client in self._clients:
            client.close()
        self._close_process()
        self.store.close()

    def _close_process(self) -> None:
        if self.process is None:
            return
        if self.process.poll() is None:
            self.kill()
        self._reader.join()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()


@contextmanager
def server_process(root: Path) -> Iterator[ServerProcess]:
    """Yield a server that is not yet started."""
    server = ServerProcess(root)
    try:
        yield server
    finally:
        server.close()
