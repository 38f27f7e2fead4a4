"""aiosmtpd's SMTP class as a lean and sturdy connection; nothing here knows of relaying.

aiosmtpd makes some forty attributes, a stream and a task for each connection, and sends each reply by itself.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

from aiosmtpd.smtp import SMTP, Envelope, Session

from posthouse_server.logs.session import SessionLog
from posthouse_server.smtp import replies
from posthouse_server.smtp.turns import Outbox, Watch

_LINGER_S = 5.0


class Connection(SMTP):
    """Ends when it is told to, and never waits for a client that reads nothing."""

    def __init__(self, prepared: dict[str, Any], loop: asyncio.AbstractEventLoop) -> None:
        """Begin with what `prepare` has returned: aiosmtpd's constructor takes 150 µs, and the outcome is always the same."""
        self.__dict__.update(prepared)
        self.loop = loop
        self.session: Session | None = None
        self.envelope: Envelope | None = None
        self.transport: asyncio.Transport | None = None
        self._outbox: Outbox = prepared["_outbox"]
        self._corked: list[str] = []
        self._task: asyncio.Task[None] | None = None
        self._stream: asyncio.StreamReader | None = None
        self._watch: Watch = prepared["_watch"]
        self._closed_at = 0.0
        self._errors = 0
        self._is_congested = False
        self._is_closing = False
        self.session_log: SessionLog | None = None
        """Where commands and replies are written down, if they are."""

    @classmethod
    def prepare(cls, handler: Any, loop: asyncio.AbstractEventLoop, **options: Any) -> dict[str, Any]:
        """Return the attributes that all connections of one handler have in common; the options are aiosmtpd's."""
        common = vars(SMTP(handler, loop=loop, **options))
        # Bound to no connection, so that all can share them; aiosmtpd binds each anew.
        common["_smtp_methods"] = {name.removeprefix("smtp_"): getattr(cls, name) for name in dir(cls)
                                   if name.startswith("smtp_")}
        common["_outbox"] = Outbox(loop)
        common["_watch"] = Watch(loop, min(1.0, options["timeout"] / 4, _LINGER_S / 4))
        common["_ehlo_hook_ver"] = "new"  # else aiosmtpd answers EHLO itself when the hook is missing
        return {name: value for name, value in common.items() if name not in (
            "loop", "session", "envelope", "transport", "_stream_reader_wr", "_stream_writer", "_closed", "_strong_reader",
            "_loop", "_timeout_handle", "_drain_waiters", "_paused", "_connection_lost", "_source_traceback", "_task")}

    @property
    def error_limit(self) -> int:
        """Return after how many errors in a row a client is sent away; 0 for never."""
        return 0

    def on_too_many_errors(self) -> None:
        """Learn that the client was sent away for its errors."""

    def on_fault(self, error: Exception) -> str:
        """Return the reply to a command that failed."""
        raise NotImplementedError

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin: no stream, and no task."""
        self.transport = cast(asyncio.Transport, transport)  # uvloop's transports are none by inheritance
        self.session = self._create_session()
        self.session.peer = transport.get_extra_info("peername")
        self._set_rset_state()  # type: ignore[no-untyped-call]
        self._heard_at = self.loop.time()
        self._watch.add(self)
        self.greet()

    def greet(self) -> None:
        """Say the banner, or why there is none."""
        raise NotImplementedError

    @property
    def is_too_slow(self) -> bool:
        """Return whether the client only holds the place."""
        return False

    def go_on(self) -> None:
        """Answer what has come in, as far as it goes."""
        raise NotImplementedError

    def reply(self, line: str) -> None:
        """Send a reply; it goes out with those to all commands that are here already (PIPELINING).

        A client that collects nothing but errors, one after the other, is sent away.
        """
        self._say(line)
        if line[0] < "4":
            self._errors = 0
            return
        self._errors += 1
        if 0 < self.error_limit <= self._errors and not self._is_closing:
            self._errors = 0
            self.send_away(replies.TOO_MANY_ERRORS)
            self.on_too_many_errors()

    def _say(self, line: str) -> None:
        if self._is_closing:  # the last word was said: a timer or a task that comes late has nothing to add
            return
        if not self._corked:
            self._outbox.add(self)
        self._corked.append(line)
        if self.session_log is not None:
            self.session_log.answered(line)

    def uncork(self) -> None:
        """Send the replies that have gathered, with one write."""
        if self._corked:
            if self.transport is not None and not self.transport.is_closing():
                self._corked.append("")
                self.transport.write("\r\n".join(self._corked).encode("utf-8", "replace"))
            self._corked.clear()

    def pause_writing(self) -> None:
        """Answer nothing more to a client that does not read."""
        self._is_congested = True

    def resume_writing(self) -> None:
        """Go on: the client has read."""
        self._is_congested = False
        self.go_on()

    @property
    def is_tls(self) -> bool:
        """Return whether the connection is encrypted, by STARTTLS or from the first byte."""
        return self.transport is not None and self.transport.get_extra_info("sslcontext") is not None

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """Forget the connection."""
        self._watch.discard(self)
        self._is_closing = True
        self.transport = None

    def close(self) -> None:
        """Close after the last replies are sent, but wait for a client that does not read them 5 s at most."""
        if self.transport is None or self._is_closing:
            return
        self.uncork()
        self._is_closing, self._closed_at = True, self.loop.time()
        self.transport.close()

    def say_goodbye(self, reply: str) -> None:
        """Close, with a last reply."""
        if not self._is_closing:
            self._say(reply)
            self.close()

    def send_away(self, reply: str) -> None:
        """Close on a client that may be in the middle of a word, with a last reply that it can still read.

        Closed at once, with something unread, the connection would be reset, and the reply might never be seen.
        """
        if self._is_closing:
            return
        self._say(reply)
        if self.transport is None or not self.transport.can_write_eof():
            self.close()
            return
        self.uncork()
        self._is_closing, self._closed_at = True, self.loop.time()
        self.transport.write_eof()

    def check_time(self, at: float) -> None:
        """Close after silence: whole commands and real amounts of content break it, single bytes do not."""
        if self.transport is None:
            self._watch.discard(self)
        elif self._is_closing:
            if at - self._closed_at >= _LINGER_S:
                self.transport.abort()
        elif self._task is not None and self._stream is None:
            self._heard_at = at  # it is we who keep the client waiting
        elif at - self._heard_at >= self._timeout_duration or self.is_too_slow:
            self.say_goodbye(replies.IDLE)
