"""Set up, run, test and lock Posthouse from a clone: standard library only, on Windows, macOS and Linux.

    python3 packaging/dev.py setup          make .venv with the locked versions (quick when nothing is to be done)
    python3 packaging/dev.py run [ARG…]     open the console with its bundled server; with no display, the server alone
    python3 packaging/dev.py test [ARG…]    everything that CI runs; arguments go to pytest
    python3 packaging/dev.py lint           ruff, mypy and the architecture test
    python3 packaging/dev.py lock [ARG…]    make packaging/requirements.lock anew (--upgrade takes newer versions)
    python3 packaging/dev.py bench [ARG…]   the measurements of tests/bench
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MINIMUM_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "posthouse-setup.stamp"
LOCK = ROOT / "packaging" / "requirements.lock"
LOCK_HEADER = "# Made by `python3 packaging/dev.py lock` from pyproject.toml, for all three systems.\n"
TESTS, END_TO_END = "tests", "tests/end_to_end"
NO_TESTS_COLLECTED = 5  # pytest's exit code

# What Qt's libraries and its X11 plugin link to (ldd), and the Debian packages that hold it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# The programs that the tests on a real X display use, and the Debian packages that hold them.
DISPLAY_TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "xprop": "x11-utils",
    "dbus-launch": "dbus-x11",
}


class SetupError(Exception):
    """The environment could not be made; the message says why and what to do."""


def say(text: str) -> None:
    print(text, flush=True)


def call(command: Sequence[str | Path], env: dict[str, str] | None = None, folder: Path = ROOT) -> int:
    """Run a command in the clone and return its exit code; Ctrl+C reaches the child too, so wait for its end."""
    with subprocess.Popen([str(part) for part in command], cwd=folder, env=env) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            child.wait()
            raise


def become(command: Sequence[str | Path]) -> int:
    """Let a long-running program take this one's place, so that signals reach it directly (not so on Windows)."""
    if os.name != "nt":
        os.execv(command[0], [str(part) for part in command])  # noqa: S606  no shell is what is wanted
    return call(command, folder=Path.cwd())


# --- system packages -------------------------------------------------------------------------------------------------


def is_debian_like() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def install_debian_packages(packages: list[str], purpose: str) -> bool:
    """Install as root, otherwise print the command to give; True when they are there now."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if getattr(os, "geteuid", lambda: 1)() != 0:
        say(f"{purpose}: missing system packages. Install them with\n    sudo {shlex.join(command)}")
        return False
    say(f"{purpose}: installing {' '.join(packages)}")
    command[0] = shutil.which("apt-get") or command[0]
    quiet = [command[0], "-qq", *command[1:]]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if call(quiet, env) == 0 or (call([command[0], "-qq", "update"], env) == 0 and call(quiet, env) == 0):
        return True
    say(f"{purpose}: that failed. By hand: apt-get update && {shlex.join(['apt-get', *command[1:]])}")
    return False


def missing_qt_packages() -> list[str]:
    """By file name: asking dpkg or the loader takes longer than all the rest of a check that finds nothing to do."""
    if not is_debian_like():
        return []
    folders = [Path(base, f"{platform.machine()}-linux-gnu") for base in ("/usr/lib", "/lib")]
    present = {path.name for folder in folders if folder.is_dir() for path in folder.iterdir()}
    missing = [package for library, package in QT_LIBRARIES.items() if library not in present]
    if next(Path("/usr/share/fonts").rglob("*.[to]t[fc]"), None) is None:
        missing.append("fonts-dejavu-core")
    return missing


# --- the virtual environment -----------------------------------------------------------------------------------------


def venv_version() -> tuple[int, ...]:
    """The Python version .venv was made with, from its own record; () when there is no usable one."""
    record = VENV / "pyvenv.cfg"
    if not (record.is_file() and PYTHON.is_file()):
        return ()
    found = re.search(r"^version(?:_info)?\s*=\s*(\d+)\.(\d+)", record.read_text("utf-8"), re.MULTILINE)
    return tuple(int(part) for part in found.groups()) if found else ()


def fingerprint() -> str:
    """Changes when .venv must be brought up to date; the folder counts: scripts in a moved .venv point nowhere."""
    digest = hashlib.sha256(f"{VENV} {venv_version()}".encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    base_python = getattr(sys, "_base_executable", None) or sys.executable
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not (is_debian_like() and install_debian_packages([package], "Python's venv")):
            raise SetupError(f"This Python cannot make virtual environments: its ensurepip is missing ({package}).")
    say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
    if VENV.exists():
        shutil.rmtree(VENV)
    if call([base_python, "-m", "venv", VENV]) != 0:
        raise SetupError(f"Could not make {VENV}; the reason stands above.")


def install_locked() -> None:
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-deps"]
    if not sys.stdout.isatty():
        pip.append("-qq")  # errors only
    say(f"Installing the versions of {LOCK.relative_to(ROOT).as_posix()} (the first time takes a minute)")
    if call([*pip, "--require-hashes", "--requirement", LOCK]) != 0:
        raise SetupError("Could not install the locked packages; the reason stands above.")
    if call([*pip, "--no-build-isolation", "--no-index", "--editable", ROOT]) != 0:
        raise SetupError("Could not install Posthouse itself; the reason stands above.")


def setup(*, with_display_libraries: bool = True) -> None:
    """Make everything ready, doing only what is not done yet."""
    if with_display_libraries and (packages := missing_qt_packages()):
        install_debian_packages(packages, "Qt")
    if venv_version() >= sys.version_info[:2] and STAMP.is_file() and STAMP.read_text("utf-8") == fingerprint():
        return
    STAMP.unlink(missing_ok=True)
    if venv_version() < sys.version_info[:2] or call([PYTHON, "-c", "import pip"]) != 0:
        make_venv()
    install_locked()
    STAMP.write_text(fingerprint(), "utf-8")
    say("Ready.")


# --- steps -----------------------------------------------------------------------------------------------------------


class Steps:
    """Runs one step after another, whatever becomes of each, and sums up at the end."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.all_succeeded = True
        self.totals = {"failed": 0, "passed": 0, "skipped": 0, "errors": 0}
        self.pytest_seconds = 0.0

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

    def finish(self) -> int:
        """Print the summary, pytest's totals last and in its words, and return the exit code."""
        say("\n" + "\n".join(self.lines))
        if not self.totals["passed"]:
            say("No test has passed: that counts as a failure.")
        counts = ", ".join(f"{count} {name}" for name, count in self.totals.items() if count) or "0 passed"
        say(f"{f' {counts} in {self.pytest_seconds:.2f}s ':=^100}")
        return 0 if self.all_succeeded and self.totals["passed"] else 1


