"""A LaunchAgent of the user, or a LaunchDaemon where root asks for it; launchd takes it up at the next login or start."""

from __future__ import annotations

import os
import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from posthouse_server.autostart.plan import AutostartError, Plan, RemoveFile, Run, WriteFile, run_command
from posthouse_server.autostart.starter import OFF, Starter, State
from posthouse_server.launch import log_file
from posthouse_server.paths import DataFolder
from posthouse_server.words import tr

_KEY = "PosthouseDataFolder"
"""An entry that launchd does not know tells our files from others."""


class AgentStarter(Starter):
    """Only writes the file: loading it now would start a second server beside the one that runs."""

    def __init__(self, folder: DataFolder, run: Run = run_command, *, is_root: bool | None = None,
                 agents: Path | None = None) -> None:
        """Find out who asks, and where the files are."""
        super().__init__(folder, run)
        is_daemon = is_root if is_root is not None else hasattr(os, "geteuid") and os.geteuid() == 0
        library = Path("/Library/LaunchDaemons") if is_daemon else Path.home() / "Library" / "LaunchAgents"
        self.agents = agents or library
        self.when = tr("when the computer starts") if is_daemon else tr("when you log in")

    @property
    def label(self) -> str:
        """Return the name that launchd knows it by."""
        return f"org.posthouse.server{self.suffix}"

    @property
    def path(self) -> Path:
        """Return its file."""
        return self.agents / f"{self.label}.plist"

    @property
    def content(self) -> str:
        """Return the property list."""
        return plistlib.dumps({
            "Label": self.label, "ProgramArguments": self.command, "RunAtLoad": True, _KEY: str(self.folder.root),
            "StandardErrorPath": str(log_file(self.folder)), "ProcessType": "Background"}).decode()

    def state(self) -> State:
        """Look at the file."""
        if not self.path.exists():
            return OFF
        if not self._is_ours():
            return self.strange(self.path)
        return self.state_on(str(self.path), is_current=self.path.read_bytes() == self.content.encode())

    def plan_on(self) -> Plan:
        """Write the file."""
        if self.path.exists() and not self._is_ours():
            raise AutostartError(tr("{path} was not written by Posthouse. Remove it first, if you don't need it.",
                                    path=self.path))
        return Plan((WriteFile(self.path, self.content),))

    def plan_off(self) -> Plan:
        """Remove it; a server that launchd has started runs on until it is stopped."""
        return Plan((RemoveFile(self.path),))

    def _is_ours(self) -> bool:
        try:
            return _KEY in plistlib.loads(self.path.read_bytes())
        except (OSError, ValueError, TypeError, ExpatError, plistlib.InvalidFileException):
            return False
