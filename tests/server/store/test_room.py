"""The reserve on the disk, and when its lack is an alarm."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.health import Health
from posthouse_server.store import Store
from posthouse_server.store.room import DiskRoom

MIB = 2**20


class Disk:
    """A disk of 10 GiB, of which the reserve is 64 MiB; its time goes on with each look."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.free, self.at = 1000 * MIB, 5.0
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=self.free, total=10_000 * MIB))
        monkeypatch.setattr(time, "monotonic", self.clock)

    def clock(self) -> float:
        self.at += 0.1
        return self.at


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_the_reserve_is_kept(disk: Disk) -> None:
    room = DiskRoom(Path())
    disk.free = 65 * MIB
    assert (room.has_room(), room.has_room(MIB), room.has_room(MIB + 1)) == (True, True, False)
    disk.free = 63 * MIB
    assert not room.has_room()


def test_room_is_short_while_a_message_found_none(disk: Disk) -> None:
    room = DiskRoom(Path())
    disk.free = 65 * MIB
    assert not room.is_short
    assert not room.has_room(20 * MIB)
    assert room.is_short
    disk.free = 90 * MIB
    assert not room.is_short, "by now it would fit"
    disk.free = 65 * MIB
    assert room.is_short
    disk.at += 60
    assert not room.is_short, "nobody has asked for a minute"


def test_mail_that_is_refused_for_its_size_is_an_alarm(disk: Disk, store: Store) -> None:
    alarms, room = Alarms(), DiskRoom(store.folder.root)
    health = Health(store, alarms, room)
    disk.free = 65 * MIB
    health.check(0)
    assert AlarmKind.STORAGE not in alarms
    assert not room.has_room(20 * MIB)
    health.check(0)
    assert "nearly full (65 MiB free)" in alarms.standing[0].text
    disk.free = 900 * MIB
    health.check(0)
    assert AlarmKind.STORAGE not in alarms
