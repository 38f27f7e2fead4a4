"""Reading content as it comes in: the DATA phase, which only CRLF.CRLF ends (RFC 5321 4.1.1.4), and BDAT chunks (RFC 3030)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

_TERMINATOR = b"\r\n.\r\n"


class Sink(Protocol):
    """Where the content goes."""

    def feed(self, content: bytes) -> None:
        """Take the next piece; never raises."""

    def refuse(self, reply: str) -> None:
        """Note that the content is bad, whatever else follows."""


class LineEndCheck:
    """Notices bare CR, bare LF and NUL, across any split: they are how messages are smuggled past other servers."""

    def __init__(self) -> None:
        """Begin at the start of a line."""
        self._held = b""
        self.is_malformed = False

    def take(self, data: bytes) -> bytes:
        """Look at the next piece and return it, with a CR at its end held back until its LF has come."""
        if self._held:
            data = self._held + data
            self._held = b""
        if data.endswith(b"\r"):
            self._held = b"\r"
            data = data[:-1]
        # As many CR as LF as CRLF means that neither stands alone.
        pairs = data.count(b"\r\n")
        if data.count(b"\r") != pairs or data.count(b"\n") != pairs or b"\0" in data:
            self.is_malformed = True
        return data

    def finish(self) -> None:
        """Note the end: a CR that is still held back stands alone."""
        if self._held:
            self.is_malformed = True


class DataReader:
    """Takes what arrives during DATA, in pieces of any kind, undoes dot-stuffing, and finds the end."""

    def __init__(self, feed: Callable[[bytes], None]) -> None:
        """Give the content to `feed`, piece by piece."""
        self._feed = feed
        self._check = LineEndCheck()
        # The CRLF of the DATA command itself counts: with it one search finds every end, that of an empty message included.
        self._held = b"\r\n"
        self._skip = 2

    @property
    def is_malformed(self) -> bool:
        """Return whether the content had a bare CR, a bare LF or NUL."""
        return self._check.is_malformed

    def take(self, data: bytes) -> bytes | None:
        """Take the next piece; returns what follows the end of the content, or None while it has not come."""
        data = self._held + data
        end = data.find(_TERMINATOR)
        if end >= 0:
            self._pass_on(data[:end + 2])
            self._check.finish()
            return data[end + 5:]
        kept = _begun(data)
        self._held = data[len(data) - kept:]
        if kept < len(data):
            self._pass_on(data[:len(data) - kept])
        return None

    def _pass_on(self, data: bytes) -> None:
        """Undo dot-stuffing. What is held back begins with CRLF, so that a dot is always seen together with its line end."""
        content = self._check.take(data).replace(b"\r\n.", b"\r\n")
        if self._skip:
            skip = min(self._skip, len(content))
            self._skip -= skip
            content = content[skip:]
        if content:
            self._feed(content)


def _begun(data: bytes) -> int:
    """Return how many bytes at the end may be the beginning of the terminator."""
    for length in (4, 3, 2, 1):
        if data.endswith(_TERMINATOR[:length]):
            return length
    return 0


class ChunkReader:
    """Takes one BDAT chunk: so many octets, as they are."""

    def __init__(self, size: int, feed: Callable[[bytes], None]) -> None:
        """Expect `size` octets."""
        self._missing = size
        self._feed = feed

    def take(self, data: bytes) -> bytes | None:
        """Take the next piece; returns what follows the chunk, or None while it is not complete."""
        if len(data) < self._missing:
            self._missing -= len(data)
            self._feed(data)
            return None
        own = data[:self._missing]
        if own:
            self._feed(own)
        return data[self._missing:]
