"""The load: so many clients, each sending as fast as the server answers; a process of its own, on bare sockets.

    python -m bench.load PORT {connect,reuse,pipelining,refused,refused-pipelining} --clients 20 --seconds 3 --size 1024

Prints one line of JSON: see Outcome.
"""

from __future__ import annotations

import argparse
import json
import selectors
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from bench.dialogs import MODES, Dialog, Pace, Work

_READ = selectors.EVENT_READ
_CHUNK = 65536
_SILENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a load."""

    done: int
    """Messages accepted, or recipients answered."""
    seconds: float
    """From the first connection to the last reply."""
    faults: int
    """Replies that were not what was expected, and connections that broke."""
    began_at: float
    """In the seconds of time.perf_counter(), which all processes of a computer share."""
    busy: float
    """The share of that time in which this process itself was at work; near 1 it was the load that was slow."""
    first_fault: str = ""

    @property
    def rate(self) -> float:
        """Return how many were done in a second."""
        return self.done / self.seconds


class Connection:
    """Plays one dialog; `on_end` gets the number of faults."""

    def __init__(self, selector: selectors.BaseSelector, port: int, dialog: Dialog,
                 on_end: Callable[[str], None]) -> None:
        """Connect; the banner is the first reply that is expected."""
        self._selector = selector
        self._dialog = dialog
        self._on_end = on_end
        self._expected = b"2"
        self._rest = b""
        self._unsent: memoryview | None = None
        self._fault = ""
        self._socket = socket.socket()
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setblocking(False)
        self._socket.connect_ex(("127.0.0.1", port))
        selector.register(self._socket, _READ, self)

    def on_event(self, mask: int) -> None:
        """Go on, as far as that is possible now."""
        if mask & selectors.EVENT_WRITE:
            self._send_rest()
        if not mask & _READ:
            return
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            self._end(f"the connection broke: {error}")
            return
        if not data:
            self._end(f"the connection was closed where {self._expected!r} was expected" if self._expected else "")
        # One reply of one line is all that most events bring.
        elif len(self._expected) == 1 and not self._rest and data[3:4] == b" " and data.find(b"\n") == len(data) - 1:
            if data[0] != self._expected[0]:
                self._fault = self._fault or repr(data)
            self._go_on()
        else:
            self._take(data)

    def _take(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\r\n")
        expected = self._expected
        for line in lines:
            if line[3:4] == b"-":
                continue
            if line[:1] != expected[:1]:
                self._fault = self._fault or repr(line)
            expected = expected[1:]
        self._expected = expected
        if not expected:
            self._go_on()

    def _go_on(self) -> None:
        step = next(self._dialog, None)
        if step is None:
            self._expected = b""
            self._end("")
            return
        sent, self._expected = step
        try:
            number = self._socket.send(sent)
        except BlockingIOError:
            number = 0
        except OSError as error:
            self._end(f"the connection broke: {error}")
            return
        if number < len(sent):
            self._unsent = memoryview(sent)[number:]
            self._selector.modify(self._socket, _READ | selectors.EVENT_WRITE, self)

    def _send_rest(self) -> None:
        assert self._unsent is not None
        try:
            self._unsent = self._unsent[self._socket.send(self._unsent):]
        except OSError:
            return  # what broke is seen by the next read
        if not self._unsent:
            self._unsent = None
            self._selector.modify(self._socket, _READ, self)

    def _end(self, fault: str) -> None:
        self._selector.unregister(self._socket)
        self._socket.close()
        self._on_end(self._fault or fault)


class Load:
    """All clients."""

    def __init__(self, port: int, mode: str, work: Work) -> None:
        """Nothing is sent yet."""
        self._port = port
        self._mode = mode
        self._work = work
        self._selector = selectors.DefaultSelector()
        self._open = 0
        self._faults: list[str] = []

    def run(self, clients: int) -> Outcome:
        """Send until all is done."""
        began, cpu = time.perf_counter(), time.process_time()
        for _ in range(clients):
            self._connect()
        while self._open:
            events = self._selector.select(_SILENCE_S)
            if not events:
                self._faults.append(f"nothing came for {_SILENCE_S} s")
                break
            for key, mask in events:
                key.data.on_event(mask)
        seconds = time.perf_counter() - began
        return Outcome(self._work.pace.done, seconds, len(self._faults), began, (time.process_time() - cpu) / seconds,
                       self._faults[0] if self._faults else "")

    def _connect(self) -> None:
        if self._mode == "connect" and not self._work.pace.take():
            return
        self._open += 1
        Connection(self._selector, self._port, MODES[self._mode](self._work), self._on_end)

    def _on_end(self, fault: str) -> None:
        self._open -= 1
        if fault:
            self._faults.append(fault)
        if self._mode == "connect" and not fault:
            self._connect()


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("mode", choices=[*MODES])
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--messages", type=int, default=0, help="so many instead of so long")
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--recipient", default="friend@far.example")
    parser.add_argument("--verdict", default="5", help="the first digit of the reply to RCPT in the modes refused*")
    arguments = parser.parse_args()
    deadline = None if arguments.messages else time.perf_counter() + arguments.seconds
    work = Work(Pace(deadline, arguments.messages), arguments.size, arguments.recipient, arguments.verdict.encode())
    sys.stdout.write(json.dumps(asdict(Load(arguments.port, arguments.mode, work).run(arguments.clients))) + "\n")


if __name__ == "__main__":
    main()
