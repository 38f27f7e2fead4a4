"""Replies of SMTP servers, put together from whatever packets they come in (RFC 5321 section 4.2)."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Sequence
from typing import NamedTuple

from posthouse_server.delivery.words import printable
from posthouse_server.logs.masking import MASK

_BASE64 = re.compile(r"[A-Za-z0-9+/]{4,}={0,2}")
_CODES = {b"%d" % code: code for code in range(200, 600)}
LINE_BYTES = 8 * 1024  # RFC 5321 section 4.5.3.1.5 allows 512; some servers explain themselves at length
REPLY_LINES = 500
_SHOWN_BYTES = 200
_MARKS = (b" ", b"-", b"")


class BadReplyError(Exception):
    """What came is no SMTP reply, or has no end; the message says so in words."""


class Reply(NamedTuple):
    """A whole reply: the code and the text of each line, without the code and as it came."""

    code: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return all lines as one."""
        return " ".join(self.lines)

    @property
    def words(self) -> str:
        """Return the reply as it can be kept and shown, on one line."""
        return f"{self.code} {printable(self.text)}".rstrip()


class ReplyReader:
    """Takes bytes and returns replies; what it keeps is bounded, whatever the other side sends."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._rest = b""
        self._code = 0
        self._lines: list[str] = []

    def feed(self, data: bytes) -> list[Reply]:
        """Return the replies that these bytes complete; raises BadReplyError, after which nothing more makes sense."""
        lines = (self._rest + data).split(b"\n") if self._rest else data.split(b"\n")
        self._rest = lines.pop()
        replies = [reply for line in lines if (reply := self._read(line)) is not None]
        if len(self._rest) > LINE_BYTES:
            raise BadReplyError("A line of the reply has no end.")
        return replies

    def _read(self, line: bytes) -> Reply | None:
        if len(line) > LINE_BYTES:
            raise BadReplyError("A line of the reply has no end.")
        if line[-1:] == b"\r":
            line = line[:-1]
        code, mark, text = _CODES.get(line[:3]), line[3:4], line[4:].decode("utf-8", "replace")
        if code is None or mark not in _MARKS:
            raise BadReplyError(f"This is no SMTP reply: {printable(line[:_SHOWN_BYTES].decode('utf-8', 'replace'))}")
        if mark != b"-" and not self._lines:
            return Reply(code, (text,))
        if self._lines and code != self._code:
            raise BadReplyError(f"The lines of one reply begin with {self._code} and with {code}.")
        self._code = code
        self._lines.append(text)
        if mark == b"-":
            if len(self._lines) >= REPLY_LINES:
                raise BadReplyError("The reply has no end.")
            return None
        reply = Reply(code, tuple(self._lines))
        self._lines.clear()
        return reply


def without_secrets(reply: Reply, secrets: Sequence[str]) -> Reply:
    """Return a reply with **** wherever a secret stands in it, plain or in base64."""
    return Reply(reply.code, tuple(_masked(line, secrets) for line in reply.lines))


def _masked(line: str, secrets: Sequence[str]) -> str:
    for secret in secrets:
        line = line.replace(secret, MASK)
    return _BASE64.sub(lambda found: MASK if _holds(found[0], secrets) else found[0], line)


def _holds(text: str, secrets: Sequence[str]) -> bool:
    try:
        plain = b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
    except binascii.Error:
        return False
    return any(secret.encode() in plain for secret in secrets)
