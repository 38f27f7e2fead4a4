"""Set up, run, test and lock Posthouse from a clone: standard library only, on Windows, macOS and Linux.

    python3 packaging/dev.py setup          make .venv with the locked versions (quick when nothing is to be done)
    python3 packaging/dev.py run [ARG…]     open the console with its bundled server; with no display, the server alone
    python3 packaging/dev.py test [ARG…]    everything that CI runs; arguments go to pytest
    python3 packaging/dev.py lint           ruff, mypy and the architecture test
    python3 packaging/dev.py lock [ARG…]    make packaging/requirements.lock anew (--upgrade takes newer versions)
    python3 packaging/dev.py bench [ARG…]   the measurements of tests/bench
    python3 packaging/dev.py screenshots    the pictures of the help pages, from the real console (--only NAME…, --check)
    python3 packaging/dev.py translations   collect the console's texts for Qt Linguist and compile its catalogues (--check)
    python3 packaging/dev.py soak [ARG…]    failures and fuzz at random for so long: --minutes N (10); as root it does more
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from environment import BIN, LOCK, PYTHON, ROOT, VENV, SetupError, call, say, setup
from steps import Steps, lint_steps, pytest_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

MINIMUM_PYTHON = (3, 11)
LOCK_HEADER = "# Made by `python3 packaging/dev.py lock` from pyproject.toml, for all three systems.\n"
EXAMPLES = (  # of posthousectl, for whoever has no display
    "status",
    "domain add example.org",
    "mailbox add someone@example.org",
    "relay explain --client 192.0.2.1 --sender a@example.org --recipient b@example.net",
    "--help",
)


def become(command: Sequence[str | Path]) -> int:
    """Let a long-running program take this one's place, so that signals reach it directly (not so on Windows)."""
    if os.name != "nt":
        os.execv(command[0], [str(part) for part in command])  # noqa: S606  no shell is what is wanted
    return call(command, folder=Path.cwd())


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
    for example in EXAMPLES:
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


def run_script(folder: str, arguments: list[str]) -> int:
    script = ROOT / "tests" / folder / "run.py"
    if not script.is_file():
        raise SetupError(f"{script.relative_to(ROOT).as_posix()} is missing.")
    setup()
    return become([PYTHON, script, *arguments])


def do_bench(arguments: list[str]) -> int:
    return run_script("bench", arguments)


def do_soak(arguments: list[str]) -> int:
    return run_script("soak", arguments)


def do_screenshots(arguments: list[str]) -> int:
    """The scripts are a package beside this file, so that they can import each other."""
    setup()
    return call([PYTHON, "-m", "screenshots", *arguments], folder=ROOT / "packaging")


def do_translations(arguments: list[str]) -> int:
    setup()
    return call([PYTHON, ROOT / "packaging" / "translations.py", *arguments], folder=ROOT)


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


COMMANDS = {
    "setup": do_setup,
    "run": do_run,
    "test": do_test,
    "lint": do_lint,
    "lock": do_lock,
    "bench": do_bench,
    "screenshots": do_screenshots,
    "translations": do_translations,
    "soak": do_soak,
}


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