def lint_steps(steps: Steps) -> None:
    steps.run("ruff", [PYTHON, "-m", "ruff", "check", "."])
    steps.run("mypy --strict", [PYTHON, "-m", "mypy", "--strict", "server", "app", "resources", "packaging/dev.py"])


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


# --- subcommands -----------------------------------------------------------------------------------------------------


def do_setup(_: list[str]) -> int:
    setup()
    return 0


def do_run(arguments: list[str]) -> int:
    """QT_QPA_PLATFORM counts as a display: whoever sets it knows what the console shall draw on."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    has_display = not sys.platform.startswith("linux") or any(os.environ.get(name) for name in displays)
    setup(with_display_libraries=has_display)
    if has_display:
        return become([PYTHON, "-m", "posthouse_console", *arguments])
    say("No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the server alone; Ctrl+C stops it.")
    control = shlex.join([str(BIN / "posthousectl"), *arguments])
    say("From another terminal:")
    for example in ("status", "domain add example.org", "mailbox add someone@example.org", "relay exposure", "--help"):
        say(f"    {control} {example}")
    return become([PYTHON, "-m", "posthouse_server", *arguments])


def do_test(arguments: list[str]) -> int:
    setup()
    steps = Steps()
    lint_steps(steps)
    pytest_steps(steps, arguments)
    return steps.finish()


def do_lint(_: list[str]) -> int:
    setup()
    steps = Steps()
    lint_steps(steps)
    steps.pytest("architecture", ["tests/test_architecture.py"], offscreen=True)
    return steps.finish()


def do_bench(arguments: list[str]) -> int:
    script = ROOT / "tests" / "bench" / "run.py"
    if not script.is_file():
        raise SetupError(f"There are no measurements here: {script.relative_to(ROOT).as_posix()} is missing.")
    setup()
    return become([PYTHON, script, *arguments])


def do_lock(arguments: list[str]) -> int:
    """Resolve once for all systems with uv, which lives in a throw-away environment and leaves no trace in the file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        python = place / BIN.relative_to(VENV) / PYTHON.name
        made = place / LOCK.name
        if LOCK.is_file():
            shutil.copyfile(LOCK, made)  # uv keeps the versions it finds there unless told to upgrade
        options = ["--universal", "--python-version", "3.11", "--extra", "dev", "--generate-hashes"]
        options += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet", *arguments]
        commands: list[list[str | Path]] = [
            [sys.executable, "-m", "venv", place],
            [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "uv"],
            [python, "-m", "uv", "pip", "compile", *options, "--output-file", made, "pyproject.toml"],
        ]
        for command in commands:
            if call(command) != 0:
                raise SetupError("The lock file is as it was; the reason stands above.")
        text = made.read_text("utf-8").removeprefix(LOCK_HEADER)
    if "://" in text or str(ROOT) in text:
        raise SetupError("The lock file is as it was: the new one would name an address or a path of this machine.")
    LOCK.write_text(LOCK_HEADER + text, "utf-8", newline="\n")
    say(f"{LOCK.relative_to(ROOT).as_posix()}: {len(re.findall(r'^[^ #]', text, re.MULTILINE))} packages")
    return 0


COMMANDS = {"setup": do_setup, "run": do_run, "test": do_test, "lint": do_lint, "lock": do_lock, "bench": do_bench}


def main(arguments: list[str]) -> int:
    if sys.version_info[:2] < MINIMUM_PYTHON:
        say(f"Posthouse needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if arguments[:1] in (["--help"], ["-h"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
