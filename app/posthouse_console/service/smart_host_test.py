"""The test of a smart host: what is said appears line by line, no secret among it, and it can be cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, SupportsIndex

from posthouse_console.service.reply_advice import advice_for
from posthouse_console.service.way_test import WayResult, try_smart_host
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, SecretsError
from posthouse_server.settings.schema import SmartHost, smart_host_secret_name
from posthouse_server.words import tr

_HIDDEN = tr("(not shown)")
_SHORTEST = 4  # a secret of fewer letters stands in every other word


class TestCancelledError(Exception):
    """Nobody waits for the outcome any more."""

    __test__ = False  # its name looks like a test to pytest


class _Lines(list[str]):
    """A transcript that tells of each line, hides the secret, and stops the test before its next step once it is cancelled."""

    def __init__(self, note: Callable[[str], None], cancelled: threading.Event) -> None:
        super().__init__()
        self.secret = ""
        self._note = note
        self._cancelled = cancelled

    def append(self, line: str) -> None:
        """Add what we say, or a note."""
        if self._cancelled.is_set():
            raise TestCancelledError
        self._add(line)

    def __iadd__(self, lines: Iterable[str]) -> _Lines:  # type: ignore[override,misc]
        """Add what the server says."""
        for line in lines:
            self._add(line)
        return self

    def insert(self, index: SupportsIndex, line: str) -> None:
        """Add what was said a little earlier."""
        super().insert(index, self._masked(line))

    def _add(self, line: str) -> None:
        line = self._masked(line)
        super().append(line)
        self._note(line)

    def _masked(self, line: str) -> str:
        return line.replace(self.secret, _HIDDEN) if len(self.secret) >= _SHORTEST else line


class SmartHostTrial:
    """One test of one smart host as it is edited."""

    def __init__(self, folder: DataFolder, host: SmartHost, typed: str, bind_address: str = "") -> None:
        """Use the secret that was typed or, where none was, the one that is kept."""
        self.host = host
        self._folder = folder
        self._typed = typed
        self._bind_address = bind_address
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Take no further step."""
        self._cancelled.set()

    def run(self, note: Callable[[str], None]) -> WayResult:
        """Connect, secure the connection, log in and say goodbye; blocks. Raises TestCancelledError."""
        lines = _Lines(note, self._cancelled)
        try:
            lines.secret = self._secret()
        except SecretsError as error:
            return WayResult(False, str(error), advice_for(str(error)), ())
        return try_smart_host(self.host, lines.secret, "", lines, self._bind_address)

    def _secret(self) -> str:
        """Return the secret, empty where none is needed; raises SecretsError."""
        if self._typed or not self.host.logs_in:
            return self._typed
        kept: Any = Secrets(self._folder).get(smart_host_secret_name(self.host.host, self.host.username))
        if not kept:
            raise SecretsError(tr("No password is kept for {username} at {host}, and none was typed.",
                                  username=self.host.username, host=self.host.host))
        return str(kept)
