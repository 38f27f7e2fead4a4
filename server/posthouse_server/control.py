"""Start, stop and status of the server process: the same functions for the console and the command line."""

from __future__ import annotations

import getpass
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import filelock
import psutil

from posthouse_server.exit_code import ExitCode
from posthouse_server.launch import Launch, log_file
from posthouse_server.paths import DataFolder
from posthouse_server.settings.schema import OAuth2
from posthouse_server.store import Store
from posthouse_server.store.nodes import Node, NodeState
from posthouse_server.store.relay_tests import RelayTest
from posthouse_server.store.settings_store import DesiredState
from posthouse_server.store.work_orders import OrderKind, OrderState
from posthouse_server.words import again, english, tr

START_TIMEOUT_S = 20.0
STOP_TIMEOUT_S = 15.0
_POLL_S = 0.05
_SAME_START_S = 2.0
_TEST_POLL_S = 0.1
_TEST_TIMEOUT_S = 120.0
_ALIVE = (NodeState.STARTING, NodeState.RUNNING, NodeState.STOPPING)

Progress = Callable[["Status"], None]


class ControlError(Exception):
    """The server could not be started or stopped; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Status:
    """The server's state as seen from outside: its own word, checked against its process."""

    state: NodeState
    node: Node | None
    """The last node row; None when no server has ever run in this data folder."""
    detail: str = ""
    """Why it failed or ended; empty when all is well."""


def author(program: str) -> str:
    """Return who makes a change: user@machine (program)."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in this container, or no environment on Windows
        user = "unknown"
    return f"{user}@{platform.node()} ({program})"


def status(store: Store) -> Status:
    """Return the state of the server of this data folder."""
    node = store.nodes.newest()
    if node is None:
        return Status(NodeState.STOPPED, None)
    if node.state in _ALIVE and not _is_alive(store.folder, node):
        return Status(NodeState.FAILED, replace(node, listening=()), tr("The server ended without saying why (it was killed, "
                      "or the computer went down); the log is {folder}.", folder=log_file(store.folder)))
    return Status(node.state, node, node.last_error)


def order_test(store: Store, author: str, progress: Callable[[int, int], None]) -> RelayTest:
    """Let the running server test itself and return the outcome; blocks for seconds. Raises ControlError or StoreError."""
    if status(store).state is not NodeState.RUNNING:
        raise ControlError(tr("The server is not running, so it can't be tested. Start it first."))
    number = store.work_orders.place(OrderKind.RELAY_TEST, {"reason": english(tr("on request"))}, author)
    deadline = time.monotonic() + _TEST_TIMEOUT_S
    while time.monotonic() < deadline:
        order = store.work_orders.get(number)
        if order is not None and order.state is OrderState.FAILED:
            raise ControlError(again(str(order.answer.get("fault", english(tr("The test failed."))))))
        if order is not None and order.state is OrderState.DONE:
            test = store.relay_tests.get(int(order.answer["test"]))
            if test is None:
                raise ControlError(tr("The outcome of the test is no longer in the store."))
            return test
        if order is not None and order.answer:
            progress(int(order.answer["done"]), int(order.answer["total"]))
        if status(store).state is not NodeState.RUNNING:
            break
        time.sleep(_TEST_POLL_S)
    store.work_orders.fail(number, english(tr("Nobody waits for the answer any more.")))
    raise ControlError(tr("The server has ended or does not answer, so the test is not done."))


def smart_host_token(settings: OAuth2, secret: str) -> str:
    """Return an access token for the smart host; blocks for half a minute at most. Raises ControlError with the reason."""
    import http.client

    from posthouse_server.delivery.oauth import fetch_token

    try:
        return fetch_token(settings, secret)[0]
    except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException) as error:
        raise ControlError(tr("No access token from {token_url}: {error}",
                              token_url=settings.token_url, error=error or type(error).__name__)) from error


def is_process_alive(node: Node) -> bool:
    """Return whether the very process that wrote this row still runs; no after the system's clock was set (see _is_alive)."""
    process = _process(node)
    return process is not None and _is_same(process, node)


def is_locked(folder: DataFolder) -> bool:
    """Return whether a server holds the data folder."""
    lock = filelock.FileLock(folder.lock)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return True
    except OSError:  # a folder that is gone, or another user's
        return False
    lock.release()
    return False


def start(store: Store, who: str, progress: Progress | None = None) -> Status:
    """Start the server on this data folder and wait until it listens; raises ControlError with its reason.

    `progress` is told each state on the way. A server that already runs is left alone.
    """
    now = _settled(store, progress)
    if now.state is NodeState.RUNNING:
        return now
    store.settings.request(DesiredState.RUNNING, who)
    deadline = time.monotonic() + START_TIMEOUT_S
    while True:
        found = _watch(store, Launch(store.folder), now.node, deadline, progress)
        if found is not None:
            return found


def _settled(store: Store, progress: Progress | None) -> Status:
    """Wait until a server that is stopping or starting has done so."""
    now = status(store)
    if now.state is NodeState.STOPPING:
        now = _wait(store, lambda seen: seen.state is not NodeState.STOPPING, STOP_TIMEOUT_S, progress)
    if now.state is NodeState.STARTING:
        now = _wait(store, lambda seen: seen.state is not NodeState.STARTING, START_TIMEOUT_S, progress)
    return now


