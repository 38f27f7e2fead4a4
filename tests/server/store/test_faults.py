"""What breaks below the store: every fault is a sentence, and the store works again when its cause is gone."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from posthouse_server.paths import DataFolder
from posthouse_server.store import StorageFullError, Store, StoreError, engine
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, Route
from posthouse_server.store.spool import SpoolStore

PAGE = engine._PAGE_BYTES
BODY = b"x" * 50_000


def _message() -> NewMessage:
    return NewMessage(new_id(), "x@home.test", "192.0.2.1", None, "helo", len(BODY), False, False, "x", BODY, None,
                      (NewRecipient("y@away.test", Route.RELAY, None, "authenticated", new_id()),))


def _fault(done: Future[None]) -> StoreError:
    error = done.exception(20)
    assert isinstance(error, StoreError), error
    assert str(error).endswith(".")
    assert "\n" not in str(error)
    return error


def _accept(queue: SpoolStore, number: int = 1) -> None:
    for _ in range(number):
        queue.accept(_message()).result(20)


@pytest.fixture
def queue(store: Store) -> SpoolStore:
    store.spool.open_writer()
    _accept(store.spool)
    return store.spool


def test_a_lock_of_another_program_is_outlived(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posthouse_server.store.engine._BUSY_TIMEOUT_S", 0.05)
    with Store(folder) as store, closing(sqlite3.connect(folder.spool_db, isolation_level=None)) as other:
        store.spool.open_writer()
        other.execute("BEGIN IMMEDIATE")
        futures = [store.spool.accept(_message()) for _ in range(3)]
        assert all("database is locked" in str(_fault(future)) for future in futures)
        with pytest.raises(StoreError, match="locked"):
            store.spool.hold(None)
        assert store.spool.ledger().accepted == 0
        other.execute("COMMIT")
        _accept(store.spool)
        store.spool.close_writer()


def test_a_full_database_is_told_from_other_faults(folder: DataFolder) -> None:
    with Store(folder) as store:
        pages = [1]  # SQLite makes it as many as there are
        event.listen(store.spool._database.engine, "connect",
                     lambda connection, _record: connection.execute(f"PRAGMA max_page_count={pages[0]}"))
        store.spool._database.dispose()
        store.spool.open_writer()
        assert isinstance(_fault(store.spool.accept(_message())), StorageFullError)
        assert "disk is full" in str(_fault(store.spool.accept(_message())))
        pages[0] = 10_000
        _accept(store.spool)
        assert (store.spool.ledger().accepted, store.spool.ledger().difference) == (1, 0)
        store.spool.close_writer()


def _spoil_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"no database" * 10)


def _spoil_pages(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        for page in range(1, pages):
            file.seek(page * PAGE)
            file.write(b"\xa5" * PAGE)


@pytest.mark.parametrize("spoil", [_spoil_header, _spoil_pages])
def test_a_damaged_database_is_no_end(spoil: Callable[[Path], None], queue: SpoolStore, folder: DataFolder,
                                      tmp_path: Path) -> None:
    with closing(sqlite3.connect(folder.spool_db)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    queue.close_writer()
    queue._database.dispose()
    shutil.copy(folder.spool_db, tmp_path / "good.db")
    spoil(folder.spool_db)
    queue.open_writer()
    for _ in range(2):
        _fault(queue.accept(_message()))
        for look in (queue.ledger, queue.next_due_at, queue.list, queue.recover, lambda: queue.retry(None)):
            with pytest.raises(StoreError, match=r"spool\.db could not be"):
                look()
    shutil.copy(tmp_path / "good.db", folder.spool_db)
    _accept(queue)
    assert (queue.ledger().accepted, queue.ledger().difference, len(queue.list())) == (2, 0, 2)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be moved")
def test_a_database_that_was_replaced_is_opened_anew(queue: SpoolStore, folder: DataFolder, template: Path) -> None:
    for path in folder.root.glob("spool.db*"):
        path.rename(path.with_name(f"old-{path.name}"))
    shutil.copy(template / "spool.db", folder.spool_db)
    assert "was moved or replaced" in str(_fault(queue.accept(_message())))
    _accept(queue)
    assert queue.ledger().accepted == 1
    with closing(sqlite3.connect(folder.spool_db)) as connection:
        assert connection.execute("SELECT count(*) FROM messages").fetchone() == (1,)


NO_FILES = """
import os, resource, sys
from pathlib import Path
from types import SimpleNamespace
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, StoreError
from posthouse_server.store.bodies import IncomingBody
from posthouse_server.store.messages import NewMessage
with Store(DataFolder(Path(sys.argv[1]))) as store:
    queue = store.spool
    queue._database.dispose()
    queue.open_writer()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    held = []
    try:
        while True:
            held.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        print("held", error.strerror)
    message = NewMessage("AAAA-AAAA", "", "192.0.2.1", None, "", 0, False, False, "", b"", None, ())
    print("accept", queue.accept(message).exception(20))
    for name, look in (("ledger", queue.ledger), ("due", queue.next_due_at), ("recover", queue.recover)):
        try:
            look()
            print(name, "went well")
        except StoreError as error:
            print(name, error)
    for descriptor in held:
        os.close(descriptor)
    print("accept", queue.accept(message).exception(20))
    queue.recover()
    queue.close_writer()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_no_file_descriptors_left(folder: DataFolder) -> None:
    done = subprocess.run([sys.executable, "-c", NO_FILES, str(folder.root)], capture_output=True, text=True, timeout=60,
                          check=False)
    assert done.returncode == 0, done.stderr
    words = [line.partition(" ") for line in done.stdout.splitlines()]
    assert [name for name, _, _ in words] == ["held", "accept", "ledger", "due", "recover", "accept"]
    assert all("unable to open database file" in text for _, _, text in words[1:5]), done.stdout
    assert words[5][2] == "None"


