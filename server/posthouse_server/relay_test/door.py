"""The door of the open relay test: the real handler and protocol, on loopback for one secret, with nothing behind it."""

from __future__ import annotations

import asyncio
import functools
import hmac
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import Session

from posthouse_server.alarms import Alarms
from posthouse_server.counters import Totals
from posthouse_server.live import InForce, Live
from posthouse_server.policy.networks import IPAddress, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import Listener, OptionalCommand, Tls
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.smtp.discipline import Discipline
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.intake import Intake
from posthouse_server.smtp.protocol import ActiveListener, SmtpProtocol
from posthouse_server.smtp.storing import Storing, recipients_of
from posthouse_server.smtp.tracing import Tracer
from posthouse_server.smtp.transaction import Transaction
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient
from posthouse_server.store.room import DiskRoom

if TYPE_CHECKING:
    from datetime import datetime

_HEADER_TIMEOUT_S = 5.0
_MOST_CONNECTIONS = 100_000


class _NoCourier:
    """Delivers nothing."""

    def lease_for(self, _message: QueuedMessage) -> datetime | None:
        return None

    def take(self, _message: QueuedMessage) -> None:
        raise AssertionError("the test's mail is never delivered")

    def wake(self) -> None:
        raise AssertionError("the test's mail is never queued")


class _EndlessRoom(DiskRoom):
    """Has room for what is not stored."""

    def has_room(self, size: int = 0) -> bool:  # noqa: ARG002
        return True


class _SilentTracer(Tracer):
    """Gives out ids and writes nothing: the trace is about real mail."""

    def accepted(self, *_facts: Any) -> None:
        """Write nothing."""

    def refused(self, *_facts: Any) -> str:
        """Write nothing."""
        return new_id()

    def note(self, client: str, rule: Rule, what: str, revision: int) -> None:
        """Write nothing."""


class _Swallowing(Storing):
    """Answers as if a message were stored, and keeps only where its recipients would have gone."""

    swallowed: dict[int, tuple[QueuedRecipient, ...]]

    async def store(self, server: SmtpProtocol, session: Session, envelope: Transaction, intake: Intake) -> str:  # noqa: ARG002
        """Forget the content."""
        self.swallowed[session.peer[1]] = recipients_of(envelope, now())  # type: ignore[index]  # it has connected
        intake.body.discard()
        return f"250 2.0.0 Message accepted [{intake.message_id}]"

    def refuse(self, envelope: Transaction, intake: Intake, reply: str) -> str:  # noqa: ARG002
        """Refuse, and write nothing."""
        intake.body.discard()
        return f"{reply} [{intake.message_id}]"


class _Unlimited:
    """Counts nothing: the limits are for real mail."""

    def admit(self, *_facts: Any) -> bool:
        return True


class DoorHandler(RelayHandler):
    """The server's own hooks for one revision; counters, bans, limits, trace and store are the test's own."""

    def __init__(self, current: InForce, store: Store, authenticator: Authenticator) -> None:
        """Judge by what is in force at the beginning of the test."""
        alarms, totals, room, courier = Alarms(), Totals(), _EndlessRoom(store.folder.root), _NoCourier()
        super().__init__(Live(current), store.spool, store.traffic, authenticator, totals, courier, alarms, room)
        self.swallowed: dict[int, tuple[QueuedRecipient, ...]] = {}
        """By the port that the connection comes from, where its message would have gone."""
        self.faults = 0
        """How often the server's own code has failed."""
        self._tracer = _SilentTracer(store.traffic, totals)
        storing = _Swallowing(store.spool, store.traffic, courier, alarms, room)
        storing.swallowed = self.swallowed
        self._storing = storing
        self.rate_limit = _Unlimited()  # type: ignore[assignment]  # only asked whether to admit
        self.discipline = Discipline(self.live, self.connections, self._tracer)

    def on_fault(self, error: Exception) -> str:
        """Count it: a refusal by accident is no proof."""
        self.faults += 1
        return super().on_fault(error)


