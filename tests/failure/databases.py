"""Databases that others lock, that are damaged, and that are copied while they are in use."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from failure.disks import damage, locked, restore
from failure.far_end import FarEnd
from failure.letters import Answer
from failure.scenarios import LOCAL_ERROR, STORAGE_REPLIES, check_alive, goes_on, only
from failure.world import SETTINGS, World, world
from harness.server_process import server_process, wait_until
from posthouse_server.exit_code import ExitCode
from posthouse_server.store.messages import RecipientState

_PAGE = 4096


def spool_locked(folder: Path, seed: int, size: int = 1) -> str:
    """Another program holds the spool's write lock longer than the server waits for it: 451 while it lasts."""
    with world(folder, seed) as here:
        here.server.start()
        with here.load(clients=4) as load:
            for number in range(size):
                goes_on(here, load)
                before = load.number(Answer.REFUSED)
                with locked(here.server.folder.spool_db, "BEGIN EXCLUSIVE" if number % 2 == 0 else "BEGIN IMMEDIATE"):
                    here.wait_for(lambda before=before: load.number(Answer.REFUSED) > before, "mail is refused")
                    here.wait_for(lambda: "storage" in here.alarms(), "the alarm stands", 15)
                goes_on(here, load)
                here.wait_for(lambda: "storage" not in here.alarms(), "the alarm is over")
        only(load, {LOCAL_ERROR})
        return here.balance()


def traffic_locked(folder: Path, seed: int, size: int = 1) -> str:
    """Another program holds the trace: mail goes on."""
    with world(folder, seed) as here:
        here.server.start()
        with here.load(clients=4) as load, locked(here.server.folder.traffic_db):
            for _ in range(10 * size):
                goes_on(here, load)
        only(load, set())
        return here.balance()


def traffic_damaged(folder: Path, seed: int, size: int = 1) -> str:
    """The trace is damaged while the server runs: mail goes on without it."""
    with world(folder, seed) as here:
        here.server.start()
        path = here.server.folder.traffic_db
        with here.load(clients=4) as load:
            goes_on(here, load)
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            damage(path, start=here.chance.choice([0, _PAGE, 2 * _PAGE]), size=path.stat().st_size)
            for _ in range(10 * size):
                goes_on(here, load)
        only(load, set())
        here.settle()
        here.kill()
        _remove_trace(here)
        here.server.start()
        return here.balance()


def traffic_damaged_at_start(folder: Path, seed: int, size: int = 1) -> str:
    """A damaged trace at the start: mail goes on, since the trace only says what happened."""
    with world(folder, seed) as here:
        for _ in range(size):
            here.server.start()
            with here.load(clients=3, limit=20) as load:
                load.wait()
            here.kill()
            here.server.store.close()
            damage(here.server.folder.traffic_db, start=here.chance.choice([0, 2 * _PAGE]), size=2**20)
            here.server.start()
            with here.load(clients=3, limit=20) as load:
                load.wait()
            only(load, set())
            here.settle()
            here.kill()
            _remove_trace(here)
        here.server.start()
        return here.balance()


def _remove_trace(here: World) -> None:
    """Do what an administrator would: take the damaged file away while the server is down."""
    here.server.store.close()
    for name in ("traffic.db", "traffic.db-wal", "traffic.db-shm"):
        (here.server.folder.root / name).unlink(missing_ok=True)


def spool_damaged(folder: Path, seed: int, size: int = 1) -> str:
    """The spool is damaged while the server runs: no 250 that is not kept; mended, it goes on by itself."""
    with world(folder, seed) as here:
        here.server.start()
        path = here.server.folder.spool_db
        for _ in range(size):
            with here.load(clients=3, pause_s=0.02) as load:
                goes_on(here, load)
            here.settle()
            with closing(sqlite3.connect(path, isolation_level=None)) as connection:
                assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
            # Closing a file drops all locks that this process has on it, those of SQLite too: it must have none.
            here.server.store.close()
            whole = damage(path, start=0, size=path.stat().st_size)
            with here.load(clients=3, pause_s=0.02, limit=30) as load:
                load.wait()
            only(load, STORAGE_REPLIES)
            assert load.number(Answer.ACCEPTED) == 0, "something was accepted into rubbish"
            check_alive(here)
            here.wait_for(lambda: "storage" in here.alarms(), "the alarm stands", 15)
            here.server.store.close()
            restore(path, 0, whole)
            with here.load(clients=3, limit=30) as load:
                load.wait()
            assert load.number(Answer.ACCEPTED) > 0
        return here.balance()


