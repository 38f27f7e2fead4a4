"""aiosmtpd's SMTP class with the few overrides that a relay needs; each says why it is there."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections import defaultdict
from typing import Any, AnyStr, cast

from aiosmtpd.smtp import Envelope, Session, syntax

from posthouse_server.live import InForce
from posthouse_server.policy.addresses import AddressError, parse_path
from posthouse_server.policy.networks import IPAddress, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import AuthenticationMode, Listener, Tls
from posthouse_server.smtp import replies
from posthouse_server.smtp.data import read_data
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.sturdy import SturdySmtp
from posthouse_server.smtp.transaction import Transaction

_log = logging.getLogger(__name__)
_COMMAND_BYTES = 2048  # RFC 5321 section 4.5.3.1.4 with room for SMTPUTF8 addresses and parameters
_AUTH_BYTES = 12288 + 32  # RFC 4954 section 4.7
_TLS_TIMEOUT_S = 60.0
_IDLE_TIMEOUT_S = 300.0  # RFC 5321 section 4.5.3.2.7
_ERROR_LIMIT = 100
_LOGIN_FAILURE_LIMIT = 3
NULL_PATH = "<>"


class ActiveListener:
    """The settings of the listener that a connection came through; replaced live, so open connections see them too."""

    def __init__(self, settings: Listener) -> None:
        """Start with these settings."""
        self.settings = settings


class SmtpProtocol(SturdySmtp):
    """One connection. Everything that a handler hook does not explicitly allow is refused."""

    line_length_limit = 64 * 1024
    """aiosmtpd makes this the stream's buffer limit; its 1001 bytes would read DATA in crumbs."""

    def __init__(self, handler: RelayHandler, listener: ActiveListener, loop: asyncio.AbstractEventLoop) -> None:
        """Serve one connection that came through this listener."""
        self._handler = handler
        self._listener = listener
        self._errors = 0
        self._login_failures = 0
        self.login_revision = 0
        # aiosmtpd shares one dictionary between all connections and clears it for each new one.
        self.command_size_limits = defaultdict(lambda: _COMMAND_BYTES)
        super().__init__(handler, hostname=handler.live.current.hostname, ident="ESMTP Posthouse", enable_SMTPUTF8=True,
                         data_size_limit=None, timeout=_IDLE_TIMEOUT_S, auth_require_tls=False, loop=loop)
        self.command_size_limits["AUTH"] = _AUTH_BYTES
        self.client: IPAddress = parse_client("0.0.0.0")  # noqa: S104 - stands for "not known yet", nothing binds here

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
    def enforced_size_limit(self) -> int | None:
        """Return the limit of a message in bytes, or None; aiosmtpd's own data_size_limit would be fixed at connection."""
        inbound = self.in_force_for_transaction.settings.smtp.inbound
        return inbound.max_message_bytes or None if inbound.enforce_max_message_bytes else None

    @property
    def _auth_required(self) -> bool:
        """Return whether this listener demands a login before MAIL, live."""
        return self._listener.settings.require_authentication

    @_auth_required.setter
    def _auth_required(self, value: bool) -> None:
        """Ignore what aiosmtpd's constructor assigns."""

    @property
    def is_tls(self) -> bool:
        """Return whether the connection is encrypted, by STARTTLS or from the first byte."""
        return self.transport is not None and self.transport.get_extra_info("sslcontext") is not None

    @property
    def is_starttls_offered(self) -> bool:
        """Return whether EHLO shows STARTTLS."""
        return self._listener.settings.tls is Tls.STARTTLS and not self.is_tls

    @property
    def may_authenticate(self) -> bool:
        """Return whether the listener's mode and the connection's security allow a login; loopback is secure."""
        mode = self._listener.settings.authentication
        return mode is AuthenticationMode.ALWAYS or (
            mode is AuthenticationMode.SECURE_ONLY and (self.is_tls or self.client.is_loopback))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the client's address in the form that the policy knows."""
        peer = transport.get_extra_info("peername")
        if peer is None:  # uvloop: the client is gone again already
            cast(asyncio.Transport, transport).abort()
            return
        self.client = parse_client(peer[0])
        self._handler.on_connected(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Count the connection out; a half-received body must not stay in the spool folder."""
        if self.session is None:  # it was never counted in
            return
        self._handler.on_disconnected(self)
        super().connection_lost(error)
        if isinstance(self.envelope, Transaction):
            self.envelope.abandon()

    async def push(self, status: AnyStr) -> None:
        """Send a reply; a client that collects nothing but errors, one after the other, is sent away."""
        await super().push(status)
        self._errors = self._errors + 1 if status[:1] in ("4", "5", b"4", b"5") else 0
        if self._errors >= _ERROR_LIMIT and self.transport is not None:
            await super().push(replies.TOO_MANY_ERRORS)
            self.close()

    async def count_login_failure(self) -> None:
        """Send a client away that guesses passwords."""
        self._login_failures += 1
        if self._login_failures >= _LOGIN_FAILURE_LIMIT:
            await super().push(replies.TOO_MANY_ERRORS)
            self.close()

    @property
    def is_in_transaction(self) -> bool:
        """Return whether a client would lose work if the connection closed now."""
        return isinstance(self.envelope, Transaction) and bool(self.envelope.accepted)

    @syntax("AUTH <mechanism> [initial-response]", when="may_authenticate")
    async def smtp_AUTH(self, arg: str | None) -> None:
        """Gate AUTH by the listener's mode, and accept mechanism names in any case (RFC 4954 section 4)."""
        if not self.may_authenticate:
            is_hopeless = self._listener.settings.authentication is AuthenticationMode.NEVER or not self.is_starttls_offered
            await self.push(replies.AUTH_OFF if is_hopeless else replies.AUTH_FORBIDDEN)
            return
        if isinstance(self.envelope, Transaction) and self.envelope.mail_from is not None:
            await self.push(replies.AUTH_IN_TRANSACTION)
            return
        mechanism, _, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(f"{mechanism.upper()} {rest}".strip() or None)

    @syntax("VRFY <address>")
    async def smtp_VRFY(self, arg: str | None) -> None:
        """Never tell whether an address exists (aiosmtpd parses and echoes it)."""
        await self.push(replies.CANNOT_VERIFY if arg else "501 5.5.4 Syntax: VRFY <address>")

    @syntax("STARTTLS", when="is_starttls_offered")
    async def smtp_STARTTLS(self, arg: str | None) -> None:
        """Use the loop's own start_tls: aiosmtpd builds on private parts of asyncio that other loops lack."""
        context = self.in_force.tls_context
        if arg:
            await self.push("501 5.5.4 Syntax: STARTTLS")
            return
        if self.is_tls or not self.is_starttls_offered or context is None:
            await self.push(replies.TLS_ACTIVE if self.is_tls else replies.TLS_NOT_OFFERED)
            return
        await self.push("220 2.0.0 Ready to start TLS")
        self._discard_buffer()
        transport = cast(asyncio.Transport, self.transport)  # uvloop's transports are none by inheritance
        try:
            secured = await self.loop.start_tls(transport, self, context, server_side=True,
                                                ssl_handshake_timeout=_TLS_TIMEOUT_S)
        except (OSError, ssl.SSLError) as error:
            _log.info("TLS handshake with %s failed: %s", self.client, error)
            secured = None
        if secured is None:
            self.close()
            self.connection_lost(None)  # the loop tells nobody of a connection that it loses during a handshake
            return
        self._switch_to(secured)

    def _switch_to(self, secured: asyncio.Transport) -> None:
        """Go on over TLS, with everything forgotten that was said in the clear (RFC 3207 section 4.2)."""
        self.transport = secured
        # As in asyncio's own StreamWriter.start_tls, which would make a new task for the client.
        self._reader._transport = secured  # type: ignore[attr-defined]
        self._writer._transport = secured  # type: ignore[attr-defined]
        # The buffer is left alone: it was emptied before, and a quick client's first words over TLS may be in it already.
        self.session = self._create_session()
        self.session.peer = secured.get_extra_info("peername")
        self.session.ssl = {"sslcontext": secured.get_extra_info("sslcontext")}
        self._set_rset_state()  # type: ignore[no-untyped-call]

    def _discard_buffer(self) -> None:
        """Throw away what was sent before TLS was up: it could have been injected (CVE-2011-0411)."""
        self._reader._buffer.clear()  # type: ignore[attr-defined]

    @syntax("DATA")
    async def smtp_DATA(self, arg: str | None) -> None:
        """Stream the content to the spool in chunks; aiosmtpd collects lines in memory and lets bare LF through."""
        if await self.check_helo_needed() or await self.check_auth_needed("DATA"):
            return
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        transaction = self.envelope
        if not isinstance(transaction, Transaction) or not transaction.accepted:
            await self.push("503 5.5.1 There is no valid recipient; send RCPT first")
            return
        assert self.session is not None
        intake = self._handler.open_intake(self, self.session, transaction)
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        if not await read_data(self._reader, intake.feed, self._reset_timeout):
            intake.refuse(replies.MALFORMED_DATA)
        intake.finish()
        try:
            status = await self._call_handler_hook("DATA")
        finally:
            self._set_post_data_state()  # type: ignore[no-untyped-call]  # also after a fault the transaction is over
        await self.push(status)

    async def _handle_client(self) -> None:
        """Turn clients away before the banner: Access Control, and more connections than allowed."""
        refusal = self._handler.refusal_at_connect(self)
        if refusal:
            await self.push(refusal)
            self.close()
            return
        await super()._handle_client()

    def _create_envelope(self) -> Envelope:
        if isinstance(self.envelope, Transaction):
            self.envelope.abandon()
        return Transaction()

    async def check_auth_needed(self, caller_method: str) -> bool:  # noqa: ARG002 - aiosmtpd's signature
        """Give the refusal an id and a trace, as all have."""
        assert self.session is not None
        if not self._auth_required or self.session.authenticated:
            return False
        await self.push(self._handler.refuse(self, Rule.LOGIN_REQUIRED, replies.LOGIN_REQUIRED))
        return True

    def _create_session(self) -> Session:
        return Session(self.loop)

    def _getaddr(self, arg: str) -> tuple[str, str]:
        """Use the strict parser of the policy; the null path becomes `<>`, since aiosmtpd takes "" for an error.

        What is no path goes on to the hook in a form that no address has, so that its refusal gets an id and a trace.
        """
        if not arg:
            return "", ""
        try:
            mailbox, rest = parse_path(arg)
        except AddressError:
            return arg if arg.startswith("<") else f"<{arg}", ""
        return mailbox or NULL_PATH, rest

    def _getparams(self, params: Any) -> dict[str, str | bool] | None:
        """Accept and ignore AUTH= of MAIL, as RFC 4954 section 5 demands of servers that offer AUTH."""
        result = super()._getparams(params)
        if result is not None:
            result.pop("AUTH", None)
        return result
