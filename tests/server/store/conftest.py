"""A store for each test, copied from one that was made once: migrations cost more than the tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from posthouse_server.paths import DataFolder
from posthouse_server.store import Store


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("template") / "data"
    Store(DataFolder(root)).close()
    return root


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> DataFolder:
    shutil.copytree(template, tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    with Store(folder) as opened:
        yield opened
        opened.spool.close_writer()
        opened.traffic.close_writer()