def spool_damaged_at_start(folder: Path, seed: int, size: int = 1) -> str:
    """A damaged spool at the start: exit 5 with a sentence; the mended one is delivered from."""
    with world(folder, seed) as here:
        for _ in range(size):
            here.server.start()
            with here.load(clients=3, limit=20) as load:
                load.wait()
            here.kill()
            here.server.store.close()
            path = here.server.folder.spool_db
            with closing(sqlite3.connect(path)) as connection:  # else what stands in the WAL alone would mend it in part
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            whole = path.read_bytes()
            damage(path, start=0, size=len(whole))
            assert here.server.launch().wait(30) == ExitCode.STORE, here.server.log
            last = here.server.log.strip().splitlines()[-1]
            assert "spool.db" in last, last
            assert last.endswith("."), last
            path.write_bytes(whole)
        here.server.start()
        return here.balance()


def copied(folder: Path, seed: int, size: int = 1) -> str:
    """A copy made while the server runs (SQLite's own backup) is a whole: a second server balances its books."""
    with world(folder / "first", seed) as here:
        here.server.start()
        for number in range(size):
            here.far_end.is_deaf = True
            target = folder / f"copy {number}"
            with here.load(clients=4) as load:
                goes_on(here, load)
                _copy(here.server.folder.root, target, here.chance)
                before = {letter.name for letter in tuple(load.letters) if letter.answer is Answer.ACCEPTED}
                assert before
            here.far_end.is_deaf = False
            here.settle()
            _check_copy(target, here.server.port, {found.id for found in here.server.store.spool.list(limit=10**6)})
        return here.balance()


def _copy(source: Path, target: Path, chance: random.Random) -> None:
    """Databases first, in either of SQLite's ways; then the bodies, of which more may be there than rows."""
    target.mkdir()
    for name in ("settings.db", "traffic.db", "spool.db"):
        with closing(sqlite3.connect(source / name, timeout=30)) as connection:
            if chance.random() < 0.5:
                connection.execute("VACUUM INTO ?", (str(target / name),))
            else:
                with closing(sqlite3.connect(target / name)) as copy:
                    connection.backup(copy)
    shutil.copytree(source / "spool", target / "spool", copy_function=_copy_if_there)
    (target / "spool" / "left over.eml").write_bytes(b"nobody's")


def _copy_if_there(source: str, target: str) -> None:
    try:
        shutil.copy2(source, target)
    except FileNotFoundError:
        return  # delivered and removed meanwhile; its row is in the copy


def _check_copy(folder: Path, first_port: int, unfinished: set[str]) -> None:
    """Let a second server deliver what the copy holds to a far end of its own; `unfinished` is what waits at the first."""
    with FarEnd(random.Random(0)) as other, server_process(folder) as second:
        second.set({**SETTINGS, "smtp.smart_host.port": other.port})
        books = second.store.spool.ledger()
        assert books.difference == 0, books
        owned = {found.id: {who.address for who in found.recipients} for found in second.store.spool.list(limit=10**6)}
        assert owned, "the copy holds no mail; then it proves nothing"
        bodiless = [found.id for found in second.store.spool.list(limit=10**6)
                    if found.body_file is not None and not (folder / "spool" / found.body_file).exists()]
        assert unfinished.isdisjoint(bodiless), "a body is missing that the first server has not delivered"
        if bodiless:  # an administrator would take out what was delivered between the copies of database and bodies
            second.store.spool.remove(bodiless)
        second.start()
        assert second.port != first_port

        def is_empty() -> bool:
            second.store.spool.retry(None)
            time.sleep(0.1)
            return second.store.spool.ledger().waiting == 0

        wait_until(is_empty, "the copy has delivered all it holds", 60)
        books = second.store.spool.ledger()
        assert books.difference == 0, books
        assert not other.faults, other.faults[:10]
        kept = {found.body_file for found in second.store.spool.list(states=[RecipientState.BAD_MAIL], limit=10**6)}
        wait_until(lambda: all(path.name in kept for path in (folder / "spool").iterdir()), "no body is left over")
        assert second.stop() == 0
        assert "Traceback" not in second.log, second.log
