"""Message bodies on their way in: small ones in memory, large ones in a file of their own."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import BinaryIO

from posthouse_server.store.files import sync_file, sync_folder

_log = logging.getLogger(__name__)
MEMORY_LIMIT_BYTES = 256 * 1024


class IncomingBody:
    """Collects a body; beyond 256 KiB it goes to a file, so that many large messages cost disk and not memory."""

    def __init__(self, folder: Path, message_id: str) -> None:
        """Collect for a message; the file, if one is needed, is folder/<id>.eml."""
        self._folder = folder
        self._message_id = message_id
        self._memory = bytearray()
        self._file: BinaryIO | None = None
        self.size = 0

    @property
    def _path(self) -> Path:
        """Return the file's path; most messages never need it, and joining paths takes as long as parsing an address."""
        return self._folder / f"{self._message_id}.eml"

    @property
    def is_file(self) -> bool:
        """Return whether the body is large: sealing it waits for the disk."""
        return self._file is not None

    def write(self, chunk: bytes) -> None:
        """Append; raises OSError when the disk is full."""
        self.size += len(chunk)
        if self._file is None and self.size > MEMORY_LIMIT_BYTES:
            self._file = self._path.open("xb")
            self._file.write(self._memory)
            self._memory.clear()
        if self._file is not None:
            self._file.write(chunk)
        else:
            self._memory += chunk

    def seal(self) -> tuple[bytes | None, str | None]:
        """Make the body durable (blocks) and return it: bytes, or the name of its file in the spool folder."""
        if self._file is None:
            return bytes(self._memory), None
        sync_file(self._file)
        self._file.close()
        sync_folder(self._path.parent)
        return None, self._path.name

    def discard(self) -> None:
        """Forget the body and remove its file; never raises, and what can't be removed now is removed at the next start."""
        self._memory.clear()
        if self._file is not None:
            try:
                self._file.close()
            except OSError as error:  # the disk is full: what was buffered is not wanted any more
                _log.debug("%s: %s", self._path, error)
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:
                _log.warning("%s is left over: %s", self._path, error)
            self._file = None