@pytest.fixture
def small_disk(tmp_path: Path, template: Path) -> Iterator[Path]:
    """A disk of 2 MB with a data folder, where this user may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True,
                                       check=False).returncode:
        pytest.skip("only an administrator can mount a small disk")
    shutil.copytree(template, disk / "data")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_outlived(small_disk: Path) -> None:
    with Store(DataFolder(small_disk / "data")) as store:
        store.spool.open_writer()
        accepted = 0
        while (error := store.spool.accept(_message()).exception(20)) is None:
            accepted += 1
        assert isinstance(error, StorageFullError)
        assert accepted > 0
        for _ in range(3):
            assert isinstance(_fault(store.spool.accept(_message())), StorageFullError)
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        _accept(store.spool, 3)
        assert (store.spool.ledger().accepted, store.spool.ledger().difference) == (accepted + 3, 0)
        store.spool.close_writer()


def test_a_read_only_disk_is_outlived(small_disk: Path) -> None:
    with Store(DataFolder(small_disk / "data")) as store:
        store.spool.open_writer()
        _accept(store.spool)
        store.spool.close_writer()
        store.close()  # a disk with files that are open for writing is not made read-only
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        store.spool.open_writer()
        for _ in range(2):
            _fault(store.spool.accept(_message()))
            with pytest.raises(StoreError):
                store.spool.hold(None)
        subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
        _accept(store.spool)
        assert (store.spool.ledger().accepted, store.spool.ledger().difference) == (2, 0)
        store.spool.close_writer()


@pytest.mark.parametrize(("free", "says"), [(4096, "disk I/O error: the disk is full."), (2**30, "disk I/O error.")])
def test_a_full_disk_is_named_where_sqlite_speaks_of_an_io_error(
        store: Store, monkeypatch: pytest.MonkeyPatch, free: int, says: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free, total=2**40))
    fault = store.spool._database.fault(error, "read")
    assert str(fault).endswith(f"spool.db could not be read: {says}")
    assert isinstance(fault, StorageFullError) == (free == 4096)
