"""aiosmtpd's SMTP class with its rough edges taken off; nothing here knows of relaying."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, AnyStr, cast

from aiosmtpd.smtp import MISSING, SMTP

from posthouse_server.smtp import replies

_log = logging.getLogger(__name__)
_LINGER_S = 5.0
_NOT_DELAYED = (b"220", b"221", b"334", b"354", b"421", b"502")
"""After these the client speaks first (220: TLS begins), or aiosmtpd closes the connection."""
_MAX_CORKED_BYTES = 16 * 1024


class SturdySmtp(SMTP):
    """A connection that denies by default, ends when it is told to, and never waits for a client that reads nothing."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Take what aiosmtpd takes."""
        super().__init__(*arguments, **options)
        self._corked = bytearray()
        self._ehlo_hook_ver = "new"  # else aiosmtpd answers EHLO itself when the hook is missing

    async def push(self, status: AnyStr) -> None:
        """Send a reply; while more commands are here already (PIPELINING), replies wait for one write for all of them."""
        line = status if isinstance(status, bytes) else status.encode("utf-8")
        self._corked += line + b"\r\n"
        has_more = b"\n" in self._reader._buffer  # type: ignore[attr-defined]
        if has_more and line[:3] not in _NOT_DELAYED and len(self._corked) < _MAX_CORKED_BYTES:
            return
        self._uncork()
        await self._writer.drain()

    def _uncork(self) -> None:
        if self._corked:
            self._writer.write(bytes(self._corked))
            self._corked.clear()

    async def _call_handler_hook(self, command: str, *args: Any) -> Any:
        """Deny by default: aiosmtpd answers 250 when a hook is missing."""
        if command not in self._handle_hooks:
            raise NotImplementedError(f"The handler has no hook for {command}")
        return await super()._call_handler_hook(command, *args)

    async def _handle_client(self) -> None:
        """Let a connection that breaks while a reply is on its way end quietly, not with a traceback in the log."""
        try:
            await super()._handle_client()
        except ConnectionError as error:
            _log.debug("A connection broke: %s", error)

    async def challenge_auth(self, challenge: str | bytes, encode_to_b64: bool = True,
                             log_client_response: bool = False) -> Any:
        """Close after an endless answer: what is left of it would be taken for commands."""
        try:
            return await super().challenge_auth(challenge, encode_to_b64, log_client_response)
        except ValueError:  # from StreamReader.readline; bad base64 is handled inside
            await self.push(replies.AUTH_TOO_LONG)
            self.close()
            return MISSING

    def eof_received(self) -> bool | None:
        """Close at the client's end of file: aiosmtpd forgets to when its task has not begun yet (a port scan)."""
        is_kept = super().eof_received() if self.session is not None else None
        self.close()
        return is_kept

    def close(self) -> None:
        """Close after the last replies are sent, but wait for a client that does not read them 5 s at most."""
        transport = cast(asyncio.Transport | None, self.transport)  # uvloop's transports are none by inheritance
        if transport is not None and not transport.is_closing():
            self._uncork()
            transport.close()
            self.loop.call_later(_LINGER_S, transport.abort)

    def say_goodbye(self, reply: str) -> None:
        """Close, with a last reply."""
        if self.transport is not None and not self.transport.is_closing():
            self._corked += f"{reply}\r\n".encode()
            self.close()

    def _timeout_cb(self) -> None:
        self.say_goodbye(replies.IDLE)

    def _getparams(self, params: Any) -> dict[str, str | bool] | None:
        """Refuse a SIZE that is no number: aiosmtpd asks isdigit(), which holds for superscripts too."""
        result: dict[str, str | bool] | None = super()._getparams(params)
        size = (result or {}).get("SIZE")
        return None if isinstance(size, str) and not size.isascii() else result
