"""The load: clients that send letters until they are told to stop, and remember exactly what they were answered."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from failure.letters import Answer, Letter, draw

_REPLY_TIMEOUT_S = 60.0
_PAUSE_S = 0.02


class Load:
    """Sends from several threads; a connection that breaks is made anew, and no letter is ever sent twice."""

    def __init__(self, port: Callable[[], int], chance: random.Random, title: str, *, clients: int = 4, pause_s: float = 0.01,
                 lines: int | None = None, only: str = "", limit: int = 100_000) -> None:
        """Send to the port that is right at the moment; `limit` is for each client, the rest as for `draw`."""
        self._port = port
        self._stop = threading.Event()
        self._pause_s = pause_s
        self._lines = lines
        self._only = only
        self._limit = limit
        self.letters: list[Letter] = []
        self._threads = [threading.Thread(target=self._run, args=(random.Random(chance.random()), f"{title}-{number}", number),
                                          daemon=True) for number in range(clients)]

    def __enter__(self) -> Self:
        """Begin."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let each client finish its letter."""
        self._stop.set()
        for thread in self._threads:
            thread.join(_REPLY_TIMEOUT_S + 10)
            assert not thread.is_alive(), "a client still waits for its reply"

    def wait(self) -> None:
        """Wait until every client has sent all that its limit allows."""
        for thread in self._threads:
            thread.join(_REPLY_TIMEOUT_S)
            assert not thread.is_alive(), "a client has not come to its end"

    def number(self, answer: Answer) -> int:
        """Return how many letters have been answered like that so far."""
        return sum(letter.answer is answer for letter in tuple(self.letters))

    def refusals(self) -> set[str]:
        """Return the replies, without ids, of all letters refused so far."""
        return {letter.reply.partition(" [")[0] for letter in tuple(self.letters) if letter.answer is Answer.REFUSED}

    def _run(self, chance: random.Random, title: str, client: int) -> None:
        sent = 0
        while sent < self._limit and not self._stop.is_set():
            try:
                with socket.create_connection(("127.0.0.1", self._port()), _REPLY_TIMEOUT_S) as connection:
                    dialog = Dialog(connection, is_pipelined=client % 2 == 1)
                    dialog.greet()
                    while sent < self._limit and not self._stop.is_set():
                        letter = draw(chance, f"{title}-{sent}", self._lines, self._only)
                        sent += 1
                        self.letters.append(letter)
                        dialog.send(letter)
                        time.sleep(chance.uniform(0, self._pause_s))
            except OSError:
                self._stop.wait(_PAUSE_S)  # the server is down


class Dialog:
    """One connection, spoken command by command or in two strokes."""

    def __init__(self, connection: socket.socket, *, is_pipelined: bool) -> None:
        """Use an open connection."""
        self._socket = connection
        self._file = connection.makefile("rb")
        self._is_pipelined = is_pipelined

    def greet(self) -> None:
        """Wait for the banner and say EHLO; raises OSError."""
        if not self._reply().startswith("220"):
            raise ConnectionError("no welcome")
        self._socket.sendall(b"EHLO client.example\r\n")
        self._reply()

    def send(self, letter: Letter) -> None:
        """Send a letter and note the answer in it; raises OSError when the connection breaks."""
        body = letter.content().replace(b"\r\n.", b"\r\n..") + b".\r\n"
        commands = [f"MAIL FROM:<{letter.sender}>", *(f"RCPT TO:<{recipient}>" for recipient in letter.recipients), "DATA"]
        if self._is_pipelined:
            self._socket.sendall("".join(f"{command}\r\n" for command in commands).encode())
            replies = [self._reply() for _ in commands]
        else:
            replies = [self._say(command) for command in commands]
        told = replies[1:-1]
        letter.refused_recipients = [who for who, reply in zip(letter.recipients, told, strict=True) if reply[0] != "2"]
        letter.recipients = [who for who, reply in zip(letter.recipients, told, strict=True) if reply[0] == "2"]
        if not replies[-1].startswith("354"):
            letter.answer, letter.reply = Answer.REFUSED, next((reply for reply in replies if reply[0] in "45"), replies[-1])
            return
        self._socket.sendall(body)
        letter.reply = self._reply()
        letter.answer = Answer.ACCEPTED if letter.reply.startswith("250") else Answer.REFUSED

    def _say(self, line: str) -> str:
        self._socket.sendall(line.encode() + b"\r\n")
        return self._reply()

    def _reply(self) -> str:
        while True:
            line = self._file.readline().decode("utf-8", "replace")
            if not line.endswith("\r\n"):
                raise ConnectionError("the server has closed the connection")
            if line[3] == " ":
                return line.rstrip()
