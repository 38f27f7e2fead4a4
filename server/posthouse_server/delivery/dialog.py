"""The client's end of an SMTP connection: writes bytes, and hands out the replies in their order."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import deque
from typing import cast

from posthouse_server.delivery.reply import BadReplyError, Reply, ReplyReader, without_secrets
from posthouse_server.logs.session import SessionLog

_QUIT_TIMEOUT_S = 5.0
_SLOWEST_BYTES_PER_S = 16 * 1024


class DialogError(Exception):
    """The connection can't be used any more; the message says why in words."""


class LostError(DialogError):
    """The other side closed the connection, or the network did."""


class SilenceError(DialogError):
    """The other side has said nothing, or taken nothing, for too long."""


class Dialog(asyncio.Protocol):
    """One connection. `write` what asks for replies, then await them with `replies`."""

    def __init__(self, timeout_s: float) -> None:
        """Wait for this long for each reply unless told otherwise; must be made on the running loop."""
        self._loop = asyncio.get_running_loop()
        self.timeout_s = timeout_s
        self._transport: asyncio.Transport | None = None
        self._bottom: asyncio.Transport | None = None  # beneath TLS, or the same
        self._reader = ReplyReader()
        self._replies: deque[Reply] = deque()
        self._owed = 1  # the banner
        self._fault: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._wanted = 0
        self._drained: asyncio.Future[None] | None = None
        self._deadline = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0
        self._patience_s = timeout_s
        self._unsent = 0
        self._is_last_in_clear = False
        self.is_tls = False
        self._secrets: tuple[str, ...] = ()
        self.log: SessionLog | None = None
        """Where commands and replies are written down, if they are."""

    def keep_secret(self, *secrets: str) -> None:
        """Mask these in all replies from now on, in any form: some servers repeat what they were told, and replies are kept."""
        self._secrets = tuple(secret for secret in secrets if secret)

    @property
    def is_alive(self) -> bool:
        """Return whether replies may still come."""
        return self._fault is None and self._transport is not None and not self._transport.is_closing()

    @property
    def is_usable(self) -> bool:
        """Return whether another command makes sense: nothing is owed, unasked for or broken."""
        return self._owed == 0 and not self._replies and self.is_alive

    @property
    def place(self) -> tuple[str, int]:
        """Return the address and port on this side."""
        found = None if self._transport is None else self._transport.get_extra_info("sockname")
        return (str(found[0]), int(found[1])) if found else ("", 0)

    def write(self, data: bytes, replies: int = 1, content: int = 0) -> None:
        """Send bytes that ask for so many replies; they begin with so many of a message's content, or stand for them."""
        self._owed += replies
        if self.log is not None and replies:
            self._note(self.log, data, content)
        if self._fault is None:
            assert self._transport is not None
            self._transport.write(data)

    @staticmethod
    def _note(log: SessionLog, data: bytes, content: int) -> None:
        if content:
            log.carried(content)
        for line in data[content:].split(b"\r\n"):
            if line:
                log.asked(line.decode("utf-8", "replace"), len(line) + 2)

    async def drain(self) -> None:
        """Wait until the other side has taken enough of what was written."""
        if self._drained is not None and self._fault is None:
            self._arm(self.timeout_s + self._system_buffer() / _SLOWEST_BYTES_PER_S)
            await self._drained
        self._check()

    async def replies(self, number: int, patience_s: float | None = None) -> list[Reply]:
        """Return the next replies; raises LostError, SilenceError or BadReplyError when fewer come (see `arrived`)."""
        if len(self._replies) < number:
            self._check()
            self._wanted = number
            self._waiter = self._loop.create_future()
            self._arm(self.timeout_s if patience_s is None else patience_s)
            try:
                await self._waiter
            finally:
                self._waiter = None
        return [self._replies.popleft() for _ in range(number)]

    async def reply(self, patience_s: float | None = None) -> Reply:
        """Return the next reply; raises like `replies`."""
        return (await self.replies(1, patience_s))[0]

    async def ask(self, command: str) -> Reply:
        """Send one command line and return its reply; raises like `replies`."""
        self.write(command.encode() + b"\r\n")
        return await self.reply()

    async def ask_for_tls(self) -> Reply:
        """Send STARTTLS and return its reply; what comes behind that in the clear may be anybody's, and is thrown away."""
        self._is_last_in_clear = True
        try:
            return await self.ask("STARTTLS")
        finally:
            self._is_last_in_clear = False

    def arrived(self) -> list[Reply]:
        """Return the replies that have come and were not asked for with `replies` yet."""
        found = list(self._replies)
        self._replies.clear()
        return found

    @property
    def has_reply(self) -> bool:
        """Return whether a reply is there; while content is being sent it means that nobody wants the rest."""
        return bool(self._replies) or self._fault is not None

    async def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Begin TLS; raises ssl.SSLError, OSError, TimeoutError, DialogError.

        Whatever came in the clear counts no more (RFC 3207 section 6).
        """
        self._check()
        assert self._transport is not None
        self._reader = ReplyReader()
        self._replies.clear()
        self._owed = 0
        secured = await self._loop.start_tls(self._transport, self, context, server_hostname=host,
                                             ssl_handshake_timeout=self.timeout_s)
        if secured is None or self._fault is not None:
            raise ConnectionResetError("The connection ended during the handshake")
        self._transport = secured
        self.is_tls = True

    async def say_goodbye(self) -> None:
        """Send QUIT where that still works; its answer changes nothing. An orderly end of TLS may wait long, so abort."""
        try:
            if self.is_usable:
                self.write(b"QUIT\r\n")
                await self.reply(_QUIT_TIMEOUT_S)
        except (DialogError, BadReplyError):
            return  # it is the end in any case
        finally:
            self.abort()

    def abort(self) -> None:
        """Close at once."""
        self._fail(LostError("The connection was closed here"))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = self._bottom = cast(asyncio.Transport, transport)
        self.is_tls = transport.get_extra_info("ssl_object") is not None

    def data_received(self, data: bytes) -> None:
        """Hand complete replies to whoever waits for them."""
        try:
            found = self._reader.feed(data) if not self._is_last_in_clear else self._first(data)
        except BadReplyError as error:
            self._fail(error)
            return
        if not found:
            return
        if self._secrets:
            found = [without_secrets(reply, self._secrets) for reply in found]
        if self.log is not None:
            for reply in found:
                self.log.answered(f"{reply.code} {reply.lines[0] if reply.lines else ''}".rstrip())
        self._replies.extend(found)
        self._owed -= len(found)
        if self._owed < 0:
            self._fail(LostError(f"It said unasked: {found[-1].words}"))
            return
        self._deadline = self._loop.time() + self._patience_s
        if self._waiter is not None and len(self._replies) >= self._wanted and not self._waiter.done():
            self._waiter.set_result(None)

    def _first(self, data: bytes) -> list[Reply]:
        """Return the one reply that is wanted, or nothing yet."""
        if self._replies:
            return []
        return next((found for line in data.splitlines(keepends=True) if (found := self._reader.feed(line))), [])

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell those who wait."""
        self._fail(LostError(f"The connection was lost: {getattr(exc, 'strerror', None) or exc}" if exc else
                             "The connection was closed by the other side"))

    def pause_writing(self) -> None:
        """Let `drain` wait."""
        if self._drained is None:
            self._drained = self._loop.create_future()

    def resume_writing(self) -> None:
        """Let `drain` go on."""
        drained, self._drained = self._drained, None
        if drained is not None and not drained.done():
            drained.set_result(None)

    def _check(self) -> None:
        if self._fault is not None:
            raise self._fault

    def _fail(self, fault: Exception) -> None:
        """Keep the first reason, wake whoever waits, and close."""
        if self._fault is None:
            self._fault = fault
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._waiter is not None and not self._waiter.done():
            if len(self._replies) >= self._wanted:
                self._waiter.set_result(None)
            else:
                self._waiter.set_exception(self._fault)
        self.resume_writing()
        if self._bottom is not None:
            self._bottom.abort()

    def _arm(self, patience_s: float) -> None:
        """Set the deadline; one timer follows it lazily, since one for each reply would cost more than the reply."""
        self._patience_s = patience_s
        self._deadline = self._loop.time() + patience_s
        self._unsent = self._buffered()
        if self._timer is not None and self._timer_at > self._deadline:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._start_timer()

    def _start_timer(self) -> None:
        self._timer_at = self._deadline
        self._timer = self._loop.call_at(self._deadline, self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        if self._waiter is None and self._drained is None:
            return
        buffered = self._buffered()
        if buffered < self._unsent:  # it is slow, not silent
            self._unsent = buffered
            self._deadline = self._loop.time() + self._patience_s
        if self._loop.time() >= self._deadline:
            self._fail(SilenceError(f"Nothing was heard for {self._patience_s:g} seconds"))
        else:
            self._start_timer()

    def _system_buffer(self) -> int:
        """Return the bytes that the system may send before it asks for more: no progress can be seen in the meantime."""
        found = None if self._transport is None else self._transport.get_extra_info("socket")
        return 0 if found is None else int(found.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF))

    def _buffered(self) -> int:
        if self._transport is None or self._bottom is None:
            return 0
        above = 0 if self._transport is self._bottom else self._transport.get_write_buffer_size()
        return above + self._bottom.get_write_buffer_size()
