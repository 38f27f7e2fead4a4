"""What a server that has nothing to do costs."""

from __future__ import annotations

import time
from pathlib import Path

import psutil

from harness.server_process import server_process

SECONDS = 20.0


def measure(folder: Path) -> list[tuple[str, str, str]]:
    """Watch an idle server for a while."""
    with server_process(folder) as server:
        began = time.perf_counter()
        server.start()
        started = time.perf_counter() - began
        assert server.process is not None
        cpu, memory = watch(server.process.pid)
    return [("server: launch to its ready line", f"{started * 1000:.0f} ms", "-"),
            ("server, idle: CPU", f"{cpu:.2f} % of a core", "< 1 %"),
            ("server, idle: resident memory", f"{memory:.0f} MiB", "-")]


def watch(pid: int) -> tuple[float, float]:
    """Return the CPU use in per cent of a core and the resident memory in MiB of a process that is left alone."""
    process = psutil.Process(pid)
    time.sleep(2)  # let the start settle
    before, began = sum(process.cpu_times()[:2]), time.perf_counter()
    time.sleep(SECONDS)
    used = sum(process.cpu_times()[:2]) - before
    return 100 * used / (time.perf_counter() - began), process.memory_info().rss / 2**20
