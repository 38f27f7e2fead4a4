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
    UNUSUAL_SENDING = "unusual_sending"
    """A mailbox sends far above its habit; the alarm's subject is its login."""
    LOGS = "logs"
    """A log file can't be written; mail goes on without it."""
    OPEN_RELAY = "open_relay"
    """The last open relay test got mail through."""


class Alarms:
    """The alarms of one server; used by the event loop and the heartbeat, one call at a time each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._standing: dict[str, Alarm] = {}
        """By kind, or kind:subject where there may be many of a kind."""

    @property
    def standing(self) -> tuple[Alarm, ...]:
        """Return the alarms that stand, the oldest first."""
        return tuple(self._standing.values())

    def __contains__(self, kind: AlarmKind) -> bool:
        """Return whether this kind stands."""
        return kind in self._standing

    def sound(self, kind: AlarmKind, text: str, subject: str = "") -> None:
        """Let an alarm stand; said again it keeps its time, and takes the newer text."""
        key = _key(kind, subject)
        standing = self._standing.get(key)
        if standing is None:
            _log.error("Alarm: %s", text)
        self._standing[key] = Alarm(key, text, standing.since if standing else now())

    def end(self, kind: AlarmKind, subject: str = "") -> None:
        """Take an alarm back: its cause is gone."""
        if self._standing.pop(_key(kind, subject), None) is not None:
            _log.info("The alarm about %s is over", _key(kind, subject).replace("_", " "))

    def subjects(self, kind: AlarmKind) -> list[str]:
        """Return whom alarms of this kind stand about."""
        return [key.partition(":")[2] for key in self._standing if key.startswith(f"{kind.value}:")]


def _key(kind: AlarmKind, subject: str) -> str:
    return f"{kind.value}:{subject}" if subject else kind.value