def _watch(store: Store, launch: Launch, before: Node | None, deadline: float, progress: Progress | None) -> Status | None:
    """Wait until a server runs that is not the one before; None: another one was in the way, and has ended by now.

    The new server's pid tells nothing: the python.exe of a virtual environment on Windows is a launcher, and the server is
    its child.
    """
    while time.monotonic() < deadline:
        code = launch.exit_code()  # first: the row holds its last word before its end
        now = status(store)
        is_new = _identity(now.node) != _identity(before)
        if progress is not None:
            progress(now if is_new else Status(NodeState.STARTING, now.node))
        if is_new and now.state is NodeState.RUNNING:
            return now
        if code == ExitCode.IN_USE:
            return _other_server(store, launch, deadline, progress)
        if code is not None:
            _raise_reason(now.detail if is_new else "", launch, code)
        time.sleep(_POLL_S)
    raise ControlError(tr("The server did not come up within {start_timeout_s:.0f} s; its log is {folder}.",
                          start_timeout_s=START_TIMEOUT_S, folder=log_file(store.folder)))


def _other_server(store: Store, launch: Launch, deadline: float, progress: Progress | None) -> Status | None:
    """Wait for the server that holds the data folder: one that was started at the same moment is as good as ours."""
    def is_settled(seen: Status) -> bool:
        return seen.state is NodeState.RUNNING or (seen.state not in _ALIVE and not is_locked(store.folder))

    now = _wait(store, is_settled, deadline - time.monotonic(), progress)
    if not is_settled(now):
        _raise_reason("", launch, ExitCode.IN_USE)
    return now if now.state is NodeState.RUNNING else None


def _raise_reason(detail: str, launch: Launch, code: int) -> NoReturn:
    if code == ExitCode.STOPPED:
        raise ControlError(tr("The server was told to stop while it was starting."))
    raise ControlError(detail or launch.last_words() or tr("The server ended at once with exit code {code}.", code=code))


def stop(store: Store, who: str, progress: Progress | None = None) -> Status:
    """Ask the server to stop and wait for its end; raises ControlError when it does not end in time (see kill)."""
    def has_ended(seen: Status) -> bool:
        return seen.state not in _ALIVE and (seen.node is None or not _is_alive(store.folder, seen.node))

    store.settings.request(DesiredState.STOPPED, who)
    # Its last word comes a little before its end, and only then is the data folder free for the next server.
    ended = _wait(store, has_ended, STOP_TIMEOUT_S, progress)
    if ended.node is not None and not has_ended(ended):
        raise ControlError(tr("The server (process {pid}) has not stopped after {stop_timeout_s:.0f} s.",
                              pid=ended.node.pid, stop_timeout_s=STOP_TIMEOUT_S))
    return ended


def kill(store: Store) -> None:
    """End the server's process at once; raises ControlError when that can't be done.

    Nothing that was answered 250 is lost; open connections break.
    """
    node = store.nodes.newest()
    process = None if node is None else _process(node)
    if node is None or process is None or not _is_alive(store.folder, node):
        return
    try:
        if not _is_same(process, node) and not _is_posthouse(process):
            raise ControlError(tr("Process {pid} doesn't look like the server (was the clock set?), and was left alone.",
                                  pid=node.pid))
        process.kill()
        process.wait(STOP_TIMEOUT_S)
    except psutil.NoSuchProcess:
        return  # it has ended by itself
    except psutil.AccessDenied as error:
        raise ControlError(tr("The server (process {pid}) can't be ended: it runs as another user. Try again as that "
                              "user or as an administrator.", pid=node.pid)) from error
    except psutil.TimeoutExpired as error:
        raise ControlError(tr("The server (process {pid}) is still there {stop_timeout_s:.0f} s after it was killed; the "
                              "system may be waiting for its disk.", pid=node.pid, stop_timeout_s=STOP_TIMEOUT_S)) from error


def _is_alive(folder: DataFolder, node: Node) -> bool:
    """Return whether this server runs: its process is there, and is the one of the row or the data folder is held.

    The start time of a process moves when the system's clock is set; then the lock is the truth.
    """
    process = _process(node)
    return process is not None and (_is_same(process, node) or is_locked(folder))


def _process(node: Node) -> psutil.Process | None:
    try:
        process = psutil.Process(node.pid)
    except psutil.NoSuchProcess:
        return None
    try:
        return None if process.status() == psutil.STATUS_ZOMBIE else process
    except psutil.NoSuchProcess:
        return None
    except psutil.AccessDenied:  # another user's
        return process


def _is_same(process: psutil.Process, node: Node) -> bool:
    try:
        return abs(process.create_time() - node.process_started_at) < _SAME_START_S
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def _is_posthouse(process: psutil.Process) -> bool:
    return any(Path(part).stem in ("posthouse_server", "posthouse-server") for part in process.cmdline())


def _identity(node: Node | None) -> tuple[object, ...]:
    return () if node is None else (node.pid, node.process_started_at, node.started_at)


def _wait(store: Store, is_reached: Callable[[Status], bool], timeout_s: float, progress: Progress | None) -> Status:
    deadline = time.monotonic() + timeout_s
    while True:
        now = status(store)
        if progress is not None:
            progress(now)
        if is_reached(now) or time.monotonic() > deadline:
            return now
        time.sleep(_POLL_S)
