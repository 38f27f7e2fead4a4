"""One console a data folder: who comes second brings the first to the front, and ends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from posthouse_console.single_instance import SingleInstance, name_for


def second(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "posthouse_console", "--data-dir", str(folder)], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_a_second_console_brings_the_first_forward_and_ends_with_0(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.listen()
    started: list[subprocess.Popen[str]] = []
    try:
        with qtbot.waitSignal(first.wanted, timeout=20_000):
            started.append(second(tmp_path))
        qtbot.waitUntil(lambda: started[0].poll() is not None, timeout=10_000)
    finally:
        for process in started:
            process.kill()  # which does nothing to one that has ended
            process.communicate()
    assert started[0].returncode == 0
    assert not (tmp_path / "settings.db").exists()  # it has not even opened the store
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there nothing stays")
def test_what_a_killed_console_has_left_is_no_console(qtbot: QtBot, tmp_path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(Path(tempfile.gettempdir()) / name_for(tmp_path)))
    left.close()  # the file stays, as after a kill
    later = SingleInstance(tmp_path)
    assert not later.hand_over()
    assert later.listen()
    later.close()


def test_one_that_does_not_answer_is_not_waited_for_long(qtbot: QtBot, tmp_path: Path) -> None:
    mute = QLocalServer()
    assert mute.listen(name_for(tmp_path))
    assert not SingleInstance(tmp_path).hand_over()
    mute.close()


def test_another_folder_is_another_console(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "one")
    assert first.listen()
    assert not SingleInstance(tmp_path / "two").hand_over()
    first.close()


def test_the_same_folder_by_another_name_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert name_for(tmp_path / "one") == name_for(tmp_path / "one" / ".." / "one")
    assert len(name_for(tmp_path)) < 40


def test_strangers_words_are_ignored(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.listen()
    stranger = QLocalSocket()
    stranger.connectToServer(name_for(tmp_path))
    assert stranger.waitForConnected(1000)
    with qtbot.assertNotEmitted(first.wanted, wait=200):
        stranger.write(b"something else\n")
        stranger.flush()
    first.close()
