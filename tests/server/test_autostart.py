"""Start with the computer: what is written where on each system, and that it is undone; the system itself is played."""

import plistlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from posthouse_server.autostart.linux import SystemdStarter
from posthouse_server.autostart.macos import AgentStarter
from posthouse_server.autostart.plan import (
    NO_ANSWER,
    Answer,
    AutostartError,
    Plan,
    RunCommand,
    WriteFile,
    carry_out,
    run_command,
)
from posthouse_server.autostart.starter import data_folder_by_default, starter_for
from posthouse_server.autostart.windows import TaskStarter
from posthouse_server.cli import main
from posthouse_server.paths import DataFolder


class System:
    """Plays the programs of a system: which units or tasks are registered, and which commands fail."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.commands: list[str] = []
        self.registered: set[str] = set()

    def __call__(self, command: Sequence[str]) -> Answer:
        line = " ".join(command)
        self.commands.append(line)
        if any(word in line for word in self.failing):
            return Answer(1, "Access denied.")
        name = next((word for word in command if word.startswith(("posthouse-", "Posthouse-", "Posthouse"))), "")
        if "enable" in command or "/Create" in command:
            self.registered.add(name)
        elif "disable" in command or "/Delete" in command:
            self.registered.discard(name)
        elif "is-enabled" in command or "/Query" in command:
            return Answer(0 if name in self.registered else 1, "")
        return Answer(0, "")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data of $HOME at 50%")
    folder.create()
    return folder


def _systemd(folder: DataFolder, system: System, *, is_root: bool) -> SystemdStarter:
    return SystemdStarter(folder, system, is_root=is_root, units=folder.root.parent / "units", is_booted=True)


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
@pytest.mark.parametrize("is_root", [True, False])
def test_a_unit_comes_and_goes(folder: DataFolder, is_root: bool) -> None:
    system = System()
    starter = _systemd(folder, system, is_root=is_root)
    assert not starter.state().is_on
    plan = starter.plan_on()
    assert str(starter.path) in plan.text
    assert "ExecStart=" in plan.text
    assert not starter.path.exists(), "a plan does nothing"
    assert carry_out(plan, system) == ""
    assert starter.state().is_on
    who = "" if is_root else "--user "
    assert [line for line in system.commands if "is-enabled" not in line][:2] == [
        f"systemctl {who}daemon-reload", f"systemctl {who}enable {starter.name}"]
    carry_out(starter.plan_off(), system)
    assert not starter.path.exists()
    assert not starter.state().is_on
    assert not [line for line in system.commands if " stop " in line or "--now" in line], "a server that runs is left alone"


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
def test_what_stands_in_a_unit(folder: DataFolder) -> None:
    users = _systemd(folder, System(), is_root=False)
    command = next(line for line in users.unit.splitlines() if line.startswith("ExecStart="))
    assert command.endswith(f'"{str(folder.root).replace("%", "%%").replace("$", "$$")}"')
    assert "WantedBy=default.target" in users.unit
    assert "network-online" not in users.unit, "a user's systemd has no such target"
    systems = _systemd(folder, System(), is_root=True)
    assert "WantedBy=multi-user.target" in systems.unit
    assert "Restart=on-failure" in systems.unit
    assert "RestartPreventExitStatus=4 5" in systems.unit
    assert users.name.startswith("posthouse-"), "another data folder than the usual one has a name of its own"
    assert SystemdStarter(DataFolder(data_folder_by_default()), System()).name == "posthouse.service"


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
def test_a_step_that_fails_leaves_nothing(folder: DataFolder) -> None:
    starter = _systemd(folder, System(), is_root=False)
    with pytest.raises(AutostartError, match=r"daemon-reload” failed: Access denied. Nothing was changed."):
        carry_out(starter.plan_on(), System("daemon-reload"))
    assert not starter.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
def test_without_lingering_it_starts_at_the_login(folder: DataFolder) -> None:
    system = System("enable-linger")
    starter = _systemd(folder, system, is_root=False)
    assert "logs in, and not before" in carry_out(starter.plan_on(), system)
    assert starter.state().is_on


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
def test_what_somebody_else_wrote_is_left_alone(folder: DataFolder) -> None:
    starter = _systemd(folder, System(), is_root=True)
    starter.units.mkdir()
    starter.path.write_text("[Service]\nExecStart=/bin/true\n")
    assert not starter.state().can_switch
    with pytest.raises(AutostartError, match="not written by Posthouse"):
        starter.plan_on()


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
def test_an_older_unit_is_to_be_renewed(folder: DataFolder) -> None:
    system = System()
    starter = _systemd(folder, system, is_root=True)
    carry_out(starter.plan_on(), system)
    starter.path.write_text(starter.unit.replace("RestartSec=10", "RestartSec=1"))
    assert "renew" in starter.state().sentence


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
def test_without_systemd_it_says_what_to_run(folder: DataFolder) -> None:
    state = SystemdStarter(folder, System(), is_booted=False).state()
    assert (state.is_on, state.can_switch) == (False, False)
    assert "--data-dir" in state.sentence


def test_an_agent_comes_and_goes(folder: DataFolder) -> None:
    starter = AgentStarter(folder, System(), is_root=False, agents=folder.root.parent / "agents")
    carry_out(starter.plan_on())
    written = plistlib.loads(starter.path.read_bytes())
    assert written["ProgramArguments"][-2:] == ["--data-dir", str(folder.root)]
    assert written["RunAtLoad"] is True
    assert starter.state().is_on
    carry_out(starter.plan_off())
    assert not starter.state().is_on
    starter.path.write_bytes(plistlib.dumps({"Label": "theirs"}))
    assert not starter.state().can_switch
    with pytest.raises(AutostartError, match="not written by Posthouse"):
        starter.plan_on()


@pytest.mark.parametrize("content", [
    b"<plist><dict>", b'<?xml version="1.0"?><plist version="1.0"><integer>3</integer></plist>', b"\xff\xfe"])
def test_a_file_that_is_no_agent_is_left_alone(folder: DataFolder, content: bytes) -> None:
    starter = AgentStarter(folder, System(), is_root=False, agents=folder.root.parent / "agents")
    starter.path.parent.mkdir(parents=True)
    starter.path.write_bytes(content)
    assert not starter.state().can_switch


def test_a_task_scheduler_that_does_not_answer_is_not_taken_for_off(folder: DataFolder) -> None:
    state = TaskStarter(folder, lambda _command: Answer(NO_ANSWER, "schtasks does not answer")).state()
    assert (state.can_switch, state.sentence) == (False, "schtasks does not answer.")


def test_a_task_comes_and_goes(folder: DataFolder) -> None:
    system = System()
    starter = TaskStarter(folder, system)
    assert not starter.state().is_on
    carry_out(starter.plan_on(), system)
    tree = ElementTree.fromstring(starter.path.read_bytes())
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    arguments = tree.find(f".//{space}Arguments")
    assert arguments is not None
    assert arguments.text == subprocess.list2cmdline(starter.command[1:])
    assert starter.state().is_on
    assert system.commands[1] == f"schtasks /Create /TN {starter.name} /XML {starter.path} /F"
    carry_out(starter.plan_off(), system)
    assert not starter.state().is_on
    assert not starter.path.exists()


def test_a_file_that_was_there_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("before")
    with pytest.raises(AutostartError):
        carry_out(Plan((WriteFile(path, "after"), RunCommand("nobody-knows-this-program"))))
    assert path.read_text() == "before"


def test_a_program_of_the_system_is_run_without_a_shell() -> None:
    answer = run_command([sys.executable, "-c", "import sys; print(sys.argv[1:]); sys.exit(3)", "a b", "$HOME; ls"])
    assert answer == Answer(3, "['a b', '$HOME; ls']")
    assert run_command(["nobody-knows-this-program"]).code == 127


def test_the_command_line(folder: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    system = System()
    starter = AgentStarter(folder, system, is_root=False, agents=folder.root.parent / "agents")
    monkeypatch.setattr("posthouse_server.cli.autostart.starter_for", lambda _folder: starter)

    def call(*arguments: str) -> str:
        main(["--data-dir", str(folder.root), "autostart", *arguments])
        return capsys.readouterr().out

    assert call("status") == "The server does not start by itself.\n"
    assert call("on", "--dry-run").endswith("Nothing was done.\n")
    assert not starter.path.exists()
    shown = call("on")
    assert f"Write the file {starter.path}" in shown
    assert starter.path.exists()
    assert call("status").startswith("The server starts when you log in")
    assert f"Remove the file {starter.path}" in call("off")
    assert call("off") == "The server does not start by itself.\n"


def test_each_system_has_its_way(folder: DataFolder) -> None:
    assert starter_for(folder).command[-2:] == ["--data-dir", str(folder.root)]
