"""The wish to end, as the system says it: SIGINT and SIGTERM, on Windows Ctrl+C and Ctrl+Break.

It imports next to nothing, so that it can be in place before anything that takes time.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable


class StopRequest:
    """Remembers a signal from the first moment on, and passes it on once there is somebody to obey it."""

    def __init__(self) -> None:
        """Catch nothing yet."""
        self._is_made = False
        self._pass_on: Callable[[], object] | None = None

    def catch(self) -> None:
        """Catch the signals from now on; call it in the main thread."""
        signal.signal(signal.SIGINT, self._on_signal)
        if sys.platform == "win32":
            signal.signal(signal.SIGBREAK, self._on_signal)
        else:
            signal.signal(signal.SIGTERM, self._on_signal)

    @property
    def is_made(self) -> bool:
        """Return whether the end is wanted."""
        return self._is_made

    def hand_to(self, pass_on: Callable[[], object] | None) -> None:
        """Call this at each signal, and at once if there was one already; it must be safe in a signal handler."""
        self._pass_on = pass_on
        if pass_on is not None and self._is_made:
            pass_on()

    def _on_signal(self, *_: object) -> None:
        self._is_made = True
        if self._pass_on is not None:
            self._pass_on()
