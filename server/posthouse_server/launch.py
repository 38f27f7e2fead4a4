"""Launching the server as a process of its own, and its log."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

from posthouse_server.paths import DataFolder

LOG_LIMIT_BYTES = 10_000_000
_TAIL_BYTES = 65_536
_LINE_PREFIX = re.compile(r"\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ ")
_log = logging.getLogger(__name__)

_children: list[subprocess.Popen[bytes]] = []  # kept, since Python warns when a process is forgotten that still runs


def log_file(folder: DataFolder) -> Path:
    """Return the log of servers that were launched here."""
    return folder.logs / "server.log"


class Launch:
    """One server that was started so that it outlives the program that started it."""

    def __init__(self, folder: DataFolder) -> None:
        """Start it."""
        self._path = log_file(folder)
        _rotate(self._path)
        with self._path.open("ab") as log:
            self._offset = log.seek(0, os.SEEK_END)
            self._process = _spawn(server_command(folder), log.fileno())
        _children[:] = [child for child in _children if child.poll() is None] + [self._process]

    def exit_code(self) -> int | None:
        """Return the exit code, or None while it runs."""
        return self._process.poll()

    def last_words(self) -> str:
        """Return the last line that was logged since the launch, or the empty string."""
        with self._path.open("rb") as log:
            log.seek(max(self._offset, log.seek(0, os.SEEK_END) - _TAIL_BYTES))
            lines = log.read().decode("utf-8", "replace").strip().splitlines()
        return _LINE_PREFIX.sub("", lines[-1], count=1) if lines else ""


def server_command(folder: DataFolder) -> list[str]:
    """Return the command that runs the server: the bundled program beside a frozen one, else this Python."""
    beside = Path(sys.executable).with_name("posthouse-server" + (".exe" if os.name == "nt" else ""))
    program = [str(beside)] if getattr(sys, "frozen", False) and beside.exists() else [
        sys.executable, "-m", "posthouse_server"]
    return [*program, "--data-dir", str(folder.root)]


def _spawn(command: list[str], log: int) -> subprocess.Popen[bytes]:
    if sys.platform == "win32":
        return subprocess.Popen(  # noqa: S603 - our own program with a path as its argument
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW)
    return subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)


def _rotate(path: Path) -> None:
    """Set a log aside that has grown large; one old log is kept."""
    try:
        if path.stat().st_size > LOG_LIMIT_BYTES:
            path.replace(path.with_name(path.name + ".1"))
    except FileNotFoundError:
        return  # the first start
    except OSError as error:  # Windows renames no file that another starter's server is writing; the next start will do it
        _log.debug("%s could not be set aside: %s", path, error)
