"""The SMTP conversation of a relay: who may log in, start TLS and send, each by the settings of this moment."""

from __future__ import annotations

import asyncio
import functools
import logging
import ssl
from collections.abc import Coroutine
from typing import Any, AnyStr

from aiosmtpd.proxy_protocol import ProxyData, get_proxy
from aiosmtpd.smtp import syntax

from posthouse_server.live import InForce
from posthouse_server.policy.networks import IPAddress, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import AuthenticationMode, Listener, Tls
from posthouse_server.smtp import replies
from posthouse_server.smtp.envelope import EnvelopeDialog
from posthouse_server.smtp.guard import Key, key_of
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.intake import Intake
from posthouse_server.smtp.transaction import Transaction

_log = logging.getLogger(__name__)
_IDLE_TIMEOUT_S = 300.0  # RFC 5321 section 4.5.3.2.7
_PROXY_TIMEOUT_S = 10.0
_PROXY_LOCAL = 0  # the command in a header of version 2
_GREETING_DELAY_S = 0.5
_NOT_KNOWN_YET = parse_client("0.0.0.0")  # noqa: S104 - nothing binds here


@functools.lru_cache(maxsize=10_000)  # the same few clients come again and again
def _known(text: str) -> tuple[IPAddress, str, bool, Key | None]:
    """Return a client's address, how it is written, whether it is of the Internet, and what its limits count it by."""
    client = parse_client(text)
    return client, str(client), client.is_global, None if client.is_loopback else key_of(client)


class ActiveListener:
    """The settings of the listener that a connection came through; replaced live, so open connections see them too."""

    def __init__(self, settings: Listener) -> None:
        """Start with these settings."""
        self.settings = settings


