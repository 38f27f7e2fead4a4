"""The exit codes of posthouse-server, which README promises."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Why the server ended."""

    STOPPED = 0
    CANNOT_BIND = 3
    IN_USE = 4
    STORE = 5
