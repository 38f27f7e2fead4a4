"""The server as it runs in service: it logs to a file, where the tests' one is listened to by a thread of theirs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from harness.server_process import UNREACHED_LIMITS, WAIT_S, ServerProcess, wait_until
from posthouse_server.paths import DataFolder
from posthouse_server.store.engine import Database

_TESTS = Path(__file__).parent.parent
SLOW_START_S = 300.0


class ServedProcess(ServerProcess):
    """One server on a data folder; `module` is what Python runs."""

    def __init__(self, root: Path, module: str = "posthouse_server") -> None:
        """Prepare the data folder."""
        is_new = not DataFolder(root).settings_db.exists()
        super().__init__(root)
        if is_new:
            self.set(UNREACHED_LIMITS)
        self._module = module
        self._log_path = self.folder.logs / "server.log"

    def launch(self) -> subprocess.Popen[str]:
        """Start without waiting."""
        self._close_process()
        with self._log_path.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", self._module, "--data-dir", str(self.folder.root)], cwd=_TESTS, text=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, encoding="utf-8")
        return self.process

    @property
    def log(self) -> str:
        """Return what the server has logged so far."""
        return self._log_path.read_text(encoding="utf-8", errors="replace")

    def processes(self) -> list[psutil.Process]:
        """Return the server and its children."""
        assert self.process is not None
        process = psutil.Process(self.process.pid)
        return [process, *process.children(recursive=True)]

    def memory_mib(self) -> float:
        """Return the resident memory of all its processes."""
        return sum(one.memory_info().rss for one in self.processes()) / 2**20

    def cpu_s(self) -> float:
        """Return the processor time, user and system, of all its processes."""
        return sum(sum(one.cpu_times()[:2]) for one in self.processes())

    def _close_process(self) -> None:
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(WAIT_S)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.process = None


@contextmanager
def served(root: Path, module: str = "posthouse_server") -> Iterator[ServedProcess]:
    """Yield a server that is not yet started."""
    server = ServedProcess(root, module)
    try:
        yield server
    finally:
        server.close()


def tidy(path: Path) -> None:
    """Move what was just written in bulk from the write-ahead log into the database itself, as time would."""
    database = Database(path, synchronous="FULL")
    with database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        wait_until(lambda: raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0, "the log is written back")
    database.dispose()
