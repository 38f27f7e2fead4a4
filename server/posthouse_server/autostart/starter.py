"""The contract that each system's way of starting the server keeps."""

from __future__ import annotations

import hashlib
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from posthouse_server.autostart.plan import Plan, Run, run_command
from posthouse_server.launch import server_command
from posthouse_server.paths import DataFolder, data_folder
from posthouse_server.words import tr

MARK = "Written by Posthouse"


@dataclass(frozen=True, slots=True)
class State:
    """Whether the server starts with the computer."""

    is_on: bool
    sentence: str
    can_switch: bool = True
    """Whether it can be switched here at all."""


OFF = State(False, tr("The server does not start by itself."))


class Starter(ABC):
    """One system's way. All methods block."""

    when = ""
    """When the server is started by it, as the end of a sentence."""

    def __init__(self, folder: DataFolder, run: Run = run_command) -> None:
        """Start the server of this data folder."""
        self.folder = folder
        self.run = run

    @abstractmethod
    def state(self) -> State:
        """Return whether it is on."""

    @abstractmethod
    def plan_on(self) -> Plan:
        """Return what switching it on does; raises AutostartError where somebody else's file is in the way."""

    @abstractmethod
    def plan_off(self) -> Plan:
        """Return what switching it off does."""

    def strange(self, path: Path) -> State:
        """Return that somebody else's file is in the way."""
        return State(False, tr("{path} was not written by Posthouse, and is left alone.", path=path), can_switch=False)

    def state_on(self, where: str, *, is_current: bool) -> State:
        """Return that it is on, by what stands there."""
        if is_current:
            return State(True, tr("The server starts {when} ({where}).", when=self.when, where=where))
        return State(True, tr("The server starts {when}, but in another way than this version would: switch it off and on "
                              "to renew it.", when=self.when))

    @property
    def command(self) -> list[str]:
        """Return what is started."""
        return server_command(self.folder)

    @property
    def suffix(self) -> str:
        """Return what tells the servers of several data folders apart; empty for the usual one."""
        if self.folder.root == data_folder_by_default():
            return ""
        return "-" + hashlib.sha256(str(self.folder.root).encode()).hexdigest()[:8]


def data_folder_by_default() -> Path:
    """Return the data folder that is taken when nobody names one."""
    import platformdirs

    return data_folder(platformdirs.user_data_path("posthouse", appauthor=False)).root


def starter_for(folder: DataFolder) -> Starter:
    """Return the way of this system."""
    if sys.platform == "win32":
        from posthouse_server.autostart.windows import TaskStarter

        return TaskStarter(folder)
    if sys.platform == "darwin":
        from posthouse_server.autostart.macos import AgentStarter

        return AgentStarter(folder)
    from posthouse_server.autostart.linux import SystemdStarter

    return SystemdStarter(folder)
