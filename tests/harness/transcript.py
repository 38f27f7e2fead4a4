r"""Readable SMTP dialogs, played against a real server.

    # a comment
    domain example.com                    before the start: what the store holds
    mailbox john@example.com secret
    set smtp.relay.enabled=false          before the start, or live: waits until it is in force
    connect                               or: connect from 127.0.0.2, connect to 1 (the second listener), connect tls
    S: 220 relay.example ESMTP *          a reply line; * stands for anything
    C: EHLO client.example                a line to the server; \xNN, \r, \n, \\ are escapes; CRLF is added
    R: MAIL FROM:<a@b>\n                  the same, raw: nothing is added
    login john@example.com secret         AUTH PLAIN, expects 235
    starttls                              the command and the handshake; the next line is said over TLS
    S: closed                             the server has closed the connection
"""

from __future__ import annotations

import codecs
import fnmatch
import json
import re
import socket
import ssl
from base64 import b64encode
from pathlib import Path

from harness.server_process import ServerProcess

_TIMEOUT_S = 15.0
_BEFORE_START = ("domain", "mailbox", "set")


class Player:
    """Plays the lines of one transcript."""

    def __init__(self, server: ServerProcess) -> None:
        """Play against a server that is not yet started."""
        self._server = server
        self._socket: socket.socket | None = None
        self._received = b""
        self._is_started = False

    def play(self, path: Path) -> None:
        """Play a file; the first line that differs fails with its number."""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    self._do(line)
                except AssertionError as error:
                    raise AssertionError(f"{path.name}:{number}: {error}\n{self._server.log}") from error
        self.close()

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _do(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word not in _BEFORE_START and not self._is_started:
            self._server.start()
            self._is_started = True
        method = {"C:": self._send_line, "R:": self._send_raw, "S:": self._expect}.get(word)
        if method is None:
            method = getattr(self, f"_do_{word}")
        method(rest)

    def _do_domain(self, rest: str) -> None:
        self._server.store.directory.add_domain(rest, "test")

    def _do_mailbox(self, rest: str) -> None:
        address, password = rest.split(" ")
        self._server.store.directory.add_mailbox(address, password, "test")

    def _do_catchall(self, rest: str) -> None:
        domain, login = rest.split(" ")
        self._server.store.directory.set_catch_all(domain, login, "test")
        self._server.wait_for_revision(self._server.store.settings.newest_number())

    def _do_disable(self, rest: str) -> None:
        self._server.store.directory.set_enabled(rest, False, "test")
        self._server.wait_for_revision(self._server.store.settings.newest_number())

    def _do_set(self, rest: str) -> None:
        path, _, text = rest.partition("=")
        try:
            value = json.loads(text)
        except ValueError:
            value = text
        if self._is_started:
            self._server.set_live({path: value})
        else:
            self._server.set({path: value})

    def _do_connect(self, rest: str) -> None:
        self.close()
        self._received = b""
        words = rest.split()
        source = words[words.index("from") + 1] if "from" in words else "127.0.0.1"
        port = self._server.ports[int(words[words.index("to") + 1]) if "to" in words else 0]
        self._socket = socket.create_connection(("127.0.0.1", port), _TIMEOUT_S, source_address=(source, 0))
        if "tls" in words:
            self._socket = _insecure_context().wrap_socket(self._socket)

    def _do_starttls(self, _rest: str) -> None:
        self._send_line("STARTTLS")
        self._expect("220 *")
        assert self._socket is not None
        self._socket = _insecure_context().wrap_socket(self._socket)

    def _do_login(self, rest: str) -> None:
        login, password = rest.split(" ")
        self._send_line("AUTH PLAIN " + b64encode(f"\0{login}\0{password}".encode()).decode())
        self._expect("235 *")

    def _send_line(self, text: str) -> None:
        self._send_raw(text + "\\r\\n")

    def _send_raw(self, text: str) -> None:
        assert self._socket is not None, "there is no connection"
        self._socket.sendall(unescape(text))

    def _expect(self, pattern: str) -> None:
        line = self._read_line()
        if pattern == "closed":
            assert line is None, f"expected the end of the connection, got {line!r}"
            return
        assert line is not None, f"expected {pattern!r}, but the connection was closed"
        # fnmatch gives [ ] a meaning that reply texts do not share.
        assert fnmatch.fnmatchcase(line, re.sub(r"([\[\]])", r"[\1]", pattern)), f"expected {pattern!r}, got {line!r}"

    def _read_line(self) -> str | None:
        assert self._socket is not None, "there is no connection"
        while b"\r\n" not in self._received:
            try:
                chunk = self._socket.recv(65536)
            except ConnectionResetError:
                chunk = b""
            except TimeoutError:
                raise AssertionError(f"no reply within {_TIMEOUT_S} s") from None
            if not chunk:
                return None
            self._received += chunk
        line, _, self._received = self._received.partition(b"\r\n")
        return line.decode("utf-8", "replace")


def unescape(text: str) -> bytes:
    r"""Turn \xNN, \r, \n, \t and \\ into bytes, and everything else into UTF-8."""
    parts = re.split(r"(\\x[0-9a-fA-F]{2}|\\[rnt\\])", text)
    return b"".join(codecs.decode(part, "unicode_escape").encode("latin-1") if part.startswith("\\") else part.encode()
                    for part in parts)


def _insecure_context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
