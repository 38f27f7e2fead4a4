"""Background work: outcomes come back in the GUI thread, once, and to owners that still live."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from posthouse_console.service.background import Background


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


def test_queued_signals_give_back_the_references_they_take(qtbot: QtBot) -> None:
    """PySide 6.12.0 takes one too many from each object, which ends the interpreter after a while."""
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
