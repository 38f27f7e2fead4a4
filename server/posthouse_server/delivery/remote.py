"""Delivery to other servers: the smart host or MX, all recipients of one destination in one transaction."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from weakref import WeakValueDictionary

import aiosmtplib

from posthouse_server.delivery.delivery import Delivered, DeliveryFailure, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.live import InForce, Live
from posthouse_server.policy.addresses import parse_address
from posthouse_server.settings.schema import SmartHostTls
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_OK, _WILL_FORWARD = 250, 251
_UNCHECKED = (SmartHostTls.OPPORTUNISTIC, SmartHostTls.NONE)


class RemoteDelivery:
    """Speaks SMTP to the next server."""

    def __init__(self, live: Live, router: Router, login: SmartHostLogin) -> None:
        """Route by what is in force at the time of each attempt."""
        self._live = live
        self._router = router
        self._login = login
        self._limits: WeakValueDictionary[tuple[str, int], asyncio.Semaphore] = WeakValueDictionary()

    async def deliver(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], body: bytes) -> dict[int, Outcome]:
        """See Delivery."""
        current = self._live.current
        outcomes: dict[int, Outcome] = {}
        groups: dict[Destination, list[QueuedRecipient]] = {}
        for recipient in recipients:
            try:
                destination = await self._router.find(parse_address(recipient.address).domain, current)
            except (TransientFailure, PermanentFailure) as failure:
                outcomes[recipient.id] = failure
            else:
                groups.setdefault(destination, []).append(recipient)
        for found in await asyncio.gather(*(
                self._deliver_to(destination, message, group, body, current) for destination, group in groups.items())):
            outcomes.update(found)
        return outcomes

    async def _deliver_to(self, destination: Destination, message: QueuedMessage, recipients: list[QueuedRecipient],
                          body: bytes, current: InForce) -> dict[int, Outcome]:
        """Try the hosts in order until one is reached; what it says is the outcome."""
        limit = current.settings.smtp.delivery.max_connections_per_destination
        key = (destination.name, limit)
        slots = self._limits.get(key)
        if slots is None:
            slots = self._limits[key] = asyncio.Semaphore(limit)
        failure: DeliveryFailure = TransientFailure("451 4.4.1 No mail server could be reached")
        async with slots:
            for host in destination.hosts:
                try:
                    return await self._deliver_via(host, destination, message, recipients, body, current)
                except (TransientFailure, PermanentFailure) as raised:
                    failure = raised
        assert isinstance(failure, TransientFailure | PermanentFailure)
        return {recipient.id: failure for recipient in recipients}

    async def _deliver_via(self, host: str, destination: Destination, message: QueuedMessage,
                           recipients: list[QueuedRecipient], body: bytes, current: InForce) -> dict[int, Outcome]:
        """Deliver through one host; raises a failure if it was not reached or refused the whole transaction."""
        remote = f"{host}:{destination.port}"
        client = _client(host, destination, current)
        try:
            await client.connect()
            if destination.is_smart_host:
                await self._login.log_in(client, current.settings.smtp.smart_host)
            return await _transaction(client, message, recipients, body, remote)
        except aiosmtplib.SMTPResponseException as error:
            raise _failure(error.code, error.message, remote) from error
        except aiosmtplib.SMTPNotSupported as error:
            raise TransientFailure(f"454 4.7.0 {error}", remote) from error
        except (aiosmtplib.SMTPException, OSError, ssl.SSLError, TimeoutError) as error:
            raise TransientFailure(f"451 4.4.2 {remote}: {error or type(error).__name__}", remote) from error
        finally:
            await _say_goodbye(client)


async def _transaction(client: aiosmtplib.SMTP, message: QueuedMessage, recipients: list[QueuedRecipient], body: bytes,
                       remote: str) -> dict[int, Outcome]:
    # The commands are written here and not by aiosmtplib's mail() and rcpt(), which parse and requote addresses.
    options = [option.encode() for option in _mail_options(client, message, body, remote)]
    reply = await client.execute_command(b"MAIL", f"FROM:<{message.sender}>".encode(), *options)
    if reply.code != _OK:
        raise _failure(reply.code, reply.message, remote)
    outcomes: dict[int, Outcome] = {}
    taken = []
    for recipient in recipients:
        reply = await client.execute_command(b"RCPT", f"TO:<{recipient.address}>".encode())
        if reply.code in (_OK, _WILL_FORWARD):
            taken.append(recipient)
        else:
            outcomes[recipient.id] = _failure(reply.code, reply.message, remote)
    if taken:
        reply = await client.data(body)
        for recipient in taken:
            outcomes[recipient.id] = Delivered(f"{reply.code} {reply.message}", remote)
    return outcomes


def _mail_options(client: aiosmtplib.SMTP, message: QueuedMessage, body: bytes, remote: str) -> list[str]:
    """Return the parameters of MAIL; a server that lacks what the message needs is a permanent failure."""
    options = []
    if message.utf8:
        if not client.supports_extension("smtputf8"):
            raise PermanentFailure(f"550 5.6.7 {remote} does not take internationalised addresses (SMTPUTF8)", remote)
        options.append("SMTPUTF8")
    if (message.eight_bit or message.utf8) and client.supports_extension("8bitmime"):
        options.append("BODY=8BITMIME")
    if client.supports_extension("size"):
        options.append(f"SIZE={len(body)}")
    return options


def _client(host: str, destination: Destination, current: InForce) -> aiosmtplib.SMTP:
    tls = current.settings.smtp.smart_host.tls if destination.is_smart_host else SmartHostTls.OPPORTUNISTIC
    start_tls = {SmartHostTls.OPPORTUNISTIC: None, SmartHostTls.REQUIRED: True}.get(tls, False)
    return aiosmtplib.SMTP(
        hostname=host, port=destination.port, local_hostname=current.hostname, use_tls=tls is SmartHostTls.IMPLICIT,
        start_tls=start_tls, validate_certs=tls not in _UNCHECKED, timeout=current.settings.smtp.outbound.timeout_s)


def _failure(code: int, text: str, remote: str) -> TransientFailure | PermanentFailure:
    kind = PermanentFailure if 500 <= code < 600 else TransientFailure
    return kind(f"{code} {text}", remote)


async def _say_goodbye(client: aiosmtplib.SMTP) -> None:
    """Send QUIT where that still works; its answer changes nothing."""
    try:
        if client.is_connected:
            await client.quit(timeout=5)
    except (aiosmtplib.SMTPException, OSError):
        client.close()
