"""One real server and one recording sink for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from harness.server_process import ServerProcess, server_process
from harness.sink import Sink
from interop.programs import LOGIN, PASSWORD


@dataclass(frozen=True, slots=True)
class Post:
    """A server with a listener for STARTTLS and one for implicit TLS, and the smart host behind it."""

    server: ServerProcess
    sink: Sink

    def port(self, tls: str) -> int:
        """Return the port for this kind of TLS."""
        return self.server.ports[1 if tls == "implicit" else 0]

    def mailbox(self) -> list[bytes]:
        """Return all messages of the mailbox john."""
        folder = self.server.folder.mail / "example.com" / "john" / "new"
        return [path.read_bytes() for path in folder.iterdir()] if folder.is_dir() else []


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """Yield a running server; nobody may relay without a login."""
    with Sink() as sink, server_process(tmp_path_factory.mktemp("interop")) as server:
        server.store.directory.add_domain("example.com", "test")
        server.store.directory.add_mailbox(LOGIN, PASSWORD, "test")
        server.set({"smtp.inbound.listeners": [{"port": 0}, {"port": 0, "tls": "implicit"}], **sink.settings()})
        server.start()
        yield Post(server, sink)
        assert server.stop() == 0
        assert "Traceback" not in server.log, server.log
        assert server.store.spool.ledger().difference == 0
