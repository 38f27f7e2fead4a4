"""Small disks, limits of the system, and other processes in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_HOLD_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


@dataclass(frozen=True, slots=True)
class Disk:
    """A small file system of its own."""

    root: Path

    @property
    def free(self) -> int:
        """Return the free bytes."""
        return shutil.disk_usage(self.root).free

    def fill(self, leave: int = 0) -> Path:
        """Take all room but so many bytes with one file; removing it makes room again."""
        ballast = self.root / "ballast"
        with ballast.open("ab") as file:
            try:
                while (size := self.free - leave) > 0:
                    file.write(bytes(min(size, 2**16)))
                    file.flush()
            except OSError:
                return ballast  # not a byte more
        return ballast


@dataclass(frozen=True, slots=True)
class FaultyDisk(Disk):
    """An ext4 in a file, which can be made to fail as it does after an error of the hardware."""

    image: Path

    def fail(self) -> None:
        """Turn read-only at once, whatever is open: ext4's own simulation of a fault."""
        _run("mount", "-o", "remount,abort", str(self.root))

    def mend(self) -> None:
        """Unmount, and mount anew; nobody may use it meanwhile."""
        _run("umount", str(self.root))
        _run("mount", "-o", "loop", str(self.image), str(self.root))

    def remount(self, how: str) -> None:
        """Remount `ro` or `rw`; nobody may write to it meanwhile."""
        _run("mount", "-o", f"remount,{how}", str(self.root))


@contextmanager
def small_disk(root: Path, megabytes: int) -> Iterator[Disk]:
    """Mount a tmpfs for as long as it is used; skips where that is not allowed."""
    _need_mount()
    root.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(root))
    try:
        yield Disk(root)
    finally:
        _run("umount", "-l", str(root))


@contextmanager
def faulty_disk(root: Path, image: Path, megabytes: int) -> Iterator[FaultyDisk]:
    """Mount an ext4 for as long as it is used; skips where that is not allowed."""
    _need_mount()
    if shutil.which("mkfs.ext4") is None:
        pytest.skip("NOT RUN: a disk that fails needs mkfs.ext4")
    root.mkdir(parents=True, exist_ok=True)
    with image.open("wb") as file:
        file.truncate(megabytes * 2**20)
    _run("mkfs.ext4", "-q", str(image))
    _mount("-o", "loop", str(image), str(root))
    try:
        yield FaultyDisk(root, image)
    finally:
        _run("umount", "-l", str(root))


def _need_mount() -> None:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("NOT RUN: a disk can only be mounted by root on Linux")


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"NOT RUN: a disk could not be mounted: {done.stderr.strip()}")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def locked(database: Path, statement: str = "BEGIN EXCLUSIVE") -> Iterator[None]:
    """Hold a lock on a database from another process."""
    with subprocess.Popen([sys.executable, "-c", _HOLD_LOCK, str(database), statement], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.close()


@contextmanager
def limited(pid: int, name: str, soft: int) -> Iterator[None]:
    """Lower a limit of a running process, such as RLIMIT_NOFILE, and give it back afterwards."""
    if not sys.platform.startswith("linux"):
        pytest.skip("NOT RUN: the limits of a running process can only be changed on Linux")
    import resource

    kind = getattr(resource, name)
    before = resource.prlimit(pid, kind)
    resource.prlimit(pid, kind, (soft, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, kind, before)


def damage(path: Path, *, start: int, size: int) -> bytes:
    """Overwrite a part of a file with rubbish; returns what stood there."""
    with path.open("r+b") as file:
        file.seek(start)
        before = file.read(size)
        file.seek(start)
        file.write(b"\xa5rubbish" * (len(before) // 8) + b"\xa5" * (len(before) % 8))
        file.flush()
        os.fsync(file.fileno())
    return before


def restore(path: Path, start: int, content: bytes) -> None:
    """Put back what `damage` returned."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)
        os.fsync(file.fileno())
