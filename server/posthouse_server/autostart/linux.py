"""A unit of systemd: of the system where root asks for it, else of the user."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from posthouse_server.autostart.plan import AutostartError, Plan, RemoveFile, Run, RunCommand, Step, WriteFile, run_command
from posthouse_server.autostart.starter import MARK, OFF, Starter, State
from posthouse_server.exit_code import ExitCode
from posthouse_server.paths import DataFolder
from posthouse_server.words import tr

_NO_SYSTEMD = tr("This system is not run by systemd; let its own way of starting services run: {command}")


class SystemdStarter(Starter):
    """Writes the unit, and enables it; a server that runs already is left alone."""

    def __init__(self, folder: DataFolder, run: Run = run_command, *, is_root: bool | None = None, units: Path | None = None,
                 is_booted: bool | None = None) -> None:
        """Find out who asks, where the units are, and whether systemd runs at all."""
        super().__init__(folder, run)
        self.is_root = os.geteuid() == 0 if is_root is None else is_root
        self.units = units or (Path("/etc/systemd/system") if self.is_root else _users_units())
        self.is_booted = Path("/run/systemd/system").is_dir() if is_booted is None else is_booted
        self.when = tr("when the computer starts") if self.is_root else (
            tr("when the computer starts, or at the latest when {user} logs in", user=_user_name(os.geteuid())))

    @property
    def name(self) -> str:
        """Return the name of the unit."""
        return f"posthouse{self.suffix}.service"

    @property
    def path(self) -> Path:
        """Return its file."""
        return self.units / self.name

    @property
    def owner(self) -> str:
        """Return the user that the server runs as where the system starts it."""
        try:
            return _user_name(self.folder.root.stat().st_uid)
        except OSError:
            return getpass.getuser()

    @property
    def unit(self) -> str:
        """Return its content."""
        lines = [f"# {MARK}; Posthouse removes it again: posthousectl autostart off", "[Unit]",
                 f"Description=Posthouse SMTP relay server on {_escaped(str(self.folder.root))}"]
        if self.is_root:
            lines += ["Wants=network-online.target", "After=network-online.target"]
        lines += ["", "[Service]", "Type=exec", f"ExecStart={' '.join(map(_quoted, self.command))}", "Restart=on-failure",
                  "RestartSec=10", f"RestartPreventExitStatus={ExitCode.IN_USE.value} {ExitCode.STORE.value}"]
        if self.is_root and self.owner != "root":
            lines += [f"User={self.owner}", "AmbientCapabilities=CAP_NET_BIND_SERVICE"]  # for port 25
        lines += ["", "[Install]", f"WantedBy={'multi-user' if self.is_root else 'default'}.target", ""]
        return "\n".join(lines)

    def state(self) -> State:
        """Ask systemd."""
        if not self.is_booted:
            return State(False, _NO_SYSTEMD.format(command=" ".join(self.command)), can_switch=False)
        if not self.path.exists():
            return OFF
        if not self._is_ours():
            return self.strange(self.path)
        if self.run(self._systemctl("is-enabled", self.name)).code != 0:
            return State(False, tr("{path} is there, but not enabled.", path=self.path))
        return self.state_on(str(self.path), is_current=self.path.read_bytes() == self.unit.encode())

    def plan_on(self) -> Plan:
        """Write, reload, enable; a user's units also start without a login, where the system allows it."""
        if self.path.exists() and not self._is_ours():
            raise AutostartError(tr("{path} was not written by Posthouse. Remove it first, if you don't need it.",
                                    path=self.path))
        steps: list[Step] = [WriteFile(self.path, self.unit), RunCommand(*self._systemctl("daemon-reload")),
                             RunCommand(*self._systemctl("enable", self.name))]
        if not self.is_root:
            user = _user_name(os.geteuid())
            steps.append(RunCommand("loginctl", "enable-linger", user, otherwise=(
                tr("So the server starts when {user} logs in, and not before.", user=user))))
        return Plan(tuple(steps))

    def plan_off(self) -> Plan:
        """Disable, remove, reload; the server itself runs on."""
        return Plan((RunCommand(*self._systemctl("disable", self.name)), RemoveFile(self.path),
                     RunCommand(*self._systemctl("daemon-reload"), otherwise=tr("systemd will notice by itself."))))

    def _systemctl(self, *words: str) -> tuple[str, ...]:
        return ("systemctl", *words) if self.is_root else ("systemctl", "--user", *words)

    def _is_ours(self) -> bool:
        return MARK in self.path.read_text("utf-8", "replace").partition("\n")[0]


def _users_units() -> Path:
    configured = os.environ.get("XDG_CONFIG_HOME")
    return (Path(configured) if configured else Path.home() / ".config") / "systemd" / "user"


def _user_name(number: int) -> str:
    import pwd  # here, so that Windows can read this module

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def _quoted(word: str) -> str:
    """Write a word of ExecStart (systemd.service(5), "Command lines")."""
    escaped = _escaped(word).replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{escaped}"' if any(mark in word for mark in " \t\"'\\;") or not word else escaped
