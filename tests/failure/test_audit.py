"""The audit itself: it finds what is lost, doubled, invented, cut off, or only in the books."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from failure.books import Audit
from failure.letters import FRIEND, LOCAL, Answer, Letter
from failure.world import World, world


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a world that has ended well: each test spoils a copy of what is known of it."""
    with world(tmp_path_factory.mktemp("audit"), 7) as here:
        here.server.start()
        with here.load(clients=2, limit=25) as load:
            load.wait()
        here.balance()
        return here


def _spoil_lost(here: World, letters: list[Letter]) -> str:
    letters.append(Letter("letter-0x0-0-0", "", [LOCAL], 1, Answer.ACCEPTED))
    return "has never arrived at john@example.com"


def _spoil_refused(here: World, letters: list[Letter]) -> str:
    letter = next(one for one in letters if FRIEND in one.recipients)
    letters[letters.index(letter)] = Letter(
        letter.name, letter.sender, letter.recipients, letter.lines, Answer.REFUSED, "452 no")
    return "though it was answered '452 no'"


def _spoil_invented(here: World, letters: list[Letter]) -> str:
    letter = next(one for one in letters if FRIEND in one.recipients)
    letters.remove(letter)
    return "was never sent"


def _spoil_doubled(here: World, letters: list[Letter]) -> str:
    epochs = next(iter(here.far_end.letters.values()))
    epochs.append(epochs[-1])
    return "has arrived twice"


def _spoil_cut(here: World, letters: list[Letter]) -> str:
    path = next(one for one in here.server.folder.mail.glob("*/john/new/*") if b"report-type" not in one.read_bytes())
    path.write_bytes(path.read_bytes()[:-3])
    return "holds a letter in part"


def _spoil_half(here: World, letters: list[Letter]) -> str:
    letter = next(one for one in letters if one.recipients == [LOCAL, FRIEND])
    letters[letters.index(letter)] = Letter(letter.name, letter.sender, [LOCAL, FRIEND, "later@far.example"], letter.lines)
    return "(unanswered) has arrived at"


def _spoil_leftover(here: World, letters: list[Letter]) -> str:
    (here.server.folder.spool / "AAAA-AAAA.eml").write_bytes(b"x")
    return "belongs to no message"


@pytest.mark.parametrize("spoil", [_spoil_lost, _spoil_refused, _spoil_invented, _spoil_half, _spoil_doubled, _spoil_cut,
                                   _spoil_leftover])
def test_it_finds(done: World, spoil: Callable[[World, list[Letter]], str]) -> None:
    letters = done.letters
    expected = spoil(done, letters)
    faults = Audit(done.server.store, done.far_end, letters).faults
    assert any(expected in fault for fault in faults), faults
