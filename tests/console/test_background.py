"""Background work: outcomes come back in the GUI thread, once, and to owners that still live."""

from __future__ import annotations

import sys
import threading
import time

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest


def test_outcomes_arrive_in_the_gui_thread(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    arrived: list[tuple[str, object, bool]] = []

    def note(kind: str, outcome: object) -> None:
        arrived.append((kind, str(outcome), threading.current_thread() is threading.main_thread()))

    def fail() -> None:
        raise ValueError("no")

    background.run(owner, lambda: 7, lambda outcome: note("done", outcome))
    background.run(owner, fail, lambda outcome: note("done", outcome), lambda error: note("failed", error))
    qtbot.waitUntil(lambda: len(arrived) == 2)
    assert sorted(arrived) == [("done", "7", True), ("failed", "no", True)]


def test_nothing_arrives_once_the_owner_is_gone(qtbot: QtBot) -> None:
    background, owner, witness = Background(), QObject(), QObject()
    arrived: list[str] = []
    release = threading.Event()
    background.run(owner, lambda: release.wait(10), lambda _outcome: arrived.append("gone owner"))
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(owner))
    release.set()
    assert background.wait()
    background.run(witness, lambda: None, lambda _outcome: arrived.append("witness"))
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == ["witness"]


def test_nothing_arrives_after_closing_and_nobody_waits_for_a_hanging_server(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    arrived: list[object] = []
    release, begun = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        release.wait(30)

    background.run(owner, hang, arrived.append)
    background.run(owner, lambda: 7, arrived.append)
    assert begun.wait(5)
    at = time.monotonic()
    assert not background.close(0.1), "something still runs"
    assert time.monotonic() - at < 5
    background.post(owner, lambda: arrived.append("posted"))
    release.set()
    assert background.wait()
    qtbot.wait(50)
    assert arrived == []


def test_work_can_tell_of_its_progress(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    arrived: list[tuple[int, bool]] = []

    def work() -> None:
        for number in range(5):
            background.post(owner, lambda number=number: arrived.append(
                (number, threading.current_thread() is threading.main_thread())))

    background.run(owner, work, lambda _nothing: arrived.append((5, True)))
    qtbot.waitUntil(lambda: len(arrived) == 6)
    assert arrived == [(number, True) for number in range(6)]


def test_an_answer_that_was_overtaken_is_dropped(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    newest, arrived, slow = Newest(background, owner), [], threading.Event()
    newest.ask(lambda: slow.wait(10) and "old", arrived.append, arrived.append)
    newest.ask(lambda: "new", arrived.append, arrived.append)
    qtbot.waitUntil(lambda: bool(arrived))
    slow.set()
    assert background.wait()
    qtbot.wait(50)
    assert arrived == ["new"]


def test_the_door_gives_back_the_references_it_takes(qtbot: QtBot) -> None:
    """PySide 6.12.0 takes one too many from each object in a queued signal, which ends the interpreter after a while."""
    background, owner, arrived = Background(), QObject(), []
    outcome = ("an outcome",)
    before = sys.getrefcount(outcome)
    for _ in range(200):
        background.run(owner, lambda: outcome, lambda _outcome: arrived.append(1))
    qtbot.waitUntil(lambda: len(arrived) == 200)
    assert abs(sys.getrefcount(outcome) - before) < 10


def _is_alive(thing: QObject) -> bool:
    import shiboken6

    return shiboken6.isValid(thing)
