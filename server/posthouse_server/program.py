"""One run of posthouse-server: the lock, the store, the event loop and the exit code."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Coroutine
from typing import Any

import filelock

from posthouse_server.exit_code import ExitCode
from posthouse_server.paths import DataFolder
from posthouse_server.service import Service, StartError
from posthouse_server.signals import StopRequest
from posthouse_server.store import Store, StoreError

# Long enough for a server that is about to end, and for whoever only looks whether the lock is held.
_LOCK_TIMEOUT_S = 2.0

_log = logging.getLogger("posthouse_server")


def run(folder: DataFolder, stop: StopRequest) -> ExitCode:
    """Run a server on a data folder until it is stopped."""
    try:
        folder.create()
        lock = filelock.FileLock(folder.lock)
        lock.acquire(timeout=_LOCK_TIMEOUT_S)
    except filelock.Timeout:
        _log.error("The data folder %s is in use by %s.", folder.root, _holder(folder))
        return ExitCode.IN_USE
    except OSError as error:
        _log.error("The data folder %s can't be used: %s.", folder.root, error.strerror)
        return ExitCode.STORE
    try:
        with Store(folder, is_server=True) as store:
            return ExitCode.STOPPED if stop.is_made else _run_loop(_serve(store, stop))
    except StoreError as error:
        _log.error("%s", error)
        return ExitCode.STORE
    finally:
        lock.release()


def _holder(folder: DataFolder) -> str:
    """Name the server that holds the lock."""
    try:
        with Store(folder, is_server=True) as store:
            node = store.nodes.newest()
    except StoreError:
        node = None
    if node is None:
        return "another server"
    places = f" on {', '.join(node.listening)}" if node.listening else ""
    return f"another server: process {node.pid} on {node.name}{places}, started {node.started_at:%Y-%m-%d %H:%M:%S} UTC"


def _run_loop(work: Coroutine[Any, Any, ExitCode]) -> ExitCode:
    """Use uvloop where it exists: it is a little faster than asyncio's own loop."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


async def _serve(store: Store, stop: StopRequest) -> ExitCode:
    service = Service(store)
    loop = asyncio.get_running_loop()
    stop.hand_to(lambda: loop.call_soon_threadsafe(service.request_stop))
    try:
        await service.start()
    except StartError as error:
        _log.error("%s", error)
        return ExitCode.CANNOT_BIND
    else:
        if not stop.is_made:
            print(f"ready pid={os.getpid()} smtp={','.join(service.places)}", flush=True)  # noqa: T201 - the promise of README
        await service.run()
        return ExitCode.STOPPED
    finally:
        stop.hand_to(None)  # the loop is about to end, and takes no calls afterwards
        service.close()
