"""The content of a message on its way out: small ones in memory, large ones read from their file piece by piece."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_PIECE_BYTES = 256 * 1024
UNREADABLE = "451 4.3.0 The message could not be read from the spool"


class SpoolReadError(OSError):
    """The file of a content can't be read; the message says why."""


class UncleanError(Exception):
    """The content has a bare CR or LF: another server might see the end of the message there (SMTP smuggling)."""


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Bytes in memory, or a file of the spool folder."""

    memory: bytes | None
    path: Path | None = None
    size: int = 0

    def read(self, limit: int = -1) -> bytes:
        """Return the whole content, or its first bytes; blocks where it is a file. Raises SpoolReadError."""
        if self.memory is not None:
            return self.memory if limit < 0 else self.memory[:limit]
        with self._file() as file:
            return _read(file, limit)

    def pieces(self) -> Iterator[bytes]:
        """Yield the content as it is; blocks, and raises SpoolReadError on the way."""
        if self.memory is not None:
            yield self.memory
            return
        with self._file() as file:
            while piece := _read(file, _PIECE_BYTES):
                yield piece

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """Yield the content of a file as DATA wants it, with its final dot; raises SpoolReadError and UncleanError."""
        stuffer = Stuffer()
        file = await asyncio.to_thread(self._file)
        try:
            while piece := await asyncio.to_thread(_read, file, _PIECE_BYTES):
                yield stuffer.feed(piece)
            yield stuffer.end()
        finally:
            file.close()

    def _file(self) -> BinaryIO:
        assert self.path is not None
        try:
            return self.path.open("rb")
        except OSError as error:
            raise SpoolReadError(error.strerror or str(error)) from error


def _read(file: BinaryIO, limit: int) -> bytes:
    try:
        return file.read(limit)
    except OSError as error:
        raise SpoolReadError(error.strerror or str(error)) from error


def stuffed(content: bytes) -> bytes:
    """Return a whole content as DATA wants it (RFC 5321 section 4.5.2), with its final dot; raises UncleanError."""
    lines = content.count(b"\r\n")
    if content.count(b"\n") != lines or content.count(b"\r") != lines:
        raise UncleanError
    if b"\n." in content or content[:1] == b".":
        content = (b"." if content[:1] == b"." else b"") + content.replace(b"\n.", b"\n..")
    return content + (b".\r\n" if content[-2:] == b"\r\n" or not content else b"\r\n.\r\n")


class Stuffer:
    """Does the same for content that comes in pieces."""

    def __init__(self) -> None:
        """Begin at the start of a line."""
        self._held = b""
        self._is_line_start = True

    def feed(self, chunk: bytes) -> bytes:
        """Return what can go out by now; raises UncleanError. A CR at the end waits for its LF."""
        data = self._held + chunk
        self._held = b"\r" if data[-1:] == b"\r" else b""
        if self._held:
            data = data[:-1]
        lines = data.count(b"\r\n")
        if data.count(b"\n") != lines or data.count(b"\r") != lines:
            raise UncleanError
        starts_with_dot = self._is_line_start and data[:1] == b"."
        if data:
            self._is_line_start = data[-1:] == b"\n"
        if b"\n." in data:
            data = data.replace(b"\n.", b"\n..")
        return b"." + data if starts_with_dot else data

    def end(self) -> bytes:
        """Return what is still missing, with the final dot; raises UncleanError."""
        if self._held:
            raise UncleanError
        return b".\r\n" if self._is_line_start else b"\r\n.\r\n"
