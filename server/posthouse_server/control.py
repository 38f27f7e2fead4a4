"""Start, stop and status of the server process: the same functions for the console and the command line."""

from __future__ import annotations

import getpass
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import filelock
import psutil

from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.nodes import Node, NodeState
from posthouse_server.store.settings_store import DesiredState

START_TIMEOUT_S = 20.0
STOP_TIMEOUT_S = 15.0
_POLL_S = 0.05
_ALIVE = (NodeState.STARTING, NodeState.RUNNING, NodeState.STOPPING)


_children: list[subprocess.Popen[bytes]] = []  # kept, since Python warns when a process is forgotten that still runs


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
    if node.state in _ALIVE and not is_process_alive(node):
        return Status(NodeState.FAILED, replace(node, listening=()), "The server ended without saying why (it was killed, "
                      f"or the computer went down); the log is {store.folder.logs / 'server.log'}.")
    return Status(node.state, node, node.last_error)


def is_process_alive(node: Node) -> bool:
    """Return whether the very process that wrote this row still runs."""
    try:
        process = psutil.Process(node.pid)
        return abs(process.create_time() - node.process_started_at) < 2.0 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True


def is_locked(folder: DataFolder) -> bool:
    """Return whether a server holds the data folder."""
    lock = filelock.FileLock(folder.lock)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return True
    lock.release()
    return False


def start(store: Store, who: str, progress: Callable[[Status], None] | None = None) -> Status:
    """Start the server on this data folder and wait until it listens; raises ControlError with its reason.

    `progress` is told each state on the way. A server that already runs is left alone.
    """
    now = status(store)
    if now.state is NodeState.STOPPING:
        now = _wait(store, lambda seen: seen.state is not NodeState.STOPPING, STOP_TIMEOUT_S, progress)
    if now.state is NodeState.STARTING:
        now = _wait(store, lambda seen: seen.state is not NodeState.STARTING, START_TIMEOUT_S, progress)
    if now.state is NodeState.RUNNING and is_locked(store.folder):
        return now
    store.settings.request(DesiredState.RUNNING, who)
    process = _spawn(store.folder)
    _children[:] = [child for child in _children if child.poll() is None] + [process]
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        now = status(store)
        mine = now.node is not None and now.node.pid == process.pid
        if progress is not None:
            progress(now if mine else Status(NodeState.STARTING, now.node))
        if mine and now.state is NodeState.RUNNING:
            return now
        code = process.poll()
        if code is not None:
            raise ControlError(now.detail if mine and now.detail else _last_words(store.folder, code))
        time.sleep(_POLL_S)
    raise ControlError(f"The server did not come up within {START_TIMEOUT_S:.0f} s; its log is "
                       f"{store.folder.logs / 'server.log'}.")


def stop(store: Store, who: str, progress: Callable[[Status], None] | None = None) -> Status:
    """Ask the server to stop and wait for its end; raises ControlError when it does not end in time (see kill)."""
    store.settings.request(DesiredState.STOPPED, who)
    # Its last word comes a little before its end, and only then is the data folder free for the next server.
    ended = _wait(store, _has_ended, STOP_TIMEOUT_S, progress)
    if not _has_ended(ended) and ended.node is not None:
        raise ControlError(f"The server (process {ended.node.pid}) has not stopped after {STOP_TIMEOUT_S:.0f} s.")
    return ended


def _has_ended(seen: Status) -> bool:
    return seen.state not in _ALIVE and (seen.node is None or not is_process_alive(seen.node))


def kill(store: Store) -> None:
    """End the server's process at once. Nothing that was answered 250 is lost; open connections break."""
    node = store.nodes.newest()
    if node is None or not is_process_alive(node):
        return
    process = psutil.Process(node.pid)
    process.kill()
    process.wait(STOP_TIMEOUT_S)


def _wait(store: Store, is_reached: Callable[[Status], bool], timeout_s: float,
          progress: Callable[[Status], None] | None) -> Status:
    deadline = time.monotonic() + timeout_s
    while True:
        now = status(store)
        if progress is not None:
            progress(now)
        if is_reached(now) or time.monotonic() > deadline:
            return now
        time.sleep(_POLL_S)


def server_command(folder: DataFolder) -> list[str]:
    """Return the command that runs the server: the bundled program beside a frozen one, else this Python."""
    beside = Path(sys.executable).with_name("posthouse-server" + (".exe" if os.name == "nt" else ""))
    program = [str(beside)] if getattr(sys, "frozen", False) and beside.exists() else [
        sys.executable, "-m", "posthouse_server"]
    return [*program, "--data-dir", str(folder.root)]


def _spawn(folder: DataFolder) -> subprocess.Popen[bytes]:
    """Start the server so that it outlives the program that started it."""
    with (folder.logs / "server.log").open("ab") as log:
        if sys.platform == "win32":
            return subprocess.Popen(  # noqa: S603 - our own program with a path as its argument
                server_command(folder), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW)
        return subprocess.Popen(  # noqa: S603
            server_command(folder), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
            start_new_session=True)


def _last_words(folder: DataFolder, code: int) -> str:
    lines = (folder.logs / "server.log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else f"The server ended at once with exit code {code}."
