"""A store for each test with a domain and a mailbox, copied from one that was made once: hashing and migrating cost more."""

import asyncio
import shutil
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.smtp.tls import make_self_signed
from posthouse_server.store import Store


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("template") / "data"
    with Store(DataFolder(root)) as store:
        store.directory.add_domain("example.com", "test")
        store.directory.add_mailbox("john@example.com", "secret", "test")
        store.settings.change(lambda settings: set_paths(settings, {
            "smtp.inbound.listeners": [{"port": 0}], "smtp.general.hostname": "relay.example"}), "test")
    make_self_signed(DataFolder(root).certificate, "relay.example")
    return root


@pytest.fixture(params=["asyncio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Callable[[Coroutine[Any, Any, None]], None]:
    """Run a coroutine on each of the event loops that the server may have: they end connections differently."""
    if request.param == "asyncio":
        return asyncio.run
    uvloop = pytest.importorskip("uvloop")

    def run_uvloop(work: Coroutine[Any, Any, None]) -> None:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(work)

    return run_uvloop


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
