"""Start, stop and kill from outside: launchers, clocks that are set, starters at the same moment, and last words."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import filelock
import psutil
import pytest

from harness.server_process import wait_until
from posthouse_server import control, launch
from posthouse_server.control import ControlError, Status
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, settings_store
from posthouse_server.store.nodes import Node, NodeState

pytestmark = pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")  # it outlives its starter

real_command = launch.server_command


@pytest.fixture
def running(store: Store) -> Iterator[Node]:
    node = control.start(store, "test").node
    assert node is not None
    yield node
    _end(node.pid)


def _end(pid: int) -> None:
    """End a process whatever else is being pretended about it."""
    if psutil.pid_exists(pid):
        process = psutil.Process(pid)
        process.kill()
        process.wait(20)


def _node(store: Store) -> Node:
    node = store.nodes.newest()
    assert node is not None
    return node


def _sleeper() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


def _row(process: subprocess.Popen[bytes], **values: object) -> Node:
    at = datetime.now(UTC)
    node = Node("here", process.pid, psutil.Process(process.pid).create_time(), NodeState.RUNNING, at, at)
    return replace(node, **values)  # type: ignore[arg-type]


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    process = _sleeper()
    yield process
    process.kill()
    process.wait(20)


def _runs(monkeypatch: pytest.MonkeyPatch, *command: str) -> None:
    monkeypatch.setattr(launch, "server_command", lambda _folder: [sys.executable, *command])


def test_a_launcher_between_us_and_the_server(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    # What the python.exe of a virtual environment on Windows does.
    _runs(monkeypatch, "-c", "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))", *real_command(store.folder))
    found = control.start(store, "test")
    try:
        assert found.node is not None
        assert found.state is NodeState.RUNNING
        assert psutil.Process(found.node.pid).ppid() != os.getpid()
        assert control.stop(store, "test").state is NodeState.STOPPED
    finally:
        _end(_node(store).pid)


def _set_clock(monkeypatch: pytest.MonkeyPatch, by_s: float) -> None:
    """Let processes seem to have started at another time, as psutil sees it when the clock was set."""
    real = psutil.Process.create_time
    monkeypatch.setattr(psutil.Process, "create_time", lambda process: real(process) + by_s)
    monkeypatch.setattr(settings_store, "now", lambda: datetime.now(UTC) + timedelta(seconds=by_s))


@pytest.mark.parametrize("by_s", [-3600.0, 3600.0])
def test_a_clock_that_is_set_changes_nothing(store: Store, running: Node, by_s: float,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    _set_clock(monkeypatch, by_s)
    assert not control.is_process_alive(running)
    assert control.status(store).state is NodeState.RUNNING
    again = control.start(store, "test").node
    assert again is not None
    assert again.pid == running.pid
    assert control.stop(store, "test").state is NodeState.STOPPED
    assert not control.is_locked(store.folder)


def test_after_the_clock_was_set_the_server_can_still_be_killed(store: Store, running: Node,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    _set_clock(monkeypatch, 3600.0)
    control.kill(store)
    assert control.status(store).state is NodeState.FAILED
    assert not control.is_locked(store.folder)


def test_a_stop_from_before_the_start_is_over_and_one_from_after_it_counts(store: Store, running: Node) -> None:
    assert control.stop(store, "test").state is NodeState.STOPPED
    second = control.start(store, "test").node
    assert second is not None
    assert second.pid != running.pid
    assert control.stop(store, "test").state is NodeState.STOPPED


def test_another_process_with_the_servers_old_number_is_no_server(store: Store, sleeper: subprocess.Popen[bytes]) -> None:
    store.nodes.write(_row(sleeper, process_started_at=1.0))
    assert control.status(store).state is NodeState.FAILED
    control.kill(store)
    assert sleeper.poll() is None


def test_a_process_that_may_be_another_is_never_killed(store: Store, sleeper: subprocess.Popen[bytes]) -> None:
    store.nodes.write(_row(sleeper, process_started_at=1.0))
    with filelock.FileLock(store.folder.lock), pytest.raises(ControlError, match="doesn't look like the server"):
        control.kill(store)
    assert sleeper.poll() is None


@pytest.mark.parametrize(("fault", "sentence"), [
    (psutil.AccessDenied(7), "runs as another user"), (psutil.TimeoutExpired(15, 7), "still there 15 s after it was killed"),
    (psutil.NoSuchProcess(7), None)])
def test_a_kill_that_fails_says_so(store: Store, sleeper: subprocess.Popen[bytes], fault: Exception, sentence: str | None,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_process: psutil.Process) -> None:
        raise fault

    store.nodes.write(_row(sleeper))
    monkeypatch.setattr(psutil.Process, "kill", refuse)
    if sentence is None:
        control.kill(store)
        return
    with pytest.raises(ControlError, match=sentence) as caught:
        control.kill(store)
    assert str(sleeper.pid) in str(caught.value)


def test_starters_at_the_same_moment_get_the_same_server(store: Store) -> None:
    found: list[Status | Exception] = []

    def start() -> None:
        try:
            found.append(control.start(store, "test"))
        except ControlError as error:
            found.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    try:
        assert {(seen.state, seen.node and seen.node.pid) if isinstance(seen, Status) else seen for seen in found} == {
            (NodeState.RUNNING, _node(store).pid)}
        assert len(found) == 3
        wait_until(lambda: all(child.poll() is not None or child.pid == _node(store).pid for child in launch._children),
                   "the losers have ended")
    finally:
        control.stop(store, "test")


def test_a_start_waits_for_whoever_still_holds_the_data_folder(store: Store) -> None:
    lock = filelock.FileLock(store.folder.lock, thread_local=False)
    lock.acquire()
    release = threading.Timer(3.0, lock.release)  # longer than a server waits, so that the first one gives up
    release.start()
    try:
        assert control.start(store, "test").state is NodeState.RUNNING
    finally:
        release.join()
        control.stop(store, "test")


def test_a_look_at_the_lock_keeps_no_server_out(store: Store) -> None:
    is_held = threading.Event()

    def look() -> None:
        with filelock.FileLock(store.folder.lock):
            is_held.set()
            time.sleep(1.5)  # the server needs half of it to come up, and finds it held

    looker = threading.Thread(target=look)
    looker.start()
    assert is_held.wait(20)
    try:
        assert control.start(store, "test").state is NodeState.RUNNING
        assert "in use" not in launch.log_file(store.folder).read_text()
    finally:
        looker.join()
        control.stop(store, "test")


@pytest.mark.parametrize(("code", "sentence"), [
    ("import sys; sys.exit(9)", "The server ended at once with exit code 9."),
    ("import sys; sys.exit('2026-01-01 10:00:00,123 ERROR new words')", "new words"),
    ("import sys; sys.exit(0)", "The server was told to stop while it was starting.")])
def test_last_words_are_those_of_this_start(store: Store, code: str, sentence: str,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    launch.log_file(store.folder).write_text("old words\n")
    _runs(monkeypatch, "-c", code)
    with pytest.raises(ControlError) as caught:
        control.start(store, "test")
    assert str(caught.value) == sentence


def test_of_a_long_log_only_the_end_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _runs(monkeypatch, "-c", "import sys; sys.stderr.write('x' * 1_000_000 + '\\nthe end\\n'); sys.exit(1)")
    with pytest.raises(ControlError, match=r"^the end$"):
        control.start(store, "test")


def test_a_large_log_is_set_aside(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "LOG_LIMIT_BYTES", 10)
    _runs(monkeypatch, "-c", "import sys; sys.stderr.write(sys.argv[0])")
    path = launch.log_file(folder)
    old = path.with_name("server.log.1")

    def run(text: str) -> None:
        path.write_text(text)
        started = launch.Launch(folder)
        wait_until(lambda: started.exit_code() is not None, "its end")

    run("short")
    assert (path.read_text(), old.exists()) == ("short-c", False)
    for text in ("first long text", "second long text"):
        run(text)
        assert (path.read_text(), old.read_text()) == ("-c", text)


def test_a_log_that_can_not_be_set_aside_is_written_on(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise PermissionError("another program writes it")

    monkeypatch.setattr(launch, "LOG_LIMIT_BYTES", 10)
    monkeypatch.setattr(Path, "replace", refuse)
    _runs(monkeypatch, "-c", "import sys; sys.exit('more')")
    launch.log_file(folder).write_text("a long text\n")
    started = launch.Launch(folder)
    wait_until(lambda: started.exit_code() is not None, "its end")
    assert started.last_words() == "more"


def test_progress_is_told(store: Store) -> None:
    seen: list[NodeState] = []
    tell: Callable[[Status], None] = lambda status: seen.append(status.state)  # noqa: E731
    control.start(store, "test", tell)
    control.stop(store, "test", tell)
    assert seen[0] is NodeState.STARTING
    assert NodeState.RUNNING in seen
    assert seen[-1] is NodeState.STOPPED
    assert NodeState.FAILED not in seen


def test_an_author_is_the_user_the_machine_and_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control.getpass, "getuser", lambda: "anna")
    monkeypatch.setattr(control.platform, "node", lambda: "desk")
    assert control.author("console") == "anna@desk (console)"

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(control.getpass, "getuser", nobody)
    assert control.author("command line") == "unknown@desk (command line)"
