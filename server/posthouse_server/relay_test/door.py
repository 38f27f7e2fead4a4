"""The door of the open relay test: the real handler and protocol, on loopback for one secret, with nothing behind it."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import Session

from posthouse_server.alarms import Alarms
from posthouse_server.counters import Totals
from posthouse_server.live import InForce, Live
from posthouse_server.policy.networks import IPAddress, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import Listener, Tls
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

    swallowed: dict[str, tuple[QueuedRecipient, ...]]

    async def store(self, server: SmtpProtocol, session: Session, envelope: Transaction, intake: Intake) -> str:  # noqa: ARG002
        """Forget the content."""
        self.swallowed[server.client_text] = recipients_of(envelope, now())
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
        self.swallowed: dict[str, tuple[QueuedRecipient, ...]] = {}
        """By the client's address, where its message would have gone."""
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
    """An open door: where it is, the secret, and what came through."""

    def __init__(self, port: int, secret: bytes, handler: DoorHandler) -> None:
        """Keep them together."""
        self.port = port
        self.swallowed = handler.swallowed
        self._handler = handler
        self._secret = secret

    @property
    def faults(self) -> int:
        """Return how often the server's own code has failed."""
        return self._handler.faults

    def header(self, client: str) -> bytes:
        """Return the first line of a connection that shall count as coming from an address."""
        return b"%s %s\r\n" % (self._secret, client.encode("ascii"))


@asynccontextmanager
async def open_door(current: InForce, store: Store, authenticator: Authenticator) -> AsyncIterator[Door]:
    """Open the door on a free port of loopback, for the time of a test."""
    loop = asyncio.get_running_loop()
    handler = DoorHandler(current, store, authenticator)
    secret = secrets.token_hex(32).encode()
    listener = ActiveListener(_weakest(current))
    prepared = DoorProtocol.prepared_for(handler, loop)
    server = await loop.create_server(lambda: DoorProtocol(secret, handler, listener, prepared, loop), "127.0.0.1", 0)
    try:
        yield Door(server.sockets[0].getsockname()[1], secret, handler)
    finally:
        server.close()
        for protocol in tuple(handler.connections):
            protocol.close()


def _weakest(current: InForce) -> Listener:
    """Return the settings of the listener that demands least: an attacker takes that one."""
    listeners = current.settings.smtp.inbound.listeners
    chosen = min(listeners, key=lambda item: item.require_authentication, default=Listener())
    return chosen.model_copy(update={"tls": Tls.NONE})
