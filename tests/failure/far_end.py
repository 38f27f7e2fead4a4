"""The other side: an SMTP server that counts every message it acknowledges, by name, recipient and epoch."""

from __future__ import annotations

import random
import socketserver
import threading
from collections import defaultdict
from types import TracebackType
from typing import Self

from failure.letters import LATER, NOBODY, is_whole, name_of

_CHUNK = 256 * 1024


class FarEnd:
    """Takes mail for everyone but `nobody`, and puts `later` off now and then."""

    def __init__(self, chance: random.Random) -> None:
        """Draw from this source of chance."""
        self._chance = chance
        self._lock = threading.Lock()
        self._open = 0
        self.epoch = 0
        """Counts the servers' deaths: between two of them nothing may arrive twice."""
        self.letters: dict[tuple[str, str], list[int]] = defaultdict(list)
        """By name and recipient: the epoch of each acknowledged copy."""
        self.bounces: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.faults: list[str] = []
        self.is_deaf = False
        """Whether all mail is put off for now."""
        self.gate = threading.Event()
        """While it is clear, RCPT waits for its reply."""
        self.gate.set()

    def __enter__(self) -> Self:
        """Listen on a free port of 127.0.0.1."""
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer._count(1)
                try:
                    _Dialog(outer, self).run()
                except OSError:
                    return  # the server under test is gone
                finally:
                    outer._count(-1)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 100

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop listening."""
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Return the port."""
        return int(self._server.server_address[1])

    @property
    def connections(self) -> int:
        """Return how many connections are open."""
        return self._open

    def _count(self, change: int) -> None:
        with self._lock:
            self._open += change

    def judge(self, recipient: str) -> str:
        """Return the reply to RCPT."""
        self.gate.wait()
        if self.is_deaf:
            return "451 4.3.2 Not now, not anyone"
        if recipient == NOBODY:
            return "550 5.1.1 There is nobody of that name"
        if recipient == LATER:
            with self._lock:
                if self._chance.random() < 0.5:
                    return "451 4.2.1 Not now"
        return "250 2.1.5 Fine"

    def acknowledge(self, sender: str, recipients: list[str], content: bytes) -> None:
        """Count a message, before its acknowledgement is sent."""
        name = name_of(content)
        is_bounce = b"report-type=" in content[:2000]
        with self._lock:
            for recipient in recipients:
                (self.bounces if is_bounce else self.letters)[name, recipient].append(self.epoch)
            if not is_bounce and not is_whole(content):
                self.faults.append(f"{name or content[:80]!r} has arrived in part ({len(content)} bytes)")
            if is_bounce and sender:
                self.faults.append(f"the bounce of {name} has the sender {sender}")


class _Dialog:
    """One connection; PIPELINING is offered, and content is read in large pieces."""

    def __init__(self, far_end: FarEnd, handler: socketserver.StreamRequestHandler) -> None:
        self._far_end = far_end
        self._socket = handler.request
        self._buffer = b""

    def _say(self, text: str) -> None:
        self._socket.sendall(text.encode() + b"\r\n")

    def _until(self, mark: bytes) -> bytes | None:
        pieces, tail = [self._buffer], self._buffer
        while mark not in tail:
            chunk = self._socket.recv(_CHUNK)
            if not chunk:
                return None
            tail = tail[-len(mark):] + chunk
            pieces.append(chunk)
        found, _, self._buffer = b"".join(pieces).partition(mark)
        return found

    def run(self) -> None:
        self._say("220 far.example ESMTP")
        sender, recipients = "", []
        while (raw := self._until(b"\r\n")) is not None:
            line = raw.decode("utf-8", "replace")
            verb = line[:4].upper()
            path = line.partition("<")[2].partition(">")[0]
            if verb == "EHLO":
                self._say("250-far.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 50000000")
            elif verb == "MAIL":
                sender, recipients = path, []
                self._say("250 2.1.0 Fine")
            elif verb == "RCPT":
                reply = self._far_end.judge(path)
                recipients += [path] if reply.startswith("250") else []
                self._say(reply)
            elif verb == "DATA" and recipients:
                if not self._take(sender, recipients):
                    return
            elif verb == "QUIT":
                self._say("221 2.0.0 Bye")
                return
            else:
                self._say("250 2.0.0 Fine" if verb in ("RSET", "NOOP") else "503 5.5.1 Not now")

    def _take(self, sender: str, recipients: list[str]) -> bool:
        self._say("354 Go ahead")
        self._buffer = b"\r\n" + self._buffer
        content = self._until(b"\r\n.\r\n")
        if content is None:
            return False
        self._far_end.acknowledge(sender, recipients, (content + b"\r\n").replace(b"\r\n.", b"\r\n")[2:])
        self._say("250 2.0.0 Taken")
        return True
