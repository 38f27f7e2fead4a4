"""How fast the console is there, and what it costs while nobody touches it (needs Xvfb and xdotool)."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.idle import watch
from harness.display import virtual_display
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store

ROUNDS = 5


def measure(folder: Path) -> list[tuple[str, str, str]]:
    """Launch the console several times; watch the last one."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        return [("console", "not measured: Xvfb and xdotool are missing", "< 1.5 s")]
    with Store(DataFolder(folder)):
        pass
    durations = []
    with virtual_display() as environment:
        for number in range(ROUNDS + 1):
            began = time.perf_counter()
            process = subprocess.Popen([sys.executable, "-m", "posthouse_console", "--data-dir", str(folder)], env=environment)
            subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", r"Posthouse - \["], env=environment,
                           stdout=subprocess.DEVNULL, check=True, timeout=60)
            if number:  # the first one warms the disk cache
                durations.append(time.perf_counter() - began)
            if number == ROUNDS:
                cpu, memory = watch(process.pid)
            process.terminate()
            process.wait(20)
    launch = f"{statistics.median(durations):.2f} s (worst {max(durations):.2f})"
    return [("console: launch to its visible window", launch, "< 1.5 s"),
            ("console, idle: CPU", f"{cpu:.2f} % of a core", "< 1 %"),
            ("console, idle: resident memory", f"{memory:.0f} MiB", "-")]
