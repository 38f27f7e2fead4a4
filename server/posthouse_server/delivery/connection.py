"""Opening a connection to another server: its addresses in turn, the greeting, and TLS as far as it is asked for."""

from __future__ import annotations

import asyncio
import functools
import logging
import ssl
import time
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from posthouse_server.delivery.dialog import Dialog, DialogError
from posthouse_server.delivery.reply import BadReplyError, Reply
from posthouse_server.logs.journals import Journals
from posthouse_server.logs.lines import Agent
from posthouse_server.logs.session import SessionLog
from posthouse_server.settings.schema import SmartHostTls

_log = logging.getLogger(__name__)
_READY, _OK = 220, 250
_TRUST_KEPT_S = 3600  # authorities that the administrator adds to the system are known after an hour at most


class RefusedError(Exception):
    """A server does not want to talk, or not as we must; `words` are its own where there are any."""

    def __init__(self, words: str) -> None:
        """Keep the words."""
        super().__init__(words)
        self.words = words


@dataclass(slots=True, eq=False)
class Connection:
    """A connection that has been greeted; `extensions` holds what EHLO offers, by keyword in upper case."""

    dialog: Dialog
    host: str
    port: int
    extensions: dict[str, str] = field(default_factory=dict)
    key: Hashable = None
    """What it was made for; it serves nothing else."""
    messages: int = 0
    is_between: bool = True
    """Whether no mail transaction is open over there; otherwise RSET must come first."""
    is_ending: bool = False
    """Whether the other side has said that it has enough, or gave no good end to a message."""
    expiry: asyncio.TimerHandle | None = None

    @property
    def remote(self) -> str:
        """Return the server as host:port."""
        return f"{self.host}:{self.port}"

    @property
    def is_fresh(self) -> bool:
        """Return whether nothing was sent through it yet: one that was idle may be dead without our knowing."""
        return self.messages == 0

    @property
    def is_pipelining(self) -> bool:
        """Return whether commands may be sent without waiting for each reply (RFC 2920)."""
        return "PIPELINING" in self.extensions


@dataclass(frozen=True, slots=True)
class Manner:
    """How to open connections to one kind of server."""

    port: int
    tls: SmartHostTls
    hostname: str
    """What EHLO says."""
    timeout_s: float
    journals: Journals | None = None
    """Where what is said is written down, if anywhere."""
    may_be_plain: bool = True
    """Otherwise opportunistic TLS is TLS (with any certificate) or nothing."""
    bind_address: str = ""
    """The address of this computer to connect from; "": the system chooses."""


async def open_connection(host: str, addresses: Sequence[str], manner: Manner) -> Connection:
    """Connect to the first address that answers well; raises the last RefusedError, DialogError, BadReplyError or OSError."""
    for address in addresses[:-1]:
        try:
            return await _open(host, address, manner)
        except (RefusedError, DialogError, BadReplyError, OSError) as error:
            _log.debug("%s [%s]: %s", host, address, error)
    return await _open(host, addresses[-1], manner)


async def _open(host: str, address: str, manner: Manner) -> Connection:
    """Connect, greet and secure."""
    must = manner.tls is SmartHostTls.REQUIRED or (manner.tls is SmartHostTls.OPPORTUNISTIC and not manner.may_be_plain)
    connection = await _greeted(host, address, manner)
    if manner.tls not in (SmartHostTls.REQUIRED, SmartHostTls.OPPORTUNISTIC):
        return connection
    if "STARTTLS" not in connection.extensions:
        if not must:
            return connection
        await connection.dialog.say_goodbye()
        raise RefusedError(f"454 4.7.0 {connection.remote} offers no TLS (STARTTLS), and the settings require it")
    try:
        return await _secured(connection, address, manner, must=must)
    except BaseException:
        connection.dialog.abort()
        raise


async def _secured(connection: Connection, address: str, manner: Manner, *, must: bool) -> Connection:
    """Go over to TLS; opportunistic TLS rather goes without than nowhere (RFC 7435)."""
    reply = await connection.dialog.ask_for_tls()
    if reply.code != _READY:
        if must:
            raise RefusedError(reply.words)
        return connection
    try:
        await connection.dialog.secure(_context(is_checked=manner.tls is SmartHostTls.REQUIRED), connection.host)
        await _greet(connection, manner.hostname)
    except (ssl.SSLError, OSError, DialogError, BadReplyError) as error:
        if must:
            raise
        _log.info("TLS with %s failed (%s); opportunistic TLS goes on without", connection.remote, error)
        connection.dialog.abort()
        return await _greeted(connection.host, address, manner)
    return connection


async def _greeted(host: str, address: str, manner: Manner) -> Connection:
    """Connect, under TLS where it is implicit, and take the banner and the answer to EHLO or HELO."""
    context = _context(is_checked=True) if manner.tls is SmartHostTls.IMPLICIT else None
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(manner.timeout_s):
        _, dialog = await loop.create_connection(
            lambda: Dialog(manner.timeout_s), address, manner.port, ssl=context, server_hostname=host if context else None,
            ssl_handshake_timeout=manner.timeout_s if context else None,
            local_addr=(manner.bind_address, 0) if manner.bind_address else None)
    if manner.journals is not None and manner.journals.has_exchanges:
        dialog.log = SessionLog(manner.journals, Agent.OUT, address, dialog.place, manner.hostname)
    connection = Connection(dialog, host, manner.port)
    try:
        await _greet(connection, manner.hostname, is_first=True)
    except BaseException:
        dialog.abort()
        raise
    return connection


async def _greet(connection: Connection, hostname: str, *, is_first: bool = False) -> None:
    """Say EHLO, or HELO where that is not known, at first after the banner; raises RefusedError."""
    if is_first and (banner := await connection.dialog.reply()).code != _READY:
        raise RefusedError(banner.words)
    reply = await connection.dialog.ask(f"EHLO {hostname}")
    connection.extensions = _extensions(reply) if reply.code == _OK else {}
    if 500 <= reply.code < 600:
        reply = await connection.dialog.ask(f"HELO {hostname}")
    if reply.code != _OK:
        raise RefusedError(reply.words)


def _extensions(reply: Reply) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in reply.lines[1:]:
        if line[:5].upper() == "AUTH=":
            line = line.replace("=", " ", 1)
        keyword, _, parameters = line.partition(" ")
        found.setdefault(keyword.upper(), parameters.strip())
    return found


def _context(*, is_checked: bool) -> ssl.SSLContext:
    return _make_context(is_checked, int(time.monotonic() // _TRUST_KEPT_S))


@functools.lru_cache(maxsize=2)  # making one reads all authorities of the system: 20 ms
def _make_context(is_checked: bool, _hour: int) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not is_checked:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
