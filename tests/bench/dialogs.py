"""What the load says: one generator a kind of work, which yields what to send and the replies that are expected."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field

Step = tuple[bytes, bytes]
"""What is sent, and the first digit of each reply that is expected (as a bytes of digits)."""
Dialog = Generator[Step, None, None]

_EHLO = b"EHLO bench.example\r\n"
_MAIL = b"MAIL FROM:<bench@far.example>\r\n"
_DATA = b"DATA\r\n"
_NOOP = b"NOOP\r\n"
_QUIT = b"QUIT\r\n"
_RCPTS_IN_A_ROW = 50  # then one command that succeeds, since servers drop whoever collects nothing but errors


@dataclass(slots=True)
class Pace:
    """How much is still to be done, shared by all clients: until a time, or so many."""

    deadline: float | None
    """In the seconds of time.perf_counter(); None: until nothing is left."""
    left: int = 0
    done: int = 0
    """Messages (or recipients, where they are what is counted) that were answered."""

    def take(self) -> bool:
        """Return whether there is one more to do, and count it as begun."""
        if self.deadline is not None:
            return time.perf_counter() < self.deadline
        self.left -= 1
        return self.left >= 0


@dataclass(slots=True)
class Work:
    """The bytes of one kind of work, made beforehand."""

    pace: Pace
    size: int
    recipient: str
    verdict: bytes = b"5"
    """The first digit of the reply that RCPT gets where only recipients are sent."""
    body: bytes = field(init=False)
    rcpt: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Make what is sent again and again."""
        self.body = message(self.size)
        self.rcpt = f"RCPT TO:<{self.recipient}>\r\n".encode()

    def one(self) -> Dialog:
        """Send one message on a connection of its own, which the caller has taken from the pace."""
        yield _EHLO, b"2"
        yield from self._message()
        yield _QUIT, b"2"

    def reuse(self) -> Dialog:
        """Send message after message, each command after the reply to the one before."""
        yield _EHLO, b"2"
        while self.pace.take():
            yield from self._message()
        yield _QUIT, b"2"

    def pipelining(self) -> Dialog:
        """Send a message's end together with the next one's envelope (RFC 2920)."""
        yield _EHLO, b"2"
        envelope = _MAIL + self.rcpt + _DATA
        both = self.body + envelope
        if self.pace.take():
            yield envelope, b"223"
            while self.pace.take():
                yield both, b"2223"
                self.pace.done += 1
            yield self.body, b"2"
            self.pace.done += 1
        yield _QUIT, b"2"

    def refused(self) -> Dialog:
        """Name recipient after recipient."""
        yield _EHLO, b"2"
        yield _MAIL, b"2"
        number = 0
        while self.pace.take():
            yield self.rcpt, self.verdict
            self.pace.done += 1
            number += 1
            if number % _RCPTS_IN_A_ROW == 0:
                yield _NOOP, b"2"
        yield _QUIT, b"2"

    def refused_pipelining(self) -> Dialog:
        """Name recipients in groups."""
        yield _EHLO, b"2"
        yield _MAIL, b"2"
        group, expected = self.rcpt * _RCPTS_IN_A_ROW + _NOOP, self.verdict * _RCPTS_IN_A_ROW + b"2"
        while self.pace.take():
            yield group, expected
            self.pace.done += _RCPTS_IN_A_ROW
        yield _QUIT, b"2"

    def _message(self) -> Dialog:
        yield _MAIL, b"2"
        yield self.rcpt, b"2"
        yield _DATA, b"3"
        yield self.body, b"2"
        self.pace.done += 1


MODES: dict[str, Callable[[Work], Dialog]] = {
    "connect": Work.one, "reuse": Work.reuse, "pipelining": Work.pipelining, "refused": Work.refused,
    "refused-pipelining": Work.refused_pipelining}


def message(size: int) -> bytes:
    """Return a message of about so many bytes, with its terminator."""
    line = b"The quick brown fox jumps over the lazy dog, again and again and again.\r\n"
    header = b"Subject: bench\r\nMessage-ID: <bench@far.example>\r\nDate: Tue, 24 Nov 2026 04:00:00 +0000\r\n\r\n"
    return header + line * max(1, (size - len(header)) // len(line)) + b".\r\n"
