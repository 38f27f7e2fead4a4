"""The pictures of the help pages, taken from the real console without a screen.

    python3 packaging/dev.py screenshots                 take all of them, light and dark
    python3 packaging/dev.py screenshots --only NAME…    take these alone
    python3 packaging/dev.py screenshots --list          print the names
    python3 packaging/dev.py screenshots --check         take none; say whether pictures and help pages belong together
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from screenshots import fixed_clock

THEMES = ("light", "dark")
TIMEOUT_S = 600
_SCREEN = '{"screens": [{"name": "screen", "x": 0, "y": 0, "width": 1600, "height": 1200}]}'


def prepare(folder: Path) -> dict[str, str]:
    """Make everything that the process depends on the same on each computer; returns the environment for it."""
    screen = folder / "screen.json"
    screen.write_text(_SCREEN, "utf-8")
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen.as_posix()}", "TZ": "UTC", "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8", "QT_SCALE_FACTOR": "1", "LOGNAME": "anna", "PYTHONHASHSEED": "0",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def take(arguments: argparse.Namespace) -> int:
    """Make the demonstration once, and take the pictures of each theme in a process of its own."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="posthouse-") as name:
        folder = Path(name)
        environment = prepare(folder)
        command = [sys.executable, "-m", "screenshots"]
        only = ["--only", *arguments.only] if arguments.only else []
        code = 0
        for first in ("attack", "demo"):
            code = code or step([*command, "--step", first, "--folder", name], environment)
        if code == 0:
            code = max(step([*command, "--step", theme, "--folder", name, *only], environment) for theme in THEMES)
    print(f"{'Not all' if code else 'All'} pictures were taken; it took {time.monotonic() - started:.0f} s.")
    return code


def step(command: list[str], environment: dict[str, str]) -> int:
    """Run one step in a process of its own, and return its exit code."""
    try:
        return abs(subprocess.run(command, env=environment, timeout=TIMEOUT_S, check=False).returncode)
    except subprocess.TimeoutExpired:
        print(f"{' '.join(command[3:5])} took longer than {TIMEOUT_S} s.")
        return 1


def run_step(name: str, folder: Path, only: list[str]) -> int:
    """Do one step in this process. Only the attack needs the real time: it waits for a server."""
    if name == "attack":
        from screenshots.attack import attack

        return attack(folder / "attacked")
    fixed_clock.install()  # before anything else is imported
    from screenshots import session

    if name == "demo":
        return session.demonstrate(folder / "attacked", folder / "demo")
    shutil.copytree(folder / "demo", folder / name)
    return session.take_theme(folder / name, name, only)


def main(given: list[str]) -> int:
    """Return the exit code: 0 all is well, 1 something is wrong, and it is said."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[], help="take these pictures alone")
    parser.add_argument("--list", action="store_true", help="print the names of all pictures")
    parser.add_argument("--check", action="store_true", help="say whether pictures and help pages belong together")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(given)
    if arguments.step:
        return run_step(arguments.step, arguments.folder, arguments.only)
    if arguments.list or arguments.check:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        fixed_clock.install()
        from screenshots.session import report

        return report(is_list=arguments.list)
    return take(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
