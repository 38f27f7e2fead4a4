"""Host names: several at once, none waited for, each row told how its look-up ended, and silence after closing."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from posthouse_console.service import host_names
from posthouse_console.service.background import Background
from posthouse_console.service.host_names import AT_ONCE, Answer, HostName, look_up


class Resolver:
    """Stands for the system's: some have names, some have none, and some keep it waiting."""

    def __init__(self) -> None:
        self.release = threading.Event()
        self.asked: list[str] = []
        self.at_once = self.most = 0
        self._lock = threading.Lock()

    def __call__(self, place: tuple[str, int], flags: int) -> tuple[str, str]:
        assert flags == socket.NI_NAMEREQD
        with self._lock:
            self.asked.append(place[0])
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        try:
            return self._answer(place[0]), "0"
        finally:
            with self._lock:
                self.at_once -= 1

    def _answer(self, client: str) -> str:
        if client.startswith("10.9."):
            self.release.wait(20)
        if client.startswith("10.1."):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if client.startswith("10.2."):
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        time.sleep(0.02)
        return f"host-{client}"


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    """Replace the system's resolver, and let nothing hang at the end."""
    made = Resolver()
    monkeypatch.setattr(socket, "getnameinfo", made)
    monkeypatch.setattr(host_names, "TIMEOUT_S", 1.0)
    yield made
    made.release.set()


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    """Threads of this test alone."""
    made = Background()
    yield made
    assert made.close(5)


def test_each_row_is_told_how_its_look_up_has_ended(background: Background, resolver: Resolver, qtbot: QtBot) -> None:
    found: dict[str, HostName] = {}
    owner = QObject()
    gui = threading.current_thread()

    def tell(client: str, name: HostName) -> None:
        assert threading.current_thread() is gui
        found[client] = name

    look_up(background, owner, ["10.9.0.1", "10.0.0.1", "10.1.0.1", "10.2.0.1", "10.0.0.1"], tell, threading.Event())
    qtbot.waitUntil(lambda: len(found) == 4)
    assert found["10.0.0.1"] == HostName(Answer.NAMED, "host-10.0.0.1")
    assert found["10.1.0.1"] == HostName(Answer.NO_NAME)
    assert found["10.2.0.1"] == HostName(Answer.FAILED, fault="Temporary failure in name resolution")
    assert found["10.9.0.1"] == HostName(Answer.TIMED_OUT)
    assert list(found)[-1] == "10.9.0.1"  # the others have not waited for it
    assert sorted(resolver.asked) == ["10.0.0.1", "10.1.0.1", "10.2.0.1", "10.9.0.1"]


def test_many_are_asked_for_at_once_but_not_too_many(background: Background, resolver: Resolver, qtbot: QtBot) -> None:
    found: list[str] = []
    owner = QObject()
    clients = [f"10.0.0.{number}" for number in range(60)]
    look_up(background, owner, clients, lambda client, _name: found.append(client), threading.Event())
    qtbot.waitUntil(lambda: len(found) == 60, timeout=10_000)
    assert 1 < resolver.most <= AT_ONCE


def test_silent_servers_never_get_more_than_a_bounded_number_of_threads(
        background: Background, resolver: Resolver, qtbot: QtBot) -> None:
    found: list[Answer] = []
    owner, left = QObject(), threading.Event()
    clients = [f"10.9.0.{number}" for number in range(40)]
    look_up(background, owner, clients, lambda _client, name: found.append(name.answer), left)
    qtbot.waitUntil(lambda: len(found) == 24, timeout=10_000)
    qtbot.wait(400)
    assert resolver.most == 24
    resolver.release.set()  # the system gives up at last: the others get their turn
    qtbot.waitUntil(lambda: len(found) == 40, timeout=10_000)
    assert found.count(Answer.TIMED_OUT) == 24
    left.set()


def test_closing_calls_off_what_waits(background: Background, resolver: Resolver, qtbot: QtBot) -> None:
    found: list[str] = []
    owner, left = QObject(), threading.Event()
    clients = [f"10.9.0.{number}" for number in range(40)]
    look_up(background, owner, clients, lambda client, _name: found.append(client), left)
    qtbot.waitUntil(lambda: len(resolver.asked) == AT_ONCE)
    left.set()
    assert background.wait(2)
    resolver.release.set()
    qtbot.wait(100)
    assert found == []
    assert len(resolver.asked) == AT_ONCE
