"""Connections that are ready for mail: found, opened, secured and logged in; and the door that a refused login shuts."""

from __future__ import annotations

import asyncio
import errno
import logging
import ssl

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.delivery.binding import check_binding, fitting
from posthouse_server.delivery.connection import Connection, Manner, RefusedError, open_connection
from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.dialog import DialogError
from posthouse_server.delivery.doors import Doors
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.pool import ConnectionPool
from posthouse_server.delivery.reply import BadReplyError
from posthouse_server.delivery.words import printable
from posthouse_server.live import InForce, Live
from posthouse_server.logs.journals import Journals
from posthouse_server.settings.schema import OutboundTls, SmartHost, SmartHostTls
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_NO_FILES = frozenset({errno.EMFILE, errno.ENFILE, getattr(errno, "WSAEMFILE", errno.EMFILE)})
_LOGIN_WANTED = (530, 534, 535, 538)
_DIRECT_TLS = {  # required means TLS with any certificate: Manner.may_be_plain
    OutboundTls.OPPORTUNISTIC: SmartHostTls.OPPORTUNISTIC, OutboundTls.REQUIRED: SmartHostTls.OPPORTUNISTIC,
    OutboundTls.VERIFIED: SmartHostTls.REQUIRED, OutboundTls.NONE: SmartHostTls.NONE}
_LOOK_S = 2.0  # how often the secret is compared while the door is shut; logins have a pause of their own


class UnreachableError(TransientFailure):
    """No connection to a host: this says nothing about the message."""


