"""Disks that are full or fail, and tables and files that may not grow."""

from __future__ import annotations

import os
import socket
import time
from contextlib import ExitStack
from pathlib import Path

import psutil

from failure.disks import faulty_disk, limited, small_disk
from failure.letters import FRIEND, Answer
from failure.scenarios import NO_ROOM, STORAGE_REPLIES, check_alive, goes_on, only
from failure.world import world
from posthouse_server.exit_code import ExitCode


def disk_full(folder: Path, seed: int, size: int = 1) -> str:
    """The disk fills up under load: 452, never 250; with room again the server goes on by itself."""
    with small_disk(folder / "disk", 24) as disk, world(disk.root, seed) as here:
        here.server.start()
        with here.load(clients=4) as load:
            for _ in range(size):
                goes_on(here, load)
                before = load.number(Answer.REFUSED)
                ballast = disk.fill(leave=here.chance.choice([0, 4096, 60_000, 400_000]))
                here.wait_for(lambda before=before: load.number(Answer.REFUSED) > before + 10, "mail is refused")
                here.wait_for(lambda: "Alarm: " in here.server.log, "the log has the alarm", 15)
                ballast.unlink()
                goes_on(here, load)
                here.wait_for(lambda: "storage" not in here.alarms(), "the alarm is over")
        only(load, STORAGE_REPLIES)
        assert NO_ROOM in load.refusals()
        return here.balance()


def disk_full_in_a_large_body(folder: Path, seed: int, size: int = 1) -> str:
    """Large bodies fill the disk while they arrive."""
    with small_disk(folder / "disk", 12) as disk, world(disk.root, seed) as here:
        here.server.start()
        for _ in range(size):
            with here.load(clients=6, lines=40_000, only=FRIEND, limit=4) as load:
                load.wait()
            assert load.refusals() == {NO_ROOM}
            assert disk.free > 2**20, "what was refused still takes room"
            here.settle()
        return here.balance()


def disk_full_of_mail(folder: Path, seed: int, size: int = 1) -> str:
    """The queue itself fills the disk, down to the last bytes; once the far end takes mail again, it drains by itself."""
    with small_disk(folder / "disk", 10) as disk, world(disk.root, seed) as here:
        here.server.start()
        for _ in range(size):
            here.far_end.gate.clear()
            for lines in (8000, 200, 5):
                with here.load(clients=4, lines=lines, only=FRIEND) as load:
                    here.wait_for(lambda load=load: load.number(Answer.REFUSED) > 20, "mail is refused")
                only(load, STORAGE_REPLIES)
            here.far_end.gate.set()
            here.wait_for(lambda: disk.free > 5 * 2**20, "the queue drains and makes room", 30)
            here.settle()
        return here.balance()


def mailboxes_full(folder: Path, seed: int, size: int = 1) -> str:
    """The disk of the mailboxes is full: mail waits, and arrives once there is room."""
    with small_disk(folder / "mail", 8) as disk, world(folder, seed) as here:
        here.server.start()
        for _ in range(size):
            with here.load(clients=4, limit=30) as load:
                ballast = disk.fill(leave=here.chance.choice([0, 50_000, 300_000]))
                load.wait()
            waiting = here.wait_for(lambda: [who for found in here.server.store.spool.list() for who in found.recipients
                                             if who.last_reply.startswith("452 4.3.1 ")], "mail waits for room")
            assert all(who.route == "local" for who in waiting)
            ballast.unlink()
            here.settle()
        return here.balance()


def disk_fails(folder: Path, seed: int, size: int = 1) -> str:
    """The disk turns read-only under load, as ext4 does after an error; it comes back after a restart."""
    with faulty_disk(folder / "disk", folder / "image", 48) as disk, world(disk.root, seed) as here:
        here.server.start()
        os.sync()  # what a first start makes beside the spool is looked at below
        for _ in range(size):
            with here.load(clients=4) as load:
                goes_on(here, load)
                time.sleep(here.chance.uniform(0, 0.5))
                disk.fail()
                accepted = load.number(Answer.ACCEPTED)
                before = load.number(Answer.REFUSED)
                here.wait_for(lambda before=before, load=load: load.number(Answer.REFUSED) > before + 20, "mail is refused")
                # Four answers may have been on their way when the disk failed.
                assert load.number(Answer.ACCEPTED) <= accepted + 4
                check_alive(here)
            only(load, STORAGE_REPLIES)
            here.kill()
            here.server.store.close()
            disk.mend()
            disk.remount("ro")
            refused = here.server.launch()
            assert refused.wait(30) == ExitCode.STORE, here.server.log
            disk.remount("rw")
            here.server.start()
        with here.load(clients=2, limit=10) as load:
            load.wait()
        return here.balance()


def disk_fails_after_the_first_start(folder: Path, seed: int, size: int = 1) -> str:
    """The disk fails right after a server has made its folder, certificate and all: the next start needs no help."""
    for number in range(size):
        place = folder / str(number)
        place.mkdir()
        with faulty_disk(place / "disk", place / "image", 48) as disk, world(disk.root, seed + number) as here:
            here.server.start()
            with here.load(clients=2, limit=here.chance.randrange(1, 10)) as load:
                load.wait()
            disk.fail()
            here.kill()
            here.server.store.close()
            disk.mend()
            here.server.start()
            with here.load(clients=2, limit=10) as load:
                load.wait()
            books = here.balance()
    return books


def files_limited(folder: Path, seed: int, size: int = 1) -> str:
    """No file may grow beyond a limit (RLIMIT_FSIZE), which is a full disk that needs no administrator."""
    with world(folder, seed) as here:
        here.server.start()
        assert here.server.process is not None
        with here.load(clients=4) as load:
            for _ in range(size):
                goes_on(here, load)
                before = load.number(Answer.REFUSED)
                with limited(here.server.process.pid, "RLIMIT_FSIZE", here.chance.choice([0, 50_000, 300_000])):
                    here.wait_for(lambda before=before: load.number(Answer.REFUSED) > before + 5, "mail is refused")
                goes_on(here, load)
        only(load, STORAGE_REPLIES)
        return here.balance()


def descriptors_exhausted(folder: Path, seed: int, size: int = 1) -> str:
    """The table of open files is full: the server neither spins nor dies, and recovers."""
    with world(folder, seed) as here:
        here.server.start()
        assert here.server.process is not None
        process = psutil.Process(here.server.process.pid)
        for _ in range(size):
            with here.load(clients=3, limit=20) as load:
                load.wait()
            here.settle()
            room = process.num_fds() + here.chance.randrange(1, 6)
            with limited(process.pid, "RLIMIT_NOFILE", room), ExitStack() as many:
                for _ in range(60):
                    many.enter_context(socket.create_connection(("127.0.0.1", here.server.port), 20))
                busy = sum(process.cpu_times()[:2])
                time.sleep(2)
                busy = sum(process.cpu_times()[:2]) - busy
                check_alive(here)
                assert busy < 1, f"the server has used {busy:.1f} s of processor time within 2 s"
                here.wait_for(lambda: "file_descriptors" in here.alarms(), "the alarm stands", 15)
            with limited(process.pid, "RLIMIT_NOFILE", room), here.load(clients=8, limit=100) as load:
                time.sleep(2)
            with here.load(clients=3, limit=20) as load:
                load.wait()
            assert load.number(Answer.ACCEPTED) > 30
            here.wait_for(lambda: "file_descriptors" not in here.alarms(), "the alarm is over", 15)
        return here.balance()
