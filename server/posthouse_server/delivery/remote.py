"""Delivery to other servers: the smart host or MX, all recipients of one destination in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from weakref import WeakValueDictionary

import aiosmtplib

from posthouse_server.alarms import Alarms
from posthouse_server.delivery.connection import open_connection, say_goodbye
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure, printable, words
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.pool import ConnectionPool, Pooled
from posthouse_server.delivery.transaction import Transaction
from posthouse_server.live import InForce, Live
from posthouse_server.policy.addresses import parse_address
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings.schema import SmartHost, SmartHostAuthentication, SmartHostTls
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_LOOK_UPS = 20  # at the same time, for one message


class RemoteDelivery:
    """Speaks SMTP to the next server."""

    def __init__(self, live: Live, router: Router, login: SmartHostLogin, alarms: Alarms) -> None:
        """Route by what is in force at the time of each attempt; a smart host that refuses the login raises an alarm."""
        self._live = live
        self._router = router
        self._login = login
        self._alarms = alarms
        self._pool = ConnectionPool()
        self._limits: WeakValueDictionary[tuple[str, int], asyncio.Semaphore] = WeakValueDictionary()

    async def deliver(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], body: bytes) -> dict[int, Outcome]:
        """See Delivery."""
        current = self._live.current
        domains: dict[str, list[QueuedRecipient]] = {}
        for recipient in recipients:
            domains.setdefault(parse_address(recipient.address).domain, []).append(recipient)
        look_ups = asyncio.Semaphore(_LOOK_UPS)
        found = await asyncio.gather(*(self._find(domain, current, look_ups) for domain in domains))
        outcomes: dict[int, Outcome] = {}
        groups: dict[Destination, list[QueuedRecipient]] = {}
        for destination, group in zip(found, domains.values(), strict=True):
            if isinstance(destination, Destination):
                groups.setdefault(destination, []).extend(group)
            else:
                outcomes |= dict.fromkeys((recipient.id for recipient in group), destination)
        for told in await asyncio.gather(*(
                self._deliver_to(destination, message, group, body, current) for destination, group in groups.items())):
            outcomes.update(told)
        return outcomes

    async def aclose(self) -> None:
        """Say goodbye on connections that are idle."""
        await self._pool.close()

    async def _find(self, domain: str, current: InForce,
                    look_ups: asyncio.Semaphore) -> Destination | TransientFailure | PermanentFailure:
        """Look a domain up once for all its recipients, several domains at a time."""
        async with look_ups:
            try:
                return await self._router.find(domain, current)
            except (TransientFailure, PermanentFailure) as failure:
                return failure

    async def _deliver_to(self, destination: Destination, message: QueuedMessage, recipients: list[QueuedRecipient],
                          body: bytes, current: InForce) -> dict[int, Outcome]:
        """Try the hosts in order until one takes or finally refuses the transaction."""
        limit = current.settings.smtp.delivery.max_connections_per_destination
        key = (destination.name, limit)
        slots = self._limits.get(key)
        if slots is None:
            slots = self._limits[key] = asyncio.Semaphore(limit)
        failure: TransientFailure | PermanentFailure = TransientFailure("451 4.4.1 No mail server could be reached")
        async with slots:
            for host in destination.hosts:
                try:
                    return await self._deliver_via(host, destination, message, recipients, body, current)
                except TransientFailure as raised:
                    failure = raised
                except PermanentFailure as raised:
                    failure = raised
                    break
        return {recipient.id: failure for recipient in recipients}

    async def _deliver_via(self, host: str, destination: Destination, message: QueuedMessage,
                           recipients: list[QueuedRecipient], body: bytes, current: InForce) -> dict[int, Outcome]:
        """Deliver through one host; raises a failure if it was not reached or refused the whole transaction."""
        remote = f"{host}:{destination.port}"
        try:
            while True:
                connection = await self._connect(host, destination, current)
                try:
                    return await self._transact(connection, destination, message, recipients, body, remote)
                except aiosmtplib.SMTPServerDisconnected:
                    if connection.is_fresh:
                        raise
                    # It had been idle and was closed by the other side; nothing is settled, so a new one may try.
        except aiosmtplib.SMTPResponseException as error:
            # What a server says before MAIL is about itself or about us, never about this message: it waits.
            raise TransientFailure(words(error.code, error.message), remote) from error
        except aiosmtplib.SMTPNotSupported as error:
            raise TransientFailure(f"454 4.7.0 {error}", remote) from error
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise TransientFailure(f"451 4.4.2 {remote}: {printable(str(error)) or type(error).__name__}", remote) from error

    async def _connect(self, host: str, destination: Destination, current: InForce) -> Pooled:
        """Return an open connection: an idle one that was made under the same settings, or a new one."""
        settings = current.settings.smtp
        tls = settings.smart_host.tls if destination.is_smart_host else SmartHostTls.OPPORTUNISTIC
        key = (host, destination.port, tls, current.hostname, settings.outbound.timeout_s,
               settings.smart_host if destination.is_smart_host else None)
        if idle := self._pool.take(key):
            return idle
        client = await open_connection(host, destination.port, tls, current.hostname, settings.outbound.timeout_s,
                                       may_be_plain=not _sends_secret(settings.smart_host, destination))
        try:
            if destination.is_smart_host:
                await self._login.log_in(client, settings.smart_host)
        except BaseException:
            await say_goodbye(client)
            raise
        return Pooled(client, key)

    async def _transact(self, connection: Pooled, destination: Destination, message: QueuedMessage,
                        recipients: list[QueuedRecipient], body: bytes, remote: str) -> dict[int, Outcome]:
        """Run one transaction; only a connection on which all went well is kept for another."""
        is_clean = False
        try:
            transaction = Transaction(connection.client, message, remote, is_smart_host=destination.is_smart_host)
            outcomes = await transaction.run(recipients, body)
            is_clean = any(isinstance(outcome, Delivered) for outcome in outcomes.values())
            return outcomes
        finally:
            if is_clean:
                self._pool.give_back(connection)
            else:
                await say_goodbye(connection.client)


def _sends_secret(settings: SmartHost, destination: Destination) -> bool:
    """Return whether a password would cross a network: then "opportunistic" must not mean in the clear."""
    if not destination.is_smart_host or settings.authentication is SmartHostAuthentication.NONE:
        return False
    try:
        return not parse_client(settings.host).is_loopback
    except ValueError:
        return settings.host.lower() != "localhost"
