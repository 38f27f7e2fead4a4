"""The names of clients (PTR): asked for one by one in a thread of its own, and never waited for."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from posthouse_console.service.background import Background

MOST = 30
"""So many are asked for: a name server that does not answer takes seconds for each."""


def look_up(background: Background, owner: QObject, clients: Sequence[str], found: Callable[[str, str], None]) -> None:
    """Call `found(client, name)` in the GUI thread for each client that has a name, as the answers come."""
    wanted = list(dict.fromkeys(clients))[:MOST]

    def work() -> None:
        for client in wanted:
            if background.closing.is_set():
                return
            name = _name_of(client)
            if name:
                background.post(owner, lambda client=client, name=name: found(client, name))  # type: ignore[misc]

    background.run(owner, work, lambda _done: None)


def _name_of(client: str) -> str:
    try:
        return socket.gethostbyaddr(client)[0]
    except OSError:  # nobody has given it a name, or nobody answers: then it has none here
        return ""
