"""Reading commands: straight from what has come in, without a stream and without a task for each connection.

Only what has to wait (a login, TLS, a commit) runs in a task. Commands, hooks, session and envelope stay aiosmtpd's own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from aiosmtpd.smtp import MISSING

from posthouse_server.smtp import replies
from posthouse_server.smtp.connection import Connection
from posthouse_server.smtp.turns import Turns

_log = logging.getLogger(__name__)
_LINE_BYTES = 2048  # RFC 5321 section 4.5.3.1.4 with room for SMTPUTF8 addresses and parameters
_LONG_LINE_BYTES = 12288 + 32  # AUTH, RFC 4954 section 4.7
_STREAM_BYTES = 64 * 1024
_UNREAD_BYTES = 64 * 1024
_COMMANDS_AT_ONCE = 50  # then others have their turn
_TRICKLE_BYTES = 1024
"""Less content than this within the timeout counts as silence."""
_SLOW_AFTER_S = 600.0
_SLOWEST_BYTES_PER_S = 256
_UNKNOWN_LIMIT = 5
_COMMANDS_PER_ERROR = 30  # so many times the allowed errors, of commands that lead to no message
_COMMANDS_STEP = 10


class ContentReader(Protocol):
    """What takes the bytes that come in while they are no commands."""

    def take(self, data: bytes) -> bytes | None:
        """Take the next piece; returns what follows the content, or None while there is more to come."""


class Dialog(Connection):
    """Takes commands, content and answers apart, and denies by default."""

    waiting_commands = frozenset({"AUTH", "STARTTLS"})
    """The commands that may have to wait for something: each runs in a task, and reads its answers from the stream."""
    long_commands = frozenset({"AUTH"})
    sized_commands = frozenset({"BDAT"})
    """The commands that content follows at once: refused unread, it would be taken for commands."""

    def __init__(self, prepared: dict[str, Any], loop: asyncio.AbstractEventLoop) -> None:
        """Begin with what `prepare` has returned."""
        super().__init__(prepared, loop)
        self._unread = b""
        self._next = 0
        self._turns: Turns = prepared["_turns"]
        self._content: ContentReader | None = None
        self._is_early = False
        self._is_skipping_line = False
        self._is_ending = False
        self._is_paused = False
        self._trickle = 0
        self._content_at = 0.0
        self._content_bytes = 0
        self._unknown = 0
        self._commands = 0

    @classmethod
    def prepare(cls, handler: Any, loop: asyncio.AbstractEventLoop, **options: Any) -> dict[str, Any]:
        """Return the attributes that all connections of one handler have in common; the options are aiosmtpd's."""
        return super().prepare(handler, loop, **options) | {"_turns": Turns(loop)}

    def data_received(self, data: bytes) -> None:
        """Take what has come in."""
        if self._stream is not None:
            self._stream.feed_data(data)
        elif self._is_early:
            self.on_early_talk()
        elif not self._is_closing:
            self._unread = self._unread + data if self._unread else data
            self.go_on()

    def is_switched_off(self, command: str) -> bool:  # noqa: ARG002 - the rule of a server that switches off nothing
        """Return whether a command is known but not allowed."""
        return False

    def on_early_talk(self) -> None:
        """Answer who speaks before the greeting."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Answer what has come in, as far as it goes, with one write."""
        budget = _COMMANDS_AT_ONCE
        while self._next < len(self._unread) and budget and self._task is None \
                and not (self._is_congested or self._is_closing):  # as is_waiting, without its cost
            if self._content is not None:
                self._take_content(self._content)
                continue
            end = self._unread.find(b"\n", self._next)
            if end < 0:
                break
            line, self._next = self._unread[self._next:end], end + 1
            budget -= 1
            self._heard_at = self.loop.time()
            self._obey(line)
        if self._next == len(self._unread):
            self._unread, self._next = b"", 0
        else:
            self._forget_read()
        if self._unread or self._is_paused or self._is_ending:
            self._keep_pace(is_tired=not budget)

    @property
    def is_waiting(self) -> bool:
        """Return whether nothing more may be answered now."""
        return self._task is not None or self._is_congested or self._is_closing

    def _forget_read(self) -> None:
        """Drop what was answered; of a line without an end that is too long, keep only that it is."""
        if self._next:
            self._unread = self._unread[self._next:]
            self._next = 0
        if len(self._unread) > _LONG_LINE_BYTES and not self.is_waiting and self._content is None \
                and b"\n" not in self._unread:
            self._is_skipping_line = True
            self._unread = b""

    def _keep_pace(self, *, is_tired: bool) -> None:
        """Read no more than can be answered, and let others have their turn."""
        if self.transport is None or self._is_closing:
            return
        if is_tired and self._unread and not self.is_waiting:
            self._turns.add(self)
        if self._is_ending and not is_tired and not self.is_waiting:
            self.close()
            return
        is_full = self._is_congested or len(self._unread) > _UNREAD_BYTES
        if is_full is not self._is_paused and self._stream is None:
            self._is_paused = is_full
            (self.transport.pause_reading if is_full else self.transport.resume_reading)()

    def _take_content(self, content: ContentReader) -> None:
        data = self._unread[self._next:] if self._next else self._unread
        self._trickle += len(data)
        self._content_bytes += len(data)
        if self._trickle >= _TRICKLE_BYTES:
            self._trickle = 0
            self._heard_at = self.loop.time()
        rest = content.take(data)
        self._unread, self._next = rest or b"", 0
        if rest is not None:
            self._content = None
            self._heard_at = self.loop.time()
            if self.session_log is not None:
                self.session_log.carried(self._content_bytes)
            self._then()

    def note_progress(self) -> None:
        """Count anew the commands that lead to no message."""
        self._commands = 0

    def expect_content(self, content: ContentReader, then: Callable[[], None]) -> None:
        """Give what comes in to a reader until it has found the end, and then go on."""
        self._content = content
        self._then = then
        self._trickle = 0
        self._content_at, self._content_bytes = self.loop.time(), 0

    @property
    def is_too_slow(self) -> bool:
        """Return whether content trickles in: whoever needs hours for a letter only wants to hold the place."""
        taken_s = self.loop.time() - self._content_at
        return (self._content is not None and taken_s > _SLOW_AFTER_S
                and self._content_bytes < _SLOWEST_BYTES_PER_S * (taken_s - _SLOW_AFTER_S))

    def _obey(self, line: bytes) -> None:
        """Answer one command line; a client that keeps us busy without ever sending a message is sent away."""
        self._commands += 1
        if self._commands % _COMMANDS_STEP == 0 and 0 < self.error_limit * _COMMANDS_PER_ERROR <= self._commands:
            self.send_away(replies.TOO_MANY_COMMANDS)
            return
        line = line.rstrip(b"\r")
        if self.session_log is not None:
            self.session_log.asked(line[:_LINE_BYTES].decode("utf-8", "replace"), len(line) + 2)
        verb, _, argument = line.partition(b" ")
        command = verb.decode("ascii", "replace").upper()
        if self._is_skipping_line or (len(line) > _LINE_BYTES and (
                command not in self.long_commands or len(line) > _LONG_LINE_BYTES)):
            self._is_skipping_line = False
            self.reply(replies.LINE_TOO_LONG)
            return
        if not line:
            self.reply(replies.UNKNOWN_COMMAND)
            return
        method: Callable[..., Coroutine[Any, Any, None]] | None = self._smtp_methods.get(command)
        if method is None:
            self._answer_unknown()
            return
        if self.is_switched_off(command):
            (self.send_away if command in self.sized_commands else self.reply)(replies.COMMAND_OFF)
            return
        text = argument.strip().decode("utf-8", "surrogateescape") or None
        if command in self.waiting_commands:
            self.wait_for(method(self, text), is_reading=True)
        else:
            self._now(method(self, text))

    def _answer_unknown(self) -> None:
        """Refuse what is no command; who says nothing else (a web browser, a spammer's proxy) is sent away."""
        self._unknown += 1
        if self._unknown >= _UNKNOWN_LIMIT:
            self.send_away(replies.TOO_MANY_UNKNOWN)
        else:
            self.reply(replies.UNKNOWN_COMMAND)

    def _now(self, work: Coroutine[Any, Any, None]) -> None:
        """Run what never waits, without the cost of a task."""
        try:
            work.send(None)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 - the client gets an answer to whatever it was
            self.reply(self.on_fault(error))
        else:
            work.close()
            self.reply(self.on_fault(RuntimeError(f"{work!r} has to wait and must run in a task")))

    def wait_for(self, work: Coroutine[Any, Any, None], *, is_reading: bool = False) -> None:
        """Run what has to wait, in a task; commands that come in meanwhile are answered after it.

        With is_reading the client's next lines are answers to the task, which reads them from the stream; it ends with
        the connection. Other work is done to its end, so that nothing is left half done.
        """
        if is_reading:
            self._stream = asyncio.StreamReader(limit=_STREAM_BYTES, loop=self.loop)
            assert self.transport is not None
            if self._is_paused:
                self._is_paused = False
                self.transport.resume_reading()
            self._stream.set_transport(self.transport)
            self._reader = self._stream
            if waiting := self._unread[self._next:]:
                self._stream.feed_data(waiting)
            self._unread, self._next = b"", 0
            if self._is_ending:
                self._stream.feed_eof()
        self._task = self.loop.create_task(self._attend(work))

    async def _attend(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ConnectionError as error:  # it broke while something was awaited
            _log.debug("A connection broke: %s", error)
        except Exception as error:  # noqa: BLE001 - the client gets an answer to whatever it was
            self.reply(self.on_fault(error))
        finally:
            self._task = None
            self._heard_at = self.loop.time()
            if self._stream is not None:
                self._unread += bytes(self._stream._buffer)  # type: ignore[attr-defined]
                self._stream = None
                if self.transport is not None and not self._is_closing:
                    self.transport.resume_reading()
            if self.transport is not None and self._is_early and self._unread:
                self.on_early_talk()
            elif self.transport is not None and not self._is_early:
                self.go_on()

    async def _call_handler_hook(self, command: str, *args: Any) -> Any:
        """Deny by default: aiosmtpd answers 250 when a hook is missing."""
        if command not in self._handle_hooks:
            raise NotImplementedError(f"The handler has no hook for {command}")
        return await self._handle_hooks[command](self, self.session, self.envelope, *args)

    async def challenge_auth(self, challenge: str | bytes, encode_to_b64: bool = True,
                             log_client_response: bool = False) -> Any:
        """Close after an endless answer: what is left of it would be taken for commands."""
        try:
            answer = await super().challenge_auth(challenge, encode_to_b64, log_client_response)
            return MISSING if answer == b"" and self._stream is not None and self._stream.at_eof() else answer
        except ValueError:  # from StreamReader.readline; bad base64 is handled inside
            self.send_away(replies.AUTH_TOO_LONG)
            return MISSING

    def eof_received(self) -> bool | None:
        """Close at the client's end of file, but answer first what was asked before it."""
        if self._is_closing:
            return False
        self._is_ending = True
        if self._stream is not None:
            self._stream.feed_eof()
        else:
            self.go_on()
        return not self.is_tls  # TLS knows no half-closed connections

    def connection_lost(self, error: Exception | None) -> None:
        """Forget what has come in; work that waits for no client goes on to its end."""
        super().connection_lost(error)
        self._unread, self._content = b"", None
        if self._stream is not None:
            self._give_up_task()

    def _give_up_task(self) -> None:
        """End a task that waits for a client which says no more, but not before it has begun: it must clear up after itself."""
        if self._task is not None:
            self.loop.call_soon(self._task.cancel)
