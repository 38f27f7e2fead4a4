"""A smart host that nobody has: the console's real test talks to it, only its connection is made up."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from posthouse_console.service import way_test
from posthouse_console.service.submission import Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAYS = b"""\
220 smarthost.example.net ESMTP\r
250-smarthost.example.net\r
250-SIZE 52428800\r
250-8BITMIME\r
250 STARTTLS\r
220 2.0.0 Ready to start TLS\r
250-smarthost.example.net\r
250-SIZE 52428800\r
250-8BITMIME\r
250 AUTH PLAIN LOGIN\r
235 2.7.0 Authentication successful\r
221 2.0.0 Bye\r
"""


class _Wire:
    """Stands for the socket, and for the TLS around it."""

    def __init__(self) -> None:
        self._said = io.BytesIO(_SAYS)

    def makefile(self, _mode: str) -> io.BytesIO:
        """Return what is still to be said."""
        return self._said

    def sendall(self, _data: bytes) -> None:
        """Take what is sent; the answers stand fast."""

    def close(self) -> None:
        """Leave."""

    def wrap_socket(self, wire: _Wire, server_hostname: str) -> _Wire:
        """Encrypt nothing."""
        del server_hostname
        return wire


class _MadeUpRecorder(Recorder):
    """Notes the dialog as the real one does; the computer's own name would differ everywhere."""

    def __init__(self, transcript: list[str], *arguments: Any, **options: Any) -> None:
        super().__init__(transcript, *arguments, **{**options, "local_hostname": "desk-3.example.com"})

    def _get_socket(self, host: str, port: int, timeout: float) -> _Wire:
        del host, port, timeout
        return _Wire()

    def starttls(self, *_files: Any, **_options: Any) -> tuple[int, bytes]:
        """Go on over the same wire."""
        wire: Any = _Wire()
        return super().starttls(context=wire)


@contextmanager
def made_up_host() -> Iterator[None]:
    """Let each connection of a test lead to this host."""
    vars(way_test).update(Recorder=_MadeUpRecorder)
    try:
        yield
    finally:
        vars(way_test).update(Recorder=Recorder)
