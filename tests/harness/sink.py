"""An SMTP server that records what it is given, and can answer badly on purpose."""

from __future__ import annotations

import socketserver
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass(slots=True)
class Received:
    """One message as it arrived."""

    sender: str
    recipients: list[str]
    content: bytes
    login: str | None
    is_tls: bool
    parameters: str


@dataclass
class Sink:
    """A threaded SMTP server written out plainly, so that a test sees every byte; `answers` overrides replies."""

    answers: Callable[[str], str | None] = lambda _line: None
    """Asked with each command line (DATA's content end is ".", the banner "") for another reply, of several lines where it
    has several; "" closes the connection, and so does a 421."""
    tls: ssl.SSLContext | None = None
    is_implicit: bool = False
    """Speak TLS from the first byte."""
    extensions: tuple[str, ...] = ("8BITMIME", "SMTPUTF8", "SIZE 50000000")
    address: str = "127.0.0.1"
    password: str | None = None
    silent_at: str = ""
    """The verb (DOT: the end of the content) from which on nothing is answered any more."""
    enough_after: int = 0
    """So many bytes of a content are taken before it is refused as too big; 0: any number."""
    refuses_content: Callable[[bytes], str | None] = lambda _content: None
    loses_what_comes_early: bool = False
    """Throw away what was sent with the end of a content."""
    overlapped: int = 0
    """How often something was."""
    messages: list[Received] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    connections: int = 0
    peers: list[str] = field(default_factory=list)
    """The address that each connection came from."""

    def __enter__(self) -> Self:
        """Listen on a free port of 127.0.0.1."""
        sink = self

        class Handler(socketserver.StreamRequestHandler):
            disable_nagle_algorithm = True

            def handle(self) -> None:
                sink.connections += 1
                sink.peers.append(str(self.client_address[0]))
                _Dialog(sink, self).run()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

        self._server = Server((self.address, 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    @property
    def port(self) -> int:
        """Return the port."""
        return int(self._server.server_address[1])

    def settings(self) -> dict[str, object]:
        """Return the settings that make this sink the smart host."""
        return {"smtp.smart_host.enabled": True, "smtp.smart_host.host": "127.0.0.1", "smtp.smart_host.port": self.port}

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Dialog:
    """One connection."""

    def __init__(self, sink: Sink, handler: socketserver.StreamRequestHandler) -> None:
        self.sink = sink
        self.socket = handler.request
        self.file = handler.rfile
        self.is_tls = False
        self.login: str | None = None
        self.sender = ""
        self.parameters = ""
        self.recipients: list[str] = []

    def say(self, *lines: str) -> None:
        for index, line in enumerate(lines):
            code, _, text = line.partition(" ")
            self.socket.sendall(f"{code}{'-' if index < len(lines) - 1 else ' '}{text}\r\n".encode())

    def run(self) -> None:
        try:
            if self.sink.is_implicit:
                self.secure()
            banner = self.sink.answers("")
            if banner == "":
                return
            self.say(banner or "220 sink.example ESMTP")
            while line := self.file.readline():
                if not self.answer(line.decode("utf-8", "replace").strip()):
                    return
        except (ConnectionError, ssl.SSLError, ValueError):
            return  # the server under test went away
        finally:
            if self.is_tls:  # socketserver closes only the socket that it made itself
                self.file.close()
                self.socket.close()

    def answer(self, line: str) -> bool:
        """Answer one command; False ends the connection."""
        self.sink.lines.append(line)
        if self.sink.silent_at and line.startswith(self.sink.silent_at):
            return self.keep_silent()
        other = self.sink.answers(line)
        if other is not None:
            if other:
                self.say(*other.split("\n"))
            return bool(other) and not other.startswith("421")
        verb = line.split(" ")[0].upper()
        method = getattr(self, f"on_{verb.lower()}", None)
        if method is None:
            self.say("250 OK")
            return True
        return bool(method(line))

    def on_ehlo(self, _line: str) -> bool:
        offered = list(self.sink.extensions)
        if self.sink.tls is not None and not self.is_tls:
            offered.append("STARTTLS")
        if self.sink.password is not None:
            offered.append("AUTH PLAIN")
        self.say("250 sink.example", *(f"250 {item}" for item in offered))
        return True

    def on_starttls(self, _line: str) -> bool:
        assert self.sink.tls is not None
        self.say("220 go ahead")
        self.secure()
        return True

    def secure(self) -> None:
        assert self.sink.tls is not None
        self.socket = self.sink.tls.wrap_socket(self.socket, server_side=True)
        self.file = self.socket.makefile("rb")
        self.is_tls = True

    def on_auth(self, line: str) -> bool:
        from base64 import b64decode

        _, login, password = b64decode(line.split(" ")[2]).decode().split("\0")
        if password == self.sink.password:
            self.login = login
            self.say("235 welcome")
        else:
            self.say("535 5.7.8 wrong password")
        return True

    def on_mail(self, line: str) -> bool:
        self.sender = line.partition("<")[2].partition(">")[0]
        self.parameters = line.partition(">")[2].strip()
        self.recipients = []
        self.say("250 sender fine")
        return True

    def on_rcpt(self, line: str) -> bool:
        self.recipients.append(line.partition("<")[2].rpartition(">")[0])
        self.say("250 recipient fine")
        return True

    def on_data(self, _line: str) -> bool:
        self.say("354 go ahead")
        content = bytearray()
        while (line := self.file.readline()) != b".\r\n":
            if not line:
                return False
            content += line[1:] if line.startswith(b".") else line
            if self.sink.enough_after and len(content) > self.sink.enough_after:
                self.say("552 5.3.4 too big")
                return bool(self.file.read(2_000_000)) and False
        if self.sink.silent_at == "DOT":
            return self.keep_silent()
        self.notice_early()
        other = self.sink.answers(".")
        if other is None:
            other = self.sink.refuses_content(bytes(content))
        if other is None:
            self.sink.messages.append(Received(
                self.sender, self.recipients, bytes(content), self.login, self.is_tls, self.parameters))
            self.say("250 2.0.0 taken")
            return True
        if other:
            self.say(*other.split("\n"))
        return bool(other) and not other.startswith("421")

    def notice_early(self) -> None:
        """Look whether anything came along with the end of the content."""
        if self.is_tls:
            return
        self.socket.settimeout(0)
        early = self.file.peek(1)
        self.socket.settimeout(None)
        if early:
            self.sink.overlapped += 1
            if self.sink.loses_what_comes_early:
                self.file.read(len(early))

    def keep_silent(self) -> bool:
        """Take everything and answer nothing until the other side gives up."""
        while self.file.read1(65536):
            pass
        return False

    def on_quit(self, _line: str) -> bool:
        self.say("221 bye")
        return False