class DoorProtocol(SmtpProtocol):
    """Takes the client's address from a first line that proves the secret; everything else is the server's own."""

    def __init__(self, secret: bytes, handler: DoorHandler, listener: ActiveListener, prepared: dict[str, Any],
                 loop: asyncio.AbstractEventLoop) -> None:
        """Serve one connection that proves to know the secret."""
        self._secret = secret
        super().__init__(handler, listener, prepared, loop)

    def greet(self) -> None:
        """Wait for the first line."""
        self._handler.on_connected(self)
        self.wait_for(self._learn_stranger(), is_reading=True)

    async def _learn_stranger(self) -> None:
        try:
            async with asyncio.timeout(_HEADER_TIMEOUT_S):
                line = await self._reader.readuntil(b"\r\n")
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            self.close()
            return
        secret, _, address = line.strip().partition(b" ")
        client = _parsed(address) if hmac.compare_digest(secret, self._secret) else None
        if client is None:
            self.close()  # without a word
        else:
            self._welcome(client)


def _parsed(address: bytes) -> IPAddress | None:
    try:
        return parse_client(address.decode("ascii"))
    except ValueError:
        return None


class Door:
    """An open door: where it is, which listener it stands for, and what came through."""

    def __init__(self, port: int, listener: Listener, handler: DoorHandler, secret: bytes) -> None:
        """Keep them together."""
        self.port = port
        self.listener = listener
        self.swallowed = handler.swallowed
        self._handler = handler
        self._secret = secret

    @property
    def faults(self) -> int:
        """Return how often the server's own code has failed, at any door of the test."""
        return self._handler.faults

    @property
    def is_tls(self) -> bool:
        """Return whether TLS begins with the first byte."""
        return self.listener.tls is Tls.IMPLICIT

    @property
    def offers_starttls(self) -> bool:
        """Return whether the listener promises STARTTLS."""
        off = self._handler.live.current.settings.smtp.advanced.forbidden
        return self.listener.tls is Tls.STARTTLS and OptionalCommand.STARTTLS not in off

    @property
    def place(self) -> str:
        """Return the listener's address and port."""
        address, port = self.listener.address, self.listener.port or "any port"
        return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"

    def header(self, client: str) -> bytes:
        """Return the first line of a connection that shall count as coming from an address."""
        return b"%s %s\r\n" % (self._secret, client.encode("ascii"))


@asynccontextmanager
async def open_doors(current: InForce, store: Store, authenticator: Authenticator) -> AsyncIterator[tuple[Door, ...]]:
    """Open a door for each kind of listener, the one that demands least first, on free ports of loopback, for one test."""
    loop = asyncio.get_running_loop()
    handler = DoorHandler(_without_limits(current), store, authenticator)
    secret = secrets.token_hex(32).encode()
    prepared = DoorProtocol.prepared_for(handler, loop)
    servers: list[asyncio.Server] = []
    doors = []
    try:
        for settings in _kinds(current.settings.smtp.inbound.listeners):
            factory = functools.partial(DoorProtocol, secret, handler, ActiveListener(settings), prepared, loop)
            context = current.tls_context if settings.tls is Tls.IMPLICIT else None
            servers.append(await loop.create_server(factory, "127.0.0.1", 0, ssl=context))
            doors.append(Door(servers[-1].sockets[0].getsockname()[1], settings, handler, secret))
        yield tuple(doors)
    finally:
        for server in servers:
            server.close()
        for protocol in tuple(handler.connections):
            protocol.close()


def _kinds(listeners: Iterable[Listener]) -> list[Listener]:
    """Return one listener of each kind, the one that demands least first: an attacker takes that one."""
    found: dict[tuple[object, ...], Listener] = {}
    for item in listeners:
        found.setdefault((item.require_authentication, item.tls, item.authentication), item)
    return sorted(found.values(), key=lambda item: (item.require_authentication, item.tls is Tls.IMPLICIT)) or [Listener()]


def _without_limits(current: InForce) -> InForce:
    """Return what is in force, without the limits that would end the test before it has tried everything.

    A ban or a full house keeps a stranger out for minutes; the test asks what happens when it gets in.
    """
    smtp = current.settings.smtp
    inbound = smtp.inbound.model_copy(update={"max_connections": _MOST_CONNECTIONS, "max_connections_per_client": 0})
    security = smtp.security.model_copy(update={"max_refused_relays": 0, "max_failed_commands": 0})
    settings = current.settings.model_copy(update={"smtp": smtp.model_copy(update={"inbound": inbound, "security": security})})
    return replace(current, settings=settings)
