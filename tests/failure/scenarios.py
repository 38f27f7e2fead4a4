"""What a scenario is, and what several share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from failure.letters import Answer
from failure.load import Load
from failure.world import World

Scenario = Callable[[Path, int, int], str]
"""Takes an empty folder, a seed and a size (1: seconds; more: longer); ends with balanced books and returns them in a line."""

NO_ROOM = "452 4.3.1 Insufficient system storage; try again later"
LOCAL_ERROR = "451 4.3.0 Requested action aborted: local error in processing"
STORAGE_REPLIES = {NO_ROOM, LOCAL_ERROR}


def only(load: Load, allowed: set[str]) -> None:
    """No letter may have been refused with anything else."""
    others = load.refusals() - allowed
    assert not others, f"refused with {others}"


def goes_on(here: World, load: Load) -> None:
    """Wait until mail is accepted again, and a good deal of it."""
    before = load.number(Answer.ACCEPTED)
    here.wait_for(lambda: load.number(Answer.ACCEPTED) > before + 20, "mail is accepted again")


def check_alive(here: World) -> None:
    """The server must not have died of it."""
    assert here.server.process is not None
    assert here.server.process.poll() is None, f"the server has died\n{here.server.log[-6000:]}"
