"""A receiving server on a thread of its own, so that many examples share one."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from harness.relay import Relay
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

TIMEOUT_S = 5.0


class Errors(logging.Handler):
    """Collects what is logged as an error: a fuzzed server has nothing to complain of."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text, with its traceback."""
        self.lines.append(logging.Formatter().format(record))


class Served:
    """The running relay, asked from the test's thread."""

    def __init__(self, relay: Relay, loop: asyncio.AbstractEventLoop, errors: Errors) -> None:
        """Use a relay that is entered on this loop."""
        self.relay = relay
        self._loop = loop
        self.errors = errors

    def on_loop(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine on the server's loop and return its result."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(TIMEOUT_S)

    def connect(self) -> Wire:
        """Return a new connection, its banner read."""
        return Wire(self.relay.ports[0])

    def take_bodies(self) -> list[tuple[list[str], bytes]]:
        """Return recipients and body of each message in the spool, and empty it."""
        spool = self.relay.store.spool
        found = [([who.address for who in item.recipients], spool.body(item.id)) for item in spool.list()]
        if found:
            spool.remove(None)
        return found


class Wire:
    """A plain connection."""

    def __init__(self, port: int) -> None:
        """Connect and read the banner."""
        self._socket = socket.create_connection(("127.0.0.1", port), TIMEOUT_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb")
        assert self.reply().startswith("220 ")

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self._file.close()
        self._socket.close()

    def send(self, *chunks: bytes) -> None:
        """Send each chunk by itself."""
        for chunk in chunks:
            self._socket.sendall(chunk)

    def reply(self) -> str:
        """Return the last line of the next reply; "" at the end of the connection."""
        while line := self.line():
            if line[3:4] != "-":
                return line
        return ""

    def line(self) -> str:
        """Return the next line, which must be well-formed; "" at the end of the connection."""
        try:
            raw = self._file.readline()
        except ConnectionError:
            return ""
        if not raw:
            return ""
        assert raw.endswith(b"\r\n"), raw
        assert raw[:3].isdigit(), raw
        assert raw[3:4] in b" -", raw
        assert raw[:1] in b"2345", raw
        return raw.decode("utf-8").rstrip("\r\n")

    def say(self, line: bytes) -> str:
        """Send a line and return its reply."""
        self.send(line + b"\r\n")
        return self.reply()

    def rest(self) -> list[str]:
        """Send no more, and return all lines up to the end of the connection."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            return []  # the server was quicker
        return list(iter(self.line, ""))


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """Serve a store with the mailbox john@example.com, and take no mail for anyone else."""
    with Store(DataFolder(root)) as store:
        store.directory.add_domain("example.com", "test")
        store.directory.add_mailbox("john@example.com", "secret", "test")
        store.settings.change(lambda settings: set_paths(settings, {
            "smtp.inbound.listeners": [{"port": 0}], "smtp.general.hostname": "relay.example"}), "test")
        errors, log = Errors(), logging.getLogger()
        log.addHandler(errors)
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        relay = Relay(store)
        here = Served(relay, loop, errors)
        try:
            here.on_loop(relay.__aenter__())
            yield here
            here.on_loop(relay.__aexit__(None, None, None))
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(TIMEOUT_S)
            loop.close()
            log.removeHandler(errors)