class SmtpProtocol(EnvelopeDialog):
    """One connection. Everything that a handler hook does not explicitly allow is refused."""

    def __init__(self, handler: RelayHandler, listener: ActiveListener, prepared: dict[str, Any],
                 loop: asyncio.AbstractEventLoop) -> None:
        """Serve one connection that came through this listener; `prepared` is the outcome of `prepared_for`."""
        super().__init__(prepared, loop)
        self._handler = handler
        self._listener = listener
        self._greeting: asyncio.TimerHandle | None = None
        self._is_welcome = False
        self.login_failures = 0
        self.login_revision = 0
        self.client: IPAddress = _NOT_KNOWN_YET
        self.client_text = ""
        self.limited_as: Key | None = None
        """What the limits of recipients per hour count the client by; None: they don't."""

    @classmethod
    def prepared_for(cls, handler: RelayHandler, loop: asyncio.AbstractEventLoop) -> dict[str, Any]:
        """Return what all connections of a handler have in common."""
        return cls.prepare(handler, loop, hostname="unused", ident="ESMTP Posthouse", enable_SMTPUTF8=True,
                           data_size_limit=None, timeout=_IDLE_TIMEOUT_S, auth_require_tls=False)

    @property
    def in_force(self) -> InForce:
        """Return what is in force now (a transaction keeps its own)."""
        return self._handler.live.current

    @property
    def in_force_for_transaction(self) -> InForce:
        """Return what was in force when the transaction began, or what is in force now if there is none."""
        kept = self.envelope.in_force if isinstance(self.envelope, Transaction) else None
        return kept or self.in_force

    @property
    def needs_login(self) -> bool:
        """Return whether this listener demands a login before MAIL, live."""
        assert self.session is not None
        return self._listener.settings.require_authentication and not self.session.authenticated

    @property
    def enforced_size_limit(self) -> int | None:
        """Return the limit of a message in bytes, or None; aiosmtpd's own data_size_limit would be fixed at connection."""
        inbound = self.in_force_for_transaction.settings.smtp.inbound
        return inbound.max_message_bytes or None if inbound.enforce_max_message_bytes else None

    @property
    def is_starttls_offered(self) -> bool:
        """Return whether EHLO shows STARTTLS."""
        return self._listener.settings.tls is Tls.STARTTLS and not self.is_tls

    @property
    def certificate(self) -> ssl.SSLContext | None:
        """Return what TLS starts with."""
        return self.in_force.tls_context

    @property
    def may_authenticate(self) -> bool:
        """Return whether the listener's mode and the connection's security allow a login; loopback is secure."""
        mode = self._listener.settings.authentication
        return mode is AuthenticationMode.ALWAYS or (
            mode is AuthenticationMode.SECURE_ONLY and (self.is_tls or self.client.is_loopback))

    @property
    def error_limit(self) -> int:
        """Return after how many errors in a row a client is sent away, live."""
        return self.in_force.settings.smtp.security.max_failed_commands

    def is_switched_off(self, command: str) -> bool:
        """Return whether Advanced SMTP has taken a command out of service, live."""
        return command in self.in_force.settings.smtp.advanced.forbidden

    @property
    def is_in_transaction(self) -> bool:
        """Return whether a client would lose work if the connection closed now."""
        is_ours_to_end = self._task is not None and self._stream is None
        return is_ours_to_end or (isinstance(self.envelope, Transaction) and bool(self.envelope.accepted))

    @property
    def is_at_work(self) -> bool:
        """Return whether something is being done that must come to its end, such as storing a message."""
        return self._task is not None and self._stream is None

    def reply_later(self, line: str, delay_s: float) -> None:
        """Send a reply after a while, and answer nothing before it; others go on meanwhile."""
        self.wait_for(self._reply_after(line, delay_s))

    async def _reply_after(self, line: str, delay_s: float) -> None:
        await asyncio.sleep(delay_s)
        self.reply(line)

    async def _attend(self, work: Coroutine[Any, Any, None]) -> None:
        await super()._attend(work)
        if self.transport is None and isinstance(self.envelope, Transaction):
            self.envelope.abandon()  # the client has left, and nobody else clears up

    def greet(self) -> None:
        """Learn who the client is, from the load balancer where there is one, and welcome it or turn it away."""
        assert self.session is not None
        peer = self.session.peer
        if not peer:  # uvloop: the client is gone again already
            self.close()
            return
        address = _known(peer[0])[0]
        self._handler.on_connected(self)
        if not self._handler.is_balancer(address):
            self._welcome(address)
        elif self._listener.settings.tls is Tls.IMPLICIT:  # the header comes before TLS, where nobody can read it
            self.say_goodbye(replies.NO_PROXY_HERE)
        else:
            self.wait_for(self._learn_client(), is_reading=True)

    async def _learn_client(self) -> None:
        """Read the PROXY header, without which a balancer is not served."""
        try:
            async with asyncio.timeout(_PROXY_TIMEOUT_S):
                header = await get_proxy(self._reader)
            client = self._named_by(header)
        except (TimeoutError, ValueError, EOFError):
            client = None
        if client is None:
            self.send_away(replies.PROXY_HEADER_WANTED)
        else:
            self._welcome(client)

    def _named_by(self, header: ProxyData) -> IPAddress | None:
        """Return the client that a header names; a balancer that asks for itself (LOCAL, a health check) is its own client."""
        assert self.session is not None
        if header and header.version == 2 and header.command == _PROXY_LOCAL:
            return parse_client(str(self.session.peer[0]) if self.session.peer else "")
        return parse_client(str(header.src_addr)) if header and header.src_addr else None

    def _welcome(self, client: IPAddress) -> None:
        """Turn away before the banner: Access Control, and more connections than allowed. Strangers wait for the banner."""
        client, self.client_text, is_stranger, self.limited_as = _known(str(client))
        self.client = client
        self._is_welcome = True
        self.session_log = self._handler.open_log(self)
        refusal = self._handler.welcome(self)
        if refusal:
            self.say_goodbye(refusal)
        elif is_stranger:
            self._is_early = True
            self._greeting = self.loop.call_later(_GREETING_DELAY_S, self._say_banner)
        else:
            self._say_banner()

    def _say_banner(self) -> None:
        self._greeting, self._is_early = None, False
        security = self.in_force.settings.smtp.security
        text = security.welcome_message if security.use_welcome_message else ""
        self.reply(f"220 {self.in_force.hostname} {text or self.__ident__}")

    def on_early_talk(self) -> None:
        """Send away who talks before the banner: spammers' programs do, mail servers never."""
        self.send_away(self.refused(Rule.EARLY_TALKER, replies.EARLY_TALKER))

    def connection_lost(self, error: Exception | None) -> None:
        """Count the connection out; a half-received body must not stay in the spool folder."""
        if self._greeting is not None:
            self._greeting.cancel()
        is_done_by_task = self._task is not None and self._stream is None
        super().connection_lost(error)
        self._handler.on_disconnected(self, was_welcome=self._is_welcome)
        self._is_welcome = False
        if isinstance(self.envelope, Transaction) and not is_done_by_task:
            self.envelope.abandon()

    async def push(self, status: AnyStr) -> None:
        """Send a reply of aiosmtpd's own, completed."""
        text = status if isinstance(status, str) else status.decode("ascii")
        self.reply(replies.with_status(text, self.in_force.settings.smtp.relay.denial_reply))

    async def _conclude(self, transaction: Transaction) -> None:
        """Note that this client does send messages."""
        self.note_progress()
        self._unknown = 0
        await super()._conclude(transaction)

    def on_too_many_errors(self) -> None:
        """Let it count against the client."""
        self._handler.discipline.commands_failed(self, self.error_limit)

    def refused(self, rule: Rule, reply: str) -> str:
        """Return a reply with an id under which the refusal stands in the trace."""
        return self._handler.refuse(self, rule, reply)

    def _open(self, transaction: Transaction) -> Intake:
        assert self.session is not None
        return self._handler.open_intake(self, self.session, transaction)

    def on_fault(self, error: Exception) -> str:
        """Tell the log everything and the client nothing but an id."""
        return self._handler.on_fault(error)

    async def smtp_QUIT(self, arg: str | None) -> None:
        """Close in our own way (aiosmtpd ends a task that is not there)."""
        if arg:
            self.reply("501 5.5.4 Syntax: QUIT")
        else:
            self.say_goodbye(await self._call_handler_hook("QUIT"))

    @syntax("AUTH <mechanism> [initial-response]", when="may_authenticate")
    async def smtp_AUTH(self, arg: str | None) -> None:
        """Gate AUTH by the listener's mode, and accept mechanism names in any case (RFC 4954 section 4)."""
        if not self.may_authenticate:
            is_hopeless = self._listener.settings.authentication is AuthenticationMode.NEVER or not self.is_starttls_offered
            self.reply(replies.AUTH_OFF if is_hopeless else replies.AUTH_FORBIDDEN)
            return
        if isinstance(self.envelope, Transaction) and self.envelope.mail_from is not None:
            self.reply(replies.AUTH_IN_TRANSACTION)
            return
        mechanism, _, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(f"{mechanism.upper()} {rest}".strip() or None)

    @syntax("VRFY <address>")
    async def smtp_VRFY(self, arg: str | None) -> None:
        """Never tell whether an address exists (aiosmtpd parses and echoes it)."""
        self.reply(replies.CANNOT_VERIFY if arg else "501 5.5.4 Syntax: VRFY <address>")
