"""Every command that README and the development runner advertise is there, with the options they show."""

import importlib
import re
import shlex
from pathlib import Path

import pytest
import typer.main

from posthouse_server.cli.program import app

ROOT = Path(__file__).resolve().parents[3]


def _check(words: list[str]) -> None:
    """Follow the words down the tree of commands; then all that looks like an option must be one."""
    command = typer.main.get_command(app)
    waiting = list(words)
    while hasattr(command, "commands") and waiting and not waiting[0].startswith("-"):
        assert waiting[0] in command.commands, words
        command = command.commands[waiting.pop(0)]
    known = {"--help", "--json"}.union(*(parameter.opts for parameter in command.params))
    assert {word for word in waiting if word.startswith("--")} <= known, words


def test_readme() -> None:
    lines = re.findall(r"^posthousectl (.*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(lines) > 8
    for line in lines:
        _check(shlex.split(line, comments=True))


def test_the_development_runner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    examples = importlib.import_module("dev").EXAMPLES
    assert examples
    for example in examples:
        _check(example.split())
    with pytest.raises(AssertionError):
        _check(["relay", "nonsense"])
