"""The load: so many clients, each sending its share of messages as fast as the server answers; a process of its own.

    python -m bench.load PORT {connect,reuse,pipeline,refused} --clients 20 --messages 2000 --size 1024

Prints the seconds from the first connection to the last reply, and how many replies were not what was expected.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator

Step = tuple[bytes, bytes]
"""What is sent, and the first digit of each reply that is expected (as a bytes of digits)."""


def steps(mode: str, messages: int, size: int, recipient: str) -> Iterator[Step]:
    """Yield one connection's dialog; the banner comes before it."""
    body = message(size)
    mail, rcpt = b"MAIL FROM:<bench@far.example>\r\n", f"RCPT TO:<{recipient}>\r\n".encode()
    yield b"EHLO bench.example\r\n", b"2"
    if mode == "refused":
        yield mail, b"2"
        for _ in range(messages):
            yield rcpt, b"5"
    elif mode == "pipeline":
        yield mail + rcpt + b"DATA\r\n", b"223"
        for _ in range(messages - 1):
            yield body + mail + rcpt + b"DATA\r\n", b"2223"
        yield body, b"2"
    else:
        for _ in range(messages):
            yield mail, b"2"
            yield rcpt, b"2"
            yield b"DATA\r\n", b"3"
            yield body, b"2"
    yield b"QUIT\r\n", b"2"


def message(size: int) -> bytes:
    """Return a message of about so many bytes, with its terminator."""
    line = b"The quick brown fox jumps over the lazy dog, again and again and again.\r\n"
    header = b"Subject: bench\r\nMessage-ID: <bench@far.example>\r\nDate: Tue, 24 Nov 2026 04:00:00 +0000\r\n\r\n"
    return header + line * max(1, (size - len(header)) // len(line)) + b".\r\n"


class Client(asyncio.Protocol):
    """Plays one connection's steps."""

    def __init__(self, dialog: Iterator[Step], done: asyncio.Future[int]) -> None:
        self._dialog = dialog
        self._done = done
        self._expected = b"2"
        self._buffer = b""
        self._faults = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport) or hasattr(transport, "write")
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *lines, self._buffer = (self._buffer + data).split(b"\r\n")
        for line in lines:
            if line[3:4] == b"-":
                continue
            if line[:1] != self._expected[:1]:
                self._faults += 1
            self._expected = self._expected[1:]
            if not self._expected:
                self._go_on()

    def _go_on(self) -> None:
        step = next(self._dialog, None)
        if step is None:
            self._transport.close()
            return
        sent, self._expected = step
        self._transport.write(sent)  # type: ignore[attr-defined]

    def connection_lost(self, error: Exception | None) -> None:
        if not self._done.done():
            self._done.set_result(self._faults + (1 if error or self._expected else 0))


async def client(port: int, mode: str, messages: int, size: int, recipient: str) -> int:
    """Send one client's share; returns the number of unexpected replies."""
    loop = asyncio.get_running_loop()
    faults = 0
    for share in [1] * messages if mode == "connect" else [messages]:
        done: asyncio.Future[int] = loop.create_future()
        dialog = steps("reuse" if mode == "connect" else mode, share, size, recipient)
        await loop.create_connection(lambda dialog=dialog, done=done: Client(dialog, done), "127.0.0.1", port)  # type: ignore[misc]
        faults += await done
    return faults


async def run(arguments: argparse.Namespace) -> None:
    """Run all clients and print the outcome."""
    share = arguments.messages // arguments.clients
    began = time.perf_counter()
    faults = await asyncio.gather(*(client(arguments.port, arguments.mode, share, arguments.size, arguments.recipient)
                                    for _ in range(arguments.clients)))
    sys.stdout.write(f"{time.perf_counter() - began:.4f} {sum(faults)}\n")


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("mode", choices=["connect", "reuse", "pipeline", "refused"])
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--recipient", default="friend@far.example")
    arguments = parser.parse_args()
    try:
        import uvloop
    except ImportError:
        asyncio.run(run(arguments))
    else:
        uvloop.run(run(arguments))


if __name__ == "__main__":
    main()
