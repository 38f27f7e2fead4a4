"""A task of the Task Scheduler that starts the server when the user logs in; it needs no administrator."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from posthouse_server.autostart.plan import NO_ANSWER, NO_PROGRAM, Plan, RemoveFile, RunCommand, WriteFile
from posthouse_server.autostart.starter import OFF, Starter, State
from posthouse_server.words import tr

_TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Posthouse SMTP relay server on {folder}</Description></RegistrationInfo>
  <Triggers><LogonTrigger><UserId>{user}</UserId></LogonTrigger></Triggers>
  <Principals><Principal id="user"><UserId>{user}</UserId><LogonType>InteractiveToken</LogonType></Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
  </Settings>
  <Actions><Exec><Command>{program}</Command><Arguments>{arguments}</Arguments></Exec></Actions>
</Task>
"""


class TaskStarter(Starter):
    """Registers the task with schtasks.exe."""

    when = tr("when you log in")

    @property
    def name(self) -> str:
        """Return the name of the task."""
        return f"Posthouse{self.suffix}"

    @property
    def path(self) -> Path:
        """Return the file that the task is made from; it stays for whoever wants to see it."""
        return self.folder.root / "autostart.xml"

    @property
    def content(self) -> str:
        """Return the definition of the task."""
        program, *arguments = self.command
        windowless = Path(program).with_name("pythonw.exe")  # python.exe would leave a black window on the screen
        program = str(windowless) if Path(program).name.lower() == "python.exe" and windowless.exists() else program
        return _TASK.format(folder=escape(str(self.folder.root)), user=escape(getpass.getuser()), program=escape(program),
                            arguments=escape(subprocess.list2cmdline(arguments)))

    def state(self) -> State:
        """Ask the Task Scheduler."""
        answer = self.run(("schtasks", "/Query", "/TN", self.name))
        if answer.code in (NO_ANSWER, NO_PROGRAM):
            return State(False, tr("{reason}.", reason=answer.text), can_switch=False)
        if answer.code != 0:
            return OFF
        return self.state_on(tr("task {name} of the Task Scheduler", name=self.name), is_current=True)

    def plan_on(self) -> Plan:
        """Write the definition, and register it."""
        return Plan((WriteFile(self.path, self.content, "utf-16"),
                     RunCommand("schtasks", "/Create", "/TN", self.name, "/XML", str(self.path), "/F")))

    def plan_off(self) -> Plan:
        """Delete the task, and its definition; a server that runs is left alone."""
        return Plan((RunCommand("schtasks", "/Delete", "/TN", self.name, "/F"), RemoveFile(self.path)))
