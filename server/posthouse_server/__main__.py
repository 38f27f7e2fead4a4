"""The program posthouse-server: arguments, lock, logging, signals and exit codes."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import filelock

from posthouse_server import __version__, log
from posthouse_server.paths import DataFolder, data_folder
from posthouse_server.service import Service, StartError
from posthouse_server.store import Store, StoreError

EXIT_STOPPED = 0
EXIT_CANNOT_BIND = 3
EXIT_IN_USE = 4
EXIT_STORE = 5

_log = logging.getLogger("posthouse_server")


def main() -> None:
    """Run the server in the foreground and exit with its code."""
    parser = argparse.ArgumentParser(prog="posthouse-server", description="The Posthouse SMTP relay server.")
    parser.add_argument("--data-dir", type=Path, help="the data folder (default: POSTHOUSE_DATA_DIR, else the usual place)")
    parser.add_argument("--verbose", action="store_true", help="log details for developers too")
    parser.add_argument("--version", action="version", version=f"posthouse-server {__version__}")
    arguments = parser.parse_args()
    log.set_up(verbose=arguments.verbose)
    sys.exit(run(data_folder(arguments.data_dir)))


def run(folder: DataFolder) -> int:
    """Run a server on a data folder until it is stopped; returns the exit code."""
    try:
        folder.create()
        lock = filelock.FileLock(folder.lock)
        lock.acquire(timeout=0)
    except filelock.Timeout:
        _log.error("The data folder %s is in use by %s.", folder.root, _holder(folder))
        return EXIT_IN_USE
    except OSError as error:
        _log.error("The data folder %s can't be used: %s.", folder.root, error.strerror)
        return EXIT_STORE
    try:
        with Store(folder) as store:
            return _run_loop(_serve(store))
    except StoreError as error:
        _log.error("%s", error)
        return EXIT_STORE
    finally:
        lock.release()


def _holder(folder: DataFolder) -> str:
    """Name the server that holds the lock."""
    try:
        with Store(folder) as store:
            node = store.nodes.newest()
    except StoreError:
        node = None
    if node is None:
        return "another server"
    places = f" on {', '.join(node.listening)}" if node.listening else ""
    return f"another server: process {node.pid} on {node.name}{places}, started {node.started_at:%Y-%m-%d %H:%M:%S} UTC"


def _run_loop(work: Coroutine[Any, Any, int]) -> int:
    """Use uvloop where it exists: it is a little faster than asyncio's own loop."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


async def _serve(store: Store) -> int:
    service = Service(store)
    try:
        await service.start()
    except StartError as error:
        _log.error("%s", error)
        return EXIT_CANNOT_BIND
    else:
        _catch_signals(service)
        print(f"ready pid={os.getpid()} smtp={','.join(service.places)}", flush=True)  # noqa: T201 - the promise of README
        await service.run()
        return EXIT_STOPPED
    finally:
        service.close()


def _catch_signals(service: Service) -> None:
    """Stop in order on SIGINT and SIGTERM, and on Windows on Ctrl+C and Ctrl+Break."""
    loop = asyncio.get_running_loop()
    if sys.platform == "win32":
        for number in (signal.SIGINT, signal.SIGBREAK):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(service.request_stop))
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, service.request_stop)


if __name__ == "__main__":
    main()
