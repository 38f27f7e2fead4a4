"""Postfix's smtp-sink: a far end that answers badly on purpose."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from harness.server_process import wait_until


@dataclass(frozen=True, slots=True)
class SmtpSink:
    """A running smtp-sink."""

    port: int
    folder: Path

    def messages(self) -> list[bytes]:
        """Return what it has taken; each begins with X-Client-Addr and the like."""
        return [path.read_bytes() for path in self.folder.iterdir() if path.stat().st_size]


@contextmanager
def smtp_sink(folder: Path, options: Sequence[str]) -> Iterator[SmtpSink]:
    """Run smtp-sink on a free port."""
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = int(place.getsockname()[1])
    user = ["-u", "root"] if os.geteuid() == 0 else []  # it insists on an answer, and another user could not write there
    command = ["smtp-sink", "-4", *user, "-d", f"{folder}/message.", *options, f"127.0.0.1:{port}", "100"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: _listens(port), "smtp-sink listens")
            yield SmtpSink(port, folder)
        finally:
            process.kill()


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 5):
            return True
    except OSError:
        return False
