"""Durable file operations."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO


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
