"""What the relay decision asks of a sender: is it blocked, written by a stranger, or not the writer's own?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from posthouse_server.policy.addresses import Address, parse_address
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import REFUSED, Finding
from posthouse_server.settings.schema import Settings

_NULL_SENDER: Finding = Rule.BLOCKED_SENDER, None, "The sender is empty, as in bounces.", ()


class SenderRules:
    """The rules of Blocked Addresses, and those of Security that look at the sender."""

    def __init__(self, settings: Settings, directory: Directory) -> None:
        """Prepare for many senders; the arguments must not change."""
        self._directory = directory
        self._blocked = blocked_senders(settings)
        security = settings.smtp.security
        self._refuses_spoofed = security.refuse_spoofed_senders
        self._refuses_foreign = security.require_own_sender_address
        self.is_strict = security.judges_senders
        """Whether `judged` finds anything; in the usual case nobody has to ask."""

    def blocked(self, sender: Address | None) -> Finding:
        """Look at the blocked senders; None is the null sender."""
        if sender is None:
            return _NULL_SENDER
        if self._blocked and sender.domain in self._blocked:
            return Rule.BLOCKED_SENDER, REFUSED, "The domain {} is a blocked sender.", (sender.domain,)
        if self._blocked and sender.key in self._blocked:
            return Rule.BLOCKED_SENDER, REFUSED, "{} is a blocked sender.", (sender,)
        return Rule.BLOCKED_SENDER, None, "{} is not a blocked sender.", (sender,)

    def judged(self, sender: Address | None, login: str | None, is_privileged: Callable[[], bool]) -> Iterator[Finding]:
        """Look at what Security asks of the sender, one rule after the other; the caller stops at the first that decides."""
        if self._refuses_spoofed:
            yield self._spoofed(sender, login, is_privileged)
        if self._refuses_foreign and login:
            yield self._foreign(sender, login)

    def _spoofed(self, sender: Address | None, login: str | None, is_privileged: Callable[[], bool]) -> Finding:
        if sender is None or not self._directory.is_local_domain(sender.domain):
            return Rule.SPOOFED_SENDER, None, "The sender is not of a domain of this server.", ()
        if login:
            return Rule.SPOOFED_SENDER, None, "{} is of a domain of this server, but the client has logged in.", (sender,)
        if is_privileged():
            return Rule.SPOOFED_SENDER, None, "{} is of a domain of this server, but the client is privileged.", (sender,)
        return Rule.SPOOFED_SENDER, REFUSED, "{} is of a domain of this server, and the client has not logged in.", (sender,)

    def _foreign(self, sender: Address | None, login: str) -> Finding:
        if sender is None:
            return Rule.FOREIGN_SENDER, None, "The sender is empty, as in bounces.", ()
        mailbox = self._directory.find(sender)
        if mailbox is None or mailbox.login != login:
            return Rule.FOREIGN_SENDER, REFUSED, "{} is not an address of the mailbox {}.", (sender, login)
        return Rule.FOREIGN_SENDER, None, "{} is an address of the mailbox {}.", (sender, login)


def blocked_senders(settings: Settings) -> frozenset[str]:
    """Return the blocked senders: addresses as Address.key, and whole domains."""
    return frozenset(parse_address(entry).key if "@" in entry else entry for entry in settings.smtp.blocked_addresses.senders)
