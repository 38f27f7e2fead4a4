"""The steps of a check: ruff, mypy and pytest one after another, with a summary at the end."""

from __future__ import annotations

import html
import os
import re
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from environment import PYTHON, ROOT, call, is_debian_like, say

if TYPE_CHECKING:
    from collections.abc import Sequence

TESTS, END_TO_END = "tests", "tests/end_to_end"
NO_TESTS_COLLECTED = 5  # pytest's exit code

# The programs that the tests on a real X display use, and the Debian packages that hold them.
DISPLAY_TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "xprop": "x11-utils",
    "dbus-launch": "dbus-x11",
}


class Steps:
    """Runs one step after another, whatever becomes of each, and sums up at the end."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.all_succeeded = True
        self.totals = {"failed": 0, "passed": 0, "skipped": 0, "errors": 0}
        self.pytest_seconds = 0.0
        self.not_run: Counter[str] = Counter()
        """What tests could not be run for, by reason, and how many."""

    def run(
        self, title: str, command: Sequence[str | Path], env: dict[str, str] | None = None, note: str = ""
    ) -> float:
        """Run one step and return its seconds."""
        say(f"\n==> {title}: {' '.join(str(part) for part in command[2:])}")
        started = time.monotonic()
        code = call(command, env)
        seconds = time.monotonic() - started
        succeeded = code == 0 or (code == NO_TESTS_COLLECTED and "pytest" in command)
        self.all_succeeded &= succeeded
        result = "ok" if succeeded else f"FAILED ({code})"
        say(f"<== {title}: {result}, {seconds:.1f} s")
        self.lines.append(f"    {title:<14} {result:<12} {seconds:6.1f} s  {note}".rstrip())
        return seconds

    def pytest(self, title: str, arguments: list[str], *, offscreen: bool, note: str = "") -> None:
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"} if offscreen else None
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder, "report.xml")
            command: list[str | Path] = [PYTHON, "-m", "pytest", *arguments, f"--junitxml={report}"]
            self.pytest_seconds += self.run(title, command, env, note)
            self._count(report.read_text("utf-8", "replace") if report.is_file() else "")

    def _count(self, report: str) -> None:
        suite = re.search(r"<testsuite\b[^>]*>", report)
        counts = {name: int(count) for name, count in re.findall(r'(\w+)="(\d+)"', suite.group())} if suite else {}
        others = {"failed": "failures", "skipped": "skipped", "errors": "errors"}
        for total, name in others.items():
            self.totals[total] += counts.get(name, 0)
        self.totals["passed"] += counts.get("tests", 0) - sum(counts.get(name, 0) for name in others.values())

        # A test that lacks a program or a right says so with this word; other skips have nothing to do with this system.
        self.not_run.update(html.unescape(why) for why in re.findall(r'<skipped\b[^>]*\bmessage="NOT RUN: ([^"]*)"', report))

    def finish(self) -> int:
        """Print the summary, pytest's totals last and in its words, and return the exit code."""
        say("\n" + "\n".join(self.lines))
        for why, number in sorted(self.not_run.items()):
            say(f"    NOT RUN: {number} test{'s' if number > 1 else ''}, since {why}")
        if not self.totals["passed"]:
            say("No test has passed: that counts as a failure.")
        counts = ", ".join(f"{count} {name}" for name, count in self.totals.items() if count) or "0 passed"
        say(f"{f' {counts} in {self.pytest_seconds:.2f}s ':=^100}")
        return 0 if self.all_succeeded and self.totals["passed"] else 1


def lint_steps(steps: Steps) -> None:
    steps.run("ruff", [PYTHON, "-m", "ruff", "check", "."])
    steps.run("mypy --strict", [PYTHON, "-m", "mypy", "--strict", "server", "app", "resources", "packaging"])


def display_tests() -> list[str]:
    """The end-to-end folder, and every other test file with a test marked `display`."""
    marked = [path for path in (ROOT / TESTS).rglob("test_*.py") if "mark.display" in path.read_text("utf-8")]
    folder = ROOT / END_TO_END
    found = ([folder] if folder.is_dir() else []) + sorted(path for path in marked if folder not in path.parents)
    return [path.relative_to(ROOT).as_posix() for path in found]


def pytest_steps(steps: Steps, arguments: list[str]) -> None:
    paths = [part for part in arguments if not part.startswith("-") and Path(ROOT, part.split("::")[0]).exists()]
    if paths:
        steps.pytest("pytest", arguments, offscreen=not any("end_to_end" in path for path in paths))
        return
    parallel = [] if any(part.startswith(("-n", "--pdb")) for part in arguments) else ["-n", "2"]
    selection = [TESTS, f"--ignore={END_TO_END}", "-m", "not display"]
    steps.pytest("pytest", [*parallel, *selection, *arguments], offscreen=True)
    missing = {tool: package for tool, package in DISPLAY_TOOLS.items() if shutil.which(tool) is None}
    if serial := display_tests():
        without = ["-m", "not display"] if missing else []
        note = "without the tests on a real display" if missing else ""
        steps.pytest("end to end", [*serial, *without, *arguments], offscreen=False, note=note)
    if missing:
        remedy = f" Install them with: apt-get install {' '.join(missing.values())}" if is_debian_like() else ""
        steps.lines.append(f"    NOT RUN: the tests marked `display`, which need {', '.join(missing)}.{remedy}")
