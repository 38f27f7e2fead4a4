"""Programs that the bench starts beside the server under test, the load among them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.load import Outcome
from harness.server_process import wait_until

_HERE = Path(__file__).parent.parent


def run_load(port: int, mode: str, *arguments: object) -> Outcome:
    """Run one load to its end; fails if a reply was not what it should be."""
    command = [sys.executable, "-m", "bench.load", str(port), mode, *(str(argument) for argument in arguments)]
    done = subprocess.run(command, cwd=_HERE, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        raise AssertionError(f"the load failed: {done.stderr}")
    outcome = Outcome(**json.loads(done.stdout))
    if outcome.faults:
        raise AssertionError(f"{outcome.faults} faults, the first: {outcome.first_fault}")
    return outcome


@dataclass(frozen=True, slots=True)
class Running:
    """A program that listens."""

    port: int
    process: subprocess.Popen[bytes]


@contextmanager
def python_program(arguments: Callable[[int], list[str]]) -> Iterator[Running]:
    """Run Python with these arguments, made for a free port, and wait until it listens there."""
    port = free_port()
    process = subprocess.Popen([sys.executable, *arguments(port)], cwd=_HERE)
    try:
        wait_until(lambda: _is_open(port), "the program listens")
        yield Running(port, process)
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def sink() -> Iterator[CountingSink]:
    """Run the smart host that takes everything."""
    with python_program(lambda port: ["-m", "bench.sink", str(port)]) as running:
        yield CountingSink(running.port)


class CountingSink:
    """The sink's port, and its count."""

    def __init__(self, port: int) -> None:
        """It listens there."""
        self.port = port

    def count(self) -> int:
        """Return how many messages it has taken since its start."""
        return int(self._await(0, 20)[0])

    def wait_for(self, number: int, timeout_s: float) -> float:
        """Return when it had taken so many since its start, as time.perf_counter() tells; raises TimeoutError."""
        return float(self._await(number, timeout_s)[1])

    def _await(self, number: int, timeout_s: float) -> list[bytes]:
        with socket.create_connection(("127.0.0.1", self.port), timeout_s) as connection, connection.makefile("rb") as replies:
            replies.readline()
            connection.sendall(b"AWAIT %d\r\n" % number)
            return replies.readline().split()[1:]


@contextmanager
def silent_host() -> Iterator[int]:
    """Listen and never accept: the system completes each connection, and whoever waits for a banner waits."""
    with socket.create_server(("127.0.0.1", 0), backlog=4096) as listening:
        yield int(listening.getsockname()[1])


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
