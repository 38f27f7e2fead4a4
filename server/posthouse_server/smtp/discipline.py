"""What is done about clients that fail too often: they are banned and sent away, or slowed down where a ban would do harm."""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Collection
from typing import TYPE_CHECKING

from posthouse_server.live import Live
from posthouse_server.policy.decision import Request
from posthouse_server.policy.networks import IPAddress, IPRange, parse_range
from posthouse_server.policy.rules import Rule
from posthouse_server.smtp import replies
from posthouse_server.smtp.bans import Bans, Outcome
from posthouse_server.smtp.guard import key_of
from posthouse_server.smtp.tracing import Tracer
from posthouse_server.store.bans import BanReason
from posthouse_server.store.clock import now

if TYPE_CHECKING:
    from posthouse_server.smtp.protocol import SmtpProtocol

_log = logging.getLogger(__name__)
_REFUSED_RELAYS = frozenset((Rule.NO_CRITERION_MET, Rule.RELAY_DISABLED, Rule.ROUTING_CHARACTERS, Rule.LITERAL_TARGET))


class Discipline:
    """Judges failures by the settings of this moment."""

    def __init__(self, live: Live, connections: Collection[SmtpProtocol], tracer: Tracer) -> None:
        """Send away from these connections whoever is banned, and write down why."""
        self._live = live
        self._connections = connections
        self._tracer = tracer
        self.bans = Bans()

    def is_banned(self, client: IPAddress) -> bool:
        """Return whether a client is to be turned away; one that has been whitelisted since is pardoned."""
        if not self.bans.left_s(client, time.monotonic()):
            return False
        if self._spared(client):
            self.bans.pardon(client)
            return False
        return True

    def login_failed(self, server: SmtpProtocol, login: str) -> Outcome:
        """Note a wrong password; the caller delays its reply, and sends the client away with a ban."""
        limit = self._live.current.settings.smtp.security.max_failed_logins
        return self._failed(BanReason.FAILED_LOGINS, server, limit, (login[:200],))

    def relay_refused(self, server: SmtpProtocol, request: Request, rule: Rule, reply: str) -> str | None:
        """Return the reply to a refused recipient, or None where it was sent already or comes later by itself."""
        limit = self._live.current.settings.smtp.security.max_refused_relays
        if not limit or rule not in _REFUSED_RELAYS:
            return reply
        outcome = self._failed(BanReason.REFUSED_RELAYS, server, limit, (request.sender or "<>", request.recipient))
        if outcome.delay_s:
            server.reply_later(reply, outcome.delay_s)
            return None
        if outcome.ban is not None:
            server.reply(reply)
            self.send_away(server.client, but=server)
            server.send_away(replies.BANNED)
            return None
        return reply

    def commands_failed(self, server: SmtpProtocol, number: int) -> None:
        """Note that a client was sent away for so many errors in a row; it is banned for them where the settings say so."""
        is_ticked = self._live.current.settings.smtp.security.ban_after_failed_commands
        if is_ticked and not self.bans.left_s(server.client, time.monotonic()):  # the last error may have banned it already
            outcome = self._failed(BanReason.FAILED_COMMANDS, server, number, (), number)
            if outcome.ban is not None:
                self.send_away(server.client, but=server)

    def send_away(self, client: IPAddress, but: SmtpProtocol | None = None) -> None:
        """Close all connections of a client; one whose message is just being stored is asked to leave at its next."""
        key = key_of(client)
        for other in tuple(self._connections):
            if other is not but and not other.is_at_work and key_of(other.client) == key:
                other.send_away(replies.BANNED)

    def _failed(self, reason: BanReason, server: SmtpProtocol, limit: int, tried: tuple[str, ...],
                number: int = 1) -> Outcome:
        client = server.client
        outcome = self.bans.failed(reason, client, time.monotonic(), limit, tried, lambda: self._spared(client),
                                   number)
        if outcome.ban is not None:
            until = f"{outcome.ban.until.astimezone():%Y-%m-%d %H:%M:%S}"
            self._note(server, Rule.BANNED, f"{outcome.ban.client} is banned until {until}: {outcome.ban.sentence}.")
        elif outcome.spared:
            self._note(server, Rule.SLOWED_DOWN, f"{server.client_text} is slowed down and not banned after {limit} "
                                                 f"{reason.label.lower()}, because {outcome.spared}.")
        return outcome

    def _note(self, server: SmtpProtocol, rule: Rule, what: str) -> None:
        _log.warning("%s", what)
        self._tracer.note(server.client_text, rule, what, self._live.current.revision)

    def _spared(self, client: IPAddress) -> str:
        """Return why a client is never banned; empty if it may be. Who may relay without a password still must be able to."""
        current = self._live.current
        whitelist = current.settings.smtp.whitelist
        if whitelist.enabled and any(client in item for item in ranges_of(whitelist.ranges)):
            return "it is in the whitelist"
        entry = current.policy.privileged_entry(client, now())
        return f"it is in the privileged IP range {entry}" if entry else ""


@functools.lru_cache(maxsize=8)
def ranges_of(texts: tuple[str, ...]) -> tuple[IPRange, ...]:
    """Return parsed ranges; those of a few settings are kept."""
    return tuple(parse_range(text) for text in texts)
