"""Why a running server may be silent: what the console can find out about the data folder by itself."""

from __future__ import annotations

import errno
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale

from posthouse_server.control import Status
from posthouse_server.store import Store, StoreError
from posthouse_server.store.files import sync_file
from posthouse_server.store.nodes import Alarm, NodeState
from posthouse_server.words import tr

SILENT = "silent"
"""The kind of the alarm that the console raises for a server which can't."""
_AFTER = timedelta(seconds=10)
"""A server reports once a second; a busy disk may hold it up for a while."""
_PROBE_BYTES = 65_536
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_DENIED = (errno.EACCES, errno.EPERM)
_GONE = (errno.ENOENT, errno.ENOTDIR)


def is_silent(status: Status) -> bool:
    """Return whether a server that should report has not done so for long; its process is alive, or it would have failed."""
    return (status.state is NodeState.RUNNING and status.node is not None
            and datetime.now(UTC) - status.node.heartbeat_at > _AFTER)


def silence_alarm(store: Store, status: Status) -> Alarm:
    """Return what keeps a silent server from reporting; blocks for as long as the disk or a lock does."""
    assert status.node is not None
    cause = folder_fault(store.folder.root) or _lock_fault(store) or _unknown(store.folder.root)
    return Alarm(SILENT, tr("The server (process {pid}) is there, but no longer reports. {cause}",
                            pid=status.node.pid, cause=cause), status.node.heartbeat_at)


def folder_fault(root: Path) -> str:
    """Return why a folder can't be written and what to do, in one sentence; empty if it can be."""
    try:
        with tempfile.TemporaryFile(dir=root, prefix="probe-") as file:
            file.write(bytes(_PROBE_BYTES))
            sync_file(file)
    except OSError as error:
        return _sentence(root, error)
    return ""


def _sentence(root: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return tr("The disk of {root} is full ({free} free): make room on it, and the server goes on by itself.",
                  root=root, free=_free(root))
    if error.errno == errno.EROFS:
        return tr("The disk of {root} is read-only, which is how many systems protect a damaged one: look at its health, then "
                  "mount it for writing again.", root=root)
    if error.errno in _DENIED:
        return tr("The folder {root} can't be written: give the user of the server the right to write there.", root=root)
    if error.errno in _GONE:
        return tr("The folder {root} is gone: bring it or its disk back, then restart the server.", root=root)
    return tr("The folder {root} can't be written: {reason}; look at its disk ({free} free).",
              root=root, reason=error.strerror or error, free=_free(root))


def _lock_fault(store: Store) -> str:
    """Begin a write that changes nothing: retrying no message at all takes the lock and gives it back."""
    try:
        store.spool.retry(())
    except StoreError as error:
        if "locked" not in str(error):
            return str(error)
        return tr("{spool_db} is locked: end the program that holds it (a backup or a scanner?), or restart the server.",
                  spool_db=store.folder.spool_db)
    return ""


def _unknown(root: Path) -> str:
    return tr("The folder {root} can be written ({free} free) and its spool.db is not locked: unless another program "
              "holds traffic.db, the server hangs; restart it if it stays so.", root=root, free=_free(root))


def _free(root: Path) -> str:
    try:
        free = shutil.disk_usage(root).free
    except OSError:
        return tr("an unknown number of bytes")
    return QLocale().formattedDataSize(free, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
