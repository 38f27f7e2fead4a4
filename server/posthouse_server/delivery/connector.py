"""Connections that are ready for mail: found, opened, secured and logged in; and the door that a refused login shuts."""

from __future__ import annotations

import asyncio
import errno
import logging
import ssl

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.delivery.connection import Connection, Manner, RefusedError, open_connection
from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.dialog import DialogError
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.pool import ConnectionPool
from posthouse_server.delivery.reply import BadReplyError
from posthouse_server.delivery.words import printable
from posthouse_server.live import InForce, Live
from posthouse_server.logs.journals import Journals
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings.schema import SmartHost, SmartHostAuthentication, SmartHostTls

_log = logging.getLogger(__name__)
_NO_FILES = frozenset({errno.EMFILE, errno.ENFILE, getattr(errno, "WSAEMFILE", errno.EMFILE)})
_LOGIN_WANTED = (530, 534, 535, 538)
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
        self._login = login
        self._alarms = alarms
        self._journals = journals
        self._shut_for: SmartHost | None = None
        self._watch: asyncio.Task[None] | None = None
        self.pool = ConnectionPool()

    @property
    def is_open(self) -> bool:
        """Return whether mail makes sense: not while the smart host refuses to let us in."""
        return self._shut_for is None or self._shut_for != self._wanted()

    def key(self, host: str, destination: Destination, current: InForce) -> tuple[object, ...]:
        """Return what a connection must have been made for to serve now."""
        settings = current.settings.smtp
        return (host, destination.port, current.hostname, settings.outbound.timeout_s,
                settings.smart_host if destination.is_smart_host else None)

    async def connect(self, host: str, destination: Destination, current: InForce) -> Connection:
        """Return an idle connection or a new one; raises UnreachableError, LeadsBackError or TransientFailure (a login)."""
        if destination.is_smart_host and not _is_still(destination, current.settings.smtp.smart_host):
            # Never to the former host with the login of the new one.
            raise UnreachableError("451 4.3.0 The smart host has been changed; the message takes another way")
        key = self.key(host, destination, current)
        if idle := self.pool.take(key):
            return idle
        connection = await self._open(host, destination, current)
        connection.key = key
        if destination.is_smart_host:
            await self._log_in(connection, current.settings.smtp.smart_host)
        return connection

    async def _open(self, host: str, destination: Destination, current: InForce) -> Connection:
        settings, remote = current.settings.smtp, f"{host}:{destination.port}"
        tls = settings.smart_host.tls if destination.is_smart_host else SmartHostTls.OPPORTUNISTIC
        manner = Manner(destination.port, tls, current.hostname, settings.outbound.timeout_s, self._journals,
                        may_be_plain=not sends_secret(settings.smart_host, destination))
        try:
            addresses = await self._router.addresses(host, destination.port, current)
            connection = await open_connection(host, addresses, manner)
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

    async def _log_in(self, connection: Connection, settings: SmartHost) -> None:
        try:
            await self._login.log_in(connection, settings)
        except BaseException as error:
            if isinstance(error, TransientFailure) and error.is_ours:
                self.shut(settings, error)
            if isinstance(error, Exception):
                self.pool.end(connection)
            else:
                connection.dialog.abort()
            if isinstance(error, DialogError | BadReplyError):
                raise UnreachableError(f"451 4.4.2 {connection.remote}: {error}", connection.remote) from error
            raise
        if settings.authentication is not SmartHostAuthentication.NONE and self._shut_for == settings:
            self._open_again()

    def note_login_wanted(self, failure: TransientFailure) -> None:
        """The smart host lets nobody send without a login, or no more with ours: hold the mail."""
        settings = self._live.current.settings.smtp.smart_host
        self._login.note_refusal(settings, failure)
        self.shut(settings, failure)

    def shut(self, settings: SmartHost, failure: TransientFailure) -> None:
        """Hold all mail for the smart host until a login is taken again, and say so."""
        if settings != self._wanted():
            return  # it has been changed meanwhile
        whom = (f"does not let {settings.username} in" if settings.authentication is not SmartHostAuthentication.NONE
                else "wants a login, and none is set up")
        self._alarms.sound(AlarmKind.SMART_HOST_LOGIN, (
            f"The smart host {settings.host}:{settings.port} {whom}: {failure.reply.rstrip('.')}. Mail for it waits, and "
            "nothing is returned to its sender for this. Put the login right in SMTP Properties, Smart Host, or the secret "
            "with posthousectl smart-host password; it is tried again by itself."))
        self._shut_for = settings
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look_again())

    def look(self) -> None:
        """Take the alarm back where other settings have made it void."""
        if self._shut_for is not None and self._shut_for != self._wanted():
            self._open_again()

    async def aclose(self) -> None:
        """Say goodbye on connections that are idle."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        await self.pool.close()

    def _wanted(self) -> SmartHost | None:
        smart_host = self._live.current.settings.smtp.smart_host
        return smart_host if smart_host.enabled else None

    def _open_again(self) -> None:
        self._shut_for = None
        self._alarms.end(AlarmKind.SMART_HOST_LOGIN)

    async def _look_again(self) -> None:
        """While the door is shut: try the login when its pause is over, or when something has changed."""
        while self._shut_for is not None:
            await asyncio.sleep(_LOOK_S)
            self.look()
            settings = self._shut_for
            if settings is None or not await self._login.may_try(settings):
                continue
            try:
                await self._probe(settings)
            except TransientFailure as failure:
                _log.debug("The smart host can't be used yet: %s", failure.reply)
            except Exception as error:  # noqa: BLE001 - a watch that ends would hold the mail for ever
                _log.error("The smart host could not be tried", exc_info=error)

    async def _probe(self, settings: SmartHost) -> None:
        """Log in, and begin a transaction: some servers ask for the login only there."""
        destination = Destination(f"{settings.host}:{settings.port}", (settings.host,), settings.port, True)
        connection = await self.connect(settings.host, destination, self._live.current)
        try:
            reply = await connection.dialog.ask("MAIL FROM:<>")
            connection.is_between = False
        except (DialogError, BadReplyError) as error:
            raise UnreachableError(f"451 4.4.2 {connection.remote}: {error}", connection.remote) from error
        finally:
            self.pool.give_back(connection)
        if reply.code in _LOGIN_WANTED:
            self.note_login_wanted(TransientFailure(reply.words, connection.remote, is_ours=True))
        elif self._shut_for == settings:
            self._open_again()

    def _notice(self, error: OSError) -> None:
        if error.errno in _NO_FILES:
            self._alarms.sound(AlarmKind.FILE_DESCRIPTORS, (
                "The system gives this server no more files or sockets; mail waits until some are free. Allow it more (ulimit "
                "-n, or LimitNOFILE of the service), or lower the limits for connections and deliveries."))


def sends_secret(settings: SmartHost, destination: Destination) -> bool:
    """Return whether a password would cross a network: then "opportunistic" must not mean in the clear."""
    if not destination.is_smart_host or settings.authentication is SmartHostAuthentication.NONE:
        return False
    try:
        return not parse_client(settings.host).is_loopback
    except ValueError:
        return settings.host.lower() != "localhost"


def _is_still(destination: Destination, settings: SmartHost) -> bool:
    return settings.enabled and (settings.host, settings.port) == (destination.hosts[0], destination.port)


def _reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted: {error.verify_message}"
    return printable(error.reason or str(error))
