"""What is wrong with a running server: each kind stands once, from its first sign until its cause is gone."""

from __future__ import annotations

import logging
from enum import StrEnum

from posthouse_server.store.clock import now
from posthouse_server.store.nodes import Alarm

_log = logging.getLogger(__name__)


class AlarmKind(StrEnum):
    """What an alarm is about."""

    STORAGE = "storage"
    """Mail can't be stored: the disk is full, read-only or broken, or the database is."""
    LEDGER = "ledger"
    """The books don't balance: mail was lost or invented."""
    SMART_HOST_LOGIN = "smart_host_login"
    """The smart host refuses the login; mail for it waits."""
    FILE_DESCRIPTORS = "file_descriptors"
    """The system gives no more files or sockets."""
    TRACE = "trace"
    """The trace can't be written; mail goes on without it."""


class Alarms:
    """The alarms of one server; used by the event loop and the heartbeat, one call at a time each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._standing: dict[AlarmKind, Alarm] = {}

    @property
    def standing(self) -> tuple[Alarm, ...]:
        """Return the alarms that stand, the oldest first."""
        return tuple(self._standing.values())

    def __contains__(self, kind: AlarmKind) -> bool:
        """Return whether this kind stands."""
        return kind in self._standing

    def sound(self, kind: AlarmKind, text: str) -> None:
        """Let an alarm stand; said again it keeps its time, and takes the newer text."""
        standing = self._standing.get(kind)
        if standing is None:
            _log.error("Alarm: %s", text)
        self._standing[kind] = Alarm(kind.value, text, standing.since if standing else now())

    def end(self, kind: AlarmKind) -> None:
        """Take an alarm back: its cause is gone."""
        if self._standing.pop(kind, None) is not None:
            _log.info("The alarm about %s is over", kind.value.replace("_", " "))
