"""Reading the DATA phase: only CRLF.CRLF ends it, across any split of packets (RFC 5321 section 4.1.1.4)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_TERMINATOR = b"\r\n.\r\n"


class DataDecoder:
    """Undoes dot-stuffing in chunks, and notices bare CR, bare LF and NUL."""

    def __init__(self) -> None:
        """Begin at the start of a line."""
        self._held = b""
        self._is_at_line_start = True
        self.is_malformed = False

    def feed(self, chunk: bytes) -> bytes:
        """Return the content of the next chunk; a CR at its end is held back until its LF has come."""
        data = self._held + chunk
        self._held = b"\r" if data.endswith(b"\r") else b""
        if self._held:
            data = data[:-1]
        if not data:
            return b""
        # As many CR as LF as CRLF means that neither stands alone.
        pairs = data.count(b"\r\n")
        if data.count(b"\r") != pairs or data.count(b"\n") != pairs or b"\0" in data:
            self.is_malformed = True
        content = data.replace(b"\r\n.", b"\r\n")
        if self._is_at_line_start and data.startswith(b"."):
            content = content[1:]
        self._is_at_line_start = data.endswith(b"\r\n")
        return content


async def read_data(reader: asyncio.StreamReader, feed: Callable[[bytes], None], on_progress: Callable[[], None]) -> bool:
    """Read up to the terminator, giving content to `feed`; returns False if the content had a bare CR, LF or NUL.

    `on_progress` is called for each chunk (it resets the timeout).
    """
    decoder = DataDecoder()
    # The line before the first is the DATA command: giving its CRLF back lets one search find every terminator,
    # that of an empty message included. StreamReader has no public way to push back.
    reader._buffer[:0] = b"\r\n"  # type: ignore[attr-defined]
    skip = 2
    while True:
        try:
            raw, is_last = await reader.readuntil(_TERMINATOR), True
        except asyncio.LimitOverrunError as overrun:
            raw, is_last = await reader.readexactly(overrun.consumed), False
        on_progress()
        content = decoder.feed(raw[skip:-3] if is_last else raw[skip:])
        skip = 0
        if content:
            feed(content)
        if is_last:
            return not decoder.is_malformed
