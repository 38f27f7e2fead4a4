"""The receiving half of a server in this process: listeners, protocol, handler and spool; nothing is delivered."""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from posthouse_server.alarms import Alarms
from posthouse_server.counters import Totals
from posthouse_server.live import Live
from posthouse_server.reload import Loader
from posthouse_server.settings import set_paths
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.listeners import ListenerSet
from posthouse_server.store import Store
from posthouse_server.store.messages import QueuedMessage
from posthouse_server.store.room import DiskRoom

REPLY_TIMEOUT_S = 20.0


def insecure_context() -> ssl.SSLContext:
    """Return a client context that takes the self-signed certificate."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


async def eventually(is_true: Callable[[], Any], what: str) -> Any:
    """Let the loop go on until a condition holds and return its value; fails with `what` after a while."""
    async with asyncio.timeout(REPLY_TIMEOUT_S):
        while not (value := is_true()):  # noqa: ASYNC110 - it watches what signals nothing
            await asyncio.sleep(0.005)
    assert value, what
    return value


class Client:
    """One raw connection; a reply is the list of its lines."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Use open streams."""
        self.reader = reader
        self.writer = writer

    async def send(self, raw: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(raw)
        await self.writer.drain()

    async def reply(self) -> list[str]:
        """Return the next reply; the empty list at the end of the connection."""
        lines = []
        async with asyncio.timeout(REPLY_TIMEOUT_S):
            while True:
                try:
                    line = (await self.reader.readline()).decode()
                except ConnectionError:
                    return []
                if not line:
                    return []
                assert line.endswith("\r\n"), line
                lines.append(line[:-2])
                if line[3] == " ":
                    return lines

    async def say(self, line: str | bytes) -> str:
        """Send a line and return the last line of its reply, "" at the end of the connection."""
        await self.send((line.encode() if isinstance(line, str) else line) + b"\r\n")
        return (await self.reply() or [""])[-1]

    async def login(self, login: str = "john@example.com", password: str = "secret") -> str:
        """Log in with PLAIN."""
        return await self.say("AUTH PLAIN " + b64encode(f"\0{login}\0{password}".encode()).decode())

    async def envelope(self, *recipients: str, sender: str = "a@far.example") -> list[str]:
        """Send MAIL and RCPTs; returns the replies."""
        return [await self.say(f"MAIL FROM:<{sender}>"),
                *[await self.say(f"RCPT TO:<{recipient}>") for recipient in recipients or ("john@example.com",)]]

    async def message(self, content: bytes, *recipients: str, sender: str = "a@far.example") -> str:
        """Send a whole message; content ends with CRLF and is dot-stuffed already."""
        replies = [*await self.envelope(*recipients, sender=sender), await self.say("DATA")]
        assert [reply[:3] for reply in replies[:-1]] == ["250"] * (len(replies) - 1), replies
        assert replies[-1].startswith("354"), replies
        return await self.say(content + b".")

    async def starttls(self) -> None:
        """Go over to TLS."""
        assert (await self.say("STARTTLS")).startswith("220 ")
        await self.writer.start_tls(insecure_context())

    async def close(self) -> None:
        """Hang up."""
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except (ConnectionError, ssl.SSLError):
            pass  # the server was quicker


class Relay:
    """Serves on free ports while it is entered."""

    def __init__(self, store: Store, handler: type[RelayHandler] = RelayHandler) -> None:
        """Serve what the store says, with this handler."""
        self.store = store
        self.loader = Loader(store)
        self.totals = Totals()
        self.woken = 0
        self._make_handler = handler
        self._clients: list[Client] = []

    async def __aenter__(self) -> Self:
        """Listen."""
        self.store.spool.open_writer()
        self.store.traffic.open_writer()
        self.alarms = Alarms()
        self.live = Live(self.loader.load())
        self.authenticator = Authenticator(self.store.directory)
        self.handler = self._make_handler(self.live, self.store.spool, self.store.traffic, self.authenticator, self.totals,
                                          self, self.alarms, DiskRoom(self.store.folder.root), mail=self.store.folder.mail)
        self.listeners = ListenerSet(self.handler)
        await self._apply()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None,
                        trace: TracebackType | None) -> None:
        """Hang up everywhere and wait until the server has noticed."""
        self.listeners.close()
        for client in self._clients:
            await client.close()
        for protocol in tuple(self.handler.connections):
            protocol.close()
        await eventually(lambda: not self.handler.connections, "all connections have ended")
        self.authenticator.close()
        self.store.spool.close_writer()
        self.store.traffic.close_writer()

    def lease_for(self, _message: QueuedMessage) -> None:
        """Deliver nothing: what is accepted stays in the spool."""

    def take(self, message: QueuedMessage) -> None:
        """Never called, since nothing is leased."""
        raise AssertionError(message)

    def wake(self) -> None:
        """Count what was accepted."""
        self.woken += 1

    async def _apply(self) -> None:
        current = self.live.current
        assert current.tls_context is not None
        await self.listeners.apply(current.settings.smtp.inbound.listeners, current.tls_context)

    async def set(self, changes: dict[str, Any]) -> None:
        """Change settings and put them into force, as the service would."""
        self.store.settings.change(lambda settings: set_paths(settings, changes), "test")
        await self.reload()

    async def reload(self) -> None:
        """Put what the store holds into force."""
        fresh = self.loader.load()
        assert fresh.tls_context is not None
        await self.listeners.apply(fresh.settings.smtp.inbound.listeners, fresh.tls_context)
        self.live.current = fresh

    @property
    def ports(self) -> list[int]:
        """Return the ports in the order of the settings."""
        return [int(place.rpartition(":")[2]) for place in self.listeners.places]

    async def connect(self, number: int = 0, *, tls: bool = False, ehlo: bool = True) -> Client:
        """Return a client that was greeted and has said EHLO."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.ports[number], limit=2**20,
                                                       ssl=insecure_context() if tls else None)
        client = Client(reader, writer)
        self._clients.append(client)
        if ehlo:
            assert (await client.reply())[0].startswith("220 relay.example ")
            assert (await client.say("EHLO client.example")).startswith("250 ")
        return client

    def bodies(self) -> list[bytes]:
        """Return the bodies of all messages in the spool."""
        return [self.store.spool.body(message.id) for message in self.store.spool.list()]
