"""The hooks that aiosmtpd calls: each command is judged here, and nothing is accepted by default."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from aiosmtpd.smtp import Session

from posthouse_server.alarms import Alarms
from posthouse_server.counters import Totals
from posthouse_server.live import Live
from posthouse_server.logs.journals import Journals
from posthouse_server.logs.lines import Agent
from posthouse_server.logs.session import SessionLog
from posthouse_server.policy.addresses import AddressError
from posthouse_server.policy.literals import parser_of
from posthouse_server.policy.networks import IPAddress
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import DenialReply, OptionalCommand
from posthouse_server.smtp import replies
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.smtp.credentials import ask_credentials
from posthouse_server.smtp.discipline import ranges_of
from posthouse_server.smtp.guard import Guard
from posthouse_server.smtp.intake import Intake
from posthouse_server.smtp.parameters import MailParameters
from posthouse_server.smtp.recipients import RecipientHook
from posthouse_server.smtp.replies import Notice
from posthouse_server.smtp.screening import Screening
from posthouse_server.smtp.storing import Courier, Storing
from posthouse_server.smtp.tracing import storable
from posthouse_server.smtp.transaction import Transaction
from posthouse_server.store import StoreError
from posthouse_server.store.ids import new_id
from posthouse_server.store.room import DiskRoom
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.traffic import TrafficStore

if TYPE_CHECKING:
    from posthouse_server.smtp.protocol import SmtpProtocol

_log = logging.getLogger(__name__)
_LOGIN_FAILURE_LIMIT = 3


class RelayHandler(RecipientHook):
    """One for the whole server; all state of a connection is in its session and transaction."""

    def __init__(self, live: Live, spool: SpoolStore, traffic: TrafficStore, authenticator: Authenticator,
                 totals: Totals, courier: Courier, alarms: Alarms, room: DiskRoom,
                 screening: Screening | None = None, journals: Journals | None = None, mail: Path | None = None) -> None:
        """The courier delivers what was accepted; a store that fails raises an alarm.

        Without a screening nobody asks DNS about clients and senders, as in the open relay test, whose strangers it does not
        know. Without the folder of the mailboxes nobody looks whether they are full.
        """
        super().__init__(live, traffic, totals, journals, mail)
        self._screening = screening
        self._authenticator = authenticator
        self._storing = Storing(spool, traffic, courier, alarms, room)
        self._room = room
        self._guard = Guard()

    def on_connected(self, protocol: SmtpProtocol) -> None:
        """Count a connection in."""
        self.connections.add(protocol)
        self._totals.connections += 1
        self._totals.connections_now = len(self.connections)

    def open_log(self, protocol: SmtpProtocol) -> SessionLog | None:
        """Return what writes down a conversation; None: no log wants it."""
        if self._journals is None or not self._journals.has_exchanges:
            return None
        local = protocol.transport.get_extra_info("sockname") if protocol.transport is not None else None
        return SessionLog(self._journals, Agent.IN, protocol.client_text, (str(local[0]), int(local[1])) if local else ("", 0),
                          self.live.current.hostname)

    def on_disconnected(self, protocol: SmtpProtocol, *, was_welcome: bool) -> None:
        """Count a connection out; one that was never welcomed holds no place of its client's."""
        self.connections.discard(protocol)
        self._totals.connections_now = len(self.connections)
        if was_welcome:
            self._guard.leave(protocol.client)

    def is_balancer(self, peer: IPAddress) -> bool:
        """Return whether connections from there begin with a PROXY header."""
        named = self.live.current.settings.smtp.inbound.proxy_protocol_from
        return bool(named) and any(peer in balancer for balancer in ranges_of(named))

    def welcome(self, protocol: SmtpProtocol) -> str:
        """Count the client in and return the reply that turns it away before the banner; empty: it is welcome."""
        current, client = self.live.current, protocol.client
        inbound = current.settings.smtp.inbound
        held = self._guard.enter(client)
        if not current.policy.may_connect(client):
            return self.refuse(protocol, Rule.ACCESS_CONTROL, replies.ACCESS_DENIED)
        if len(self.connections) > inbound.max_connections:
            return self.refuse(protocol, Rule.CONNECTION_LIMIT, replies.TOO_MANY_CONNECTIONS)
        if inbound.max_connections_per_client and held > inbound.max_connections_per_client and not client.is_loopback:
            return self.refuse(protocol, Rule.CONNECTION_LIMIT, replies.TOO_MANY_FROM_CLIENT)
        if self.discipline.is_banned(client):
            return self.refuse(protocol, Rule.BANNED, replies.BANNED)
        return ""

    async def handle_HELO(self, server: SmtpProtocol, session: Session, _envelope: Transaction, hostname: str) -> str:
        """Greet an old client."""
        session.host_name = hostname
        return f"250 {server.in_force.hostname}"

    async def handle_EHLO(self, server: SmtpProtocol, session: Session, _envelope: Transaction, hostname: str,
                          _responses: list[str]) -> list[str]:
        """Greet, and offer what this connection may use."""
        session.host_name = hostname
        smtp = server.in_force.settings.smtp
        off = smtp.advanced.forbidden
        lines = [server.in_force.hostname, f"SIZE {smtp.inbound.max_message_bytes}", "8BITMIME", "SMTPUTF8", "PIPELINING",
                 *(() if OptionalCommand.BDAT in off else ("CHUNKING",)), "DSN"]
        if smtp.relay.denial_reply is DenialReply.STANDARD:  # MailEnable's texts carry no such codes
            lines.append("ENHANCEDSTATUSCODES")
        if server.is_starttls_offered and OptionalCommand.STARTTLS not in off:
            lines.append("STARTTLS")
        if server.may_authenticate and OptionalCommand.AUTH not in off:
            lines.append("AUTH LOGIN PLAIN")
        if OptionalCommand.HELP not in off:
            lines.append("HELP")
        # One string, since aiosmtpd sends each item of the list by itself.
        return ["\r\n".join([*(f"250-{line}" for line in lines[:-1]), f"250 {lines[-1]}"])]

    async def handle_NOOP(self, server: SmtpProtocol, _session: Session, _envelope: Transaction, _arg: str) -> str:
        """Do nothing, well."""
        return self._text(server, Notice.OK)

    async def handle_RSET(self, server: SmtpProtocol, _session: Session, _envelope: Transaction) -> str:
        """Confirm; the protocol has made a new transaction already."""
        return self._text(server, Notice.OK)

    async def handle_QUIT(self, server: SmtpProtocol, _session: Session, _envelope: Transaction) -> str:
        """Say goodbye."""
        return f"221 2.0.0 {server.in_force.hostname} closes the connection"

    async def handle_AUTH(self, server: SmtpProtocol, session: Session, _envelope: Transaction, args: list[str]) -> str | None:
        """Check a login by PLAIN or LOGIN; the mailbox is kept in the session. None: the reply was sent already."""
        credentials = await ask_credentials(server, args)
        if credentials is None:
            return None
        try:
            login = await self._authenticator.authenticate(
                *credentials, server.in_force.login_domain, server.in_force.newest)
        except StoreError as error:
            _log.error("A login could not be checked: %s", error)
            return replies.AUTH_LATER
        if login is None:
            await self._on_login_failed(server, credentials[0])
            return None
        self.discipline.bans.logged_in(server.client)
        if server.session_log is not None:
            server.session_log.account = login
        session.authenticated = True
        server.login_revision = server.in_force.newest
        session.auth_data = login  # type: ignore[assignment]  # annotated as None only, documented as anything
        return self._text(server, Notice.AUTHENTICATED)

    async def _on_login_failed(self, server: SmtpProtocol, login: str) -> None:
        """Let the guesser wait, longer each time, and in the end send it away."""
        _log.info("Login as %r from %s failed", login[:100], server.client)
        # Recorded first: who hangs up while it waits has guessed all the same.
        refusal = self.refuse(server, Rule.LOGIN_FAILED, self._text(server, Notice.AUTH_FAILED), login=storable(login)[:400])
        outcome = self.discipline.login_failed(server, login)
        await asyncio.sleep(outcome.delay_s)
        server.reply(refusal)
        server.login_failures += 1
        if outcome.ban is not None:
            self.discipline.send_away(server.client, but=server)
        if server.login_failures >= _LOGIN_FAILURE_LIMIT or (self.discipline.bans.standing and self.discipline.is_banned(
                server.client)):
            server.send_away(replies.TOO_MANY_ERRORS)

    async def handle_MAIL(self, server: SmtpProtocol, session: Session, envelope: Transaction, address: str,
                          parameters: MailParameters) -> str | None:
        """Begin a transaction: from here to its end the policy of this moment holds. None: the reply comes later."""
        if self.discipline.bans.standing and self.discipline.is_banned(server.client):  # since it came in
            server.send_away(self.refuse(server, Rule.BANNED, replies.BANNED))
            return replies.BANNED  # is not sent any more
        sender = "" if address == "<>" else address
        if sender:
            if not sender.isascii() and not envelope.smtp_utf8:
                return self.refuse(server, Rule.INTERNATIONAL_ADDRESS, replies.NEEDS_SMTPUTF8, sender)
            try:
                parser_of(self.live.current.settings)(sender)
            except AddressError:
                return self.refuse(server, Rule.MALFORMED_ADDRESS, replies.MALFORMED_SENDER, sender)
        if parameters.size and parameters.size > (server.enforced_size_limit or parameters.size):
            return self.refuse(server, Rule.MESSAGE_SIZE, replies.MESSAGE_TOO_LARGE, sender)
        if not self._room.has_room(parameters.size):
            return self.refuse(server, Rule.STORAGE, replies.STORAGE_FULL, sender)
        if self._screening is not None and self._screening.is_due(session.auth_data if session.authenticated else None):
            server.wait_for(self._mail_when_screened(server, envelope, address, parameters))
            return None
        return self._begin(server, envelope, address, parameters)

    async def _mail_when_screened(self, server: SmtpProtocol, envelope: Transaction, address: str,
                                  parameters: MailParameters) -> None:
        """Ask DNS first; commands that have come already wait."""
        assert self._screening is not None
        sender = "" if address == "<>" else address
        found = await self._screening.judge(server.client, sender)
        if found.rule is not None:
            server.reply(self.refuse(server, found.rule, found.reply, sender))
            return
        envelope.blacklists = found.blacklists
        server.reply(self._begin(server, envelope, address, parameters))

    def _begin(self, server: SmtpProtocol, envelope: Transaction, address: str, parameters: MailParameters) -> str:
        if server.session_log is not None:
            server.session_log.message_id = ""  # the next message begins
        envelope.in_force = self.live.current
        envelope.sender = "" if address == "<>" else address
        envelope.mail_from = address
        envelope.parameters = parameters
        return self._text(server, Notice.SENDER_OK)

    def open_intake(self, server: SmtpProtocol, session: Session, transaction: Transaction) -> Intake:
        """Prepare to receive the content of a message."""
        return self._storing.open_intake(server, session, transaction)

    async def handle_DATA(self, server: SmtpProtocol, session: Session, envelope: Transaction) -> str:
        """Answer 250 only after the message is on disk."""
        intake = envelope.intake
        assert intake is not None
        envelope.intake = None
        if intake.fault:
            return self._storing.refuse(envelope, intake, intake.fault)
        return await self._storing.store(server, session, envelope, intake)

    def on_fault(self, error: Exception) -> str:
        """Tell the log everything and the client nothing but an id (aiosmtpd would send it the exception's text)."""
        fault_id = new_id()
        _log.error("An SMTP command failed [%s]", fault_id, exc_info=error)
        return f"{replies.LOCAL_ERROR} [{fault_id}]"
