"""kill -9 at random moments while several clients send: what was answered 250 arrives, and the books balance."""

from __future__ import annotations

import random
import smtplib
import threading
import time
from pathlib import Path

from harness.server_process import ServerProcess, server_process, wait_until
from harness.sink import Sink

ROUNDS, CLIENTS = 6, 4
LONGEST_ROUND_S = 0.7
LOCAL, REMOTE = "john@example.com", "friend@far.example"


class Clients:
    """Send from several threads until the server is gone, and remember what was answered 250."""

    def __init__(self, port: int, title: str) -> None:
        """Start sending messages whose names begin with the title."""
        self.answered: list[str] = []
        self.unexpected: list[str] = []
        self._port = port
        self._threads = [threading.Thread(target=self._send, args=(f"{title}-{number}",)) for number in range(CLIENTS)]
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        """Wait until all have noticed that the server is gone."""
        for thread in self._threads:
            thread.join(30)
            assert not thread.is_alive()

    def _send(self, title: str) -> None:
        try:
            with smtplib.SMTP("127.0.0.1", self._port, timeout=20) as client:
                for number in range(10_000):
                    name = f"{title}-{number}"
                    body = "x" * 70 + "\r\n" if number % 5 else ("y" * 70 + "\r\n") * 3000  # small, and in a file of its own
                    client.sendmail("a@far.example", [LOCAL, REMOTE], f"Subject: {name}\r\n\r\n{body}")
                    self.answered.append(name)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
            self.unexpected.append(repr(error))
        except (OSError, smtplib.SMTPException):
            return  # the server was killed


def _name(content: bytes) -> str:
    return content.partition(b"Subject: ")[2].partition(b"\r\n")[0].partition(b"\n")[0].decode()


def _prepare(server: ServerProcess, sink: Sink) -> None:
    server.store.directory.add_domain("example.com", "test")
    server.store.directory.add_mailbox(LOCAL, "secret", "test")
    server.set({"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}],
                **sink.settings()})


def test_kill_9_at_random_moments_loses_nothing_that_was_answered_250(tmp_path: Path) -> None:
    seed = time.time_ns()
    chance = random.Random(seed)
    answered: list[str] = []
    with Sink() as sink, server_process(tmp_path) as server:
        _prepare(server, sink)
        for number in range(ROUNDS):
            server.start()
            clients = Clients(server.port, f"round {number}")
            time.sleep(chance.uniform(0, LONGEST_ROUND_S))
            server.kill()
            clients.join()
            assert not clients.unexpected, f"seed {seed}"
            answered += clients.answered
        assert answered
        server.start()
        server.store.spool.retry(None)
        wait_until(lambda: server.store.spool.ledger().waiting == 0, f"the queue is empty (seed {seed})", 60)
        arrived = {_name(message.content) for message in sink.messages}
        stored = {_name(path.read_bytes()) for path in (tmp_path / "mail" / "example.com" / "john" / "new").iterdir()}
        assert (set(answered) - arrived, set(answered) - stored) == (set(), set()), f"seed {seed}"
        books = server.store.spool.ledger()
        assert (books.accepted, books.difference) == (books.delivered, 0), f"seed {seed}"
        assert books.accepted >= 2 * len(answered)
        wait_until(lambda: not list((tmp_path / "spool").iterdir()), f"no body left in the spool folder (seed {seed})")
        assert server.stop() == 0
        assert "Traceback" not in server.log
