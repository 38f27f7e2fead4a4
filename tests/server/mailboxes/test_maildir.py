"""Maildir: written in tmp, renamed into new, once."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from posthouse_server.mailboxes import maildir


def test_a_message_is_put_into_new_whole(tmp_path: Path) -> None:
    box = tmp_path / "example.com" / "john"
    maildir.deliver(box, "1.AAAA-BBBBR1.posthouse", b"one ", b"two")
    assert sorted(path.name for path in box.iterdir()) == ["cur", "new", "tmp"]
    assert (box / "new" / "1.AAAA-BBBBR1.posthouse").read_bytes() == b"one two"
    assert list((box / "tmp").iterdir()) == []


@pytest.mark.parametrize("place", ["new/1.x", "cur/1.x:2,S", "cur/1.x"])
def test_the_same_name_is_the_same_message(tmp_path: Path, place: str) -> None:
    box = tmp_path / "example.com" / "john"
    maildir.deliver(box, "1.x", b"first")
    (box / "new" / "1.x").rename(box / place)
    maildir.deliver(box, "1.x", b"second")
    files = [path for folder in ("new", "cur", "tmp") for path in (box / folder).iterdir()]
    assert [path.read_bytes() for path in files] == [b"first"]


def test_what_a_crash_left_in_tmp_is_overwritten(tmp_path: Path) -> None:
    box = tmp_path / "example.com" / "john"
    (box / "tmp").mkdir(parents=True)
    (box / "tmp" / "1.x").write_bytes(b"half a mess")
    maildir.deliver(box, "1.x", b"whole")
    assert (box / "new" / "1.x").read_bytes() == b"whole"
    assert list((box / "tmp").iterdir()) == []


def test_a_failed_sync_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = tmp_path / "example.com" / "john"
    maildir.deliver(box, "0.x", b"before")

    def fsync(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="full"):
        maildir.deliver(box, "1.x", b"lost")
    assert [path.name for path in (box / "new").iterdir()] == ["0.x"]
    assert list((box / "tmp").iterdir()) == []


def test_file_and_folders_are_synced_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = tmp_path / "example.com" / "john"
    steps: list[str] = []
    original = os.fsync

    def fsync(descriptor: int) -> None:
        steps.append("file")
        original(descriptor)

    def sync_folder(folder: Path) -> None:
        steps.append(folder.name)

    def replace(self: Path, target: Any) -> Path:
        steps.append("rename")
        os.rename(self, target)  # noqa: PTH104 - the method itself is what is replaced here
        return Path(target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(maildir, "sync_folder", sync_folder)
    monkeypatch.setattr(Path, "replace", replace)
    maildir.deliver(box, "1.x", b"x")
    assert steps == ["john", "example.com", tmp_path.name, "file", "rename", "new"]
