"""Backups that somebody has crafted: refused in one sentence before anything changes, and nothing is written elsewhere."""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zipfile
from collections import namedtuple
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.backup.archive import digest_of
from posthouse_server.backup.making import look, make, restore
from posthouse_server.backup.sealing import BackupError
from posthouse_server.settings import set_paths
from posthouse_server.store import Store, StoreError
from posthouse_server.store.files import is_place_below

WHO = "anna@desk (test)"
_Usage = namedtuple("_Usage", "total used free")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "monday.posthouse-backup"


def _refusal(store: Store, path: Path) -> str:
    number, boxes = store.settings.newest_number(), store.directory.list_mailboxes()
    with pytest.raises((BackupError, StoreError)) as caught:
        look(store, path)
    with pytest.raises((BackupError, StoreError)):
        restore(store, path, number, WHO)
    assert (store.settings.newest_number(), store.directory.list_mailboxes()) == (number, boxes)
    assert not list(store.folder.root.glob(".backup-*"))
    assert "\n" not in str(caught.value)
    assert "Traceback" not in str(caught.value)
    return str(caught.value)


def _craft(file: Path, *statements: str, manifest: dict[str, Any] | None = None, packing: int = zipfile.ZIP_DEFLATED,
           content: bytes | None = None) -> None:
    """Write a backup anew after statements in its database, with a manifest that fits unless said otherwise."""
    database = file.with_name("crafted.db")
    with zipfile.ZipFile(file) as source:
        said = json.loads(source.read("manifest.json"))
        database.write_bytes(source.read("settings.db") if content is None else content)
    if statements:
        with closing(sqlite3.connect(database)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    said |= {"size": database.stat().st_size, "settings_sha256": digest_of(database)} | (manifest or {})
    with zipfile.ZipFile(file, "w", packing) as target:
        target.writestr("manifest.json", json.dumps(said))
        target.write(database, "settings.db")


def test_crafting_alone_harms_nothing(store: Store, file: Path) -> None:
    make(store, file)
    _craft(file, "UPDATE mailboxes SET friendly_name = 'John'")
    assert look(store, file).plan.changes


@pytest.mark.parametrize("place", ["../../pwned", "/tmp/pwned", "", ".", "a//b", "a/./b", "a/..", "C:/x", "C:x", "a\\b", "a/b.",
                                   "a/.. ", "a/b/", "a\x00b"])
def test_a_mailbox_outside_the_mail_folder(store: Store, file: Path, place: str) -> None:
    make(store, file)
    _craft(file, f"UPDATE mailboxes SET maildir = CAST(X'{place.encode().hex()}' AS TEXT)")
    assert _refusal(store, file).startswith("The directory in the backup is damaged: the mailbox john@example.com can't have")


def test_two_mailboxes_in_one_folder(store: Store, file: Path) -> None:
    store.directory.add_mailbox("anna@example.com", "secret", WHO)
    make(store, file)
    _craft(file, "UPDATE mailboxes SET maildir = 'Example.com/anna' WHERE name = 'john'")
    assert "can't have the folder" in _refusal(store, file)


@given(st.text("ab./\\: \x00", max_size=8))
def test_what_is_below_stays_below(text: str) -> None:
    if is_place_below(text):
        assert os.path.normpath(f"/mail/{text}") == f"/mail/{text}"
        assert not set("\\:\x00") & set(text)


@pytest.mark.parametrize("statement", [
    "UPDATE domains SET unknown_recipients = 'zzz'", "UPDATE domains SET name = '*'", "UPDATE domains SET name = 'Example.COM'",
    "UPDATE domains SET name = X'00ff'", "UPDATE domains SET name = 'other.example'", "UPDATE post_offices SET name = '../x'",
    "UPDATE mailboxes SET kind = 'zzz'", "UPDATE mailboxes SET name = '..'", "UPDATE mailboxes SET redirection = 'zzz'",
    "UPDATE mailboxes SET redirect_to = 'nowhere'", "UPDATE mailboxes SET quota_kb = -1",
    "UPDATE mailboxes SET quota_kb = 'much'", "UPDATE addresses SET address = '*@example.com,'",
    "UPDATE addresses SET address = 'john@elsewhere.example'", "UPDATE groups SET address = 'all'",
    "UPDATE group_members SET address = 'nobody'",
])
def test_a_directory_that_no_version_writes(store: Store, file: Path, statement: str) -> None:
    store.directory.add_group("all@example.com", WHO, members=["john@example.com"])
    make(store, file)
    _craft(file, statement)
    assert _refusal(store, file).startswith("The directory in the backup is damaged: ")


@pytest.mark.parametrize("statement", [
    "CREATE VIEW extra AS SELECT 1", "CREATE VIRTUAL TABLE extra USING fts5(x)",
    "CREATE TRIGGER extra AFTER UPDATE ON alembic_version BEGIN DELETE FROM mailboxes; END",
])
def test_more_than_tables_in_it(store: Store, file: Path, statement: str) -> None:
    make(store, file)
    _craft(file, statement)
    assert "views, triggers or virtual tables" in _refusal(store, file)


@pytest.mark.parametrize("said", [
    {"revision": float("inf")}, {"size": float("nan")}, {"domains": float("-inf")}, {"mailboxes": -1}, {"revision": 10**40},
    {"created_at": "0001-01-01T00:00:00+14:00"}, {"created_at": "9999-12-31T23:59:59-14:00"},
    {"created_at": "2026-01-01T00:00:00"}, {"created_at": 7}, {"host": "desk\n\x1b[2J"}, {"version": float("inf")},
])
def test_a_manifest_that_no_version_writes(store: Store, file: Path, said: dict[str, Any]) -> None:
    make(store, file)
    _craft(file, manifest=said)
    assert "is damaged" in _refusal(store, file)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_packings(store: Store, file: Path, packing: int) -> None:
    make(store, file)
    _craft(file, packing=packing)
    assert "is damaged" in _refusal(store, file)


def test_a_size_that_is_none(store: Store, file: Path) -> None:
    make(store, file)
    _craft(file, manifest={"size": 2**30})
    assert "is damaged" in _refusal(store, file)


def test_a_file_that_unpacks_to_too_much(store: Store, file: Path) -> None:
    make(store, file)
    _craft(file, content=bytes(2**24))
    assert "more than 200 times its size" in _refusal(store, file)


def test_a_real_history_packs_to_less_than_that(store: Store, file: Path) -> None:
    for number in range(1, 200):
        store.settings.change(lambda old, number=number: set_paths(old, {"smtp.inbound.max_connections": number}), WHO)
    make(store, file)
    with zipfile.ZipFile(file) as archive:
        info = archive.getinfo("settings.db")
    assert info.file_size < 50 * info.compress_size
    look(store, file)


def test_a_disk_without_room(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(store, file)
    monkeypatch.setattr("posthouse_server.store.room.shutil.disk_usage", lambda _path: _Usage(2**40, 0, 64 * 2**20 + 1000))
    assert "has no room to unpack" in _refusal(store, file)


def test_another_file_than_the_one_that_was_looked_at(store: Store, file: Path) -> None:
    make(store, file)
    found = look(store, file)
    _craft(file, "UPDATE mailboxes SET friendly_name = 'Mallory'")
    with pytest.raises(BackupError, match="another backup was put in the place"):
        restore(store, file, found.plan.base, WHO, looked_at=found.manifest)
    assert store.settings.newest_number() == found.plan.base
    assert not list(store.folder.backups.glob("before-restore-*")), "it was refused before anything was done"


def test_two_restores_in_a_second_keep_two_backups(store: Store, file: Path) -> None:
    make(store, file)
    names = set()
    for _ in range(2):
        found = look(store, file)
        names.add(restore(store, file, found.plan.base, WHO, looked_at=found.manifest).safety)
    assert len(names) == 2
    assert all(name.is_file() for name in names)


def test_what_a_dead_program_left_is_removed(store: Store, file: Path) -> None:
    old, young = store.folder.root / ".backup-old", store.folder.root / ".backup-young"
    for place in (old, young):
        place.mkdir()
        (place / "settings.db").write_bytes(b"hashes")
    os.utime(old, (time.time() - 7200,) * 2)
    make(store, file)
    assert not old.exists()
    assert young.exists(), "another program may be copying right now"
