"""What deliveries are given: messages, recipients, and settings in force."""

from __future__ import annotations

import asyncio
import socketserver
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import dns.asyncresolver
import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivery, Outcome
from posthouse_server.live import InForce
from posthouse_server.policy.decision import Policy
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store.clock import now
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, RecipientState, Route

BODY = b"Subject: hello\r\nMessage-ID: <1@far.example>\r\n\r\n.dots\r\n..more\r\nend\r\n"
JOHN = Mailbox("john@example.com", "example.com/john")
DIRECTORY = MemoryDirectory(frozenset({"example.com"}), {"john@example.com": JOHN})


def in_force(changes: Mapping[str, Any] | None = None, directory: MemoryDirectory = DIRECTORY) -> InForce:
    """Return the default settings with some changes."""
    settings = set_paths(Settings(), {"smtp.outbound.timeout_s": 5, **(changes or {})})
    return InForce(1, settings, Policy(settings, directory), "relay.example", "example.com")


def recipient(address: str, number: int = 1, *, route: Route = Route.RELAY, maildir: str | None = None,
              attempts: int = 0, notify: str = "", original_recipient: str = "") -> QueuedRecipient:
    """Return a waiting recipient."""
    return QueuedRecipient(number, address, route, maildir, "authenticated", "DDDD-DDDD", RecipientState.WAITING, attempts,
                           now(), "", None, notify, original_recipient)


def message(*addresses: str, sender: str = "a@example.com", eight_bit: bool = False, utf8: bool = False,
            subject: str = "hello", login: str | None = None, accepted_at: datetime | None = None,
            envelope_id: str = "", returned: str = "", notify: str = "", original_recipient: str = "") -> QueuedMessage:
    """Return a message in the spool."""
    recipients = tuple(recipient(address, number, notify=notify, original_recipient=original_recipient)
                       for number, address in enumerate(addresses, 1))
    return QueuedMessage("AAAA-BBBB", sender, "192.0.2.1", login, "client", len(BODY), eight_bit, utf8, subject, None,
                         accepted_at or now(), recipients, None, envelope_id, returned)


async def deliver(delivery: Delivery, what: QueuedMessage, content: Content | bytes = BODY) -> dict[int, Outcome]:
    """Have a message delivered, and return the outcome for each of its recipients."""
    outcomes: dict[int, Outcome] = {}
    done = asyncio.Event()

    def settle(_message: QueuedMessage, told: Mapping[int, Outcome]) -> None:
        assert not outcomes.keys() & told.keys(), "each recipient is settled once"
        outcomes.update(told)
        if len(outcomes) == len(what.recipients):
            done.set()

    if isinstance(content, bytes):
        content = Content(content, size=len(content))
    delivery.start(what, what.recipients, content, settle)
    async with asyncio.timeout(20):
        await done.wait()
    return outcomes


DnsAnswer = list[str] | dns.rcode.Rcode | None


class DnsServer:
    """Answers over UDP on a free port; `answer` returns MX lines such as "10 mx.example.", a code, or None."""

    def __init__(self, answer: Callable[[str], DnsAnswer],
                 addresses: Callable[[str, str], DnsAnswer] = lambda _name, kind: ["127.0.0.1"] if kind == "A" else []) -> None:
        """Asked with each name, `addresses` with A or AAAA too; None: no answer at all."""
        self._answer = answer
        self._addresses = addresses
        self.asked: list[str] = []
        self.asked_for_addresses: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        """Listen."""
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                data, socket = self.request
                response = outer._respond(data)
                if response is not None:
                    socket.sendto(response, self.client_address)

        self._server = socketserver.ThreadingUDPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _respond(self, data: bytes) -> bytes | None:
        query = dns.message.from_wire(data)
        name = str(query.question[0].name).rstrip(".")
        kind = dns.rdatatype.to_text(query.question[0].rdtype)
        if kind == "MX":
            self.asked.append(name)
            found = self._answer(name)
        else:
            self.asked_for_addresses.append((name, kind))
            found = self._addresses(name, kind)
        if found is None:
            return None
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        if isinstance(found, list):
            if found:
                response.answer.append(dns.rrset.from_text(query.question[0].name, 60, "IN", kind, *found))
        else:
            response.set_rcode(found)
        return response.to_wire()

    def resolver(self) -> dns.asyncresolver.Resolver:
        """Return a resolver that asks here alone."""
        resolver = dns.asyncresolver.Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = int(self._server.server_address[1])
        resolver.timeout = resolver.lifetime = 0.5
        return resolver
