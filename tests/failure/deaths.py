"""Killed, half-written, copied, stopped: the server ends at a bad moment."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from pathlib import Path

from failure.scenarios import goes_on, only
from failure.world import world
from harness.server_process import wait_until


def killed(folder: Path, seed: int, size: int = 1) -> str:
    """kill -9 at random moments of accepting and delivering, several times over."""
    with world(folder, seed) as here:
        load = here.load(clients=4)
        here.server.start()
        with load:
            for _ in range(4 * size):
                time.sleep(here.chance.uniform(0, 0.8))
                here.kill()
                here.server.start()
            goes_on(here, load)
        only(load, set())
        return here.balance()


def killed_while_starting(folder: Path, seed: int, size: int = 1) -> str:
    """kill -9 while the server recovers: migrating, freeing leases, removing half-written bodies."""
    with world(folder, seed) as here:
        load = here.load(clients=3)
        here.server.start()
        with load:
            for _ in range(2 * size):
                time.sleep(here.chance.uniform(0.1, 0.4))
                here.kill()
                here.server.launch()
                time.sleep(here.chance.uniform(0, 1.2))
                here.kill()
                here.server.start()
            goes_on(here, load)
        return here.balance()


def half_written(folder: Path, seed: int, size: int = 1) -> str:
    """Bodies whose clients were still sending when the server died are removed at the start."""
    with world(folder, seed) as here:
        for _ in range(size):
            here.server.start()
            here.settle()
            with ExitStack() as many:
                for _ in range(4):
                    connection = many.enter_context(socket.create_connection(("127.0.0.1", here.server.port), 20))
                    connection.sendall(b"EHLO x\r\nMAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\n"
                                       b"Subject: half\r\n\r\n" + b"half a message\r\n" * 30_000)
                wait_until(lambda: len(list(here.server.folder.spool.glob("*.eml"))) == 4, "four bodies are being written")
                with here.load(clients=2, limit=10) as load:
                    load.wait()
                here.kill()
            assert len(list(here.server.folder.spool.glob("*.eml"))) >= 4
        here.server.start()
        return here.balance()


def restarted(folder: Path, seed: int, size: int = 1) -> str:
    """Stopped by posthousectl and started again under load: nothing is lost, nothing comes twice."""
    with world(folder, seed) as here:
        here.server.start()
        with here.load(clients=4) as load:
            for _ in range(2 * size):
                goes_on(here, load)
                done = here.ctl("stop")
                assert done.returncode == 0, done.stderr
                assert here.server.process is not None
                assert here.server.process.wait(30) == 0, here.server.log
                here.server.start()
            goes_on(here, load)
        only(load, {"421 4.3.2 The server is shutting down"})
        return here.balance()
