"""A conversation that can go over to TLS (RFC 3207)."""

from __future__ import annotations

import asyncio
import logging
import ssl

from aiosmtpd.smtp import syntax

from posthouse_server.smtp import replies
from posthouse_server.smtp.dialog import Dialog

_log = logging.getLogger(__name__)
_HANDSHAKE_TIMEOUT_S = 30.0


class SecurableDialog(Dialog):
    """Knows STARTTLS; whether it is offered, and with which certificate, is decided further down."""

    @property
    def is_starttls_offered(self) -> bool:
        """Return whether EHLO shows STARTTLS."""
        raise NotImplementedError

    @property
    def certificate(self) -> ssl.SSLContext | None:
        """Return what TLS starts with."""
        raise NotImplementedError

    @syntax("STARTTLS", when="is_starttls_offered")
    async def smtp_STARTTLS(self, arg: str | None) -> None:
        """Use the loop's own start_tls: aiosmtpd builds on private parts of asyncio that other loops lack."""
        context = self.certificate
        if arg:
            self.reply("501 5.5.4 Syntax: STARTTLS")
            return
        if self.is_tls or not self.is_starttls_offered or context is None:
            self.reply(replies.TLS_ACTIVE if self.is_tls else replies.TLS_NOT_OFFERED)
            return
        self.reply("220 2.0.0 Ready to start TLS")
        self.uncork()  # before the handshake begins
        assert self._stream is not None
        # What was sent before TLS was up could have been injected (CVE-2011-0411).
        self._stream._buffer.clear()  # type: ignore[attr-defined]
        assert self.transport is not None
        try:
            secured = await self.loop.start_tls(self.transport, self, context, server_side=True,
                                                ssl_handshake_timeout=_HANDSHAKE_TIMEOUT_S)
        except (OSError, ssl.SSLError) as error:
            _log.info("TLS handshake with %s failed: %s", self.peer_name, error)
            secured = None
        if secured is None:
            self.close()
            self.connection_lost(None)  # the loop tells nobody of a connection that it loses during a handshake
            return
        self._switch_to(secured)

    @property
    def peer_name(self) -> str:
        """Return the client's address for the log."""
        return str(self.session.peer) if self.session is not None else ""

    def _switch_to(self, secured: asyncio.Transport) -> None:
        """Go on over TLS, with everything forgotten that was said in the clear (RFC 3207 section 4.2)."""
        self.transport = secured
        assert self._stream is not None
        # Its buffer is left alone: it was emptied before, and a quick client's first words over TLS may be in it already.
        self._stream._transport = secured  # type: ignore[attr-defined]
        if self.session_log is not None:
            self.session_log.account = ""
        self.session = self._create_session()
        self.session.peer = secured.get_extra_info("peername")
        self.session.ssl = {"sslcontext": secured.get_extra_info("sslcontext")}
        self._set_rset_state()  # type: ignore[no-untyped-call]
