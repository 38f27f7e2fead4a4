"""A person at a desk: sees the screen through the accessibility bus, and has a real mouse and keyboard (xdotool)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.display import virtual_display
from harness.server_process import wait_until

_PROBE = Path(__file__).with_name("atspi_probe.py")
_SYSTEM_PYTHON = "/usr/bin/python3"


def what_is_missing() -> str:
    """Return in words what this machine lacks for a desk; empty: nothing."""
    missing = [program for program in ("Xvfb", "xdotool", "openbox", "dbus-daemon") if shutil.which(program) is None]
    if subprocess.run([_SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        missing.append("pyatspi")
    return f"needs {', '.join(missing)}" if missing else ""


@dataclass
class Desk:
    """One display with one console on it."""

    environment: dict[str, str]
    probe: subprocess.Popen[str]

    def see(self, name: str, role: str | None = None, window: str | None = None) -> list[dict[str, Any]]:
        """Return everything with that accessible name that can be seen now, in a window or in all of them."""
        assert self.probe.stdin is not None
        assert self.probe.stdout is not None
        self.probe.stdin.write(json.dumps({"name": name, "role": role, "window": window}) + "\n")
        self.probe.stdin.flush()
        found = json.loads(self.probe.stdout.readline())
        return [item for item in found if item["width"] > 1 and item["height"] > 1 and "showing" in item["states"]]

    def wait_for(self, name: str, role: str | None = None, window: str | None = None,
                 state: str = "showing") -> dict[str, Any]:
        """Wait until something with that name is there, in that state."""
        def look() -> dict[str, Any] | None:
            return next((item for item in self.see(name, role, window) if state in item["states"]), None)

        found: dict[str, Any] = wait_until(look, f"{role or 'something'} called {name!r}, {state}")
        return found

    def click(self, name: str, role: str | None = None, window: str | None = None, button: int = 1) -> None:
        """Click into the middle of something, once it is there, enabled, and not moving any more."""
        def resting() -> dict[str, Any] | None:
            first = self.wait_for(name, role, window, "enabled")
            time.sleep(0.1)
            return first if first in self.see(name, role, window) else None

        place = wait_until(resting, f"{name!r} stays where it is")
        self.point_at(place)
        self.press(button)

    def point_at(self, place: dict[str, Any]) -> None:
        """Move the mouse to something that was seen."""
        # A check box's caption ends long before its widget does: its left end is what a person hits.
        x = place["x"] + (8 if place["role"] == "check box" else place["width"] // 2)
        self._xdotool("mousemove", str(x), str(place["y"] + min(place["height"] // 2, 12)))

    def press(self, button: int = 1) -> None:
        """Click where the mouse is."""
        self._xdotool("click", str(button))

    def key(self, *keys: str) -> None:
        """Press keys such as alt+Return."""
        self._xdotool("key", *keys)

    def type(self, text: str) -> None:
        """Type text."""
        self._xdotool("type", "--delay", "15", text)

    def picture(self, path: Path) -> None:
        """Save the screen as a PNG, where imagemagick is installed."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, timeout=30)


@contextmanager
def desk() -> Iterator[Desk]:
    """Set up display, session bus and accessibility."""
    with virtual_display() as environment:
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, env=environment)
        assert bus.stdout is not None
        environment |= {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
                        "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": ""}  # the tests read what stands there
        probe = subprocess.Popen([_SYSTEM_PYTHON, str(_PROBE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True, env=environment)
        try:
            yield Desk(environment, probe)
        finally:
            for process in (probe, bus):
                process.terminate()
                process.wait(20)
                for pipe in (process.stdin, process.stdout):
                    if pipe is not None:
                        pipe.close()


def launch_console(environment: dict[str, str], folder: Path) -> subprocess.Popen[bytes]:
    """Start the console as a user would."""
    return subprocess.Popen([sys.executable, "-m", "posthouse_console", "--data-dir", str(folder)], env=environment,
                            stdin=subprocess.DEVNULL)
