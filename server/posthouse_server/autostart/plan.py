"""A plan of single steps: it can be read before it is carried out, and what it wrote goes again when a step fails."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from posthouse_server.words import tr

_TIMEOUT_S = 20.0
NO_ANSWER, NO_PROGRAM = 124, 127  # as a shell would say it


class AutostartError(Exception):
    """It could not be switched; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command of the system has said."""

    code: int
    text: str


Run = Callable[[Sequence[str]], Answer]


def run_command(command: Sequence[str]) -> Answer:
    """Run a program of the system, without a shell; one that is missing or hangs is an answer too."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    try:
        done = subprocess.run(  # noqa: S603 - a list of words, made here
            list(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=_TIMEOUT_S,
            check=False, creationflags=flags)
    except subprocess.TimeoutExpired:
        return Answer(NO_ANSWER, tr("{command} does not answer", command=command[0]))
    except OSError as error:
        return Answer(NO_PROGRAM, tr("{command} can't be run: {strerror}", command=command[0], strerror=error.strerror))
    return Answer(done.returncode, done.stdout.decode("utf-8", "replace").strip())


class Step(Protocol):
    """One thing that is done."""

    @property
    def text(self) -> str:
        """Return exactly what is done, to be read before."""
        ...

    def perform(self, run: Run) -> str:
        """Do it; returns what is worth saying about it. Raises AutostartError."""
        ...

    def undo(self) -> None:
        """Take it back as far as that can be."""
        ...


class WriteFile:
    """Writes a file whole; the one that was there comes back when it is undone."""

    def __init__(self, path: Path, content: str, encoding: str = "utf-8") -> None:
        """Plan it."""
        self.path, self.content, self._encoding = path, content, encoding
        self._before: bytes | None = None

    @property
    def text(self) -> str:
        """Return the path and the content."""
        return tr("Write the file {path}:\n\n",
                  path=self.path) + "\n".join(f"    {line}".rstrip() for line in self.content.splitlines())

    def perform(self, run: Run) -> str:  # noqa: ARG002 - the contract's
        """Write it."""
        try:
            self._before = self.path.read_bytes() if self.path.exists() else None
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self.path.with_name(self.path.name + ".new")
            temporary.write_bytes(self.content.encode(self._encoding))
            temporary.replace(self.path)
        except OSError as error:
            raise AutostartError(tr("{path} can't be written: {strerror}.", path=self.path, strerror=error.strerror)) from error
        return ""

    def undo(self) -> None:
        """Put back what was there."""
        if self._before is None:
            self.path.unlink(missing_ok=True)
        else:
            self.path.write_bytes(self._before)


class RemoveFile:
    """Removes a file that an earlier plan wrote."""

    def __init__(self, path: Path) -> None:
        """Plan it."""
        self.path = path

    @property
    def text(self) -> str:
        """Return the path."""
        return tr("Remove the file {path}", path=self.path)

    def perform(self, run: Run) -> str:  # noqa: ARG002 - the contract's
        """Remove it."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise AutostartError(tr("{path} can't be removed: {strerror}.", path=self.path, strerror=error.strerror)) from error
        return ""

    def undo(self) -> None:
        """Leave it removed: the step that failed afterwards only tells the system about it."""


class RunCommand:
    """Runs a program of the system."""

    def __init__(self, *command: str, otherwise: str = "") -> None:
        """Plan it; `otherwise` says what it means where it fails, and then the rest goes on."""
        self.command, self._otherwise = command, otherwise

    @property
    def text(self) -> str:
        """Return the command."""
        return tr("Run: {command}", command=" ".join(self.command))

    def perform(self, run: Run) -> str:
        """Run it."""
        answer = run(self.command)
        if answer.code == 0:
            return ""
        said = tr("“{command}” failed: {reason}.", command=" ".join(self.command),
                  reason=answer.text.rstrip(".") or tr("exit code {code}", code=answer.code))
        if not self._otherwise:
            raise AutostartError(said)
        return f"{said} {self._otherwise}"

    def undo(self) -> None:
        """Leave it: it says nothing that the files did not say."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done, in this order."""

    steps: tuple[Step, ...]

    @property
    def text(self) -> str:
        """Return all steps, to be read before."""
        return "\n\n".join(step.text for step in self.steps)


def carry_out(plan: Plan, run: Run = run_command) -> str:
    """Do all steps; returns what is worth saying. Raises AutostartError, and what was written is gone again then."""
    done: list[Step] = []
    said: list[str] = []
    for step in plan.steps:
        try:
            said.append(step.perform(run))
        except AutostartError as error:
            raise AutostartError(_taken_back(error, done)) from error
        done.append(step)
    return " ".join(filter(None, said))


def _taken_back(error: AutostartError, done: Sequence[Step]) -> str:
    try:
        for step in reversed(done):
            step.undo()
    except OSError as fault:
        return tr("{error} What was written before could not be taken back: {strerror}.",
                  error=error, strerror=fault.strerror)
    return tr("{error} Nothing was changed.", error=error)