class Connector:
    """Opens connections for destinations."""

    def __init__(self, live: Live, router: Router, login: SmartHostLogin, alarms: Alarms,
                 journals: Journals | None = None) -> None:
        """Use what is in force at the time of each connection."""
        self._live = live
        self._router = router
        self._alarms = alarms
        self._journals = journals
        self.doors = Doors(live, login, alarms)
        self._watch: asyncio.Task[None] | None = None
        self.pool = ConnectionPool()

    @property
    def is_open(self) -> bool:
        """Return whether mail makes sense: not while the only smart host refuses to let us in."""
        return self.doors.is_any_way_open

    @property
    def openings(self) -> int:
        """See Delivery."""
        return self.doors.openings

    def key(self, host: str, destination: Destination, current: InForce) -> tuple[object, ...]:
        """Return what a connection must have been made for to serve now."""
        outbound = current.settings.smtp.outbound
        smart_host = self._smart_host(destination, current)
        return (host, destination.port, current.hostname, outbound.timeout_s, outbound.bind_address, destination.tls,
                smart_host.access if smart_host is not None else destination.is_smart_host)

    async def connect(self, host: str, destination: Destination, current: InForce) -> Connection:
        """Return an idle connection or a new one; raises UnreachableError, LeadsBackError or TransientFailure.

        The latter for a login, or when outgoing mail is bound to an address that is not there.
        """
        smart_host = self._smart_host(destination, current)
        if destination.is_smart_host and smart_host is None:
            raise UnreachableError("451 4.3.0 The smart host has been changed; the message takes another way")
        key = self.key(host, destination, current)
        if idle := self.pool.take(key):
            return idle
        connection = await self._open(host, destination, smart_host, current)
        connection.key = key
        if smart_host is not None:
            await self._log_in(connection, smart_host)
        return connection

    def _smart_host(self, destination: Destination, current: InForce) -> SmartHost | None:
        if not destination.is_smart_host:
            return None
        return self.doors.in_force(destination.smart_host or current.settings.smtp.smart_host)

    async def _open(self, host: str, destination: Destination, smart_host: SmartHost | None, current: InForce) -> Connection:
        remote = f"{host}:{destination.port}"
        manner = self._manner(destination, smart_host, current)
        check_binding(manner.bind_address)
        try:
            addresses = await self._router.addresses(host, destination.port, current)
            connection = await open_connection(host, fitting(addresses, manner.bind_address, host), manner)
        except TransientFailure as failure:
            raise UnreachableError(failure.reply, remote) from failure
        except RefusedError as refused:
            # What a server says before MAIL is about itself or about us, never about this message: it waits.
            raise UnreachableError(refused.words, remote) from refused
        except ssl.SSLError as error:
            raise UnreachableError(f"454 4.7.5 TLS with {remote} failed: {_reason(error)}", remote) from error
        except (DialogError, BadReplyError) as error:
            raise UnreachableError(f"451 4.4.2 {remote}: {error}", remote) from error
        except TimeoutError as error:
            raise UnreachableError(f"451 4.4.1 {remote}: no answer for {manner.timeout_s:g} seconds", remote) from error
        except OSError as error:
            self._notice(error)
            raise UnreachableError(f"451 4.4.1 {remote}: {printable(error.strerror or str(error))}", remote) from error
        self._alarms.end(AlarmKind.FILE_DESCRIPTORS)
        return connection

    def _manner(self, destination: Destination, smart_host: SmartHost | None, current: InForce) -> Manner:
        outbound = current.settings.smtp.outbound
        if smart_host is not None:
            tls, may_be_plain = smart_host.tls, not smart_host.sends_secret
        else:
            tls, may_be_plain = _DIRECT_TLS[destination.tls], destination.tls is not OutboundTls.REQUIRED
        return Manner(destination.port, tls, current.hostname, outbound.timeout_s, self._journals, may_be_plain,
                      outbound.bind_address)

    async def _log_in(self, connection: Connection, settings: SmartHost) -> None:
        try:
            await self.doors.login_of(settings).log_in(connection, settings)
        except BaseException as error:
            if isinstance(error, TransientFailure) and error.is_ours:
                self._shut(settings, error)
            if isinstance(error, Exception):
                self.pool.end(connection)
            else:
                connection.dialog.abort()
            if isinstance(error, DialogError | BadReplyError):
                raise UnreachableError(f"451 4.4.2 {connection.remote}: {error}", connection.remote) from error
            if isinstance(error, TransientFailure) and (hindrance := self._hindrance_among_others(settings)) is not None:
                raise hindrance from error
            raise
        if settings.logs_in:
            self.doors.open(settings)

    def note_login_wanted(self, destination: Destination, failure: TransientFailure) -> None:
        """The smart host lets nobody send without a login, or no more with ours: hold its mail."""
        settings = self._smart_host(destination, self._live.current)
        if settings is None:
            return
        self.doors.login_of(settings).note_refusal(settings, failure)
        self._shut(settings, failure)
        if (hindrance := self._hindrance_among_others(settings)) is not None:
            failure.wait_s = hindrance.wait_s

    def look(self) -> None:
        """Take alarms back where other settings have made them void."""
        self.doors.look()

    def _hindrance_among_others(self, settings: SmartHost) -> TransientFailure | None:
        """Return why mail for a smart host must wait while that for others goes on."""
        return self.doors.hindrance(settings) if self.is_open else None

    def _shut(self, settings: SmartHost, failure: TransientFailure) -> None:
        """Hold all mail for the smart host until a login is taken again."""
        if self.doors.shut(settings, failure) and (self._watch is None or self._watch.done()):
            self._watch = asyncio.create_task(self._look_again())

    async def aclose(self) -> None:
        """Say goodbye on connections that are idle."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        await self.pool.close()

    async def _look_again(self) -> None:
        """While a door is shut: try the login when its pause is over, or when something has changed."""
        while self.doors.shut_hosts:
            await asyncio.sleep(_LOOK_S)
            self.look()
            await asyncio.gather(*(self._try_again(host) for host in self.doors.shut_hosts))

    async def _try_again(self, settings: SmartHost) -> None:
        try:
            if (wanted := self.doors.in_force(settings)) is not None and await self.doors.login_of(wanted).may_try(wanted):
                await self._probe(wanted)
        except TransientFailure as failure:
            _log.debug("The smart host %s can't be used yet: %s", settings.title, failure.reply)
        except Exception as error:  # noqa: BLE001 - a watch that ends would hold the mail for ever
            _log.error("The smart host %s could not be tried", settings.title, exc_info=error)

    async def _probe(self, settings: SmartHost) -> None:
        """Log in, and begin a transaction: some servers ask for the login only there."""
        destination = Destination.at(settings, self._live.current.settings.smtp.outbound)
        connection = await self.connect(settings.host, destination, self._live.current)
        try:
            reply = await connection.dialog.ask("MAIL FROM:<>")
            connection.is_between = False
        except (DialogError, BadReplyError) as error:
            raise UnreachableError(f"451 4.4.2 {connection.remote}: {error}", connection.remote) from error
        finally:
            self.pool.give_back(connection)
        if reply.code in _LOGIN_WANTED:
            self.note_login_wanted(destination, TransientFailure(reply.words, connection.remote, is_ours=True))
        else:
            self.doors.open(settings)

    def _notice(self, error: OSError) -> None:
        if error.errno in _NO_FILES:
            self._alarms.sound(AlarmKind.FILE_DESCRIPTORS, tr(
                "The system gives this server no more files or sockets; mail waits until some are free. Allow it more (ulimit "
                "-n, or LimitNOFILE of the service), or lower the limits for connections and deliveries."))


def _reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted: {error.verify_message}"
    return printable(error.reason or str(error))
