"""Where things live, and who may read them."""

import os
from pathlib import Path

import pytest

from posthouse_server.paths import DataFolder, data_folder

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes; the folder inherits the profile's rights")


def test_the_argument_beats_the_environment_beats_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTHOUSE_DATA_DIR", str(tmp_path / "environment"))
    assert data_folder(tmp_path / "argument").root == tmp_path / "argument"
    assert data_folder().root == tmp_path / "environment"
    monkeypatch.setenv("POSTHOUSE_DATA_DIR", "")
    assert data_folder().root.is_absolute()
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("here")).root == tmp_path / "here"


@posix_only
def test_a_new_or_empty_folder_is_the_owners_alone(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir(mode=0o755)
    for name in ("new/deep", "empty"):
        DataFolder(tmp_path / name).create()
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o700
        assert {path.name for path in (tmp_path / name).iterdir()} == {"spool", "mail", "logs"}
        DataFolder(tmp_path / name).create()


@posix_only
def test_a_folder_that_others_use_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir(mode=0o755)
    (tmp_path / "other").chmod(0o755)
    (tmp_path / "other" / "file").write_text("x")
    DataFolder(tmp_path / "other").create()
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o755
