"""The environment of a clone: .venv with the locked versions, and the system packages that Qt needs."""

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
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "posthouse-setup.stamp"
LOCK = ROOT / "packaging" / "requirements.lock"

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
