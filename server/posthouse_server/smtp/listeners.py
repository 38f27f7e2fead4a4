"""The listening sockets: bound, rebound and closed one by one as the settings change; open sessions go on."""

from __future__ import annotations

import asyncio
import errno
import logging
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from posthouse_server.settings.schema import Listener, Tls
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.protocol import ActiveListener, SmtpProtocol

_log = logging.getLogger(__name__)
_HANDSHAKE_TIMEOUT_S = 10.0  # until it is over nobody has counted the connection
_WINDOWS_ACCESS = 10013  # WSAEACCES: reserved or forbidden
_WINDOWS_IN_USE = 10048
_WINDOWS_NO_ADDRESS = 10049


class BindError(Exception):
    """A port could not be opened; the message names it and says what to do."""


@dataclass(slots=True)
class _Bound:
    active: ActiveListener
    server: asyncio.Server
    context: ssl.SSLContext | None

    @property
    def place(self) -> str:
        """Return the address and real port, such as 127.0.0.1:2525 or [::1]:2525."""
        host, port = self.server.sockets[0].getsockname()[:2]
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    def serves(self, wanted: Listener, context: ssl.SSLContext) -> bool:
        """Return whether this socket can go on for those settings and that certificate."""
        own = self.active.settings
        return (own.address, own.port) == (wanted.address, wanted.port) and self.context is (
            context if wanted.tls is Tls.IMPLICIT else None)


class ListenerSet:
    """All listeners of the server."""

    def __init__(self, handler: RelayHandler) -> None:
        """Nothing listens yet."""
        self._handler = handler
        self._bound: list[_Bound] = []

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the server listens."""
        return tuple(bound.place for bound in self._bound)

    async def apply(self, wanted: Sequence[Listener], context: ssl.SSLContext) -> None:
        """Listen there and nowhere else. Raises BindError, and then it listens where it did before.

        What is wanted of the listeners that stay (that clients must log in there) counts in any case.
        """
        kept, missing, surplus = self._compare(wanted, context)
        for bound, settings in kept:
            bound.active.settings = settings
        # A socket that stands in the way of a new one (0.0.0.0 after 127.0.0.1, same port) must close first.
        in_the_way = [bound for bound in surplus
                      if bound.active.settings.port and any(bound.active.settings.port == item.port for item in missing)]
        for bound in in_the_way:
            bound.server.close()
        fresh: list[_Bound] = []
        try:
            for settings in missing:
                fresh.append(await self._bind(settings, context))  # noqa: PERF401 - closed again if a later one fails
        except BindError:
            for bound in fresh:
                bound.server.close()
            await self._restore(in_the_way)
            raise
        for bound in surplus:
            bound.server.close()
        by_settings = {id(bound.active.settings): bound for bound in (*(bound for bound, _ in kept), *fresh)}
        self._bound = [by_settings[id(settings)] for settings in wanted]  # the order of the settings, as the console shows

    def close(self) -> None:
        """Stop listening; open connections go on."""
        for bound in self._bound:
            bound.server.close()
        self._bound = []

    def _compare(self, wanted: Sequence[Listener], context: ssl.SSLContext) -> tuple[
            list[tuple[_Bound, Listener]], list[Listener], list[_Bound]]:
        """Return what can go on (with its new settings), what must be opened, and what must be closed."""
        surplus = list(self._bound)
        kept, missing = [], []
        for settings in wanted:
            match = next((bound for bound in surplus if bound.serves(settings, context)), None)
            if match is None:
                missing.append(settings)
            else:
                surplus.remove(match)
                kept.append((match, settings))
        return kept, missing, surplus

    async def _restore(self, closed: list[_Bound]) -> None:
        for bound in closed:
            try:
                again = await self._bind(bound.active.settings, bound.context)
            except BindError as error:
                _log.error("A listener could not be opened again: %s", error)
                self._bound.remove(bound)
                continue
            self._bound[self._bound.index(bound)] = again

    async def _bind(self, settings: Listener, context: ssl.SSLContext | None) -> _Bound:
        loop = asyncio.get_running_loop()
        active = ActiveListener(settings)
        context = context if settings.tls is Tls.IMPLICIT else None
        try:
            server = await loop.create_server(
                self._factory(active, loop), settings.address, settings.port, ssl=context, backlog=512,
                ssl_handshake_timeout=_HANDSHAKE_TIMEOUT_S if context else None)
        except OSError as error:
            raise BindError(bind_fault(settings.address, settings.port, error)) from error
        if not server.sockets:  # asyncio skips an address family that this computer lacks, and says nothing
            raise BindError(f"Port {settings.port} on {settings.address} can't be opened: this computer does not speak "
                            "that kind of IP.")
        return _Bound(active, server, context)

    def _factory(self, active: ActiveListener, loop: asyncio.AbstractEventLoop) -> Callable[[], SmtpProtocol]:
        prepared = SmtpProtocol.prepared_for(self._handler, loop)
        return lambda: SmtpProtocol(self._handler, active, prepared, loop)


def bind_fault(address: str, port: int, error: OSError) -> str:
    """Return what is wrong with a port and what to do about it, as a sentence."""
    if error.errno in (errno.EADDRINUSE, _WINDOWS_IN_USE):
        return (f"Port {port} on {address} is in use by another program. Stop that program, or choose another port in "
                "SMTP Properties, Inbound.")
    if error.errno in (errno.EACCES, errno.EPERM, _WINDOWS_ACCESS):
        return (f"Port {port} on {address} may not be opened by this user. Run the server with more rights, or choose a "
                "port above 1023 in SMTP Properties, Inbound.")
    if error.errno in (errno.EADDRNOTAVAIL, _WINDOWS_NO_ADDRESS):
        return (f"{address} is not an address of this computer, so port {port} can't be opened on it. Choose one of its "
                "own addresses in SMTP Properties, Inbound.")
    return f"Port {port} on {address} can't be opened: {error.strerror or error}."
