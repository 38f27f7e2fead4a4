"""Durable file operations."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO


def is_place_below(text: str) -> bool:
    """Return whether a relative path with slashes stays below its folder on every system, in one spelling."""
    # Windows drops dots and spaces at the end of a name, so that ".. " would be "..".
    return (text.isprintable() and "\\" not in text and ":" not in text
            and all(part and not part.endswith((".", " ")) for part in text.split("/")))


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable. Windows can't sync a folder; NTFS journals the names itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(file: IO[bytes]) -> None:
    """Make what was written durable: past the disk's own cache too, where macOS needs to be asked for that."""
    file.flush()
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
    else:
        os.fsync(file.fileno())
