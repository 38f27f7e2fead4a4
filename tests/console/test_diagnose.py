"""The node Diagnose: it begins by itself, rows fill as they come, and what leaves the network waits for a click."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from console.robot import click_node, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import DIAGNOSE_PATH, SMTP_PATH
from posthouse_server.diagnose import catalogue
from posthouse_server.diagnose.finding import Verdict, bad, good, warning
from posthouse_server.diagnose.running import Check
from posthouse_server.diagnose.subject import Subject


class Bench:
    """Checks whose answers the test gives."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.looks: list[str] = []
        self.verdicts = {"server": bad("It is down.", "Start it."), "disk": warning("It is nearly full.", "Make room."),
                         "far": good("It can be reached.")}
        self.checks = (Check("server", "Server", self._look("server")), Check("slow", "Slow", self._slow),
                       Check("disk", "Disk space", self._look("disk")),
                       Check("far", "Far away", self._look("far"), "It would go far."))

    def _look(self, key: str) -> object:
        def look(_subject: Subject) -> Verdict:
            self.looks.append(key)
            return self.verdicts[key]

        return look

    def _slow(self, _subject: Subject) -> Verdict:
        self.gate.wait(20)
        return good("It took its time.")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    made = Bench()
    monkeypatch.setattr(catalogue, "CHECKS", made.checks)
    yield made
    made.gate.set()


def _shown(window: MainWindow) -> dict[str, tuple[str, str]]:
    return {key: (row.word.text(), row.sentence.text()) for key, row in window.pane.diagnose.rows.items()}


def test_rows_fill_as_they_come(window: MainWindow, qtbot: QtBot, bench: Bench) -> None:
    pane = window.pane.diagnose
    click_node(qtbot, window, *DIAGNOSE_PATH)
    assert pane.isVisible()
    qtbot.waitUntil(lambda: len(pane.rows) == 4 and _shown(window)["server"][0] == "Problem")
    qtbot.waitUntil(lambda: _shown(window)["disk"] == ("Warning", "It is nearly full."))
    assert _shown(window)["slow"] == ("", "Checking…")
    assert _shown(window)["far"] == ("Note", "Not checked. It would go far.")
    assert pane.progress.isVisible()
    assert not pane.run_button.isEnabled()
    assert not pane.copy_button.isEnabled()
    bench.gate.set()
    qtbot.waitUntil(pane.run_button.isEnabled)
    assert _shown(window)["slow"] == ("OK", "It took its time.")
    assert pane.verdict.text() == "1 problem and 1 warning in 4 checks."
    assert pane.rows["server"].accessibleName() == "Server: Problem. It is down. Start it."
    assert pane.rows["server"].remedy.text() == "Start it."
    assert not pane.rows["far"].remedy.isVisible()


def test_what_leaves_the_network_waits_for_a_click(window: MainWindow, qtbot: QtBot, bench: Bench) -> None:
    bench.gate.set()
    click_node(qtbot, window, *DIAGNOSE_PATH)
    pane = window.pane.diagnose
    qtbot.waitUntil(lambda: bool(pane.rows) and pane.run_button.isEnabled())
    trigger(window, Command.REFRESH)
    qtbot.waitUntil(lambda: bench.looks.count("server") == 2 and pane.run_button.isEnabled())
    assert "far" not in bench.looks
    assert not pane.rows["server"].button.isVisible()
    qtbot.mouseClick(pane.rows["far"].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(window)["far"] == ("OK", "It can be reached."))
    qtbot.waitUntil(pane.run_button.isEnabled)
    assert bench.looks.count("server") == 2, "only that one"
    qtbot.mouseClick(pane.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.looks.count("server") == 3 and pane.run_button.isEnabled())
    assert _shown(window)["far"][0] == "OK", "what was found stays"


def test_cancel_keeps_what_was_found(window: MainWindow, qtbot: QtBot, bench: Bench) -> None:
    click_node(qtbot, window, *DIAGNOSE_PATH)
    pane = window.pane.diagnose
    qtbot.waitUntil(lambda: bool(pane.rows) and _shown(window)["disk"][0] == "Warning")
    qtbot.mouseClick(pane.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(pane.run_button.isEnabled)
    assert not pane.cancel_button.isEnabled()
    assert _shown(window)["slow"] == ("", "Not checked: it was cancelled.")
    assert _shown(window)["disk"][0] == "Warning"
    bench.gate.set()
    window.navigator.go(SMTP_PATH)
    click_node(qtbot, window, *DIAGNOSE_PATH)
    qtbot.wait(50)
    assert pane.run_button.isEnabled(), "it begins by itself only once"
    assert bench.looks.count("server") == 1


def test_the_report_is_copied(window: MainWindow, qtbot: QtBot, bench: Bench) -> None:
    bench.gate.set()
    click_node(qtbot, window, *DIAGNOSE_PATH)
    pane = window.pane.diagnose
    qtbot.waitUntil(lambda: bool(pane.rows) and pane.copy_button.isEnabled())
    qtbot.mouseClick(pane.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "[Problem] Server: It is down.\n    Start it.\n" in text
    assert window.message.text() == "The report is copied."


def test_a_store_that_can_not_be_read_is_said(window: MainWindow, qtbot: QtBot, bench: Bench,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_store: object) -> Subject:
        raise OSError("the disk is gone")

    monkeypatch.setattr(Subject, "read", refuse)
    click_node(qtbot, window, *DIAGNOSE_PATH)
    qtbot.waitUntil(lambda: window.pane.diagnose.verdict.text() == "The checks could not be made: the disk is gone")
    assert window.pane.diagnose.run_button.isEnabled()
